using System.Globalization;
using Sroi.Batch.Plans;
using Sroi.Batch.Running;
using Sroi.Cli.Declarations;
using Sroi.Cli.Settings;
using Sroi.Parameters.Reading;
using Sroi.Presentation.Pages;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi batch check</c>: estimates the number of runs of a plan, their time on this machine and the size of the results.</summary>
internal sealed record BatchCheckCommand(PlanSettings Plan) : IRunnable
{
    public static Declaration Declared =>
        new(
            "check",
            "Estimate the runs, time and disk space a plan needs on this machine. Writes nothing.",
            given => new BatchCheckCommand(PlanSettings.Of(given))
        );

    public int Run(Terminal terminal)
    {
        (ParameterLibrary library, BatchPlan plan) = Plan.Read(terminal);
        int threads = Plan.ThreadsOrAll;
        Plan.CheckSize(plan);
        terminal.Write(Page.Of(page => Write(page, plan, BatchEstimate.Of(plan, library, threads), threads)));
        return CommandLine.Done;
    }

    private static void Write(PageBuilder page, BatchPlan plan, BatchEstimate estimate, int threads)
    {
        page.Line($"{plan.Title} ({plan.File})", Tone.Strong);
        page.Line(Text($"{plan.Runs:N0} runs of {plan.Draws:N0} draws, seed {plan.Seed}."));
        page.Space();
        Axes(page, plan);
        Cases(page, plan);
        foreach (string notice in plan.Notices)
        {
            page.Line(notice, Tone.Caution);
        }

        page.Line(
            Text(
                $"About {ProgressLine.InWords(estimate.Time)} on {threads} {(threads == 1 ? "thread" : "threads")} of this machine if no run is stored yet. Stored runs take about {Size(estimate.StoreBytes)} and the results about {Size(estimate.ResultBytes)}. Estimated from {estimate.Tried} of the runs."
            )
        );
        if (estimate.Failed > 0)
        {
            page.Line(Text($"{estimate.Failed} of {estimate.Tried} trial runs failed: {estimate.Error}"), Tone.Grave);
        }
    }

    private static void Axes(PageBuilder page, BatchPlan plan)
    {
        if (plan.Axes.IsEmpty)
        {
            return;
        }

        TableBuilder table = TableBuilder.Of("Varied parameters", ("column", false), ("parameters", false), ("unit", false));
        foreach (PlanAxis axis in plan.Axes)
        {
            string[] ids = [.. axis.Ids.Take(6)];
            string more = axis.Ids.Length > ids.Length ? Text($"\n… and {axis.Ids.Length - ids.Length} more") : "";
            table.Row([axis.Name, string.Join('\n', ids) + more, axis.Unit]);
        }

        page.Add(table);
        page.Space();
    }

    private static void Cases(PageBuilder page, BatchPlan plan)
    {
        TableBuilder table = TableBuilder.Of("Cases", ("scenario", false), ("variant", false), ("overlay", false), ("runs", true), ("varied", false));
        foreach ((BatchCase one, long runs, var used) in plan.Cases.Zip(plan.RunsOfCases, plan.AxesOfCases))
        {
            table.Row([
                one.Scenario,
                one.VariantName,
                one.OverlayName,
                Text($"{runs:N0}"),
                used.IsEmpty ? "nothing it uses" : string.Join('\n', used.Select(axis => plan.Axes[axis].Name)),
            ]);
        }

        page.Add(table);
        page.Space();
    }

    private static string Size(long bytes) =>
        bytes switch
        {
            >= 1_000_000_000 => Text($"{bytes / 1e9:N1} GB"),
            >= 1_000_000 => Text($"{bytes / 1e6:N1} MB"),
            _ => Text($"{Math.Max(1, bytes / 1e3):N0} kB"),
        };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
