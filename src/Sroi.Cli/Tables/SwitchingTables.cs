using Spectre.Console;
using Sroi.Quantities;
using Sroi.Sensitivity;

namespace Sroi.Cli.Tables;

/// <summary>Switching values as a person reads them: what each number would have to be, and how likely that is.</summary>
internal static class SwitchingTables
{
    public static void Write(IAnsiConsole console, SwitchingValues values, ValueMapSwitching? map)
    {
        TargetFigure figure = values.Figure;
        AnalysisText.Heading(console, figure, $"what would have to be so that {figure.Goal}");
        Layout.Line(console, $"Base case: {figure.Label} {figure.Shown(values.Base)}. Each number by itself, all others at base.");
        Inputs(console, values);
        Verdict(console, values);
        if (map is not null)
        {
            Map(console, map);
        }
    }

    /// <summary>One switching value in a sentence.</summary>
    public static string Sentence(TargetFigure figure, SwitchingValue row)
    {
        string name = AnalysisText.Last(row.Input.Id);
        return row.Value is not { } value ? $"No value of {name} makes {figure.Goal}."
            : !row.WithinSupport ? $"{Capital(figure.Goal)} would take {name} = {row.Input.Short(value)}, which lies outside what it can be."
            : $"{Capital(figure.Goal)} at {name} = {row.Input.Short(value)}{(row.ProbabilityBeyond is { } beyond ? $"; the chance that it lies beyond is {AnalysisText.Chance(beyond)}" : "")}.";
    }

    private static void Inputs(IAnsiConsole console, SwitchingValues values)
    {
        Table table = Layout.Table(null, ("number", false), ("base", true), ("would have to be", true), ("change", true), ("chance", true));
        foreach (SwitchingValue row in values.Values)
        {
            table.Row([
                row.Input.NameAndUnit,
                row.Input.Shown(row.Input.Base),
                Needed(row),
                row.Change is { } change ? Signed(change) : "–",
                row.ProbabilityBeyond is { } beyond ? AnalysisText.Chance(beyond) : "–",
            ]);
        }

        console.Write(table);
        Layout.Line(
            console,
            "Chance: of this number lying beyond that value, by its own spread; – where it is given without one. In brackets: outside what it can be.",
            "dim"
        );
        console.WriteLine();
    }

    private static void Verdict(IAnsiConsole console, SwitchingValues values)
    {
        SwitchingValue[] possible = [.. values.Values.Where(row => row is { Value: not null, WithinSupport: true, ProbabilityBeyond: > 0 })];
        if (possible.Length > 0)
        {
            SwitchingValue first = possible[0];
            Layout.Line(
                console,
                $"Likeliest by itself: {first.Input.Label} at {first.Input.Short(first.Value!.Value)} instead of {first.Input.Shown(first.Input.Base)} (chance {AnalysisText.Chance(first.ProbabilityBeyond!.Value)})."
            );
        }
        else if (values.Values.Any(row => row.Input.IsUncertain))
        {
            Layout.Line(console, "No number with a spread can turn the decision by itself.");
        }

        console.WriteLine();
    }

    private static void Map(IAnsiConsole console, ValueMapSwitching map)
    {
        Table table = Layout.Table(
            $"The value map: what each estimate would have to be for £{Figures.Ratio(map.Figure.Threshold)} : £1",
            ("outcome", false),
            ("estimate", false),
            ("base", true),
            ("would have to be", true)
        );
        foreach (ValueMapCell cell in map.Cells)
        {
            SwitchingValue row = cell.Switching;
            table.Row([
                cell.Column == ValueMapColumn.Quantity ? cell.Outcome : "",
                cell.Column == ValueMapColumn.DropOff ? "drop-off" : row.Input.NameAndUnit,
                row.Input.Shown(row.Input.Base),
                Needed(row),
            ]);
        }

        console.Write(table);
        Layout.Line(console, "Each estimate by itself, all others as they are. 'none': nothing that it could be does it.", "dim");
    }

    private static string Needed(SwitchingValue row) =>
        row.Value is not { } value ? "none"
        : row.WithinSupport ? row.Input.Short(value)
        : $"({row.Input.Short(value)})";

    private static string Signed(double change) => change > 0 ? "+" + Figures.Percent(change, 0.001) : Figures.Percent(change, 0.001).Replace("-", "−", StringComparison.Ordinal);

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
