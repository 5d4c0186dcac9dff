using System.Globalization;
using Sroi.Batch.Results;
using Sroi.Evaluation;
using Sroi.Presentation.Pages;
using Sroi.Quantities;

namespace Sroi.Batch.Summaries;

/// <summary>The summary of a batch as a person reads it.</summary>
public static class SummaryPage
{
    private const int MostFlips = 8,
        MostFailures = 10;

    // Below this, there is no driver.
    private const double LeastShare = 0.0005;

    /// <summary>The summary of a batch.</summary>
    /// <param name="summary">The summary.</param>
    /// <param name="folder">The folder of the results, as the user would name it; null if unknown.</param>
    public static Page Of(BatchSummary summary, string? folder = null) => Page.Of(page => Write(page, summary, folder ?? "DIR"));

    private static void Write(PageBuilder page, BatchSummary summary, string folder)
    {
        page.Line(Text($"{summary.Plan}: {Count(summary.Runs, "run")} of {summary.Draws:N0} draws each"), Tone.Strong);
        Shares(page, summary);
        Services(page, summary);
        DriverTable(page, summary);
        Extremes(page, summary);
        Flips(page, summary, folder);
        Failures(page, summary);
    }

    private static void Shares(PageBuilder page, BatchSummary summary)
    {
        if (summary.ShareAboveOne is { } share)
        {
            page.Line(
                Text(
                    $"In {summary.AboveOne:N0} of {summary.WithRatio:N0} runs ({Figures.Percent(share)}) the SROI ratio is above 1; in {summary.SurelyAboveOne:N0} it is above 1 in at least 95 % of the draws."
                )
            );
        }

        if (summary.WithoutRatio > 0)
        {
            page.Line(Text($"{Count(summary.WithoutRatio, "run")} without a ratio: nothing is valued there, or there are no inputs."), Tone.Faint);
        }

        page.Line(
            "These are shares of the runs in the plan, not probabilities. The probability of a ratio follows from the draws of each run.",
            Tone.Faint
        );
        page.Space();
    }

    private static void Services(PageBuilder page, BatchSummary summary)
    {
        TableBuilder table = TableBuilder.Of(
            "By service",
            summary.Services,
            ("", false, service => service.Scenario),
            ("unchanged", true, service => Ratio(service.ReferenceRatio)),
            ("lowest", true, service => Ratio(service.Range?.Low)),
            ("highest", true, service => Ratio(service.Range?.High)),
            ("runs", true, service => Text($"{service.Runs:N0}")),
            ("above 1", true, service => service.Runs == 0 ? "–" : Figures.Percent(service.AboveOne / (double)service.Runs)),
            ("turned", true, service => service.ReferenceRatio is null ? "–" : Text($"{service.Flips.Length:N0}"))
        );

        page.Add(table);
        page.Line(
            "Ratios at base values. Unchanged: the base case without overlays, with the varied numbers as the files have them. Turned: runs on the other side of 1 than that.",
            Tone.Faint
        );
        page.Space();
    }

    private static void DriverTable(PageBuilder page, BatchSummary summary)
    {
        Driver[] drivers = [.. summary.Drivers.Where(driver => driver.Share >= LeastShare)];
        if (drivers.Length == 0)
        {
            return;
        }

        TableBuilder table = TableBuilder.Of(
            "What drives the ratio",
            drivers.Where(driver => driver.Name != "scenario"),
            ("", false, driver => driver.Name),
            ("share", true, driver => Figures.Percent(Math.Round(driver.Share, 3))),
            ("mean ratio, level by level", false, driver => Levels(driver))
        );

        page.Add(table);
        Driver? scenario = drivers.FirstOrDefault(driver => driver.Name == "scenario");
        page.Line(
            (scenario is null ? "" : $"Of all differences between runs {Figures.Percent(Math.Round(scenario.Share, 3))} lie between the services. ")
                + "The shares are of the differences within a service (sums of squares, one thing at a time; what is missing to 100 % is things acting together).",
            Tone.Faint
        );
        page.Space();
    }

