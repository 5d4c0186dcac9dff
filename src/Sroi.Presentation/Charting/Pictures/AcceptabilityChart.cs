using Sroi.Evaluation;
using Sroi.Presentation.Pages;
using Sroi.Quantities;
using Sroi.Sensitivity.Decisions;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Presentation.Charting.Pictures;

/// <summary>How likely each option is to reach a given SROI ratio.</summary>
internal static class AcceptabilityChart
{
    public static Chart Of(AcceptabilityCurve curve)
    {
        string[] names = [.. curve.Options.Select(option => option.Name)];
        return new()
        {
            Name = "acceptability",
            Title = "How likely is each option to reach a given SROI ratio?",
            Alternative =
                $"The probability that each pound of inputs brings back at least so many pounds of benefits. {string.Join(" ", names.Select(name => $"{curve.Decision.Titled(name)}: {string.Join(", ", Reaching(curve, name))}."))}",
            Source = ChartSource.Of(curve.Decision),
            Positions = new("required of each pound of inputs (£ of benefits, present value)", AxisFormat.Number),
            Values = new("probability to reach it", AxisFormat.Percent),
            Series =
            [
                .. names.Select(
                    (name, i) =>
                        new Series.Curve(
                            curve.Decision.Titled(name),
                            Inks.OfAlternative(i),
                            [
                                .. curve
                                    .Points.Where(point => Reached(point, name) is not null)
                                    .Select(point => new Place(point.Ratio, Reached(point, name)!.Value)),
                            ]
                        )
                        {
                            Dash = Inks.DashOf(i),
                            HasDots = true,
                        }
                ),
            ],
            Marks = [new(1, "£1 for £1", Dash.Dashed) { IsPosition = true }, .. BaseCase(curve)],
            Figures = Table(curve, names),
        };
    }

    // Of one option the base case is marked; of several, their lines are enough.
    private static IEnumerable<Mark> BaseCase(AcceptabilityCurve curve) =>
        curve.Decision.Options is [var only] && SroiResult.Of(only.SocialReturn).SroiRatio is { } ratio
            ? [new(ratio, $"base case {Figures.Ratio(ratio)}", Dash.Dotted) { IsPosition = true }]
            : [];

    private static Estimate? Reached(AcceptabilityPoint point, string name) => point.Alternatives.First(one => one.Name == name).ProbabilityReached;

    private static IEnumerable<string> Reaching(AcceptabilityCurve curve, string name) =>
        curve
            .Points.Where(point => Reached(point, name) is not null)
            .Where((_, i) => i % 2 == 0)
            .Select(point => $"{AnalysisText.Chance(Reached(point, name)!)} for {Figures.Ratio(point.Ratio)}");

    private static PageTable Table(AcceptabilityCurve curve, string[] names)
    {
        TableBuilder table = TableBuilder.Of(
            "Probability to reach a ratio",
            [("required (£)", true), .. names.Select(name => (curve.Decision.Titled(name), true))]
        );
        foreach (AcceptabilityPoint point in curve.Points)
        {
            table.Row([Figures.Ratio(point.Ratio), .. names.Select(name => Reached(point, name) is { } chance ? AnalysisText.Chance(chance) : "–")]);
        }

        return table.Done();
    }
}
