using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;
using Sroi.Batch.Queue;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi worker</c>: takes runs of a batch from a queue and computes them.</summary>
internal static class WorkerCommand
{
    private const string Variable = "SROI_QUEUE",
        KeyVariable = "SROI_QUEUE_KEY";

    // So long a queue is empty before a worker that is told to leave believes it.
    private static readonly TimeSpan s_idle = TimeSpan.FromSeconds(5);

    public static Command Create(Terminal terminal)
    {
        Option<string?> queue = Queue("The queue: a PostgreSQL database, such as \"Host=db;Database=sroi;Username=analyst;Password=…\".");
        Option<string?> key = KeyFile();
        Option<int?> threads = Common.Threads("How many runs at once; as many as there are processors where left out.");
        Option<bool> untilEmpty = new("--until-empty") { Description = "Leave once the queue has been empty for five seconds, as clusters want it." };
        Option<IPEndPoint?> dashboard = new("--dashboard")
        {
            Description =
                "Show the queue as a web page on this port of this machine only; with an address (0.0.0.0:5050) others can look, and change nothing.",
            HelpName = "[ADDRESS:]PORT",
            CustomParser = Endpoint,
        };
        Command command = new("worker", "Take runs of batches from a queue and compute them. Workers may join, leave or be killed at any time.")
        {
            queue,
            key,
            threads,
            untilEmpty,
            dashboard,
        };
        command.Add(MakeKey(terminal));
        command.SetAction(parsed =>
        {
            int atOnce = Common.Threads(parsed.GetValue(threads));
            using QueueConnection connection = Open(terminal, parsed.GetValue(queue), parsed.GetValue(key));
            using QueueWorker worker = new(connection);
            using QueueDashboard? page = parsed.GetValue(dashboard) is { } at ? QueueDashboard.Open(worker, at) : null;
            if (page is not null)
            {
                terminal.Error.WriteLine(Where(page, parsed.GetValue(dashboard)!));
            }

            Work(terminal, worker, (connection.Shown, atOnce, parsed.GetValue(untilEmpty)));
            return CommandLine.Done;
        });
        return command;
    }

    /// <summary>The option that names a queue.</summary>
    public static Option<string?> Queue(string description) =>
        new("--queue")
        {
            Description = $"{description} Or put it into {Variable}, where nobody sees a password, and write --queue alone.",
            HelpName = "CONNECTION",
            Arity = ArgumentArity.ZeroOrOne,
            CustomParser = result => result.Tokens is [var token] ? token.Value : "",
        };

    /// <summary>The option that names the file of the queue's key.</summary>
    public static Option<string?> KeyFile() =>
        new("--queue-key-file")
        {
            Description =
                $"The file of the key that whoever asks shares with the workers ('sroi worker key FILE' makes one). Or put the key into {KeyVariable}.",
            HelpName = "FILE",
        };

    /// <summary>Connects to the queue that is meant, with the key that is meant.</summary>
    /// <exception cref="CommandException">No queue or no key is named.</exception>
    public static QueueConnection Open(Terminal terminal, string? queue, string? keyFile) =>
        QueueConnection.Open(TextOf(queue), KeyOf(keyFile is null ? null : terminal.PathOf(keyFile)));

    private static QueueKey KeyOf(string? path) =>
        path is not null ? QueueKey.Read(path)
        : Environment.GetEnvironmentVariable(KeyVariable) is { Length: > 0 } known ? QueueKey.Parse(known)
        : throw new CommandException(
            $"A queue needs a key that whoever asks shares with all workers, since they compute only what is signed with it. Make one with 'sroi worker key FILE', copy the file to each machine, and name it with --queue-key-file FILE or put its text into {KeyVariable}.",
            CommandLine.WrongCommandLine
        );

    private static Command MakeKey(Terminal terminal)
    {
        Argument<string> file = new("FILE") { Description = "The file to write; there must be none yet." };
        Command command = new("key", "Make the key that whoever asks for runs shares with the workers, in a file that only you can read.") { file };
        command.SetAction(parsed =>
        {
            string path = terminal.PathOf(parsed.GetRequiredValue(file));
            QueueKey.Make(path);
            terminal.Out.WriteLine($"Written: {path}");
            terminal.Out.WriteLine("Copy it to each machine by a safe way, and not through the queue's database: whoever has it can have runs computed.");
            return CommandLine.Done;
        });
        return command;
    }

    private static string TextOf(string? given) =>
        given is { Length: > 0 } ? given
        : Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } known ? known
        : throw new CommandException(
            $"Which queue? Write --queue \"Host=…;Database=…;Username=…;Password=…\", or put that into {Variable}.",
            CommandLine.WrongCommandLine
        );

    private static void Work(Terminal terminal, QueueWorker worker, (string Shown, int Threads, bool UntilEmpty) how)
    {
        using Interruption interruption = new();
        terminal.Error.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Taking runs from {worker.Queue} ({how.Shown}) on {how.Threads} threads. Ctrl-C leaves."
            )
        );
        worker.Work(how.Threads, how.UntilEmpty ? s_idle : null, interruption.Token);
        string refused = worker.Refused == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" {worker.Refused:N0} jobs refused that were not signed.");
        terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Left: {worker.Runs:N0} runs computed.{refused}"));
    }

    private static string Where(QueueDashboard page, IPEndPoint at) =>
        IPAddress.IsLoopback(at.Address)
            ? $"Dashboard: {page.Address}, for this machine only."
            : $"Dashboard: {page.Address}. ANYBODY WHO REACHES THIS MACHINE CAN LOOK AT IT; nothing can be changed there.";

    private static IPEndPoint? Endpoint(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (QueueDashboard.Parse(text) is { } at)
        {
            return at;
        }

        result.AddError($"--dashboard takes a port, or an address and a port, such as 5050 or 0.0.0.0:5050; found '{text}'.");
        return null;
    }
}
