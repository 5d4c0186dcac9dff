namespace Sroi.Presentation.Charting;

/// <summary>What is around the traces of a chart: title, axes, marks.</summary>
internal static class PlotlyLayout
{
    // Plotly draws at the width of its place. These are the narrowest plots of the two layouts, beyond names and margins.
    private const double FullUpright = 500,
        FullSideways = 380,
        NarrowUpright = 250,
        NarrowSideways = 290;

    private const double Character = 8,
        MarkCharacter = 7.6,
        LineHeight = 17,
        PlotHeight = 320,
        FullRow = 44;

    public static IEnumerable<(string Name, object Value)> Of(Chart chart)
    {
        string[] title = [.. TextLines.Of(chart.Title, chart.IsNarrow ? 30 : 60)],
            above = chart is { IsNarrow: true, IsSideways: false } ? [.. TextLines.Of(chart.Values.Title, 38)] : [];
        Mark[] upright = [.. chart.Marks.Where(mark => mark.Label.Length > 0 && IsUpright(chart, mark))];
        double top = 30 + (22 * title.Length) + (LineHeight * (upright.Length + above.Length)),
            plot = chart.IsSideways ? Row(chart) * Math.Max(chart.IsNarrow ? 1 : 2, chart.Positions.Categories.Length) : PlotHeight;
        int entries = chart.Series.Count(series => series is { Name.Length: > 0 } and not Series.Grid);
        double axis = 60 + (LineHeight * Lines(chart, chart.IsSideways ? chart.Values : chart.Positions).Length),
            below =
                axis
                + (
                    entries == 0 ? 4
                    : chart.IsNarrow ? 24 * entries
                    : 55
                );
        yield return (
            "title",
            new Dictionary<string, object>
            {
                ["text"] = $"<b>{string.Join("<br>", title.Select(PlotlyFigure.Plain))}</b>",
                ["x"] = 0.01,
                ["xanchor"] = "left",
                ["y"] = 1,
                ["yanchor"] = "top",
                // Plotly sets the pad to the middle of a title of several lines.
                ["pad"] = new Dictionary<string, object> { ["t"] = 8 + (12 * (title.Length - 1)) },
                ["font"] = new Dictionary<string, object> { ["size"] = 16 },
            }
        );
        yield return (
            "font",
            new Dictionary<string, object>
            {
                ["family"] = "system-ui, sans-serif",
                ["size"] = chart.IsNarrow ? 12 : 13,
                ["color"] = Inks.Text,
            }
        );
        yield return ("paper_bgcolor", Inks.Paper);
        yield return ("plot_bgcolor", Inks.Paper);
        yield return ("barmode", "overlay");
        yield return ("height", top + plot + below);
        yield return (
            "legend",
            new Dictionary<string, object>
            {
                ["orientation"] = chart.IsNarrow ? "v" : "h",
                ["x"] = 0,
                ["y"] = -axis / plot,
                ["yanchor"] = "top",
            }
        );
        yield return (
            "margin",
            new Dictionary<string, object>
            {
                ["t"] = top,
                ["r"] = chart.IsNarrow ? 16 : 40,
                ["l"] = chart.IsNarrow ? 10 : 70,
                ["b"] = below,
            }
        );
        (double first, double last) = ChartRange.Positions(chart);
        (double lowest, double highest) = ChartRange.Values(chart, Room(chart));
        yield return (chart.IsSideways ? "yaxis" : "xaxis", AxisOf(chart, chart.Positions, chart.IsSideways ? (last, first) : (first, last)));
        yield return (chart.IsSideways ? "xaxis" : "yaxis", AxisOf(chart, chart.Values, (lowest, highest)));
        yield return ("shapes", chart.Marks.Select(mark => (object)Line(chart, mark)).ToArray());
        yield return (
            "annotations",
            upright
                .Select((mark, i) => (object)Label(chart, mark, i))
                .Concat(chart.Marks.Where(mark => mark.Label.Length > 0 && !IsUpright(chart, mark)).Select(mark => Beside(mark)))
                .Concat(above.Reverse().Select((line, i) => Above(line, upright.Length + i)))
                .Concat(HasNamesAbove(chart) ? chart.Positions.Categories.Select((name, at) => NameAbove(chart, name, at)) : [])
                .ToArray()
        );
    }

    private static bool HasNamesAbove(Chart chart) => chart is { IsNarrow: true, IsSideways: true };

    private static double Room(Chart chart) =>
        (chart.IsNarrow, chart.IsSideways) switch
        {
            (true, true) => NarrowSideways,
            (true, false) => NarrowUpright,
            (false, true) => FullSideways,
            _ => FullUpright,
        };

    private static int NameWidth(Chart chart) => chart.IsNarrow ? 38 : 30;

    private static double Row(Chart chart)
    {
        int lines = chart.Positions.Categories.Select(name => TextLines.OfAll(name, NameWidth(chart)).Count()).DefaultIfEmpty(1).Max();
        double labels = chart.Series.Any(series => series is Series.Dots) ? 24 : 0;
        return chart.IsNarrow ? Math.Max(50, 2 * ((LineHeight * lines) + 6)) + labels : Math.Max(FullRow, (LineHeight * lines) + 12);
    }

    private static string[] Lines(Chart chart, Axis axis) => [.. TextLines.Of(axis.Title, chart.IsNarrow ? 38 : 64)];

