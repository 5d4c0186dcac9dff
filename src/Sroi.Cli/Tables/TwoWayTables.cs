using Spectre.Console;
using Sroi.Sensitivity;

namespace Sroi.Cli.Tables;

/// <summary>A grid of two numbers as a person reads it.</summary>
internal static class TwoWayTables
{
    // So many fit into 80 columns.
    private const int ColumnsAtOnce = 5;

    public static void Write(IAnsiConsole console, TwoWay grid)
    {
        TargetFigure figure = grid.Figure;
        AnalysisText.Heading(console, figure, $"{figure.Label} over two numbers");
        string across = AnalysisText.Last(grid.Across.Id),
            down = AnalysisText.Last(grid.Down.Id);
        for (int from = 0; from < grid.AcrossValues.Length; from += ColumnsAtOnce)
        {
            console.Write(Part(grid, from, Math.Min(ColumnsAtOnce, grid.AcrossValues.Length - from)));
        }

        Layout.Line(
            console,
            $"Base case: {across} {grid.Across.Shown(grid.Across.Base)}, {down} {grid.Down.Shown(grid.Down.Base)}, {figure.Label} {figure.Shown(grid.Base)}. * above the threshold. In brackets: outside what {down} can be."
        );
    }

    private static Table Part(TwoWay grid, int from, int columns)
    {
        TargetFigure figure = grid.Figure;
        string across = AnalysisText.Last(grid.Across.Id),
            down = AnalysisText.Last(grid.Down.Id);
        Table table = Layout.Table(
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

        table.Row([$"{down} at which {figure.Goal}", .. grid.BreakEven.Skip(from).Take(columns).Select(point => Point(grid, point))], "bold");
        return table;
    }

    private static string Point(TwoWay grid, BreakEvenPoint point) =>
        point.Down is not { } down ? "none"
        : point.WithinSupport ? grid.Down.Short(down)
        : $"({grid.Down.Short(down)})";
}
