using System.Collections.Immutable;
using Sroi.Showing;

namespace Sroi.Batch.Summaries;

/// <summary>Summarises a batch: what drives the differences between its runs, which runs are best and worst, and which reverse the decision.</summary>
public sealed record BatchSummary : Presentable
{
    private const int MostExtremes = 5;

    /// <summary>The plan's name.</summary>
    public required string Plan { get; init; }

    /// <summary>The draws of each run.</summary>
    public required long Draws { get; init; }

    /// <summary>The names of the varied numbers, in the order of the plan.</summary>
    public required ImmutableArray<string> Axes { get; init; }

    /// <summary>All runs.</summary>
    public required long Runs { get; init; }

    /// <summary>Runs that failed, in the order of the plan.</summary>
    public required ImmutableArray<SummarizedRun> Failed { get; init; }

    /// <summary>Runs without a ratio that did not fail: nothing is valued, or there are no inputs.</summary>
    public required long WithoutRatio { get; init; }

    /// <summary>Runs with a ratio above 1.</summary>
    public required long AboveOne { get; init; }

    /// <summary>Runs in which at least 19 of 20 draws have a ratio above 1.</summary>
    public required long SurelyAboveOne { get; init; }

    /// <summary>The highest ratios, at most five, the highest first.</summary>
    public required ImmutableArray<SummarizedRun> Best { get; init; }

    /// <summary>The lowest ratios, at most five, the lowest first.</summary>
    public required ImmutableArray<SummarizedRun> Worst { get; init; }

    /// <summary>What drives the ratio.</summary>
    public required ImmutableArray<Driver> Drivers { get; init; }

    /// <summary>The results of each scenario, in plan order.</summary>
    public required ImmutableArray<ServiceVerdict> Services { get; init; }

    /// <summary>Runs with a ratio.</summary>
    public long WithRatio => Runs - Failed.Length - WithoutRatio;

    /// <summary>The share of runs with a ratio in which it is above 1; null if no run has a ratio.</summary>
    public double? ShareAboveOne => WithRatio == 0 ? null : AboveOne / (double)WithRatio;

    /// <summary>The summary of runs.</summary>
    /// <param name="plan">The plan's name.</param>
    /// <param name="draws">The draws of each run.</param>
    /// <param name="axes">The names of the varied numbers.</param>
    /// <param name="runs">The runs, in the order of the plan.</param>
    public static BatchSummary Of(string plan, long draws, ImmutableArray<string> axes, IReadOnlyList<SummarizedRun> runs)
    {
        SummarizedRun[] withRatio = [.. runs.Where(run => run.Ratio is not null)];
        SummarizedRun[] ordered = [.. withRatio.OrderByDescending(run => run.Ratio).ThenBy(run => run.Number)];
        return new()
        {
            Plan = plan,
            Draws = draws,
            Axes = axes,
            Runs = runs.Count,
            Failed = [.. runs.Where(run => run.Error is not null)],
            WithoutRatio = runs.LongCount(run => run.Ratio is null && run.Error is null),
            AboveOne = withRatio.LongCount(run => run.Ratio > 1),
            SurelyAboveOne = withRatio.LongCount(run => run.ProbabilityAboveOne >= 0.95),
            Best = [.. ordered.Take(MostExtremes)],
            Worst = [.. ordered.Reverse().Take(MostExtremes)],
            Drivers = Summaries.Drivers.Of(withRatio, axes),
            Services = [.. runs.GroupBy(run => run.Scenario).Select(VerdictOf)],
        };
    }

    /// <inheritdoc/>
    public override string ToHtml() => SummaryPage.Of(this).ToHtml();

    /// <summary>It as tables of plain text.</summary>
    public override string ToString() => SummaryPage.Of(this).ToString();

    private static ServiceVerdict VerdictOf(IGrouping<string, SummarizedRun> runs)
    {
        SummarizedRun[] withRatio = [.. runs.Where(run => run.Ratio is not null)];
        SummarizedRun reference = runs.FirstOrDefault(run => run is { Variant: "base", Overlay: "none", Error: null }) ?? runs.First();
        bool? isWorth = reference.CaseRatio is { } ratio ? ratio > 1 : null;
        return new()
        {
            Scenario = runs.Key,
            Reference = $"{reference.Variant}, overlay {reference.Overlay}",
            ReferenceRatio = reference.CaseRatio,
            Runs = withRatio.LongLength,
            AboveOne = withRatio.LongCount(run => run.Ratio > 1),
            Range = withRatio.Length == 0 ? null : (withRatio.Min(run => run.Ratio!.Value), withRatio.Max(run => run.Ratio!.Value)),
            Flips = isWorth is { } worth ? [.. withRatio.Where(run => run.Ratio > 1 != worth)] : [],
        };
    }
}
