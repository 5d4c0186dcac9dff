using Sroi.Evaluation;
using Sroi.Quantities;

namespace Sroi.Presentation.Pages;

/// <summary>A comparison as a person reads it: the figures of both sides, every number that differs, and what it did.</summary>
public static class ComparisonPage
{
    /// <summary>What changes did to the figures, and how much each had its part in it.</summary>
    public static Page Of(Comparison comparison) => Page.Of(page => Write(page, comparison));

    private static void Write(PageBuilder page, Comparison comparison)
    {
        ComparedFigures before = comparison.Before,
            after = comparison.After;
        page.Line($"{before.Name}  →  {after.Name}", Tone.Strong);
        page.Line(before.Frame == after.Frame ? before.Frame : $"before: {before.Frame}; after: {after.Frame}", Tone.Faint);
        if (before.Frame != after.Frame)
        {
            page.Line("The frames differ, so the ratios are not comparable.", Tone.Caution);
        }

        page.Space();
        Headline(page, before, after);
        Parties(page, comparison);
        if (comparison.NotAttributed is { } why)
        {
            page.Line($"Effects are not attributed to the changes: {why}.", Tone.Caution);
        }

        Numbers(page, comparison);
    }

    private static void Headline(PageBuilder page, ComparedFigures before, ComparedFigures after)
    {
        TableBuilder table = TableBuilder.Of(null, ("", false), ("before", true), ("after", true), ("change", true));
        foreach (HeadlineFigure figure in FigureCatalogue.Leading)
        {
            Row(table, figure, before[figure], after[figure]);
        }

        page.Add(table);
        page.Space();
    }

    private static void Parties(PageBuilder page, Comparison comparison)
    {
        if (comparison.Parties.IsEmpty)
        {
            return;
        }

        TableBuilder table = TableBuilder.Of(
            "Who gains and who loses",
            ("party", false),
            ("net before", true),
            ("net after", true),
            ("change", true)
        );
        foreach (ChangedParty party in comparison.Parties)
        {
            table.Row([party.Label, Figures.Pounds(party.Before), Figures.Pounds(party.After), Change(party.Change, Figures.Pounds)]);
        }

        page.Add(table);
        page.Line("Net: gains less payments, as a present value. A positive change is a gain to the party.", Tone.Faint);
        page.Space();
    }

    private static void Row(TableBuilder table, HeadlineFigure figure, double? before, double? after) =>
        table.Row([
            AnalysisText.Capital(figure.Label),
            figure.Shown(before),
            figure.Shown(after),
            before is { } from && after is { } to ? Change(to - from, change => figure.Shown(change)) : "–",
        ]);

    private static string Change(double change, Func<double, string> shown) => change > 0 ? "+" + shown(change) : shown(change);

    private static void Numbers(PageBuilder page, Comparison comparison)
    {
        if (comparison.Changes.IsEmpty)
        {
            page.Line("No parameter differs.");
            return;
        }

        bool shared = comparison.NotAttributed is null;
        TableBuilder table = shared
            ? TableBuilder.Of(
                "Effect of each changed parameter",
                ("parameter", false),
                ("before", true),
                ("after", true),
                ("on NPV", true),
                ("on ratio", true)
            )
            : TableBuilder.Of("Parameters that differ", ("parameter", false), ("before", true), ("after", true));
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
                Tone.Strong
            );
        }

        page.Add(table);
        if (shared)
        {
            page.Line(
                comparison.IsSampled
                    ? $"Attributed by Shapley values from {ShapleyAttribution.Permutations} sampled orders (seed {Comparison.Seed}); they sum exactly. Standard errors: --json."
                    : "Money at the appraisal's prices. Attributed by Shapley values, which do not depend on the order of the changes and sum to the total.",
                Tone.Faint
            );
        }

        foreach (ChangedNumber change in comparison.Changes.Where(c => c.After?.Note is not null))
        {
            page.Line($"- {change.Id}: {change.After!.Note}");
        }
    }

    private static string Name(ChangedNumber change) =>
        (change.After ?? change.Before)!.Unit is { IsNone: false } unit ? $"{change.Label} [{unit}]" : change.Label;

    private static double? Sum(Comparison comparison, Func<ChangedNumber, double?> effect) =>
        comparison.Changes.All(c => effect(c) is not null) ? comparison.Changes.Sum(c => effect(c)!.Value) : null;

    private static string Effect(double? effect, Func<double, string> shown) => effect is { } known ? Change(known, shown) : "–";
}
