using System.Collections.Immutable;
using Sroi.Presentation.Pages;
using Sroi.Quantities;
using Sroi.Uncertainty.Running;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Presentation.Charting.Pictures;

/// <summary>The ratio over the draws, the part below 1 marked.</summary>
internal static class DistributionChart
{
    private const int Bars = 60;

    public static Chart Of(SimulationResult draws)
    {
        FigureSummary ratio = Varying(draws);
        double below = 1 - (ratio.ProbabilityAboveThreshold?.Value ?? 0);
        string chance = AnalysisText.Chance(new Estimate(below, ratio.ProbabilityAboveThreshold?.StandardError ?? 0));
        string interval = $"{Percentile(ratio, 0.025)} and {Percentile(ratio, 0.975)}";
        ImmutableArray<HistogramBar> bars = Core(ratio.Histogram(Bars));
        return new()
        {
            Name = "ratio_distribution",
            Title = "How uncertain is the ratio, and how likely is it below 1?",
            Alternative =
                $"The social return for each pound over all draws: in 95 of 100 draws between {interval}, median {Percentile(ratio, 0.5)}; in {chance} of the draws below 1, where the service returns less than it costs. The few most extreme draws are not shown.",
            Source = ChartSource.Of(draws),
            Positions = new("social return for each pound of inputs (£, present value)", AxisFormat.Number),
            Values = new("share of the draws", AxisFormat.Percent),
            Series =
            [
                .. Part($"below 1: {chance} of the draws", Ink.Loss, bars.Where(bar => Middle(bar) < 1)),
                .. Part("1 and above", Ink.Gain, bars.Where(bar => Middle(bar) >= 1)),
            ],
            Marks = [.. Marked(draws, ratio)],
            Figures = Table(draws, ratio, chance),
        };
    }

    internal static FigureSummary Varying(SimulationResult draws) =>
        draws.SroiRatio is { Percentiles.IsEmpty: false, Outside: 0 } ratio && ratio.Smallest < ratio.Largest
            ? ratio
            : throw new ArgumentException(Why(draws));

    private static string Why(SimulationResult draws)
    {
        string id = draws.Simulation.SocialReturn.Scenario.Id;
        return draws.Simulation.SocialReturn.Outcomes.IsEmpty ? $"No outcome is valued in {id}, so it has no ratio to draw."
            : draws.Parameters.IsEmpty ? $"No parameter of {id} has a spread, so its ratio is the same in every draw. Give spreads in its file."
            : draws.SroiRatio is { Percentiles.IsEmpty: false, Outside: 0 }
                ? $"No parameter of {id} with a spread affects its ratio, which is the same in every draw."
            : $"The ratio of {id} is not defined in every draw: in some the inputs are not above zero. See the net present value.";
    }

    private static IEnumerable<Series> Part(string name, Ink ink, IEnumerable<HistogramBar> bars)
    {
        ImmutableArray<Bar> drawn = [.. bars.Select(bar => new Bar(Middle(bar), 0, bar.Share) { Width = bar.To - bar.From })];
        return drawn.IsEmpty ? [] : [new Series.Bars(name, ink, drawn)];
    }

    private static IEnumerable<Mark> Marked(SimulationResult draws, FigureSummary ratio)
    {
        yield return new(1, "£1 for £1", Dash.Solid) { IsPosition = true };
        if (ratio.Base is { } atBase)
        {
            yield return new(atBase, $"base case {Figures.Ratio(atBase)}", Dash.Dashed) { IsPosition = true };
        }

        if (draws.RatioOfMeans is { } expected)
        {
            yield return new(expected.Value, $"expected {Figures.Ratio(expected.Value, expected.StandardError)}", Dash.Dotted) { IsPosition = true };
        }
    }

    // The outermost bars reach to the most extreme draws, so their widths differ from the others.
    private static ImmutableArray<HistogramBar> Core(ImmutableArray<HistogramBar> bars) => bars[1..^1];

    private static double Middle(HistogramBar bar) => (bar.From + bar.To) / 2;

    private static string Percentile(FigureSummary ratio, double p) => Figures.Ratio(ratio.Percentile(p).Value, ratio.Percentile(p).StandardError);

    private static PageTable Table(SimulationResult draws, FigureSummary ratio, string chance)
    {
        TableBuilder table = TableBuilder.Of("The ratio over the draws", ("", false), ("ratio", true));
        table.Row("base case", ratio.Base is { } atBase ? Figures.Ratio(atBase) : "undefined");
        if (draws.RatioOfMeans is { } expected)
        {
            table.Row("expected (mean benefits ÷ mean inputs)", Figures.Ratio(expected.Value, expected.StandardError));
        }

        foreach (double p in FigureSummary.ReportedPercentiles)
        {
            table.Row(p == 0.5 ? "median" : $"{Figures.Percent(p)} of the draws lie below", Percentile(ratio, p));
        }

        table.Row("share of the draws below 1", chance, Tone.Strong);
        return table.Done();
    }
}
