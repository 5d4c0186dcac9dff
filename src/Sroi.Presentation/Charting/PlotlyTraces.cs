namespace Sroi.Presentation.Charting;

/// <summary>What is drawn of a chart, as plotly.js has it.</summary>
internal static class PlotlyTraces
{
    public static IEnumerable<Dictionary<string, object>> Of(Chart chart, Series series) =>
        series switch
        {
            Series.Bars bars => [Bars(chart, bars)],
            Series.Curve curve => [Curve(chart, curve)],
            Series.Band band => [Band(chart, band)],
            Series.Dots dots => [Dots(chart, dots)],
            Series.Grid grid => [Heat(grid)],
            _ => throw new InvalidOperationException($"A series of {series.GetType().Name} is not drawn."),
        };

    private static Dictionary<string, object> Bars(Chart chart, Series.Bars bars) =>
        Made(
            "bar",
            bars,
            [
                .. Places(chart, bars.Items.Select(bar => bar.At), bars.Items.Select(bar => bar.To - bar.From)),
                ("base", bars.Items.Select(bar => bar.From).ToArray()),
                ("width", bars.Items.Select(bar => bar.Width).ToArray()),
                ("orientation", chart.IsSideways ? "h" : "v"),
                ("text", bars.Items.Select(bar => PlotlyFigure.Plain(bar.Label)).ToArray()),
                ("textposition", "outside"),
                ("cliponaxis", false),
                ("constraintext", "none"),
                ("hoverinfo", "text"),
                (
                    "hovertext",
                    bars.Items.Select(bar => Hover(chart, bars.Name, bar.At, bar.Label.Length > 0 ? bar.Label : Shown(chart.Values, bar.To)))
                        .ToArray()
                ),
                ("marker", new Dictionary<string, object> { ["color"] = bars.Items.Select(bar => Inks.Hex(bar.Ink ?? bars.Ink)).ToArray() }),
            ]
        );

    private static Dictionary<string, object> Curve(Chart chart, Series.Curve curve) =>
        Made(
            "scatter",
            curve,
            [
                .. Places(chart, curve.Points.Select(point => point.At), curve.Points.Select(point => point.Value)),
                ("mode", curve.HasDots ? "lines+markers" : "lines"),
                ("cliponaxis", false),
                (
                    "line",
                    new Dictionary<string, object>
                    {
                        ["color"] = Inks.Hex(curve.Ink),
                        ["width"] = 3,
                        ["dash"] = PlotlyFigure.Name(curve.Dash),
                    }
                ),
                ("marker", new Dictionary<string, object> { ["color"] = Inks.Hex(curve.Ink), ["size"] = 7 }),
                ("hoverinfo", "text"),
                ("hovertext", curve.Points.Select(point => Hover(chart, curve.Name, point.At, Shown(chart.Values, point.Value))).ToArray()),
            ]
        );

    private static Dictionary<string, object> Band(Chart chart, Series.Band band) =>
        Made(
            "scatter",
            band,
            [
                .. Places(
                    chart,
                    band.Points.Select(point => point.At).Concat(band.Points.Reverse().Select(point => point.At)),
                    band.Points.Select(point => point.Low).Concat(band.Points.Reverse().Select(point => point.High))
                ),
                ("mode", "lines"),
                ("fill", "toself"),
                ("fillcolor", Inks.Mixed(band.Ink, 0.45)),
                ("line", new Dictionary<string, object> { ["color"] = Inks.Mixed(band.Ink, 0.45), ["width"] = 0 }),
                ("hoverinfo", "skip"),
            ]
        );

