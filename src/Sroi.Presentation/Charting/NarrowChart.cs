using System.Collections.Immutable;

namespace Sroi.Presentation.Charting;

/// <summary>A chart for a telephone: names above their bars, and no figures in the cells of a grid.</summary>
internal static class NarrowChart
{
    // Bars leave the upper half of a row to its name.
    private const double Lowered = 0.22,
        Thinned = 0.5;

    /// <summary>Up to how many pixels a place is narrow.</summary>
    public const int Breakpoint = 640;

    public static Chart Of(Chart chart) =>
        chart with
        {
            IsNarrow = true,
            Series = [.. chart.Series.Select(series => chart.IsSideways && !chart.Positions.Categories.IsEmpty ? Below(series) : Bare(series))],
        };

    private static Series Below(Series series) =>
        series switch
        {
            Series.Bars bars => bars with { Items = [.. bars.Items.Select(bar => bar with { At = bar.At + Lowered, Width = bar.Width * Thinned })] },
            Series.Curve curve => curve with { Points = [.. curve.Points.Select(point => point with { At = point.At + Lowered })] },
            Series.Band band => band with { Points = [.. band.Points.Select(Lower)] },
            Series.Dots dots => dots with { Points = [.. dots.Points.Select(Lower)] },
            _ => series,
        };

    private static Series Bare(Series series) =>
        series is Series.Grid grid
            ? grid with
            {
                Figures = [.. grid.Figures.Select(row => row.Select(cell => cell with { Label = "" }).ToImmutableArray())],
            }
            : series;

    private static Interval Lower(Interval point) => point with { At = point.At + Lowered };
}
