using Sroi.Quantities;
using Sroi.Sensitivity;
using Sroi.Sensitivity.OneAtATime;

namespace Sroi.Presentation.Pages;

/// <summary>Switching values as a person reads them: what each number would have to be, and how likely that is.</summary>
public static class SwitchingPage
{
    /// <summary>What each number would have to be for the decision to turn; with a map, each cell of the value map too.</summary>
    public static Page Of(SwitchingValues values, ValueMapSwitching? map = null) => Page.Of(page => Write(page, values, map));

    /// <summary>What each cell of the value map would have to be.</summary>
    public static Page Of(ValueMapSwitching map) => Page.Of(page => Map(page, map));

    private static void Write(PageBuilder page, SwitchingValues values, ValueMapSwitching? map)
    {
        TargetFigure figure = values.Figure;
        AnalysisText.Heading(page, figure, $"what would have to be so that {figure.Goal}");
        page.Line($"Base case: {figure.Label} {figure.Shown(values.Base)}. Each number by itself, all others at base.");
        Inputs(page, values);
        Verdict(page, values);
        if (map is not null)
        {
            Map(page, map);
        }
    }

    /// <summary>One switching value in a sentence.</summary>
    internal static string Sentence(TargetFigure figure, SwitchingValue row)
    {
        string name = row.Parameter.Name;
        return row.Value is not { } value ? $"No value of {name} makes {figure.Goal}."
            : !row.WithinSupport
                ? $"{AnalysisText.Capital(figure.Goal)} would take {name} = {row.Parameter.Short(value)}, which lies outside what it can be."
            : $"{AnalysisText.Capital(figure.Goal)} at {name} = {string.Join(" and ", row.All.Select(row.Parameter.Short))}{(row.ProbabilityBeyond is { } beyond ? $"; the chance that it lies where the decision is the other one is {AnalysisText.Chance(beyond)}" : "")}.";
    }

    private static void Inputs(PageBuilder page, SwitchingValues values)
    {
        TableBuilder table = TableBuilder.Of(null, ("number", false), ("base", true), ("would have to be", true), ("change", true), ("chance", true));
        table.Rows(
            values.Values,
            row =>
                [
                    row.Parameter.NameAndUnit,
                    row.Parameter.Shown(row.Parameter.Base),
                    Needed(row),
                    row.Change is { } change && Needed(row) != "none" ? Signed(change) : "–",
                    row.ProbabilityBeyond is { } beyond && Needed(row) != "none" ? AnalysisText.Chance(beyond) : "–",
                ],
            others => ["", $"{others.Count(row => Needed(row) == "none"):N0} none"]
        );
        page.Add(table);
        page.Line(
            "Chance: of this number lying where the decision is the other one, by its own spread; – where it has none. In brackets: outside its spread. none: nothing that such a number can be does it.",
            Tone.Faint
        );
        page.Space();
    }

    private static void Verdict(PageBuilder page, SwitchingValues values)
    {
        SwitchingValue[] possible = [.. values.Values.Where(row => row is { Value: not null, WithinSupport: true, ProbabilityBeyond: > 0 })];
        if (possible.Length > 0)
        {
            SwitchingValue first = possible[0];
            page.Line(
                $"Likeliest by itself: {first.Parameter.Label} at {first.Parameter.Short(first.Value!.Value)} instead of {first.Parameter.Shown(first.Parameter.Base)} (chance {AnalysisText.Chance(first.ProbabilityBeyond!.Value)})."
            );
        }
        else
        {
            SwitchingValue? nearest = values.Values.FirstOrDefault(row => row is { Value: not null, WithinSupport: true, Change: not null });
            page.Line(
                (values.Values.Any(row => row.Parameter.IsUncertain) ? "No number turns the decision by itself within its spread. " : "")
                    + (
                        nearest is null
                            ? ""
                            : $"The smallest change that does: {nearest.Parameter.Label} at {nearest.Parameter.Short(nearest.Value!.Value)} instead of {nearest.Parameter.Shown(nearest.Parameter.Base)} ({Signed(nearest.Change!.Value)})."
                    )
            );
        }

        page.Space();
    }

    private static void Map(PageBuilder page, ValueMapSwitching map)
    {
        TableBuilder table = TableBuilder.Of(
            $"The value map: what each estimate would have to be for £{Figures.Ratio(map.Figure.Threshold)} : £1",
            ("outcome", false),
            ("estimate", false),
            ("base", true),
            ("would have to be", true)
        );
        table.Rows(
            map.Cells,
            cell =>
                [
                    cell.Column == ValueMapColumn.Quantity ? cell.Outcome : "",
                    cell.Column == ValueMapColumn.DropOff ? "drop-off" : cell.Switching.Parameter.NameAndUnit,
                    cell.Switching.Parameter.Shown(cell.Switching.Parameter.Base),
                    Needed(cell.Switching),
                ]
        );
        page.Add(table);
        page.Line("Each estimate by itself, all others as they are. none: nothing that it could be does it.", Tone.Faint);
    }

    /// <summary>What a number would have to be, in brackets where its spread does not reach; <c>none</c> where nothing that it can be does it.</summary>
    internal static string Needed(SwitchingValue row) =>
        row.Value is not { } value || !IsThinkable(row.Parameter, value) ? "none"
        : row.All.Length > 1 ? string.Join("\n", row.All.Select(row.Parameter.Short))
        : row.WithinSupport ? row.Parameter.Short(value)
        : $"({row.Parameter.Short(value)})";

    // A share beyond the whole, or less than nothing of what cannot be negative, is no answer to a reader; files tell it all the same.
    private static bool IsThinkable(VariedParameter input, double value) =>
        input.IsShare ? value is >= 0 and <= 1 : value >= 0 || input.Base < 0 || input.Distribution.Support.Low < 0;

    private static string Signed(double change) =>
        change > 0 ? "+" + Figures.Percent(change, 0.001) : Figures.Percent(change, 0.001).Replace("-", "−", StringComparison.Ordinal);
}
