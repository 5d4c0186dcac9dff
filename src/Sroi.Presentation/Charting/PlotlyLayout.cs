namespace Sroi.Presentation.Charting;

/// <summary>What stands about the traces of a chart: title, axes, marks.</summary>
internal static class PlotlyLayout
{
    private const int RowHeight = 44,
        PlotHeight = 320,
        Above = 110,
        Below = 130;

    public static IEnumerable<(string Name, object Value)> Of(Chart chart)
    {
        yield return (
            "title",
            new Dictionary<string, object>
            {
                ["text"] = $"<b>{PlotlyFigure.Lines(chart.Title, 74)}</b>",
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
                ["text"] = isBeside && !axis.Categories.IsEmpty ? "" : PlotlyFigure.Lines(axis.Title, isBeside ? 46 : 80),
                ["standoff"] = 12,
                ["font"] = new Dictionary<string, object> { ["size"] = 13 },
            },
        };
        if (!axis.Categories.IsEmpty)
        {
            int apart = isBeside ? 1 : AxisText.NamesApart(axis.Categories.Length);
            int width = isBeside ? 30 : Math.Max(8, 96 * apart / axis.Categories.Length);
            int[] shown = [.. Enumerable.Range(0, axis.Categories.Length).Where(at => at % apart == 0)];
            made["tickvals"] = shown;
            made["ticktext"] = shown
                .Select(at => string.Join("<br>", axis.Categories[at].Split('\n').Select(line => PlotlyFigure.Lines(line, width))))
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
                ["dash"] = PlotlyFigure.Name(mark.Dash),
            },
        };

    private static Dictionary<string, object> Label(Chart chart, Mark mark, int index) =>
        new()
        {
            ["text"] = PlotlyFigure.Plain(mark.Label),
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
}
