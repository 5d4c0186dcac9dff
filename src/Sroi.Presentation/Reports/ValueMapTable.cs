using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Presentation.Pages;
using Sroi.Quantities;

namespace Sroi.Presentation.Reports;

/// <summary>The value map: with every column of the guide, and in short.</summary>
internal static class ValueMapTable
{
    private const int MostInShort = 8;

    /// <summary>Every column of the guide.</summary>
    public static TableBuilder Of(SroiResult result)
    {
        TableBuilder table = TableBuilder.Of(
            "Value map",
            ("what changes", false),
            ("for whom", false),
            ("quantity", true),
            ("proxy", true),
            ("gross\n(GBP)", true),
            ("dead-\nweight", true),
            ("displace-\nment", true),
            ("attri-\nbution", true),
            ("drop-off", true),
            ("present\nvalue (GBP)", true)
        );
        table.Rows(
            result.Outcomes,
            Row,
            others => ["", "", "", Cells.Whole(others.Sum(one => one.Gross)), "", "", "", "", Cells.Whole(others.Sum(one => one.PresentValue))],
            outcome => Math.Abs(outcome.PresentValue)
        );
        table.Row(["total", "", "", "", "", "", "", "", "", Cells.Whole(result.PresentValueBenefits)], Tone.Strong);
        return table;
    }

    /// <summary>The largest outcomes, with what is claimed of each, in the words of a reader who is no analyst.</summary>
    public static TableBuilder InShort(SroiResult result)
    {
        TableBuilder table = TableBuilder.Of(
            "Value map",
            ("What changes", false),
            ("Quantity a year", true),
            ("Would happen anyway", true),
            ("Due to others", true),
            ("Lost each year", true),
            ("Who gains", false),
            ("Value (GBP)", true)
        );
        OutcomeResult[] ordered = [.. result.Outcomes.OrderByDescending(one => Math.Abs(one.PresentValue))],
            rest = [.. ordered.Skip(MostInShort)];
        foreach (OutcomeResult outcome in ordered.Take(MostInShort))
        {
            Outcome row = outcome.Value.Outcome;
            table.Row([
                Name(row),
                $"{Figures.Short(outcome.Quantity)} {LimitationText.Spaced(row.Quantity.Unit.Text)}",
                Share(row.Deadweight.Value),
                Share(row.Attribution.Value),
                Share(row.DropOff.Value),
                string.Join(", ", row.Proxy.GainsTo.Select(gain => gain.Party.Label)),
                Cells.Whole(outcome.PresentValue),
            ]);
        }

        if (rest.Length > 0)
        {
            table.Row([$"{rest.Length:N0} smaller outcomes", "", "", "", "", "", Cells.Whole(rest.Sum(one => one.PresentValue))]);
        }

        table.Row(["Total", "", "", "", "", "", Cells.Whole(result.PresentValueBenefits)], Tone.Strong);
        return table;
    }

    /// <summary>The largest inputs.</summary>
    public static TableBuilder Inputs(SroiResult result)
    {
        TableBuilder table = TableBuilder.Of("What is invested", ("Input", false), ("Who pays", false), ("Cost (GBP)", true));
        InputResult[] ordered = [.. result.Inputs.OrderByDescending(one => Math.Abs(one.PresentValue))],
            rest = [.. ordered.Skip(MostInShort)];
        foreach (InputResult input in ordered.Take(MostInShort))
        {
            Input row = input.Value.Input;
            table.Row([
                row.Label + (row.IsBaseline ? " (usual care, subtracted)" : ""),
                row.PaidBy.Label + (row.Kind == InputKind.Cash ? "" : " (in kind)"),
                Cells.Whole(input.PresentValue),
            ]);
        }

        if (rest.Length > 0)
        {
            table.Row([$"{rest.Length:N0} smaller inputs", "", Cells.Whole(rest.Sum(one => one.PresentValue))]);
        }

        table.Row(["Total", "", Cells.Whole(result.PresentValueInputs)], Tone.Strong);
        return table;
    }

    private static string Share(double share) => Figures.Percent(Math.Round(share, 3));

    private static string Name(Outcome row) => row.Change + (row.IsBaseline ? " (usual care, subtracted)" : "");

    private static string[] Row(OutcomeResult outcome)
    {
        Outcome row = outcome.Value.Outcome;
        return
        [
            Name(row),
            row.Stakeholder.Label,
            Figures.Short(outcome.Quantity) + "\n" + LimitationText.Spaced(row.Quantity.Unit.Text),
            LimitationText.Spaced(Figures.WithUnit(row.Proxy.Value.Value, row.Proxy.Value.Unit)).Replace(" per ", "\nper ", StringComparison.Ordinal),
            Cells.Whole(outcome.Gross),
            Share(row.Deadweight.Value),
            Share(row.Displacement.Value),
            Share(row.Attribution.Value),
            Share(row.DropOff.Value),
            Cells.Whole(outcome.PresentValue),
        ];
    }
}
