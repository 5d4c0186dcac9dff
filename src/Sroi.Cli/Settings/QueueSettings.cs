using Sroi.Batch.Queue;
using Sroi.Cli.Declarations;

namespace Sroi.Cli.Settings;

/// <summary>Which queue, and the key with which its jobs are signed.</summary>
/// <param name="Queue">The database; empty to take it from the environment, null where no queue is asked for.</param>
/// <param name="KeyFile">The file of the key; null to take the key from the environment.</param>
internal sealed record QueueSettings(string? Queue, string? KeyFile)
{
    private const string Variable = "SROI_QUEUE",
        KeyVariable = "SROI_QUEUE_KEY";

    public static QueueSettings Of(Given given, string help) =>
        new(
            given.TextOrNone("--queue", "CONNECTION", $"{help} Or put it into {Variable}, where nobody sees a password, and write --queue alone."),
            given.Text(
                "--queue-key-file",
                "FILE",
                $"The file of the key that whoever asks shares with the workers ('sroi worker key FILE' makes one). Or put the key into {KeyVariable}."
            )
        );

    /// <summary>Whether a queue is asked for.</summary>
    public bool IsGiven => Queue is not null;

    /// <summary>Connects to the queue, with its key.</summary>
    /// <exception cref="CommandException">No queue or no key is named.</exception>
    public QueueConnection Open(Terminal terminal) => QueueConnection.Open(Connection(), Key(terminal));

    private string Connection() =>
        Queue is { Length: > 0 } given ? given
        : Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } known ? known
        : throw new CommandException(
            $"Which queue? Write --queue \"Host=…;Database=…;Username=…;Password=…\", or put that into {Variable}.",
            CommandLine.WrongCommandLine
        );

    private QueueKey Key(Terminal terminal) =>
        KeyFile is not null ? QueueKey.Read(terminal.PathOf(KeyFile))
        : Environment.GetEnvironmentVariable(KeyVariable) is { Length: > 0 } known ? QueueKey.Parse(known)
        : throw new CommandException(
            $"A queue needs a key that whoever asks shares with all workers, since they compute only what is signed with it. Make one with 'sroi worker key FILE', copy the file to each machine, and name it with --queue-key-file FILE or put its text into {KeyVariable}.",
            CommandLine.WrongCommandLine
        );
}
