using Sroi.Evaluation;
using Sroi.Presentation.Pages;
using Sroi.Quantities;

namespace Sroi.Presentation.Charting.Pictures;

/// <summary>Who pays, who gains.</summary>
internal static class LedgerChart
{
    public static Chart Of(SroiResult result)
    {
        LedgerResult[] lines = [.. result.Ledger.Where(line => line.Pays != 0 || line.Gains != 0).OrderByDescending(line => line.Nets)];
        return new()
        {
            Name = "ledger",
            Title = "Who pays and who gains?",
            Alternative = Words(result, lines),
            Source = ChartSource.Of(result.SocialReturn),
            Positions = Axis.Of("party", lines.Select(line => line.Party.Label)),
            Values = new(ChartSource.Pounds(result.Scenario.Appraisal, "present value"), AxisFormat.Pounds),
            IsSideways = true,
            Series =
            [
                new Series.Bars("pays", Ink.Loss, [.. lines.Select((line, at) => new Bar(at, 0, -line.Pays) { Label = Written(line.Pays) })]),
                .. result.ValuesAnything
                    ?
                    [
                        new Series.Bars(
                            "gains",
                            Ink.Gain,
                            [.. lines.Select((line, at) => new Bar(at, 0, line.Gains) { Label = Written(line.Gains) })]
                        ),
                    ]
                    : Array.Empty<Series>(),
            ],
            Marks = [new(0, "", Dash.Solid)],
            Figures = Table(result, lines),
        };
    }

    // What is not valued is not zero.
    private static string Words(SroiResult result, LedgerResult[] lines) =>
        result.ValuesAnything
            ? string.Join(
                " ",
                lines.Select(line =>
                    $"{line.Party.Label} pays {Figures.Pounds(line.Pays)} and gains {Figures.Pounds(line.Gains)}, net {Figures.Pounds(line.Nets)}."
                )
            )
            : $"{string.Concat(lines.Select(line => $"{line.Party.Label} pays {Figures.Pounds(line.Pays)}. "))}No outcome is valued, so no gain is known in pounds.";

    private static string Written(double amount) => amount == 0 ? "" : Figures.Pounds(amount);

    private static PageTable Table(SroiResult result, LedgerResult[] lines)
    {
        TableBuilder table = TableBuilder.Of(
            "Who pays, who gains (present values, GBP)",
            lines,
            ("party", false, line => line.Party.Label),
            ("pays", true, line => Cells.Whole(line.Pays)),
            ("gains", true, line => Cells.Valued(result, line.Gains)),
            ("net", true, line => Cells.Valued(result, line.Nets))
        );

        return table.Done();
    }
}
