using Sroi.Presentation.Pages;
using Sroi.Quantities;
using Sroi.Sensitivity;
using Sroi.Sensitivity.OneAtATime;

namespace Sroi.Presentation.Charting.Pictures;

/// <summary>The sensitivity of a figure to each parameter.</summary>
internal static class TornadoChart
{
    private const int MostBars = 15;

    public static Chart Of(Tornado tornado)
    {
        TargetFigure figure = tornado.Figure;
        TornadoBar[] bars = [.. tornado.Bars.Where(bar => bar.Swing > 0).Take(MostBars)];
        string ends = $"{Figures.Percent(tornado.Ends.Low)} and {Figures.Percent(tornado.Ends.High)} points";
        return new()
        {
            Name = "tornado",
            Title = $"Which parameter moves the {figure.Label} most, and can one alone change the decision?",
            Alternative =
                bars.Length == 0
                    ? $"No parameter with a spread affects the {figure.Label}, which is {figure.Shown(tornado.Base)}."
                    : $"One parameter at a time at its {ends}, all others at base, where the {figure.Label} is {figure.Shown(tornado.Base)}. {string.Join(" ", bars.Select(bar => Sentence(figure, bar)))}",
            Source =
                ChartSource.Of(figure.SocialReturn)
                + $" Bars show each parameter at its {ends}. In the table, a value in brackets is outside its spread.",
            Positions = Axis.Of("parameter", bars.Select(bar => Name(bar))),
            Values = Measure(figure),
            IsSideways = true,
            Series =
            [
                new Series.Bars("parameter at its low end", Ink.Loss, [.. bars.Select((bar, at) => Side(bar, at, bar.FigureAtLow, bar.Low))]),
                new Series.Bars("parameter at its high end", Ink.Gain, [.. bars.Select((bar, at) => Side(bar, at, bar.FigureAtHigh, bar.High))]),
            ],
            Marks =
            [
                new(tornado.Base, $"base case {figure.Shown(tornado.Base)}", Dash.Solid),
                new(figure.Threshold, $"the decision changes at {Goal(figure)}", Dash.Dashed),
            ],
            Figures = Table(figure, bars),
        };
    }

    internal static Axis Measure(TargetFigure figure) =>
        figure.IsRatio ? new($"{figure.Label} (£ per £ of inputs)", AxisFormat.Number)
        : figure.Formula.Unit.MoneyPower == 1 ? new(ChartSource.Pounds(figure.SocialReturn.Scenario.Appraisal, figure.Label), AxisFormat.Pounds)
        : new(figure.Label, AxisFormat.Number);

    internal static string Goal(TargetFigure figure) =>
        figure is { IsRatio: false, Threshold: 0, Formula.Unit.MoneyPower: 1 } ? "£0" : figure.Shown(figure.Threshold);

    // Where the figure is undefined there is no side.
    private static Bar Side(TornadoBar bar, int at, double? figure, double value) =>
        new(at, bar.Base, figure ?? bar.Base) { Label = figure is null ? "" : bar.Parameter.Short(value) };

    private static string Sentence(TargetFigure figure, TornadoBar bar) =>
        $"{bar.Label}: {figure.Shown(bar.FigureAtLow)} at {bar.Parameter.Short(bar.Low)}, {figure.Shown(bar.FigureAtHigh)} at {bar.Parameter.Short(bar.High)}{(bar.Flips ? $"; it alone changes the decision{Turning(bar)}" : "")}.";

    private static string Turning(TornadoBar bar) => bar.Switching.Value is { } value ? $" at {bar.Parameter.Short(value)}" : "";

    private static string Name(TornadoBar bar) =>
        (bar.Parameter.ShareOfLabel is { } whole ? $"Shares of {whole}" : bar.Parameter.Label)
        + (bar.Flips && bar.Switching.Value is { } value ? $"\nswitches at {bar.Parameter.Short(value)}" : "");

    private static PageTable Table(TargetFigure figure, TornadoBar[] bars)
    {
        TableBuilder table = TableBuilder.Of(
            $"Sensitivity of the {figure.Label}",
            ("parameter", false),
            ("low", true),
            ("high", true),
            ("figure at low", true),
            ("figure at high", true),
            ("switching value", true)
        );
        foreach (TornadoBar bar in bars)
        {
            table.Row([
                bar.Label,
                bar.Parameter.Short(bar.Low),
                bar.Parameter.Short(bar.High),
                figure.Shown(bar.FigureAtLow),
                figure.Shown(bar.FigureAtHigh),
                SwitchingPage.Needed(bar.Switching),
            ]);
        }

        return table.Done();
    }
}
