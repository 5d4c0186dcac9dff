using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Sroi.Batch.Plans;
using Sroi.Batch.Queue;
using Sroi.Batch.Running;
using Sroi.Parameters.Reading;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi batch run</c>: every run of a plan that is not known yet, and the results as one data set.</summary>
internal static class BatchRunCommand
{
    private const int MostFailures = 20;

    public static Command Create(Terminal terminal)
    {
        BatchOptions options = new();
        Option<string> output = new("--out")
        {
            Description = "The folder for the results: runs, outcomes and ledger as Parquet, and a manifest; all of them or none.",
            HelpName = "DIR",
            Required = true,
        };
        Option<Shard?> shard = new("--shard")
        {
            Description = "Only one part of the plan, such as 3/16, for a cluster that schedules by itself; 'sroi batch merge' joins the parts.",
            HelpName = "I/N",
            CustomParser = ReadShard,
        };
        Option<string?> queue = WorkerCommand.Queue(
            "Let workers do it ('sroi worker --queue …' on any machine): a PostgreSQL database, such as \"Host=db;Database=sroi;Username=analyst;Password=…\"."
        );
        Option<string?> key = WorkerCommand.KeyFile();
        Command command = new("run", "Run a plan. Finished runs are kept: what was stopped goes on, and no run is computed twice.")
        {
            output,
            shard,
            queue,
            key,
        };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            (ParameterLibrary library, BatchPlan plan) = options.Read(terminal, parsed);
            options.CheckSize(parsed, plan);
            foreach (string notice in plan.Notices)
            {
                terminal.Error.WriteLine(notice);
            }

            using QueueConnection? connection = parsed.GetValue(queue) is { } text ? WorkerCommand.Open(terminal, text, parsed.GetValue(key)) : null;
            BatchRunner runner = new(plan, library)
            {
                Elsewhere = connection is null ? null : new QueuedRuns(connection, library, terminal.Error.WriteLine).Compute,
                Folder = terminal.PathOf(parsed.GetRequiredValue(output)),
                Store = options.Store(terminal, parsed),
                Threads = options.Threads(parsed),
                Shard = parsed.GetValue(shard),
            };
            return Run(terminal, runner, parsed.GetRequiredValue(output));
        });
        return command;
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
                    $"Stopped: {outcome.Computed:N0} runs done, {outcome.Runs - outcome.Known - outcome.Computed:N0} left. The same command goes on from here."
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
            terminal.Error.WriteLine(Text($"… and {outcome.Failed.Length - MostFailures:N0} more; the column 'error' of the results says why."));
        }

        terminal.Out.WriteLine(Text($"{runner.Plan.Id}: {outcome.Runs:N0} runs, {outcome.Failed.Length:N0} failed. Written to {folder}."));
        terminal.Out.WriteLine($"What they say: sroi batch summary {folder}");
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
        string known = begun.Known == 0 ? "" : Text($", {begun.Known:N0} known already");
        return Text(
            $"{runner.Plan.Id}{part}: {begun.Runs:N0} runs of {runner.Plan.Draws:N0} draws, seed {runner.Plan.Seed}{known}. Finished runs are kept in {runner.Store}."
        );
    }

    private static Shard? ReadShard(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (Shard.Parse(text) is { } shard)
        {
            return shard;
        }

        result.AddError($"--shard takes a part and how many there are, such as 3/16; {NumberArguments.Found(text)}");
        return null;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
