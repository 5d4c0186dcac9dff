using System.Globalization;
using Sroi.Quantities;
using Sroi.Sensitivity;
using Sroi.Sensitivity.OneAtATime;

namespace Sroi.Presentation.Pages;

/// <summary>A tornado as a person reads it: bars, their ends, and what they mean for the decision.</summary>
public static class TornadoPage
{
    private const int Width = 19,
        MostNamed = 40;

    /// <summary>What moves a figure, number by number; with means, what each number brings with it.</summary>
    public static Page Of(Tornado tornado, ConditionalMeans? means = null) => Page.Of(page => Write(page, tornado, means));

    private static void Write(PageBuilder page, Tornado tornado, ConditionalMeans? means)
    {
        TargetFigure figure = tornado.Figure;
        AnalysisText.Heading(page, figure, $"sensitivity of the {figure.Label}");
        Bars(page, tornado);
        Verdict(page, tornado);
        Together(page, tornado, means);
        if (means is not null)
        {
            Means(page, means);
        }
    }

    /// <summary>What each number brings with it where everything varies.</summary>
    public static Page Of(ConditionalMeans means) => Page.Of(page => Means(page, means));

    /// <summary>A figure over one number.</summary>
    public static Page Of(OneWay oneWay) => Page.Of(page => Write(page, oneWay));

    private static void Write(PageBuilder page, OneWay oneWay)
    {
        TargetFigure figure = oneWay.Figure;
        AnalysisText.Heading(page, figure, $"{figure.Label} over {oneWay.Parameter.Label}");
        TableBuilder table = TableBuilder.Of(null, (oneWay.Parameter.NameAndUnit, true), (figure.Label, true));
        foreach (OneWayPoint point in oneWay.Points)
        {
            table.Row([oneWay.Parameter.Short(point.Value), figure.Shown(point.Figure)]);
        }

        page.Add(table);
        page.Line(
            $"Base case: {oneWay.Parameter.Shown(oneWay.Parameter.Base)}, {figure.Label} {figure.Shown(oneWay.Base)}. All other parameters at base."
        );
        page.Line(SwitchingPage.Sentence(figure, oneWay.Switching));
    }

    private static void Bars(PageBuilder page, Tornado tornado)
    {
        TargetFigure figure = tornado.Figure;
        TornadoBar[] shown = [.. tornado.Bars.Where(bar => bar.Swing > 0)];
        double low = shown.Length == 0 ? tornado.Base : shown.Min(bar => Math.Min(bar.FigureAtLow ?? tornado.Base, bar.FigureAtHigh ?? tornado.Base)),
            high = shown.Length == 0 ? tornado.Base : shown.Max(bar => Math.Max(bar.FigureAtLow ?? tornado.Base, bar.FigureAtHigh ?? tornado.Base));
        low = Math.Min(low, tornado.Base);
        high = Math.Max(high, tornado.Base);
        TableBuilder table = TableBuilder.Of(null, ("parameter", false), ("", false), ("low", true), ("high", true), ("swing", true));
        table.Rows(
            shown,
            bar =>
                [
                    Name(bar) + (bar.Flips ? " *" : ""),
                    Bar(bar, low, high),
                    $"{bar.Parameter.Short(bar.Low)}\n{figure.Shown(bar.FigureAtLow)}",
                    $"{bar.Parameter.Short(bar.High)}\n{figure.Shown(bar.FigureAtHigh)}",
                    figure.Shown(bar.Swing),
                ],
            others => ["", "", "", $"at most {figure.Shown(others[0].Swing)}"]
        );
        if (shown.Length > 0)
        {
            page.Add(table);
        }

        if (shown.Any(bar => bar.Parameter.ShareOf is not null))
        {
            page.Line(
                "Shares sum to one and move together: the bar is that of the share with the largest effect, the others keeping their proportions.",
                Tone.Faint
            );
        }

        page.Line(
            $"One parameter at a time at its {Ends(tornado)}, all others at base. First line: its value; second line: the {figure.Label}. │ is the base case, {figure.Shown(tornado.Base)}; ░ the side of the low value, █ of the high one.",
            Tone.Faint
        );
        int idle = tornado.Bars.Length - shown.Length;
        if (idle > 0)
        {
            page.Line(
                $"{idle} more {(idle == 1 ? "parameter has a spread and does" : "parameters have a spread and do")} not affect it.",
                Tone.Faint
            );
        }

        page.Space();
    }