    private static string Levels(Driver driver) =>
        driver.Levels.Length <= 4
            ? string.Join('\n', driver.Levels.Select(level => $"{level.Level}: {Figures.Ratio(level.MeanRatio)}"))
            : $"{driver.Levels[0].Level}: {Figures.Ratio(driver.Levels[0].MeanRatio)}\n…\n{driver.Levels[^1].Level}: {Figures.Ratio(driver.Levels[^1].MeanRatio)}";

    private static void Extremes(PageBuilder page, BatchSummary summary)
    {
        if (summary.Best.IsEmpty)
        {
            return;
        }

        TableBuilder table = TableBuilder.Of(
            "Best and worst",
            summary.Best.Concat(summary.Worst.Reverse()).DistinctBy(run => run.Number),
            ("run", true, run => Text($"{run.Number}")),
            ("", false, run => Inputs(run, summary)),
            ("ratio", true, run => Ratio(run.Ratio)),
            ("above 1", true, run => Chance(run))
        );

        page.Add(table);
        page.Line("Above 1: the share of the run's draws with a ratio above 1.", Tone.Faint);
        page.Space();
    }

    private static void Flips(PageBuilder page, BatchSummary summary, string folder)
    {
        ServiceVerdict[] turned = [.. summary.Services.Where(service => !service.Flips.IsEmpty)];
        if (turned.Length == 0)
        {
            page.Line("No run reverses the decision on a service: every ratio stays on the same side of 1 as in the unchanged case.");
            return;
        }

        page.Line(
            Text(
                $"Runs that reverse the decision: {Count(turned.Sum(service => service.Flips.LongCount()), "run")} of {Count(turned.Length, "service")}."
            ),
            Tone.Caution
        );
        TableBuilder table = TableBuilder.Of(null, ("run", true), ("", false), ("unchanged", true), ("ratio", true));
        foreach (ServiceVerdict service in turned)
        {
            foreach (SummarizedRun run in service.Flips.Take(MostFlips))
            {
                table.Row([Text($"{run.Number}"), Inputs(run, summary), Ratio(service.ReferenceRatio), Ratio(run.Ratio)]);
            }

            if (service.Flips.Length > MostFlips)
            {
                table.Row(["", Text($"… and {service.Flips.Length - MostFlips:N0} more of {service.Scenario}"), "", ""], Tone.Faint);
            }
        }

        page.Add(table);
        page.Line("All of them, each compared with its own case:", Tone.Faint);
        page.Line(
            $"  sroi batch query {(folder.Contains(' ') ? $"\"{folder}\"" : folder)} \"select * from runs where ({FigureCatalogue.SroiRatio.Id} > 1) <> ({RunTables.OfCase(FigureCatalogue.SroiRatio)} > 1)\"",
            Tone.Faint
        );
    }

    private static void Failures(PageBuilder page, BatchSummary summary)
    {
        if (summary.Failed.IsEmpty)
        {
            return;
        }

        page.Space();
        page.Line(Text($"{Count(summary.Failed.Length, "run")} failed:"), Tone.Grave);
        foreach (SummarizedRun run in summary.Failed.Take(MostFailures))
        {
            page.Line(Text($"  run {run.Number}, {Inputs(run, summary).ReplaceLineEndings(", ")}: {run.Error}"));
        }

        if (summary.Failed.Length > MostFailures)
        {
            page.Line(Text($"  … and {summary.Failed.Length - MostFailures:N0} more: their column 'error' says why."), Tone.Faint);
        }
    }

    private static string Inputs(SummarizedRun run, BatchSummary summary)
    {
        string start = run.Scenario + (run.Variant == "base" ? "" : $", {run.Variant}") + (run.Overlay == "none" ? "" : $", overlay {run.Overlay}");
        string values = string.Join(
            ", ",
            summary.Axes.Select((name, axis) => run.Values[axis] is { } value ? Text($"{name} {value:G5}") : null).OfType<string>()
        );
        return values.Length == 0 ? start : $"{start}\n{values}";
    }

    private static string Ratio(double? ratio) => ratio is { } known ? Figures.Ratio(known) : "–";

    private static string Chance(SummarizedRun run) => run.ProbabilityAboveOne is { } chance ? Figures.Percent(Math.Round(chance, 3)) : "–";

    private static string Count(long number, string what) => Text($"{number:N0} {what}{(number == 1 ? "" : "s")}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
