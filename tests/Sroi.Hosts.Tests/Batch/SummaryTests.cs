using Sroi.Batch.Summaries;

namespace Sroi.Hosts.Tests.Batch;

/// <summary>What drives the differences between runs, with numbers small enough to work by hand.</summary>
public class SummaryTests
{
    // Two services; ratio = start + a × 0.5 + b × 0.1 of service one, always 3 of service two.
    private static readonly SummarizedRun[] s_runs =
    [
        Run(0, "one", 0, 0, 0.8),
        Run(1, "one", 0, 1, 0.9),
        Run(2, "one", 1, 0, 1.3),
        Run(3, "one", 1, 1, 1.4),
        Run(4, "two", null, null, 3),
        Run(5, "two", null, null, null) with
        {
            Error = "it failed",
        },
    ];

    private static readonly BatchSummary s_summary = BatchSummary.Of("plan", 1000, ["a", "b"], s_runs);

    [Fact]
    public void Shares_counts_and_extremes_are_those_of_the_runs_with_a_ratio()
    {
        Assert.Equal((6, 1, 0, 3), (s_summary.Runs, s_summary.Failed.Length, s_summary.WithoutRatio, s_summary.AboveOne));
        Assert.Equal(0.6, s_summary.ShareAboveOne);
        Assert.Equal([4, 3, 2, 1, 0], s_summary.Best.Select(run => run.Number));
        Assert.Equal([0, 1, 2, 3, 4], s_summary.Worst.Select(run => run.Number));
    }

    [Fact]
    public void The_shares_of_a_factorial_design_are_its_sums_of_squares()
    {
        // Within service one: a moves by ±0.25, b by ±0.05 around 1.1: 4 × 0.0625 and 4 × 0.0025 of 4 × 0.065.
        Assert.Equal(["scenario", "a", "b"], s_summary.Drivers.Select(driver => driver.Name));
        Assert.Equal(0.0625 / 0.065, s_summary.Drivers[1].Share, 12);
        Assert.Equal(0.0025 / 0.065, s_summary.Drivers[2].Share, 12);
        Assert.Equal([0.85, 1.35], s_summary.Drivers[1].Levels.Select(level => Math.Round(level.MeanRatio, 12)));

        // Between: the mean of all is 7.4 ÷ 5 = 1.48; 4 × (1.1 − 1.48)² + (3 − 1.48)² = 2.888, and 0.26 within.
        Assert.Equal(2.888 / (2.888 + 0.26), s_summary.Drivers[0].Share, 12);
    }

    [Fact]
    public void Runs_that_turn_the_decision_are_those_on_the_other_side_of_one_than_the_unchanged_case()
    {
        ServiceVerdict one = s_summary.Services[0];
        Assert.Equal((0.9, 4L, 2L), (one.ReferenceRatio, one.Runs, one.AboveOne));
        Assert.Equal([2, 3], one.Flips.Select(run => run.Number));
        Assert.Empty(s_summary.Services[1].Flips);
    }

    [Fact]
    public void A_number_that_takes_many_values_counts_by_tenths()
    {
        SummarizedRun[] runs = [.. Enumerable.Range(0, 1000).Select(i => Run(i, "one", i / 1000.0, null, i / 1000.0))];
        Driver driver = Assert.Single(BatchSummary.Of("plan", 1, ["a", "b"], runs).Drivers);
        Assert.Equal(10, driver.Levels.Length);

        // Equal tenths of a uniform number leave a hundredth of its variance within them.
        Assert.Equal(0.99, driver.Share, 4);
    }

    [Fact]
    public void With_nothing_valued_there_is_no_share_and_nothing_drives_it()
    {
        BatchSummary summary = BatchSummary.Of("plan", 1, [], [Run(0, "one", null, null, null)]);
        Assert.Null(summary.ShareAboveOne);
        Assert.Empty(summary.Drivers);
        Assert.DoesNotContain("NaN", summary.ToString(), StringComparison.Ordinal);
    }

    private static SummarizedRun Run(long number, string scenario, double? a, double? b, double? ratio) =>
        new()
        {
            Number = number,
            Scenario = scenario,
            Variant = "base",
            Overlay = "none",
            Values = [a, b],
            Ratio = ratio,
            ProbabilityAboveOne = null,
            CaseRatio = scenario == "one" ? 0.9 : 3,
            Error = null,
        };
}
