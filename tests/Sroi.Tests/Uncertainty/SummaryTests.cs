using Sroi.Parameters.Distributions;
using Sroi.Uncertainty.Running;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Tests.Uncertainty;

/// <summary>Summaries of draws: exact where they are kept, and as good as exact where they are only counted.</summary>
public class SummaryTests
{
    private const int Many = 400_000;

    // Added in squares, a seventh of an error makes it one per cent larger.
    private const double PartOfError = 1.0 / 7;

    public static TheoryData<string, Distribution> Shapes =>
        new()
        {
            { "normal", new Distribution.Normal(100, 30) },
            { "skewed to the right", new Distribution.LogNormal(0, 1.5) },
            { "skewed to the left", new Distribution.Beta(9, 0.8) },
            { "about zero", new Distribution.Normal(0, 1) },
            { "two humps", new Distribution.Mixture([new Distribution.Normal(-5, 1), new Distribution.Normal(50, 3)], [0.5, 0.5]) },
        };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Percentiles_that_are_only_counted_are_those_of_the_draws_to_a_small_part_of_their_error(string shape, Distribution distribution)
    {
        Simulation simulation = Simulation.Of(
            UncertainCases.Product(new Distribution.Fixed(1), distribution, new Distribution.Fixed(1)),
            Many,
            UncertainCases.Seed
        );
        FigureSummary counted = simulation.Run().PresentValueBenefits,
            kept = (simulation with { Keep = Kept.Outputs }).Run().PresentValueBenefits;
        foreach ((PercentileEstimate approximate, PercentileEstimate exact) in counted.Percentiles.Zip(kept.Percentiles))
        {
            Assert.True(
                Math.Abs(approximate.Value - exact.Value) <= PartOfError * exact.StandardError,
                $"{shape}: percentile {exact.P} is {exact.Value}, told as {approximate.Value}."
            );
        }
    }

    [Fact]
    public void Percentiles_of_kept_draws_are_those_of_the_sorted_draws()
    {
        FigureSummary figure = (
            Simulation.Of(
                UncertainCases.Product(new Distribution.Fixed(1), new Distribution.LogNormal(0, 1.5), new Distribution.Fixed(1)),
                Many,
                UncertainCases.Seed
            ) with
            {
                Keep = Kept.Outputs,
            }
        )
            .Run()
            .PresentValueBenefits;
        double[] sorted = [.. figure.Draws.Order()];
        foreach (PercentileEstimate told in figure.Percentiles)
        {
            double rank = told.P * (sorted.Length - 1);
            int below = (int)rank;
            Assert.Equal(sorted[below] + ((rank - below) * (sorted[below + 1] - sorted[below])), told.Value);
        }

        Assert.Equal(sorted.Average(), figure.Mean!.Value, tolerance: 1e-12 * sorted.Average());
        Assert.Equal(sorted[0], figure.Smallest);
        Assert.Equal(sorted[^1], figure.Largest);
        Assert.Equal(sorted.Count(x => x > 0) / (double)Many, figure.ProbabilityAboveThreshold!.Value);
    }

    [Fact]
    public void Separate_values_are_told_as_they_are_even_when_only_counted()
    {
        FigureSummary figure = UncertainCases.Benefits(new Distribution.Discrete([0, 10, 1000], [0.55, 0.35, 0.1]), Many).PresentValueBenefits;
        Assert.Equal([0, 0, 0, 0, 10, 1000, 1000], figure.Percentiles.Select(p => p.Value));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(1023)]
    [InlineData(1025)]
    public void A_few_draws_are_summed_up_too(int draws)
    {
        SimulationResult result = (
            Simulation.Of(UncertainCases.Product(new Distribution.Gamma(4, 10), new Distribution.Fixed(3), new Distribution.Fixed(60)), draws, 3) with
            {
                Keep = Kept.Outputs,
            }
        ).Run();
        FigureSummary benefits = result.PresentValueBenefits;
        Assert.Equal(draws, benefits.Draws.Length);
        Assert.Equal(benefits.Draws.Average(), benefits.Mean!.Value, precision: 9);
        Assert.Equal(benefits.Draws.Count(b => b > 60) / (double)draws, result.ProbabilityRatioAboveOne!.Value, precision: 12);
    }

    [Fact]
    public void A_histogram_holds_every_draw_once()
    {
        FigureSummary figure = UncertainCases.Benefits(new Distribution.Normal(5, 2), 50_000).PresentValueBenefits;
        var bars = figure.Histogram(20);
        Assert.Equal(20, bars.Length);
        Assert.Equal(1, bars.Sum(bar => bar.Share), precision: 9);
        Assert.Equal(figure.Smallest, bars[0].From);
        Assert.Equal(figure.Largest, bars[^1].To);
        Assert.All(bars.Skip(1).Zip(bars), pair => Assert.Equal(pair.Second.To, pair.First.From));

        // P(X ≥ 5) = ½, within five standard errors.
        Assert.InRange(figure.ProbabilityOfAtLeast(5)!.Value, 0.5 - (2.5 / Math.Sqrt(50_000)), 0.5 + (2.5 / Math.Sqrt(50_000)));
    }

    [Fact]
    public void Overflow_is_told_and_not_averaged()
    {
        SimulationResult result = Simulation
            .Of(
                UncertainCases.Product(new Distribution.LogNormal(300, 10), new Distribution.LogNormal(300, 10), new Distribution.LogNormal(-100, 1)),
                5000,
                3
            )
            .Run();
        Assert.True(result.UndefinedDraws!.Count > 0);
        Assert.Null(result.NetPresentValue!.Mean);
    }
}
