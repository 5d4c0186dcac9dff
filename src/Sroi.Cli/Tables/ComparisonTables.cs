using Spectre.Console;
using Sroi.Evaluation;
using Sroi.Quantities;

namespace Sroi.Cli.Tables;

/// <summary>A comparison as a person reads it: the figures of both sides, every number that differs, and what it did.</summary>
internal static class ComparisonTables
{
    public static void Write(IAnsiConsole console, Comparison comparison)
    {
        ComparedFigures before = comparison.Before,
            after = comparison.After;
        Layout.Line(console, $"{before.Name}  →  {after.Name}", "bold");
        Layout.Line(console, before.Frame == after.Frame ? before.Frame : $"before: {before.Frame}; after: {after.Frame}", "dim");
        if (before.Frame != after.Frame)
        {
            Layout.Line(console, "The frames differ, so the ratios are not a league table.", "yellow");
        }

        console.WriteLine();
        Headline(console, before, after);
        if (comparison.NotAttributed is { } why)
        {
            Layout.Line(console, $"Effects are not shared out: {why}.", "yellow");
        }

        Numbers(console, comparison);
    }

    private static void Headline(IAnsiConsole console, ComparedFigures before, ComparedFigures after)
    {
        Table table = Layout.Table(null, ("", false), ("before", true), ("after", true), ("change", true));
        Row(table, "Present value of benefits", before.PresentValueBenefits, after.PresentValueBenefits, Figures.Pounds);
        Row(table, "Present value of inputs", before.PresentValueInputs, after.PresentValueInputs, Figures.Pounds);
        Row(table, "Net present value", before.NetPresentValue, after.NetPresentValue, Figures.Pounds);
        Row(table, "SROI ratio", before.SroiRatio, after.SroiRatio, Figures.Ratio);
        console.Write(table);
        console.WriteLine();
    }

    private static void Row(Table table, string label, double? before, double? after, Func<double, string> shown) =>
        table.Row([
            label,
            before is { } b ? shown(b) : "undefined",
            after is { } a ? shown(a) : "undefined",
            before is { } from && after is { } to ? Change(to - from, shown) : "–",
        ]);

    private static string Change(double change, Func<double, string> shown) => change > 0 ? "+" + shown(change) : shown(change);

    private static void Numbers(IAnsiConsole console, Comparison comparison)
    {
        if (comparison.Changes.IsEmpty)
        {
            Layout.Line(console, "No number differs.");
            return;
        }

        bool shared = comparison.NotAttributed is null;
        Table table = shared
            ? Layout.Table("What each changed number did", ("number", false), ("before", true), ("after", true), ("on NPV", true), ("on ratio", true))
            : Layout.Table("Numbers that differ", ("number", false), ("before", true), ("after", true));
        foreach (ChangedNumber change in comparison.Changes)
        {
            string[] cells = [Name(change), change.Before?.Shown ?? "–", change.After?.Shown ?? "–"];
            table.Row(
                shared
                    ?
                    [
                        .. cells,
                        Effect(change.EffectOnNetPresentValue, Figures.Pounds),
                        Effect(change.EffectOnRatio, r => Figures.Number(Math.Round(r, 4))),
                    ]
                    : cells
            );
        }

        if (shared)
        {
            table.Row(
                [
                    "together",
                    "",
                    "",
                    Effect(Sum(comparison, c => c.EffectOnNetPresentValue), Figures.Pounds),
                    Effect(Sum(comparison, c => c.EffectOnRatio), r => Figures.Number(Math.Round(r, 4))),
                ],
                "bold"
            );
        }

        console.Write(table);
        if (shared)
        {
            Layout.Line(
                console,
                comparison.IsSampled
                    ? $"Shared out by Shapley values from {ShapleyAttribution.Permutations} sampled orders (seed {Comparison.Seed}); they sum exactly. Standard errors: --json."
                    : "Numbers at the appraisal's prices. Shared out by Shapley values: independent of the order of the changes, summing exactly to the whole.",
                "dim"
            );
        }

        foreach (ChangedNumber change in comparison.Changes.Where(c => c.After?.Note is not null))
        {
            Layout.Line(console, $"- {change.Id}: {change.After!.Note}");
        }
    }

    private static string Name(ChangedNumber change) =>
        (change.After ?? change.Before)!.Unit is { IsNone: false } unit ? $"{change.Label} [{unit}]" : change.Label;

    private static double? Sum(Comparison comparison, Func<ChangedNumber, double?> effect) =>
        comparison.Changes.All(c => effect(c) is not null) ? comparison.Changes.Sum(c => effect(c)!.Value) : null;

    private static string Effect(double? effect, Func<double, string> shown) => effect is { } known ? Change(known, shown) : "–";
}
