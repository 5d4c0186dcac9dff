using System.Collections.Immutable;
using System.Globalization;
using Sroi.Presentation.Pages;
using Sroi.Quantities;
using Sroi.Uncertainty.Running;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Presentation.Charting.Pictures;

/// <summary>The expected ratio with more and more draws.</summary>
internal static class ConvergenceChart
{
    private const int FewestDraws = 1_000;
    private const double TwoSided95 = 1.959963984540054;

    public static Chart Of(SimulationResult draws)
    {
        _ = DistributionChart.Varying(draws);
        (long Draws, Estimate Ratio)[] steps =
        [
            .. Steps(draws.Draws)
                .Select(count => (count, Ratio(draws, count)))
                .Where(step => step.Item2 is not null)
                .Select(step => (step.count, step.Item2!)),
        ];
        (long Draws, Estimate Ratio) last = steps[^1];
        string error = Figures.Error(last.Ratio.StandardError);
        return new()
        {
            Name = "convergence",
            Title = "Are there enough draws?",
            Alternative =
                $"The expected ratio after more and more draws, with the 95 % interval of its Monte Carlo error: {string.Join(", ", steps.Select(step => string.Create(CultureInfo.InvariantCulture, $"{Figures.Ratio(step.Ratio.Value)} after {step.Draws:N0}")))}. The standard error at the end is {error}.",
            Source = ChartSource.Of(draws),
            Positions = Axis.Of("draws", steps.Select(step => step.Draws.ToString("N0", CultureInfo.InvariantCulture))),
            Values = new("expected ratio (£ per £ of inputs)", AxisFormat.Number),
            Series =
            [
                new Series.Band(
                    "95 % interval of the Monte Carlo error",
                    Ink.Third,
                    [
                        .. steps.Select(
                            (step, at) =>
                                new Interval(
                                    at,
                                    step.Ratio.Value,
                                    step.Ratio.Value - (TwoSided95 * step.Ratio.StandardError),
                                    step.Ratio.Value + (TwoSided95 * step.Ratio.StandardError)
                                )
                        ),
                    ]
                ),
                new Series.Curve("expected ratio", Ink.Gain, [.. steps.Select((step, at) => new Place(at, step.Ratio.Value))]) { HasDots = true },
            ],
            Figures = Table(steps),
        };
    }

    // The first draws are the same however many follow.
    private static Estimate? Ratio(SimulationResult draws, long count) =>
        count == draws.Draws
            ? draws.RatioOfMeans
            : (draws.Simulation with { Draws = count, Until = null, Keep = Kept.Nothing, Breakdown = Breakdown.Headlines, Alongside = [] })
                .Run()
                .RatioOfMeans;

    private static ImmutableArray<long> Steps(long draws)
    {
        List<long> steps = [];
        for (long step = FewestDraws; step < draws; step *= 2)
        {
            steps.Add(step);
        }

        return [.. steps, draws];
    }

    private static PageTable Table((long Draws, Estimate Ratio)[] steps)
    {
        TableBuilder table = TableBuilder.Of(
            "The expected ratio as draws are added",
            ("draws", true),
            ("expected ratio", true),
            ("standard error", true)
        );
        foreach ((long draws, Estimate ratio) in steps)
        {
            table.Row([
                draws.ToString("N0", CultureInfo.InvariantCulture),
                Figures.Ratio(ratio.Value, ratio.StandardError),
                Figures.Error(ratio.StandardError),
            ]);
        }

        return table.Done();
    }
}
