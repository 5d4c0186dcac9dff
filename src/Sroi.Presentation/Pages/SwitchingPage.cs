using Sroi.Quantities;
using Sroi.Sensitivity;
using Sroi.Sensitivity.OneAtATime;

namespace Sroi.Presentation.Pages;

/// <summary>Switching values: the value of each parameter at which the decision changes, and how likely that is.</summary>
public static class SwitchingPage
{
    private const int MostListed = 12;

    /// <summary>The switching value of each parameter and, with a map, of each estimate of the value map.</summary>
    public static Page Of(SwitchingValues values, ValueMapSwitching? map = null) => Page.Of(page => Write(page, values, map));

    /// <summary>The switching value of each estimate of the value map.</summary>
    public static Page Of(ValueMapSwitching map) => Page.Of(page => Map(page, map));

    /// <summary>For a report: the parameters with a feasible switching value, by their labels, and the names of the others.</summary>
    internal static Page Feasible(SwitchingValues values) =>
        Page.Of(page =>
        {
            TargetFigure figure = values.Figure;
            SwitchingValue[] feasible = [.. values.Values.Where(IsFeasible)],
                others = [.. values.Values.Where(row => !IsFeasible(row))];
            page.Line($"The value of one parameter at which {figure.Goal}, all others at their base values.");
            if (feasible.Length > 0)
            {
                TableBuilder table = Headed($"Switching values ({figure.Goal})");
                table.Rows(feasible, row => Row(row, row.Parameter.Label, row.Parameter.Short(row.Parameter.Base)));
                page.Add(table);
                page.Line("Probability: of the parameter lying beyond its switching value, by its own spread; – if it has none.", Tone.Faint);
            }

            if (others.Length > 0)
            {
                string names = string.Join("; ", others.Take(MostListed).Select(row => row.Parameter.Label)),
                    more = others.Length > MostListed ? $"; and {others.Length - MostListed:N0} others" : "";
                page.Line($"No feasible value of any of these alone changes the decision: {names}{more}.");
            }
        });

    private static bool IsFeasible(SwitchingValue row) => row is { Value: { } value, WithinSupport: true } && IsThinkable(row.Parameter, value);

    private static void Write(PageBuilder page, SwitchingValues values, ValueMapSwitching? map)
    {
        TargetFigure figure = values.Figure;
        AnalysisText.Heading(page, figure, $"switching values for {figure.Goal}");
        page.Line($"Base case: {figure.Label} {figure.Shown(values.Base)}. One parameter at a time, all others at their base values.");
        Parameters(page, values);
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
        return row.Value is not { } value ? $"No value of {name} gives {figure.Goal}."
            : !row.WithinSupport
                ? $"{AnalysisText.Capital(figure.Goal)} would need {name} = {row.Parameter.Short(value)}, which is outside its feasible range."
            : $"{AnalysisText.Capital(figure.Goal)} at {name} = {string.Join(" and ", row.All.Select(row.Parameter.Short))}{(row.ProbabilityBeyond is { } beyond ? $"; the probability that it lies beyond, where the decision is different, is {AnalysisText.Chance(beyond)}" : "")}.";
    }

    private static TableBuilder Headed(string? title) =>
        TableBuilder.Of(title, ("parameter", false), ("base", true), ("switching value", true), ("change", true), ("probability", true));

    private static string[] Row(SwitchingValue row, string name, string atBase) =>
        [
            name,
            atBase,
            Needed(row),
            row.Change is { } change && Needed(row) != "none" ? Signed(change) : "–",
            row.ProbabilityBeyond is { } beyond && Needed(row) != "none" ? AnalysisText.Chance(beyond) : "–",
        ];

    private static void Parameters(PageBuilder page, SwitchingValues values)
    {
        TableBuilder table = Headed(null);
        table.Rows(
            values.Values,
            row => Row(row, row.Parameter.NameAndUnit, row.Parameter.Shown(row.Parameter.Base)),
            others => ["", $"{others.Count(row => Needed(row) == "none"):N0} none"]
        );
        page.Add(table);
        page.Line(
            "Probability: of the parameter lying beyond its switching value, by its own spread; – if it has none. In brackets: outside its spread. \"none\": no feasible value reverses the decision.",
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
                $"Most likely to change the decision alone: {first.Parameter.Label} at {first.Parameter.Short(first.Value!.Value)} instead of {first.Parameter.Shown(first.Parameter.Base)} (probability {AnalysisText.Chance(first.ProbabilityBeyond!.Value)})."
            );
        }
        else
        {
            SwitchingValue? nearest = values.Values.FirstOrDefault(row => row is { Value: not null, WithinSupport: true, Change: not null });
            page.Line(
                (values.Values.Any(row => row.Parameter.IsUncertain) ? "No parameter alone changes the decision within its spread. " : "")
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
            $"Value map: switching value of each estimate for £{Figures.Ratio(map.Figure.Threshold)} : £1",
            ("outcome", false),
            ("estimate", false),
            ("base", true),
            ("switching value", true)
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
        page.Line("One estimate at a time, all others as they are. \"none\": no feasible value of the estimate is enough.", Tone.Faint);
    }

    /// <summary>A switching value, in brackets if it is outside the spread; <c>none</c> if no feasible value changes the decision.</summary>
    internal static string Needed(SwitchingValue row) =>
        row.Value is not { } value || !IsThinkable(row.Parameter, value) ? "none"
        : row.All.Length > 1 ? string.Join("\n", row.All.Select(row.Parameter.Short))
        : row.WithinSupport ? row.Parameter.Short(value)
        : $"({row.Parameter.Short(value)})";

    // A share above one, or a negative value of what cannot be negative, is no answer to a reader; files give it all the same.
    private static bool IsThinkable(VariedParameter input, double value) =>
        input.IsShare ? value is >= 0 and <= 1 : value >= 0 || input.Base < 0 || input.Distribution.Support.Low < 0;

    private static string Signed(double change) =>
        change > 0 ? "+" + Figures.Percent(change, 0.001) : Figures.Percent(change, 0.001).Replace("-", "−", StringComparison.Ordinal);
}
