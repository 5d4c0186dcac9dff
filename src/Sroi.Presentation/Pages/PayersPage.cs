using System.Globalization;
using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Quantities;

namespace Sroi.Presentation.Pages;

/// <summary>Who pays, and who gains: the inputs, and the ledger of the parties.</summary>
internal static class PayersPage
{
    public static Page Of(SroiResult result) =>
        Page.Of(page =>
        {
            Inputs(page, result);
            Ledger(page, result);
        });

    public static void Inputs(PageBuilder page, SroiResult result)
    {
        TableBuilder table = TableBuilder.Of("Inputs (GBP)", ("input", false), ("paid by", false), ("kind", false), ("present value", true));
        foreach (InputResult input in result.Inputs)
        {
            Input row = input.Value.Input;
            table.Row([
                $"{row.Label}{(row.IsBaseline ? " (usual care)" : "")}",
                row.PaidBy.Label,
                row.Kind == InputKind.Cash ? "cash" : "in kind",
                Cells.Whole(input.PresentValue),
            ]);
        }

        table.Row(["total", "", "", Cells.Whole(result.PresentValueInputs)], Tone.Strong);
        page.Add(table);
        page.Space();
    }

    public static void Ledger(PageBuilder page, SroiResult result)
    {
        TableBuilder table = TableBuilder.Of(
            "Who pays, who gains (present values, GBP)",
            ("party", false),
            ("pays", true),
            ("gains", true),
            ("net", true),
            ("transfers", true),
            ("cashable", true)
        );
        foreach (LedgerResult line in result.Ledger.Where(l => l.Pays != 0 || l.Gains != 0))
        {
            table.Row([
                $"{line.Party.Label}{(line.Party.IsPublic ? " (public)" : "")}",
                Cells.Whole(line.Pays),
                Cells.Valued(result, line.Gains),
                Cells.Valued(result, line.Nets),
                Cells.Whole(line.TransfersReceived - line.TransfersPaid),
                Cells.Whole(line.Cashable),
            ]);
        }

        table.Row(
            [
                "society",
                Cells.Whole(result.PresentValueInputs),
                Cells.Valued(result, result.PresentValueBenefits),
                Cells.Valued(result, result.PresentValueBenefits - result.PresentValueInputs),
                "0",
                Cells.Whole(result.Ledger.Sum(l => l.Cashable)),
            ],
            Tone.Strong
        );
        page.Add(table);
        if (result.ValuesAnything)
        {
            page.Line(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Of the benefits {Figures.Pounds(result.Ledger.Sum(l => l.Fiscal))} are fiscal, {Figures.Pounds(result.Ledger.Sum(l => l.Economic))} economic, {Figures.Pounds(result.Ledger.Sum(l => l.Social))} social."
                ),
                Tone.Faint
            );
        }

        page.Space();
    }
}
