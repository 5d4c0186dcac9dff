using System.Text.Json;

namespace Sroi.Presentation.Charting;

/// <summary>A chart as plotly.js has it: traces, layout and settings as plain properties.</summary>
/// <remarks>
/// Made without the types of Plotly.NET, which do not load beside an older FSharp.Core, as that of the last .NET Interactive; there too a chart must show itself.
/// </remarks>
internal static class PlotlyFigure
{
    private const int RowHeight = 44,
        PlotHeight = 320,
        Above = 110,
        Below = 130;

    // The sign stands before the pound, and the pound before the digits.
    private const string Locale = "en-GB";

    private static Dictionary<string, object> Pounds =>
        new()
        {
            ["dictionary"] = new Dictionary<string, object>(),
            ["format"] = new Dictionary<string, object> { ["currency"] = new[] { "£", "" } },
        };

    /// <summary>The figure as JSON.</summary>
    public static string Json(Chart chart) =>
        JsonSerializer.Serialize(
            new Dictionary<string, object>
            {
                ["data"] = Traces(chart),
                ["layout"] = Layout(chart),
                ["config"] = Config,
            }
        );

    /// <summary>The traces, each with its type.</summary>
    public static IEnumerable<Dictionary<string, object>> Traces(Chart chart) => chart.Series.SelectMany(series => Traces(chart, series));

    /// <summary>The layout.</summary>
    public static Dictionary<string, object> Layout(Chart chart) => LayoutOf(chart).ToDictionary(entry => entry.Name, entry => entry.Value);

    /// <summary>The settings.</summary>
    public static Dictionary<string, object> Config { get; } =
        new()
        {
            ["responsive"] = true,
            ["displaylogo"] = false,
            ["locale"] = Locale,
            ["locales"] = new Dictionary<string, object> { [Locale] = Pounds },
        };

    private static IEnumerable<Dictionary<string, object>> Traces(Chart chart, Series series) =>
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
                ("text", bars.Items.Select(bar => Plain(bar.Label)).ToArray()),
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
                        ["dash"] = Name(curve.Dash),
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
                ("text", dots.Points.Select(point => Plain(point.Label)).ToArray()),
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
                ("text", grid.Figures.Select(row => row.Select(cell => Plain(cell.Label)).ToArray()).ToArray()),
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
            ["name"] = Plain(series.Name),
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

    private static IEnumerable<(string Name, object Value)> LayoutOf(Chart chart)
    {
        yield return (
            "title",
            new Dictionary<string, object>
            {
                ["text"] = $"<b>{string.Join("<br>", TextLines.Of(Plain(chart.Title), 74))}</b>",
                ["x"] = 0.01,
                ["xanchor"] = "left",
                ["font"] = new Dictionary<string, object> { ["size"] = 17 },
            }
        );
        yield return (
            "font",
            new Dictionary<string, object>
            {
                ["family"] = "system-ui, sans-serif",
                ["size"] = 13,
                ["color"] = Inks.Text,
            }
        );
        yield return ("paper_bgcolor", Inks.Paper);
        yield return ("plot_bgcolor", Inks.Paper);
        yield return ("barmode", "overlay");
        double plot = chart.IsSideways ? RowHeight * Math.Max(2, chart.Positions.Categories.Length) : PlotHeight;
        double below = chart.Series.Any(series => series.Name.Length > 0) ? Below : Below - 50;
        yield return ("height", Above + plot + below);
        yield return (
            "legend",
            new Dictionary<string, object>
            {
                ["orientation"] = "h",
                ["x"] = 0,
                ["y"] = -75 / plot,
                ["yanchor"] = "top",
            }
        );
        yield return (
            "margin",
            new Dictionary<string, object>
            {
                ["t"] = Above,
                ["r"] = 40,
                ["l"] = 70,
                ["b"] = below,
            }
        );
        (double first, double last) = ChartRange.Positions(chart);
        (double lowest, double highest) = ChartRange.Values(chart);
        yield return (chart.IsSideways ? "yaxis" : "xaxis", AxisOf(chart, chart.Positions, chart.IsSideways ? (last, first) : (first, last)));
        yield return (chart.IsSideways ? "xaxis" : "yaxis", AxisOf(chart, chart.Values, (lowest, highest)));
        yield return ("shapes", chart.Marks.Select(mark => (object)Line(chart, mark)).ToArray());
        yield return ("annotations", chart.Marks.Where(mark => mark.Label.Length > 0).Select((mark, i) => (object)Label(chart, mark, i)).ToArray());
    }

