using Sroi.Presentation.Pages;
using Sroi.Quantities;
using Sroi.Sensitivity;

namespace Sroi.Presentation.Charting.Pictures;

/// <summary>Options side by side, each with its interval.</summary>
internal static class OptionsChart
{
    public static Chart Ratios(OptionComparison comparison)
    {
        ComparedOption[] options = [.. comparison.Options.Where(option => option.Ratio.Mean is not null)];
        string caution = comparison.Decision.Differences.IsEmpty
            ? ""
            : " They are not measured alike, so this is no league table: " + string.Join("; ", comparison.Decision.Differences) + ".";
        return new Chart
        {
            Name = "ratios",
            Title = "What does each pound return, and how sure is it?",
            Alternative = "",
            Source = ChartSource.Of(comparison.Decision) + caution,
            Positions = Axis.Of("option", options.Select(option => comparison.Decision.Titled(option.Name))),
            Values = new("expected ratio (£ per £ of inputs), with the middle 95 % of the draws", AxisFormat.Number),
            IsSideways = true,
            Series = [],
            Marks = [new(1, "£1 for £1", Dash.Dashed)],
            Figures = new(null, [], []),
        }.With(comparison, options, option => option.Ratio, figure => Figures.Ratio(figure.Value, figure.StandardError), Figures.Ratio);
    }

    public static Chart NetPresentValues(OptionComparison comparison) =>
        new Chart
        {
            Name = "net_present_values",
            Title = "What does each option leave when its inputs are paid, and how sure is it?",
            Alternative = "",
            Source = ChartSource.Of(comparison.Decision),
            Positions = Axis.Of("option", comparison.Options.Select(option => comparison.Decision.Titled(option.Name))),
            Values = new(
                ChartSource.Pounds(
                    comparison.Decision.Options[0].SocialReturn.Scenario.Appraisal,
                    "mean net present value, with the middle 95 % of the draws"
                ),
                AxisFormat.Pounds
            ),
            IsSideways = true,
            Series = [],
            Marks = [new(0, "nothing gained, nothing lost", Dash.Dashed)],
            Figures = new(null, [], []),
        }.With(comparison, [.. comparison.Options], option => option.NetPresentValue, AnalysisText.Pounds, Figures.Pounds);

    private static Chart With(
        this Chart chart,
        OptionComparison comparison,
        ComparedOption[] options,
        Func<ComparedOption, DrawnFigure> figure,
        Func<Uncertainty.Estimate, string> told,
        Func<double, string> atBase
    )
    {
        (string Name, DrawnFigure Figure)[] rows = [.. options.Select(option => (comparison.Decision.Titled(option.Name), figure(option)))];
        string Range(DrawnFigure one) =>
            one.Low is { } low && one.High is { } high ? $"{told(End(one, low))} to {told(End(one, high))}" : "no interval";
        TableBuilder table = TableBuilder.Of(null, ("option", false), ("base case", true), ("expected", true), ("middle 95 % of the draws", true));
        foreach ((string name, DrawnFigure one) in rows)
        {
            table.Row([name, one.Base is { } value ? atBase(value) : "undefined", told(one.Mean!), Range(one)]);
        }

        return chart with
        {
            Alternative =
                rows.Length == 0
                    ? "No option has a ratio that means something in every draw."
                    : string.Join(" ", rows.Select(row => $"{row.Name}: expected {told(row.Figure.Mean!)}, middle 95 % {Range(row.Figure)}.")),
            Series =
            [
                new Series.Dots("expected, with the middle 95 % of the draws", Ink.Gain, [.. rows.Select((row, at) => Drawn(row.Figure, at, told))]),
                new Series.Dots(
                    "base case",
                    Ink.Loss,
                    [.. rows.Index().Where(row => row.Item.Figure.Base is not null).Select(row => Alone(row.Index, row.Item.Figure.Base!.Value))]
                ),
            ],
            Figures = table.Done(),
        };
    }

    // The ends of an interval are known less well than the mean.
    private static Uncertainty.Estimate End(DrawnFigure figure, double end) => new(end, 5 * figure.Mean!.StandardError);

    private static Interval Drawn(DrawnFigure figure, int at, Func<Uncertainty.Estimate, string> told) =>
        new(at, figure.Mean!.Value, figure.Low ?? figure.Mean.Value, figure.High ?? figure.Mean.Value) { Label = told(figure.Mean) };

    private static Interval Alone(int at, double value) => new(at, value, value, value);
}
