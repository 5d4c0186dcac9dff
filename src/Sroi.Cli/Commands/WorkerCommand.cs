using System.Globalization;
using System.Net;
using Sroi.Batch.Queue;
using Sroi.Cli.Declarations;
using Sroi.Cli.Settings;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi worker</c>: computes runs of batches from a queue.</summary>
internal sealed record WorkerCommand(QueueSettings Queue, int? Threads, bool UntilEmpty, IPEndPoint? Dashboard) : IRunnable
{
    // How long the queue must stay empty before --until-empty ends the worker.
    private static readonly TimeSpan s_idle = TimeSpan.FromSeconds(5);

    public static Declaration Declared =>
        new(
            "worker",
            "Compute runs of batches from a queue. Workers may be added, stopped or killed at any time.",
            given => new WorkerCommand(
                QueueSettings.Of(given, "The queue: a PostgreSQL database, such as \"Host=db;Database=sroi;Username=analyst;Password=…\"."),
                DrawSettings.ThreadsOf(given, "The number of runs at once (default: one for each processor)."),
                given.Flag("--until-empty", "Exit when the queue has been empty for five seconds, for use on clusters."),
                given.Value(
                    "--dashboard",
                    "[ADDRESS:]PORT",
                    "Show the queue as a web page on this port, for this machine only. With an address such as 0.0.0.0:5050 others can view it but change nothing.",
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
            string.Create(CultureInfo.InvariantCulture, $"Taking runs from {worker.Queue} ({shown}) on {threads} threads. Press Ctrl-C to stop.")
        );
        worker.Work(threads, UntilEmpty ? s_idle : null, interruption.Token);
        string refused = worker.Refused == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" {worker.Refused:N0} unsigned jobs were refused.");
        terminal.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Stopped after {worker.Runs:N0} runs.{refused}"));
    }

    private static string Where(QueueDashboard page, IPEndPoint at) =>
        IPAddress.IsLoopback(at.Address)
            ? $"Dashboard: {page.Address}, for this machine only."
            : $"Dashboard: {page.Address}. ANYONE WHO CAN REACH THIS MACHINE CAN VIEW IT; nothing can be changed there.";
}
