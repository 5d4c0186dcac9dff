using System.Collections.Immutable;
using Sroi.Presentation.Pages;
using Sroi.Sensitivity;
using Sroi.Sensitivity.OneAtATime;

namespace Sroi.Presentation.Charting.Pictures;

/// <summary>A figure over two parameters, with the break-even line.</summary>
internal static class TwoWayChart
{
    public static Chart Of(TwoWay grid)
    {
        TargetFigure figure = grid.Figure;
        ImmutableArray<Place> line = BreakEven(grid);
        return new()
        {
            Name = "two_way",
            Title = $"For which pairs of values does the decision hold ({figure.Goal})?",
            Alternative =
                $"The {figure.Label} over {grid.Across.Label} (across) and {grid.Down.Label} (up), all others at base, where it is {figure.Shown(grid.Base)}. {Line(grid)} The table has every cell.",
            Source = ChartSource.Of(figure.SocialReturn),
            Positions = Measure(grid.Across, figure),
            Values = Measure(grid.Down, figure),
            Series =
            [
                new Series.Grid(
                    figure.Label,
                    grid.AcrossValues,
                    grid.DownValues,
                    [.. grid.Cells.Select(row => row.Select(cell => new GridCell(cell, figure.Shown(cell))).ToImmutableArray())],
                    figure.Threshold
                ),
                new Series.Curve($"break-even: {figure.Goal}", Ink.Neutral, line) { HasDots = true },
                new Series.Dots("base case", Ink.Result, [new(grid.Across.Base, grid.Down.Base, grid.Down.Base, grid.Down.Base)]),
            ],
            Figures = Table(grid),
        };
    }

    // The points within the grid, and where the line between two of them enters or leaves it.
    private static ImmutableArray<Place> BreakEven(TwoWay grid)
    {
        double low = ChartRange.Around(grid.DownValues, 0).Low,
            high = ChartRange.Around(grid.DownValues, grid.DownValues.Length - 1).High;
        Place[] points = [.. grid.BreakEven.Where(point => point.Down is not null).Select(point => new Place(point.Across, point.Down!.Value))];
        List<Place> line = [.. points.Take(1)];
        foreach ((Place from, Place to) in points.Zip(points.Skip(1)))
        {
            foreach (double edge in from.Value < to.Value ? [low, high] : new[] { high, low })
            {
                if ((from.Value - edge) * (to.Value - edge) < 0)
                {
                    line.Add(new(from.At + ((edge - from.Value) / (to.Value - from.Value) * (to.At - from.At)), edge));
                }
            }

            line.Add(to);
        }

        return [.. line.Where(place => place.Value >= low && place.Value <= high)];
    }

    private static string Line(TwoWay grid) =>
        grid.BreakEven.Where(point => point is { Down: not null, WithinSupport: true }).ToArray() is { Length: > 0 } points
            ? $"The decision changes on a line through {string.Join(", ", points.Select(point => $"{grid.Across.Short(point.Across)} and {grid.Down.Short(point.Down!.Value)}"))}."
            : "For none of the values across can the other parameter change the decision.";

    private static Axis Measure(VariedParameter input, TargetFigure figure) =>
        input.IsShare ? new(input.Label, AxisFormat.Percent)
        : input.Unit.MoneyPower == 1
            ? new($"{input.Label} ({input.Unit}, {figure.SocialReturn.Scenario.Appraisal.PriceYear} prices)", AxisFormat.Pounds)
        : new(input.Unit.IsNone ? input.Label : $"{input.Label} ({input.Unit})", AxisFormat.Number);

    private static PageTable Table(TwoWay grid)
    {
        TableBuilder table = TableBuilder.Of(
            $"{grid.Figure.Label} by {grid.Down.Label} (down) and {grid.Across.Label} (across)",
            [("", false), .. grid.AcrossValues.Select(value => (grid.Across.Short(value), true))]
        );
        foreach ((int row, double down) in grid.DownValues.Index())
        {
            table.Row([grid.Down.Short(down), .. grid.Cells[row].Select(cell => grid.Figure.Shown(cell))]);
        }

        return table.Done();
    }
}
