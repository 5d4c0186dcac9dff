using System.Collections.Immutable;

namespace Sroi.Presentation.Charting;

/// <summary>The measures of a still picture: where the plot lies, and where a position and a value are drawn in it.</summary>
internal sealed record SvgFrame
{
    /// <summary>How wide a picture is in a document, and on a telephone.</summary>
    public const double Usual = 760,
        Narrow = 360;

    private const double Character = TextLines.Character,
        Line = 14,
        LeastRow = 40,
        PlotHeight = 300;

    private const int BesideWidth = 30,
        ValueTicksWanted = 6,
        PositionTicksWanted = 7;

    private readonly Chart _chart;

    private SvgFrame(Chart chart)
    {
        _chart = chart;
        Width = chart.IsNarrow ? Narrow : Usual;
        TitleLines = [.. TextLines.Of(chart.Title, (int)((Width - 24) / TextLines.TitleCharacter))];
        (FirstPosition, LastPosition) = ChartRange.Positions(chart);
        // The room for ticks beside the plot depends on the ticks, which depend on the range alone.
        (LowestValue, HighestValue) = ChartRange.Values(chart, Width - 30 - SidewaysLeft());
        ValueTicks = [.. AxisText.Ticks(LowestValue, HighestValue, ValueTicksWanted)];
        Left = chart.IsSideways ? SidewaysLeft() : UprightLeft();
        if (chart.IsSideways)
        {
            ValueTicks = [.. AxisText.TicksThatFit(chart.Values.Format, LowestValue, HighestValue, ValueTicksWanted, Right - Left, Character)];
        }

        ValueTitle = HasTitleAbove ? [.. TextLines.Of(chart.Values.Title, Characters(Width - 24))] : [];
        Top = 24 + (TitleLines.Length * 21) + (Line * (TopMarks + ValueTitle.Length));
        Bottom = Top + (chart.IsSideways ? RowHeight * Math.Max(1, chart.Positions.Categories.Length) : PlotHeight);
        BelowTitle = [.. TextLines.Of((chart.IsSideways ? chart.Values : chart.Positions).Title, Characters(Width - 40))];
    }

    public double Width { get; }

    public ImmutableArray<string> TitleLines { get; }

    /// <summary>The title of the axis of values, where it is written above the plot.</summary>
    public ImmutableArray<string> ValueTitle { get; }

    /// <summary>The title of the axis below the plot.</summary>
    public ImmutableArray<string> BelowTitle { get; }

    public double FirstPosition { get; }

    public double LastPosition { get; }

    public double LowestValue { get; }

    public double HighestValue { get; }

    public ImmutableArray<double> ValueTicks { get; }

    public double Left { get; }

    public double Right => Width - 30;

    public double Top { get; }

    public double Bottom { get; }

    /// <summary>Whether the names of rows are above their bars and not beside them.</summary>
    public bool HasNamesAbove => _chart is { IsNarrow: true, IsSideways: true };

    /// <summary>How many characters the name of a position has room for.</summary>
    public int NameWidth =>
        HasNamesAbove ? Characters(Width - 24)
        : _chart.IsSideways ? BesideWidth
        : Math.Max(8, (int)((Right - Left) * NamesApart / Math.Max(1, _chart.Positions.Categories.Length) / Character));

    /// <summary>The room that the names along the lower edge take.</summary>
    public double TickRoom =>
        _chart.IsSideways || _chart.Positions.Categories.IsEmpty
            ? 22
            : 8 + (Line * _chart.Positions.Categories.Max(name => TextLines.OfAll(name, NameWidth).Count()));

    public double LegendTop => Bottom + TickRoom + 24 + (Line * BelowTitle.Length);

    public double SourceTop => LegendTop + (17 * LegendRows()) + 8;

    /// <summary>Positions at which something is written, and what.</summary>
    public IEnumerable<(double At, string Name)> PositionTicks
    {
        get
        {
            // A chart that lies has a name for each row, and none without rows.
            if (_chart.IsSideways || !_chart.Positions.Categories.IsEmpty)
            {
                return _chart.Positions.Categories.Select((name, at) => ((double)at, name)).Where((_, at) => at % NamesApart == 0);
            }

            double[] ticks = AxisText.TicksThatFit(
                _chart.Positions.Format,
                FirstPosition,
                LastPosition,
                PositionTicksWanted,
                Right - Left,
                Character
            );
            double step = ticks.Length > 1 ? ticks[1] - ticks[0] : 1;
            return ticks.Select(tick => (tick, AxisText.Tick(_chart.Positions.Format, tick, step)));
        }
    }

    public static SvgFrame Of(Chart chart) => new(chart);

    /// <summary>Where a position and a value are drawn.</summary>
    public (double X, double Y) Point(double at, double value)
    {
        double along = (at - FirstPosition) / (LastPosition - FirstPosition),
            up = (value - LowestValue) / (HighestValue - LowestValue);
        return _chart.IsSideways
            ? (Left + (up * (Right - Left)), Top + (along * (Bottom - Top)))
            : (Left + (along * (Right - Left)), Bottom - (up * (Bottom - Top)));
    }

    /// <summary>The width that an entry of the legend takes.</summary>
    public static double LegendWidth(Series series) => 34 + (series.Name.Length * Character);

    private bool HasTitleAbove => _chart is { IsNarrow: true, IsSideways: false };

    // Names below each other all have room.
    private int NamesApart => _chart.IsSideways ? 1 : AxisText.NamesApart(_chart.Positions.Categories, Right - Left);

    private int TopMarks => _chart.Marks.Count(mark => mark.Label.Length > 0 && mark.IsPosition != _chart.IsSideways);

    private double RowHeight
    {
        get
        {
            int lines = _chart.Positions.Categories.Select(name => TextLines.OfAll(name, NameWidth).Count()).DefaultIfEmpty(1).Max();
            double labels = _chart.Series.Any(series => series is Series.Dots) ? 24 : 0;
            return HasNamesAbove ? Math.Max(48, 2 * ((Line * lines) + 6)) + labels : Math.Max(LeastRow, (Line * lines) + 10);
        }
    }

    private double LegendRows()
    {
        double x = Left,
            rows = 0;
        foreach (Series series in _chart.Series.Where(series => series.Name.Length > 0 && series is not Series.Grid))
        {
            double width = LegendWidth(series);
            if (rows == 0 || x + width > Width - 10)
            {
                (x, rows) = (Left, rows + 1);
            }

            x += width + 14;
        }

        return rows;
    }

    private double SidewaysLeft() =>
        HasNamesAbove || !_chart.IsSideways
            ? 12
            : 20
                + (
                    _chart.Positions.Categories.SelectMany(name => TextLines.OfAll(name, BesideWidth)).Append("").Max(line => line.Length) * Character
                );

    private double UprightLeft()
    {
        double step = ValueTicks.Length > 1 ? ValueTicks[1] - ValueTicks[0] : 1;
        int longest = ValueTicks.Select(tick => AxisText.Tick(_chart.Values.Format, tick, step).Length).Append(4).Max();
        return (_chart.IsNarrow ? 14 : 42) + (longest * Character);
    }

    private static int Characters(double width) => (int)(width / Character);
}
