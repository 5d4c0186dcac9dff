using System.Globalization;
using Sroi.Batch.Plans;
using Sroi.Batch.Queue;
using Sroi.Batch.Running;
using Sroi.Cli.Declarations;
using Sroi.Cli.Settings;
using Sroi.Parameters.Reading;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi batch run</c>: computes the runs of a plan that are not stored yet and writes the results as one data set.</summary>
internal sealed record BatchRunCommand(PlanSettings Plan, string Out, Shard? Shard, QueueSettings Queue) : IRunnable
{
    private const int MostFailures = 20;

    public static Declaration Declared =>
        new(
            "run",
            "Run a plan. Finished runs are stored, so a stopped plan resumes and no run is computed twice.",
            given => new BatchRunCommand(
                PlanSettings.Of(given),
                given.Required("--out", "DIR", "The folder for the results: runs, outcomes and ledger as Parquet with a manifest, all or none."),
                given.Value(
                    "--shard",
                    "I/N",
                    "Run one part of the plan, such as 3/16, on a cluster with its own scheduler. Join the parts with 'sroi batch merge'.",
                    Kinds.Shard
                ),
                QueueSettings.Of(
                    given,
                    "Let workers compute the runs ('sroi worker --queue …' on any machine). A PostgreSQL database, such as \"Host=db;Database=sroi;Username=analyst;Password=…\"."
                )
            )
        );

    public int Run(Terminal terminal)
    {
        (ParameterLibrary library, BatchPlan plan) = Plan.Read(terminal);
        Plan.CheckSize(plan);
        foreach (string notice in plan.Notices)
        {
            terminal.Error.WriteLine(notice);
        }

        using QueueConnection? connection = Queue.IsGiven ? Queue.Open(terminal) : null;
        BatchRunner runner = new(plan, library)
        {
            Elsewhere = connection is null ? null : new QueuedRuns(connection, library, terminal.Error.WriteLine).Compute,
            Folder = terminal.PathOf(Out),
            Store = Plan.Store(terminal),
            Threads = Plan.ThreadsOrAll,
            Shard = Shard,
        };
        return Run(terminal, runner, Out);
    }

    private static int Run(Terminal terminal, BatchRunner runner, string folder)
    {
        using Interruption interruption = new();
        using ProgressLine progress = new(terminal.Progress, terminal.ShowsProgress);
        BatchOutcome outcome = runner.Run(begun => Begin(terminal, runner, begun), progress, interruption.Token);
        progress.Dispose();
        if (outcome.IsStopped)
        {
            terminal.Error.WriteLine(
                Text(
                    $"Stopped: {outcome.Computed:N0} runs done, {outcome.Runs - outcome.Known - outcome.Computed:N0} left. Run the same command again to resume."
                )
            );
            return CommandLine.Stopped;
        }

        foreach (FailedRun failed in outcome.Failed.Take(MostFailures))
        {
            terminal.Error.WriteLine(Text($"Run {failed.Number} failed ({failed.Inputs}): {failed.Error}"));
        }

        if (outcome.Failed.Length > MostFailures)
        {
            terminal.Error.WriteLine(
                Text($"… and {outcome.Failed.Length - MostFailures:N0} more. The column 'error' of the results gives the reasons.")
            );
        }

        terminal.Out.WriteLine(Text($"{runner.Plan.Id}: {outcome.Runs:N0} runs, {outcome.Failed.Length:N0} failed. Written to {folder}."));
        terminal.Out.WriteLine($"Next: sroi batch summary {CaseNames.Word(folder)}");
        return outcome.Failed.IsEmpty ? CommandLine.Done : CommandLine.FilesHaveProblems;
    }

    private static void Begin(Terminal terminal, BatchRunner runner, BatchOutcome begun)
    {
        foreach (string notice in begun.Notices)
        {
            terminal.Error.WriteLine(notice);
        }

        terminal.Error.WriteLine(Beginning(runner, begun));
    }

    private static string Beginning(BatchRunner runner, BatchOutcome begun)
    {
        string part = runner.Shard is { } shard ? $", shard {shard}" : "";
        string known = begun.Known == 0 ? "" : Text($", {begun.Known:N0} already stored");
        return Text(
            $"{runner.Plan.Id}{part}: {begun.Runs:N0} runs of {runner.Plan.Draws:N0} draws, seed {runner.Plan.Seed}{known}. Finished runs are stored in {runner.Store}."
        );
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
