using System.Globalization;
using System.Net;
using Sroi.Batch.Queue;
using Sroi.Cli.Declarations;
using Sroi.Cli.Settings;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi worker</c>: takes runs of a batch from a queue and computes them.</summary>
internal sealed record WorkerCommand(QueueSettings Queue, int? Threads, bool UntilEmpty, IPEndPoint? Dashboard) : IRunnable
{
    // So long a queue is empty before a worker that is told to leave believes it.
    private static readonly TimeSpan s_idle = TimeSpan.FromSeconds(5);

    public static Declaration Declared =>
        new(
            "worker",
            "Take runs of batches from a queue and compute them. Workers may join, leave or be killed at any time.",
            given => new WorkerCommand(
                QueueSettings.Of(given, "The queue: a PostgreSQL database, such as \"Host=db;Database=sroi;Username=analyst;Password=…\"."),
                DrawSettings.ThreadsOf(given, "How many runs at once; as many as there are processors where left out."),
                given.Flag("--until-empty", "Leave once the queue has been empty for five seconds, as clusters want it."),
                given.Value(
                    "--dashboard",
                    "[ADDRESS:]PORT",
                    "Show the queue as a web page on this port of this machine only; with an address (0.0.0.0:5050) others can look, and change nothing.",
                    Kinds.Endpoint
                )
            )
        )
        {
            Commands = [WorkerKeyCommand.Declared],
        };

    public int Run(Terminal terminal)
    {
        int threads = DrawSettings.ThreadsOrAll(Threads);
        using QueueConnection connection = Queue.Open(terminal);
        using QueueWorker worker = new(connection);
        using QueueDashboard? page = Dashboard is { } at ? QueueDashboard.Open(worker, at) : null;
        if (page is not null)
        {
            terminal.Error.WriteLine(Where(page, Dashboard!));
        }

        Work(terminal, worker, connection.Shown, threads);
        return CommandLine.Done;
    }

    private void Work(Terminal terminal, QueueWorker worker, string shown, int threads)
    {
        using Interruption interruption = new();
        terminal.Error.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"Taking runs from {worker.Queue} ({shown}) on {threads} threads. Ctrl-C leaves.")
        );
        worker.Work(threads, UntilEmpty ? s_idle : null, interruption.Token);
        string refused = worker.Refused == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" {worker.Refused:N0} jobs refused that were not signed.");
        terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Left: {worker.Runs:N0} runs computed.{refused}"));
    }

    private static string Where(QueueDashboard page, IPEndPoint at) =>
        IPAddress.IsLoopback(at.Address)
            ? $"Dashboard: {page.Address}, for this machine only."
            : $"Dashboard: {page.Address}. ANYBODY WHO REACHES THIS MACHINE CAN LOOK AT IT; nothing can be changed there.";
}
