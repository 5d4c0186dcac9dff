using System.Collections.Immutable;

namespace Sroi.Presentation.Charting;

/// <summary>The measures of a still picture: where the plot lies, and where a position and a value come to stand in it.</summary>
internal sealed record SvgFrame
{
    public const double Width = 760;

    private const double CharacterWidth = 6.5,
        RowHeight = 40,
        PlotHeight = 300;

    private readonly Chart _chart;

    private SvgFrame(Chart chart)
    {
        _chart = chart;
        TitleLines = [.. TextLines.Of(chart.Title, 82)];
        (FirstPosition, LastPosition) = ChartRange.Positions(chart);
        (LowestValue, HighestValue) = ChartRange.Values(chart);
        ValueTicks = [.. AxisText.Ticks(LowestValue, HighestValue, 6)];
        Left = LeftRoom(chart, ValueTicks);
        Top =
            24
            + (TitleLines.Length * 21)
            + (14 * Math.Min(3, chart.Marks.Count(mark => mark.Label.Length > 0 && mark.IsPosition != chart.IsSideways)));
        Bottom = Top + (chart.IsSideways ? RowHeight * Math.Max(1, chart.Positions.Categories.Length) : PlotHeight);
    }

    public ImmutableArray<string> TitleLines { get; }

    public double FirstPosition { get; }

    public double LastPosition { get; }

    public double LowestValue { get; }

    public double HighestValue { get; }

    public ImmutableArray<double> ValueTicks { get; }

    public double Left { get; }

    public double Right => Width - 30;

    public double Top { get; }

    public double Bottom { get; }

    /// <summary>How many characters the name of a position has room for.</summary>
    public int NameWidth => Math.Max(8, (int)((Right - Left) * NamesApart / Math.Max(1, _chart.Positions.Categories.Length) / CharacterWidth));

    // Names below each other all have room.
    private int NamesApart => _chart.IsSideways ? 1 : AxisText.NamesApart(_chart.Positions.Categories.Length);

    /// <summary>The room that the names along the lower edge take.</summary>
    public double TickRoom =>
        _chart.IsSideways || _chart.Positions.Categories.IsEmpty
            ? 22
            : 8 + (14 * _chart.Positions.Categories.Max(name => name.Split('\n').Sum(line => TextLines.Of(line, NameWidth).Count())));

    public double SourceTop => Bottom + TickRoom + 38 + (17 * LegendRows()) + 8;

    /// <summary>Positions at which something is written, and what.</summary>
    public IEnumerable<(double At, string Name)> PositionTicks
    {
        get
        {
            if (!_chart.Positions.Categories.IsEmpty)
            {
                return _chart.Positions.Categories.Select((name, at) => ((double)at, name)).Where((_, at) => at % NamesApart == 0);
            }

            double[] ticks = AxisText.Ticks(FirstPosition, LastPosition, 7);
            double step = ticks.Length > 1 ? ticks[1] - ticks[0] : 1;
            return ticks.Select(tick => (tick, AxisText.Tick(_chart.Positions.Format, tick, step)));
        }
    }

    public static SvgFrame Of(Chart chart) => new(chart);

    /// <summary>Where a position and a value come to stand.</summary>
    public (double X, double Y) Point(double at, double value)
    {
        double along = (at - FirstPosition) / (LastPosition - FirstPosition),
            up = (value - LowestValue) / (HighestValue - LowestValue);
        return _chart.IsSideways
            ? (Left + (up * (Right - Left)), Top + (along * (Bottom - Top)))
            : (Left + (along * (Right - Left)), Bottom - (up * (Bottom - Top)));
    }

    private double LegendRows()
    {
        double x = Left,
            rows = 0;
        foreach (Series series in _chart.Series.Where(series => series.Name.Length > 0 && series is not Series.Grid))
        {
            double width = 48 + (series.Name.Length * CharacterWidth);
            if (rows == 0 || x + width - 14 > Width - 10)
            {
                (x, rows) = (Left, rows + 1);
            }

            x += width;
        }

        return rows;
    }

    private static double LeftRoom(Chart chart, ImmutableArray<double> ticks)
    {
        int longest = chart.IsSideways
            ? chart
                .Positions.Categories.SelectMany(name => name.Split('\n'))
                .SelectMany(line => TextLines.Of(line, 34))
                .Append("")
                .Max(line => line.Length)
            : ticks.Select(tick => AxisText.Of(chart.Values.Format, tick).Length).Append(4).Max();
        return chart.IsSideways
            ? 20 + (longest * CharacterWidth)
            : 28 + (14 * TextLines.Of(chart.Values.Title, 46).Count()) + (longest * CharacterWidth);
    }
}