    private static void Verdict(PageBuilder page, Tornado tornado)
    {
        TargetFigure figure = tornado.Figure;
        TornadoBar[] flips = [.. tornado.Bars.Where(bar => bar.Flips)];
        if (tornado.Bars.All(bar => bar.Swing == 0))
        {
            page.Line($"No parameter with a spread affects the {figure.Label}.");
        }
        else if (flips.Length > 0)
        {
            page.Line(
                $"* {(flips.Length == 1 ? "This parameter alone changes" : $"Each of these {flips.Length} parameters alone changes")} the decision ({figure.Goal}) within its range: {string.Join("; ", flips.Take(MostNamed).Select(bar => Turning(bar)))}{(flips.Length > MostNamed ? $" and {flips.Length - MostNamed:N0} others" : "")}.",
                Tone.Caution
            );
        }
        else
        {
            page.Line($"No parameter alone changes the decision ({figure.Goal}) within its range.");
        }
    }

    private static void Together(PageBuilder page, Tornado tornado, ConditionalMeans? means)
    {
        HashSet<string> shown = [.. tornado.Bars.Select(bar => bar.Parameter.Id)];
        foreach (Model.Correlation correlation in tornado.Figure.SocialReturn.Scenario.Correlations.Where(c => c.Between.Count(shown.Contains) > 1))
        {
            page.Line(
                $"{string.Join(" and ", correlation.Between.Select(AnalysisText.Last))} are correlated, but each bar moves one alone{(means is null ? "; --draws N shows the effect of one with the other" : "; the table below shows the effect of one with the other")}.",
                Tone.Faint
            );
        }
    }

    private static void Means(PageBuilder page, ConditionalMeans means)
    {
        TargetFigure figure = means.Figure;
        page.Space();
        TableBuilder table = TableBuilder.Of(
            $"With all parameters varying: mean {figure.Label} by tenth of each parameter",
            ("parameter", false),
            ("lowest tenth", true),
            ("fifth", true),
            ("highest tenth", true)
        );
        table.Rows(
            means.Parameters.Where(row => row.Parts.Length > 1),
            row =>
                [
                    row.Parameter.Name,
                    figure.Shown(row.Parts[0].Figure),
                    figure.Shown(row.Parts[(row.Parts.Length - 1) / 2].Figure),
                    figure.Shown(row.Parts[^1].Figure),
                ]
        );
        page.Add(table);
        page.Line(
            $"Mean over all draws: {figure.Shown(means.Mean)}. Correlated parameters move together, so each row includes their effect.",
            Tone.Faint
        );
        AnalysisText.Again(page, string.Create(CultureInfo.InvariantCulture, $"--draws {means.Draws} --seed {means.Seed}"));
    }

    private static string Turning(TornadoBar bar) =>
        bar.Switching.Value is { } value ? $"{bar.Parameter.Name} at {bar.Parameter.Short(value)}" : bar.Parameter.Name;

    private static string Name(TornadoBar bar) =>
        bar.Parameter.ShareOfLabel is { } whole
            ? $"Shares of {whole}\n  (by {AnalysisText.Last(bar.Parameter.Id).Replace('_', ' ')})"
            : bar.Parameter.Name;

    private static string Ends(Tornado tornado) => $"{Figures.Percent(tornado.Ends.Low)} and {Figures.Percent(tornado.Ends.High)} points";

    private static string Bar(TornadoBar bar, double low, double high)
    {
        char[] cells = [.. Enumerable.Repeat(' ', Width)];
        int Place(double? figure) => high > low ? (int)Math.Round(((figure ?? bar.Base) - low) / (high - low) * (Width - 1)) : 0;
        int at = Place(bar.Base);
        Fill(cells, at, Place(bar.FigureAtLow), '░');
        Fill(cells, at, Place(bar.FigureAtHigh), '█');
        cells[at] = '│';
        return new(cells);
    }

    private static void Fill(char[] cells, int from, int to, char with)
    {
        for (int cell = Math.Min(from, to); cell <= Math.Max(from, to); cell++)
        {
            cells[cell] = with;
        }
    }
}