    private static Dictionary<string, object> AxisOf(Chart chart, Axis axis, (double From, double To) range)
    {
        bool isBeside = axis == chart.Values != chart.IsSideways,
            isTitled = isBeside ? axis.Categories.IsEmpty && !chart.IsNarrow : true;
        string[] title = isBeside ? [.. TextLines.Of(axis.Title, 38)] : Lines(chart, axis);
        Dictionary<string, object> made = new()
        {
            ["range"] = new[] { range.From, range.To },
            ["automargin"] = true,
            ["zeroline"] = false,
            ["tickangle"] = 0,
            ["nticks"] = Ticks(chart, axis, isBeside, range),
            // Room between both axes' labels where they meet in the corner.
            ["ticks"] = "outside",
            ["ticklen"] = 6,
            ["tickcolor"] = Inks.Paper,
            ["gridcolor"] = Inks.Rule,
            ["showgrid"] = axis == chart.Values,
            ["title"] = new Dictionary<string, object>
            {
                // Names that run downwards need no title.
                ["text"] = isTitled ? string.Join("<br>", title.Select(PlotlyFigure.Plain)) : "",
                ["standoff"] = 12,
                ["font"] = new Dictionary<string, object> { ["size"] = chart.IsNarrow ? 12 : 13 },
            },
        };
        if (!axis.Categories.IsEmpty && HasNamesAbove(chart))
        {
            made["showticklabels"] = false;
        }
        else if (!axis.Categories.IsEmpty)
        {
            int apart = isBeside ? 1 : AxisText.NamesApart(axis.Categories, Room(chart) * TextLines.Character / Character);
            int width = isBeside ? NameWidth(chart) : Math.Max(8, (int)(Room(chart) / Character * apart / axis.Categories.Length));
            int[] shown = [.. Enumerable.Range(0, axis.Categories.Length).Where(at => at % apart == 0)];
            made["tickvals"] = shown;
            made["ticktext"] = shown
                .Select(at => string.Join("<br>", TextLines.OfAll(axis.Categories[at], width).Select(PlotlyFigure.Plain)))
                .ToArray();
        }
        else if (axis.Format == AxisFormat.Pounds)
        {
            made["tickformat"] = Math.Abs(range.To - range.From) < 10 ? "$,.2f" : "$,.0f";
        }
        else if (axis.Format == AxisFormat.Percent)
        {
            // As many decimals as the steps need, so that no two ticks read the same.
            made["tickformat"] = ".3~%";
        }

        return made;
    }

    private static int Ticks(Chart chart, Axis axis, bool isBeside, (double From, double To) range)
    {
        const int Usual = 7;
        (double low, double high) = (Math.Min(range.From, range.To), Math.Max(range.From, range.To));
        return isBeside || !axis.Categories.IsEmpty
            ? Usual
            : Math.Max(2, AxisText.TicksThatFit(axis.Format, low, high, Usual, Room(chart), Character).Length);
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

    // Each has a line of its own: beside its mark where there is room, and otherwise from the left edge.
    private static Dictionary<string, object> Label(Chart chart, Mark mark, int row)
    {
        (double low, double high) = mark.IsPosition ? ChartRange.Positions(chart) : ChartRange.Values(chart, Room(chart));
        double at = (mark.Value - low) / (high - low) * Room(chart),
            width = (mark.Label.Length * MarkCharacter) + 4;
        bool fits = at + width <= Room(chart) || at - width >= 0;
        Dictionary<string, object> label = Written(mark.Label);
        label["xref"] = fits ? "x" : "paper";
        label["yref"] = "paper";
        label["x"] = fits ? mark.Value : 0;
        label["y"] = 1;
        label["xanchor"] = !fits || at + width <= Room(chart) ? "left" : "right";
        label["yshift"] = LineHeight * row;
        return label;
    }

    private static Dictionary<string, object> Beside(Mark mark)
    {
        Dictionary<string, object> label = Written(mark.Label);
        (label["xref"], label["yref"], label["x"], label["y"], label["xanchor"]) = ("paper", "y", 1, mark.Value, "right");
        return label;
    }

    private static Dictionary<string, object> Above(string text, int row)
    {
        Dictionary<string, object> label = Written(text);
        (label["xref"], label["yref"], label["x"], label["y"], label["xanchor"]) = ("paper", "paper", 0, 1, "left");
        label["yshift"] = LineHeight * row;
        return label;
    }

    private static Dictionary<string, object> NameAbove(Chart chart, string name, int at)
    {
        Dictionary<string, object> label = Written(name);
        label["text"] = string.Join("<br>", TextLines.OfAll(name, NameWidth(chart)).Select(PlotlyFigure.Plain));
        (label["xref"], label["yref"], label["x"], label["y"], label["xanchor"]) = ("paper", "y", 0, at - 0.48, "left");
        label["yanchor"] = "top";
        label["align"] = "left";
        return label;
    }

    private static Dictionary<string, object> Written(string text) =>
        new()
        {
            ["text"] = PlotlyFigure.Plain(text),
            ["showarrow"] = false,
            ["yanchor"] = "bottom",
            ["bgcolor"] = "rgba(255,255,255,0.85)",
            ["borderpad"] = 0,
            ["font"] = new Dictionary<string, object> { ["size"] = 12 },
        };
}