    private static Dictionary<string, object> Dots(Chart chart, Series.Dots dots) =>
        Made(
            "scatter",
            dots,
            [
                .. Places(chart, dots.Points.Select(point => point.At), dots.Points.Select(point => point.Value)),
                ("mode", "markers+text"),
                ("text", dots.Points.Select(point => PlotlyFigure.Plain(point.Label)).ToArray()),
                ("textposition", "top center"),
                (
                    "marker",
                    new Dictionary<string, object>
                    {
                        ["color"] = Inks.Hex(dots.Ink),
                        ["size"] = dots.Ink == Ink.Result ? 22 : 11,
                        ["symbol"] =
                            dots.Ink == Ink.Gain ? "circle"
                            : dots.Ink == Ink.Result ? "diamond-open"
                            : "diamond",
                        ["line"] = new Dictionary<string, object>
                        {
                            ["color"] = dots.Ink == Ink.Result ? Inks.Hex(dots.Ink) : Inks.Text,
                            ["width"] = dots.Ink == Ink.Result ? 3 : 1,
                        },
                    }
                ),
                (chart.IsSideways ? "error_x" : "error_y", Errors(dots)),
                ("hoverinfo", "text"),
                ("hovertext", dots.Points.Select(point => Hover(chart, dots.Name, point.At, Interval(chart, point))).ToArray()),
            ]
        );

    private static Dictionary<string, object> Errors(Series.Dots dots) =>
        new()
        {
            ["type"] = "data",
            ["symmetric"] = false,
            ["array"] = dots.Points.Select(point => point.High - point.Value).ToArray(),
            ["arrayminus"] = dots.Points.Select(point => point.Value - point.Low).ToArray(),
            ["color"] = Inks.Hex(dots.Ink),
            ["thickness"] = 2,
        };

    private static Dictionary<string, object> Heat(Series.Grid grid) =>
        Made(
            "heatmap",
            grid,
            [
                ("x", grid.Across.ToArray()),
                ("y", grid.Up.ToArray()),
                ("z", grid.Figures.Select(row => row.Select(cell => cell.Figure).ToArray()).ToArray()),
                ("text", grid.Figures.Select(row => row.Select(cell => PlotlyFigure.Plain(cell.Label)).ToArray()).ToArray()),
                ("texttemplate", "%{text}"),
                ("hoverinfo", "text"),
                ("zmid", grid.Threshold),
                ("showscale", false),
                (
                    "colorscale",
                    new object[]
                    {
                        new object[] { 0.0, Inks.Mixed(Ink.Loss, 0.9) },
                        new object[] { 0.5, Inks.Paper },
                        new object[] { 1.0, Inks.Mixed(Ink.Gain, 0.55) },
                    }
                ),
            ]
        );

    private static Dictionary<string, object> Made(string type, Series series, (string Name, object Value)[] properties)
    {
        Dictionary<string, object> trace = new()
        {
            ["type"] = type,
            ["name"] = PlotlyFigure.Plain(series.Name),
            ["showlegend"] = series.Name.Length > 0 && series is not Series.Grid,
        };
        foreach ((string name, object value) in properties)
        {
            trace[name] = value;
        }

        return trace;
    }

    private static IEnumerable<(string Name, object Value)> Places(Chart chart, IEnumerable<double> at, IEnumerable<double> values) =>
        [(chart.IsSideways ? "y" : "x", at.ToArray()), (chart.IsSideways ? "x" : "y", values.ToArray())];

    private static string Hover(Chart chart, string series, double at, string value)
    {
        int index = (int)Math.Round(at);
        string position =
            chart.Positions.Categories.IsEmpty ? Shown(chart.Positions, at)
            : index >= 0 && index < chart.Positions.Categories.Length
                ? chart.Positions.Categories[index].Replace("\n", ", ", StringComparison.Ordinal)
            : "";
        return series.Length == 0
            ? PlotlyFigure.Plain($"{position}: {value}")
            : $"{PlotlyFigure.Plain(position)}<br>{PlotlyFigure.Plain($"{series}: {value}")}";
    }

    private static string Interval(Chart chart, Interval point) =>
        point.Low.Equals(point.High)
            ? Shown(chart.Values, point.Value)
            : $"{Shown(chart.Values, point.Value)} ({Shown(chart.Values, point.Low)} to {Shown(chart.Values, point.High)})";

    private static string Shown(Axis axis, double value) => AxisText.Of(axis.Format, value);
}
