using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Presentation.Pages;
using Sroi.Quantities;

namespace Sroi.Presentation.Reports;

/// <summary>The value map with every column of the guide.</summary>
internal static class ValueMapTable
{
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
            ("drop-\noff", true),
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

    private static string[] Row(OutcomeResult outcome)
    {
        Outcome row = outcome.Value.Outcome;
        return
        [
            row.Change + (row.IsBaseline ? " (usual care, subtracted)" : ""),
            row.Stakeholder.Label,
            Figures.Short(outcome.Quantity) + "\n" + row.Quantity.Unit.Text,
            Figures.WithUnit(row.Proxy.Value.Value, row.Proxy.Value.Unit).Replace(" per ", "\nper ", StringComparison.Ordinal),
            Cells.Whole(outcome.Gross),
            Figures.Percent(row.Deadweight.Value, 0.001),
            Figures.Percent(row.Displacement.Value, 0.001),
            Figures.Percent(row.Attribution.Value, 0.001),
            Figures.Percent(row.DropOff.Value, 0.001),
            Cells.Whole(outcome.PresentValue),
        ];
    }
}
