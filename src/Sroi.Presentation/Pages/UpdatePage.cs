using Sroi.Evaluation;
using Sroi.Parameters;
using Sroi.Parameters.Importing;
using Sroi.Quantities;

namespace Sroi.Presentation.Pages;

/// <summary>What a new edition changes, and what that does to every case.</summary>
public static class UpdatePage
{
    private const int Most = 40;

    /// <summary>The figures that a new edition changes.</summary>
    public static Page Of(EditionUpdate update) => Page.Of(page => Changes(page, update));

    /// <summary>The effect on every case; those that stay as they were are counted.</summary>
    public static Page Of(IReadOnlyList<CaseEffect> effects) => Page.Of(page => Effects(page, effects));

    private static void Changes(PageBuilder page, EditionUpdate update)
    {
        page.Line($"{update.Changes.Length} figures change, {update.Unchanged} do not.");
        if (update.Changes.Length > 0)
        {
            TableBuilder table = TableBuilder.Of("What changes", ("figure", false), ("was", true), ("is", true), ("change", true));
            foreach (FigureChange change in update.Changes.OrderByDescending(Relative).Take(Most))
            {
                Parameter was = change.Was;
                table.Row([
                    was.Label,
                    $"{Figures.Pounds(was.Value)} ({was.PriceYear})",
                    $"{Figures.Pounds(change.Is)} ({change.PriceYear})",
                    Signed((change.Is / was.Value) - 1),
                ]);
            }

            page.Add(table);
            if (update.Changes.Length > Most)
            {
                page.Line($"… and {update.Changes.Length - Most} that change less.");
            }
        }

        if (update.Gone.Length > 0)
        {
            page.Line($"No longer in the table, so unchanged: {string.Join(", ", update.Gone)}.");
        }
    }

    private static void Effects(PageBuilder page, IReadOnlyList<CaseEffect> effects)
    {
        CaseEffect[] moved = [.. effects.Where(effect => effect.Differs)];
        page.Line($"{moved.Length} of {effects.Count} cases change.");
        if (moved.Length > 0)
        {
            TableBuilder table = TableBuilder.Of(
                "Effect on the cases",
                ("case", false),
                ("NPV was", true),
                ("NPV is", true),
                ("ratio was", true),
                ("ratio is", true)
            );
            foreach (CaseEffect effect in moved)
            {
                SroiResult before = effect.Before!,
                    after = effect.After!;
                table.Row([
                    Label(after),
                    Pounds(before.NetPresentValue),
                    Pounds(after.NetPresentValue),
                    Ratio(before.SroiRatio),
                    Ratio(after.SroiRatio),
                ]);
            }

            page.Add(table);
        }

        foreach (CaseEffect effect in effects.Where(effect => effect.Trouble is not null))
        {
            page.Line($"{effect.Case} cannot be compared: {effect.Trouble}");
        }
    }

    private static string Label(SroiResult result) =>
        result.Scenario.Variant is { } variant ? $"{result.Scenario.Title}: {variant.Title}" : result.Scenario.Title;

    private static double Relative(FigureChange change) => change.Was.Value == 0 ? 0 : Math.Abs((change.Is / change.Was.Value) - 1);

    private static string Signed(double share) =>
        double.IsFinite(share) ? $"{(share < 0 ? "−" : "+")}{Figures.Percent(Math.Abs(Math.Round(share, 3)))}" : "–";

    private static string Pounds(double? amount) => amount is { } known ? Figures.Pounds(Math.Round(known)) : "–";

    private static string Ratio(double? ratio) => ratio is { } known ? Figures.Ratio(known) : "–";
}
