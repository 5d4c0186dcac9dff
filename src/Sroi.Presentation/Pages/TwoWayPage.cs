using Sroi.Sensitivity;
using Sroi.Sensitivity.OneAtATime;

namespace Sroi.Presentation.Pages;

/// <summary>A grid of two numbers as a person reads it.</summary>
public static class TwoWayPage
{
    // So many fit into 80 columns.
    private const int ColumnsAtOnce = 5;

    /// <summary>A figure over a grid of two numbers.</summary>
    public static Page Of(TwoWay grid) => Page.Of(page => Write(page, grid));

    private static void Write(PageBuilder page, TwoWay grid)
    {
        TargetFigure figure = grid.Figure;
        AnalysisText.Heading(page, figure, $"{figure.Label} over two parameters");
        string across = grid.Across.Name,
            down = grid.Down.Name;
        for (int from = 0; from < grid.AcrossValues.Length; from += ColumnsAtOnce)
        {
            page.Add(Part(grid, from, Math.Min(ColumnsAtOnce, grid.AcrossValues.Length - from)));
        }

        page.Line(
            $"Base case: {across} {grid.Across.Shown(grid.Across.Base)}, {down} {grid.Down.Shown(grid.Down.Base)}, {figure.Label} {figure.Shown(grid.Base)}. * above the threshold. In brackets: outside the feasible range of {down}."
        );
    }

    private static TableBuilder Part(TwoWay grid, int from, int columns)
    {
        TargetFigure figure = grid.Figure;
        string across = grid.Across.Name,
            down = grid.Down.Name;
        TableBuilder table = TableBuilder.Of(
            null,
            [
                ($"{down} ↓  {across} →", false),
                .. grid.AcrossValues.AsSpan().Slice(from, columns).ToArray().Select(value => (grid.Across.Short(value), true)),
            ]
        );
        for (int row = 0; row < grid.DownValues.Length; row++)
        {
            table.Row([
                grid.Down.Short(grid.DownValues[row]),
                .. grid.Cells[row].Skip(from).Take(columns).Select(cell => figure.Shown(cell) + (cell > figure.Threshold ? " *" : "")),
            ]);
        }

        table.Row([$"{down} at which {figure.Goal}", .. grid.BreakEven.Skip(from).Take(columns).Select(point => Point(grid, point))], Tone.Strong);
        return table;
    }

    private static string Point(TwoWay grid, BreakEvenPoint point) =>
        point.Down is not { } down ? "none"
        : point.WithinSupport ? grid.Down.Short(down)
        : $"({grid.Down.Short(down)})";
}
