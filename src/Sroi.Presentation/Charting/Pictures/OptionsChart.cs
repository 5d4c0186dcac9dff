using Sroi.Presentation.Pages;
using Sroi.Quantities;
using Sroi.Sensitivity.Decisions;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Presentation.Charting.Pictures;

/// <summary>Options side by side, each with its interval.</summary>
internal static class OptionsChart
{
    public static Chart Ratios(OptionComparison comparison)
    {
        Measure measure = new(option => option.Ratio, ratio => Figures.Ratio(ratio.Value, ratio.StandardError), Figures.Ratio);
        Row[] rows = [.. Rows(comparison, measure).Where(row => row.Figure.Mean is not null)];
        string caution = comparison.Decision.Differences.IsEmpty
            ? ""
            : " They are not measured alike, so this is no league table: " + string.Join("; ", comparison.Decision.Differences) + ".";
        return new()
        {
            Name = "ratios",
            Title = "What does each pound return, and how sure is it?",
            Alternative = Words(rows, measure),
            Source = ChartSource.Of(comparison.Decision) + caution,
            Positions = Positions(rows),
            Values = new("expected ratio (£ per £ of inputs), with the middle 95 % of the draws", AxisFormat.Number),
            IsSideways = true,
            Series = [Expected(rows, measure), BaseCases(rows)],
            Marks = [new(1, "£1 for £1", Dash.Dashed)],
            Figures = Table(rows, measure),
        };
    }

    public static Chart NetPresentValues(OptionComparison comparison)
    {
        Measure measure = new(option => option.NetPresentValue, AnalysisText.Pounds, Figures.Pounds);
        Row[] rows = Rows(comparison, measure);
        return new()
        {
            Name = "net_present_values",
            Title = "What is the net present value of each option, and how uncertain is it?",
            Alternative = Words(rows, measure),
            Source = ChartSource.Of(comparison.Decision),
            Positions = Positions(rows),
            Values = new(
                ChartSource.Pounds(
                    comparison.Decision.Options[0].SocialReturn.Scenario.Appraisal,
                    "mean net present value, with the middle 95 % of the draws"
                ),
                AxisFormat.Pounds
            ),
            IsSideways = true,
            Series = [Expected(rows, measure), BaseCases(rows)],
            Marks = [new(0, "nothing gained, nothing lost", Dash.Dashed)],
            Figures = Table(rows, measure),
        };
    }

    private static Row[] Rows(OptionComparison comparison, Measure measure) =>
        [.. comparison.Options.Select(option => new Row(comparison.Decision.Titled(option.Name), measure.Of(option)))];

    private static Axis Positions(Row[] rows) => Axis.Of("option", rows.Select(row => row.Name));

    private static string Words(Row[] rows, Measure measure) =>
        rows.Length == 0
            ? "No option has a ratio that is defined in every draw."
            : string.Join(
                " ",
                rows.Select(row => $"{row.Name}: expected {measure.Written(row.Figure.Mean!)}, middle 95 % {Middle(row.Figure, measure)}.")
            );

    private static Series.Dots Expected(Row[] rows, Measure measure) =>
        new("expected, with the middle 95 % of the draws", Ink.Gain, [.. rows.Select((row, at) => Drawn(row.Figure, at, measure))]);

    private static Series.Dots BaseCases(Row[] rows) =>
        new(
            "base case",
            Ink.Loss,
            [.. rows.Index().Where(row => row.Item.Figure.Base is not null).Select(row => Alone(row.Index, row.Item.Figure.Base!.Value))]
        );

    private static PageTable Table(Row[] rows, Measure measure)
    {
        TableBuilder table = TableBuilder.Of(null, ("option", false), ("base case", true), ("expected", true), ("middle 95 % of the draws", true));
        foreach ((string name, DrawnFigure figure) in rows)
        {
            table.Row([name, figure.Base is { } value ? measure.AtBase(value) : "undefined", measure.Written(figure.Mean!), Middle(figure, measure)]);
        }

        return table.Done();
    }

    private static string Middle(DrawnFigure figure, Measure measure) =>
        figure.Low is { } low && figure.High is { } high
            ? $"{measure.Written(End(figure, low))} to {measure.Written(End(figure, high))}"
            : "no interval";

    // The ends of an interval have a larger error than the mean.
    private static Estimate End(DrawnFigure figure, double end) => new(end, 5 * figure.Mean!.StandardError);

    private static Interval Drawn(DrawnFigure figure, int at, Measure measure) =>
        new(at, figure.Mean!.Value, figure.Low ?? figure.Mean.Value, figure.High ?? figure.Mean.Value) { Label = measure.Written(figure.Mean) };

    private static Interval Alone(int at, double value) => new(at, value, value, value);

    /// <summary>Which figure of an option is drawn, and how it is written: drawn, and at base.</summary>
    private sealed record Measure(Func<ComparedOption, DrawnFigure> Of, Func<Estimate, string> Written, Func<double, string> AtBase);

    /// <summary>An option as it is called, and its figure.</summary>
    private sealed record Row(string Name, DrawnFigure Figure);
}