    private static Dictionary<string, object> AxisOf(Chart chart, Axis axis, (double From, double To) range)
    {
        bool isBeside = axis == chart.Values != chart.IsSideways;
        Dictionary<string, object> made = new()
        {
            ["range"] = new[] { range.From, range.To },
            ["automargin"] = true,
            ["zeroline"] = false,
            ["tickangle"] = 0,
            ["nticks"] = 7,
            // Room between both axes' labels where they meet in the corner.
            ["ticks"] = "outside",
            ["ticklen"] = 6,
            ["tickcolor"] = Inks.Paper,
            ["gridcolor"] = Inks.Rule,
            ["showgrid"] = axis == chart.Values,
            ["title"] = new Dictionary<string, object>
            {
                // Names that run downwards say themselves what they are.
                ["text"] = isBeside && !axis.Categories.IsEmpty ? "" : string.Join("<br>", TextLines.Of(Plain(axis.Title), isBeside ? 46 : 80)),
                ["standoff"] = 12,
                ["font"] = new Dictionary<string, object> { ["size"] = 13 },
            },
        };
        if (!axis.Categories.IsEmpty)
        {
            int width = isBeside ? 30 : Math.Max(8, 96 / axis.Categories.Length);
            made["tickvals"] = Enumerable.Range(0, axis.Categories.Length).ToArray();
            made["ticktext"] = axis
                .Categories.Select(name => string.Join("<br>", Plain(name).Split('\n').SelectMany(line => TextLines.Of(line, width))))
                .ToArray();
        }
        else if (axis.Format == AxisFormat.Pounds)
        {
            made["tickformat"] = Math.Abs(range.To - range.From) < 10 ? "$,.2f" : "$,.0f";
        }
        else if (axis.Format == AxisFormat.Percent)
        {
            made["tickformat"] = ".0%";
        }

        return made;
    }

    private static bool IsUpright(Chart chart, Mark mark) => mark.IsPosition != chart.IsSideways;

    private static Dictionary<string, object> Line(Chart chart, Mark mark) =>
        new()
        {
            ["type"] = "line",
            ["xref"] = IsUpright(chart, mark) ? "x" : "paper",
            ["yref"] = IsUpright(chart, mark) ? "paper" : "y",
            ["x0"] = IsUpright(chart, mark) ? mark.Value : 0,
            ["x1"] = IsUpright(chart, mark) ? mark.Value : 1,
            ["y0"] = IsUpright(chart, mark) ? 0 : mark.Value,
            ["y1"] = IsUpright(chart, mark) ? 1 : mark.Value,
            ["line"] = new Dictionary<string, object>
            {
                ["color"] = Inks.Text,
                ["width"] = 1.5,
                ["dash"] = Name(mark.Dash),
            },
        };

    private static Dictionary<string, object> Label(Chart chart, Mark mark, int index) =>
        new()
        {
            ["text"] = Plain(mark.Label),
            ["showarrow"] = false,
            ["xref"] = IsUpright(chart, mark) ? "x" : "paper",
            ["yref"] = IsUpright(chart, mark) ? "paper" : "y",
            ["x"] = IsUpright(chart, mark) ? mark.Value : 1,
            ["y"] = IsUpright(chart, mark) ? 1 : mark.Value,
            ["xanchor"] = IsUpright(chart, mark) && !IsFar(chart, mark) ? "left" : "right",
            ["yanchor"] = "bottom",
            ["yshift"] = IsUpright(chart, mark) ? 16 * (index % 3) : 0,
            ["bgcolor"] = "rgba(255,255,255,0.85)",
            ["font"] = new Dictionary<string, object> { ["size"] = 12 },
        };

    // What is written beside a line near the right edge stands on its left.
    private static bool IsFar(Chart chart, Mark mark)
    {
        (double low, double high) = mark.IsPosition ? ChartRange.Positions(chart) : ChartRange.Values(chart);
        return mark.Value > low + (0.65 * (high - low));
    }

    private static string Name(Dash dash) =>
        dash switch
        {
            Dash.Dashed => "dash",
            Dash.Dotted => "dot",
            Dash.DashDotted => "dashdot",
            _ => "solid",
        };

    private static string Hover(Chart chart, string series, double at, string value)
    {
        int index = (int)Math.Round(at);
        string position =
            chart.Positions.Categories.IsEmpty ? Shown(chart.Positions, at)
            : index >= 0 && index < chart.Positions.Categories.Length
                ? chart.Positions.Categories[index].Replace("\n", ", ", StringComparison.Ordinal)
            : "";
        string place = Plain(position);
        return series.Length == 0 ? $"{place}: {Plain(value)}" : $"{place}<br>{Plain(series)}: {Plain(value)}";
    }

    private static string Interval(Chart chart, Interval point) =>
        point.Low.Equals(point.High)
            ? Shown(chart.Values, point.Value)
            : $"{Shown(chart.Values, point.Value)} ({Shown(chart.Values, point.Low)} to {Shown(chart.Values, point.High)})";

    // plotly.js reads tags in what it writes: a label is a name, never a link or a style.
    private static string Plain(string text) => text.Replace("<", "&lt;", StringComparison.Ordinal);

    private static string Shown(Axis axis, double value) => AxisText.Of(axis.Format, value);
}
