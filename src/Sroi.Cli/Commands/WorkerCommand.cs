using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;
using Sroi.Batch.Queue;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi worker</c>: takes runs of a batch from a queue and computes them.</summary>
internal static class WorkerCommand
{
    private const string Variable = "SROI_QUEUE";

    // So long a queue is empty before a worker that is told to leave believes it.
    private static readonly TimeSpan s_idle = TimeSpan.FromSeconds(5);

    public static Command Create(Terminal terminal)
    {
        Option<string?> queue = Queue("The queue: a PostgreSQL database, such as \"Host=db;Database=sroi;Username=analyst;Password=…\".");
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
            threads,
            untilEmpty,
            dashboard,
        };
        command.SetAction(parsed =>
        {
            int atOnce = Common.Threads(parsed.GetValue(threads));
            using QueueConnection connection = QueueConnection.Open(TextOf(parsed.GetValue(queue)));
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

    /// <summary>The connection string that is meant.</summary>
    /// <exception cref="CommandException">There is none.</exception>
    public static string TextOf(string? given) =>
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
                $"Taking runs from {QueueWorker.Queue} ({how.Shown}) on {how.Threads} threads. Ctrl-C leaves."
            )
        );
        worker.Work(how.Threads, how.UntilEmpty ? s_idle : null, interruption.Token);
        terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Left: {worker.Runs:N0} runs computed."));
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
