using System.Collections.Immutable;

namespace Sroi.Presentation.Charting;

/// <summary>From where to where the axes of a chart reach, in every way of drawing it.</summary>
internal static class ChartRange
{
    private const double LeastRange = 1e-6;

    /// <summary>The first and the last position.</summary>
    public static (double First, double Last) Positions(Chart chart)
    {
        if (!chart.Positions.Categories.IsEmpty)
        {
            return (-0.6, chart.Positions.Categories.Length - 0.4);
        }

        double[] all = [.. chart.Series.SelectMany(Ends), .. chart.Marks.Where(mark => mark.IsPosition).Select(mark => mark.Value)];
        return all.Length == 0 ? (0, 1)
            : chart.Series.Any(series => series is Series.Grid) ? (all.Min(), all.Max())
            : Widened(all.Min(), all.Max(), 0.03);
    }

    /// <summary>The lowest and the highest value, with room for what is written beside the ends of bars.</summary>
    public static (double Lowest, double Highest) Values(Chart chart)
    {
        double[] all = [.. chart.Series.SelectMany(Reach), .. chart.Marks.Where(mark => !mark.IsPosition).Select(mark => mark.Value)];
        if (all.Length == 0)
        {
            return (0, 1);
        }

        bool hasBars = chart.Series.Any(series => series is Series.Bars { Items.Length: > 0 });
        bool isHistogram = hasBars && chart.Positions.Categories.IsEmpty;
        bool isGrid = chart.Series.Any(series => series is Series.Grid);
        return isGrid ? (all.Min(), all.Max())
            : isHistogram && all.Max() > 0 ? (0, all.Max() * 1.05)
            : Widened(all.Min(), all.Max(), chart.IsSideways && hasBars ? 0.18 : 0.08);
    }

    /// <summary>The room about a value of a grid: half way to its neighbours.</summary>
    public static (double Low, double High) Around(ImmutableArray<double> values, int index)
    {
        double before = index > 0 ? values[index] - values[index - 1] : values[1] - values[0],
            after = index < values.Length - 1 ? values[index + 1] - values[index] : values[index] - values[index - 1];
        return (values[index] - (before / 2), values[index] + (after / 2));
    }

    private static (double, double) Widened(double low, double high, double share)
    {
        double size = Math.Max(Math.Abs(low), Math.Abs(high));
        if (size == 0)
        {
            return (0, 1);
        }

        // A range that is nearly a point has no round steps in it.
        double room = high - low > size * LeastRange ? (high - low) * share : size * share;
        return (low == 0 ? low : low - room, high == 0 ? high : high + room);
    }

    private static IEnumerable<double> Ends(Series series) =>
        series switch
        {
            Series.Bars bars => bars.Items.SelectMany(bar => new[] { bar.At - (bar.Width / 2), bar.At + (bar.Width / 2) }),
            Series.Curve curve => curve.Points.Select(point => point.At),
            Series.Band band => band.Points.Select(point => point.At),
            Series.Dots dots => dots.Points.Select(point => point.At),
            Series.Grid grid => [Around(grid.Across, 0).Low, Around(grid.Across, grid.Across.Length - 1).High],
            _ => [],
        };

    private static IEnumerable<double> Reach(Series series) =>
        series switch
        {
            Series.Bars bars => bars.Items.SelectMany(bar => new[] { bar.From, bar.To }),
            Series.Curve curve => curve.Points.Select(point => point.Value),
            Series.Band band => band.Points.SelectMany(point => new[] { point.Low, point.High }),
            Series.Dots dots => dots.Points.SelectMany(point => new[] { point.Low, point.High }),
            Series.Grid grid => [Around(grid.Up, 0).Low, Around(grid.Up, grid.Up.Length - 1).High],
            _ => [],
        };
}
