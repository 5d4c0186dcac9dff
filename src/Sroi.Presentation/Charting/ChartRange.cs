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
    /// <param name="chart">The chart.</param>
    /// <param name="room">How many pixels the values have.</param>
    public static (double Lowest, double Highest) Values(Chart chart, double room)
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
            : chart.IsSideways ? WithLabels(chart, Widened(all.Min(), all.Max(), 0.04), room)
            : Widened(all.Min(), all.Max(), 0.08);
    }

    // A label takes pixels, and the range decides how many pounds they are: widened step by step until all labels have room.
    private static (double, double) WithLabels(Chart chart, (double Low, double High) range, double room)
    {
        const int Steps = 24;
        (double low, double high) = range;
        (double End, double Before, double After)[] labels = [.. chart.Series.SelectMany(Labels)];
        for (int step = 0; step < Steps; step++)
        {
            double pixel = (high - low) / room;
            foreach ((double end, double before, double after) in labels)
            {
                low = Math.Min(low, end - (before * pixel));
                high = Math.Max(high, end + (after * pixel));
            }
        }

        // Labels that take all the room leave some to what they label.
        double most = 4 * (range.High - range.Low);
        return (Math.Max(low, range.Low - most), Math.Min(high, range.High + most));
    }

    // How many pixels a label takes before and after the value at which it is written.
    private static IEnumerable<(double End, double Before, double After)> Labels(Series series)
    {
        const double Gap = 8;
        double Width(string label) => (label.Length * TextLines.Character) + Gap;
        return series switch
        {
            Series.Bars bars => bars
                .Items.Where(bar => bar.Label.Length > 0)
                .Select(bar => bar.To < bar.From ? (bar.To, Width(bar.Label), 0.0) : (bar.To, 0.0, Width(bar.Label))),
            Series.Dots dots => dots
                .Points.Where(point => point.Label.Length > 0)
                .Select(point => (point.Value, Width(point.Label) / 2, Width(point.Label) / 2)),
            _ => [],
        };
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
