using Sroi.Batch.Queue;
using Sroi.Cli.Declarations;

namespace Sroi.Cli.Settings;

/// <summary>The queue, and the key that signs its jobs.</summary>
/// <param name="Queue">The database; empty to read it from the environment, or null if no queue was asked for.</param>
/// <param name="KeyFile">The key file, or null to read the key from the environment.</param>
internal sealed record QueueSettings(string? Queue, string? KeyFile)
{
    private const string Variable = "SROI_QUEUE",
        KeyVariable = "SROI_QUEUE_KEY";

    public static QueueSettings Of(Given given, string help) =>
        new(
            given.TextOrNone(
                "--queue",
                "CONNECTION",
                $"{help} To keep a password off the command line, set {Variable} instead and use --queue without a value."
            ),
            given.Text(
                "--queue-key-file",
                "FILE",
                $"The key shared with the workers (create one with 'sroi worker key FILE'). Or set {KeyVariable} to its text."
            )
        );

    /// <summary>Whether a queue was asked for.</summary>
    public bool IsGiven => Queue is not null;

    /// <summary>Connects to the queue, with its key.</summary>
    /// <exception cref="CommandException">No queue or no key is named.</exception>
    public QueueConnection Open(Terminal terminal) => QueueConnection.Open(Connection(), Key(terminal));

    private string Connection() =>
        Queue is { Length: > 0 } given ? given
        : Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } known ? known
        : throw new CommandException(
            $"No queue was named. Use --queue \"Host=…;Database=…;Username=…;Password=…\", or set {Variable} to that text.",
            CommandLine.WrongCommandLine
        );

    private QueueKey Key(Terminal terminal) =>
        KeyFile is not null ? QueueKey.Read(terminal.PathOf(KeyFile))
        : Environment.GetEnvironmentVariable(KeyVariable) is { Length: > 0 } known ? QueueKey.Parse(known)
        : throw new CommandException(
            $"A queue needs a key: workers compute only jobs signed with it. Create one with 'sroi worker key FILE', copy the file to each machine, and use --queue-key-file FILE or set {KeyVariable} to its text.",
            CommandLine.WrongCommandLine
        );
}
