using System.Globalization;
using Sroi.Evaluation;
using static Sroi.Reports.TableColumn;

namespace Sroi.Reports;

/// <summary>The tables of a result: value map, ledger, assumptions, comparison, figures.</summary>
public static class ResultTables
{
    /// <summary>The value map: a row for each outcome, with its value by year.</summary>
    public static ResultTable Outcomes(SroiResult result) =>
        ResultTable.Of(
            [
                Text("id"),
                Text("stakeholder"),
                Text("change"),
                Text("benefit"),
                Text("gains_to"),
                "quantity",
                Text("quantity_unit"),
                "proxy",
                Text("proxy_unit"),
                "gross",
                "deadweight",
                "displacement",
                "attribution",
                "drop_off",
                "impact",
                "present_value",
                .. Enumerable
                    .Range(1, result.Scenario.Appraisal.Years)
                    .Select(year => (TableColumn)string.Create(CultureInfo.InvariantCulture, $"year_{year}")),
            ],
            result.Outcomes.Select(o =>
            {
                Model.Outcome row = o.Value.Outcome;
                return (object?[])
                    [
                        row.Id,
                        row.Stakeholder.Id,
                        row.Change,
                        row.Proxy.Benefit.ToString().ToLowerInvariant(),
                        string.Join(' ', row.Proxy.GainsTo.Select(g => g.Party.Id)),
                        o.Quantity,
                        row.Quantity.Unit.Text,
                        row.Proxy.Value.Value,
                        row.Proxy.Value.Unit.Text,
                        o.Gross,
                        row.Deadweight.Value,
                        row.Displacement.Value,
                        row.Attribution.Value,
                        row.DropOff.Value,
                        o.Impact,
                        o.PresentValue,
                        .. o.ByYear.Skip(1).Cast<object?>(),
                    ];
            })
        );

    /// <summary>The ledger: a row for each party.</summary>
    public static ResultTable Ledger(SroiResult result) =>
        ResultTable.Of(
            [
                Text("party"),
                Truth("public"),
                "pays",
                "gains",
                "net",
                "fiscal",
                "economic",
                "social",
                "cashable",
                "transfers_paid",
                "transfers_received",
            ],
            result.Ledger.Select(l =>
                (object?[])
                    [
                        l.Party.Id,
                        l.Party.IsPublic,
                        l.Pays,
                        l.Gains,
                        l.Nets,
                        l.Fiscal,
                        l.Economic,
                        l.Social,
                        l.Cashable,
                        l.TransfersPaid,
                        l.TransfersReceived,
                    ]
            )
        );

    /// <summary>The assumptions: a row for each number, with its source.</summary>
    public static ResultTable Numbers(SroiResult result) => Parameters(result.Scenario.Parameters.Values);

    /// <summary>Parameters: a row for each, with its spread and source.</summary>
    public static ResultTable Parameters(IEnumerable<Parameters.Parameter> parameters) =>
        ResultTable.Of(
            [
                Text("id"),
                Text("label"),
                "value",
                Text("unit"),
                Text("price_year"),
                Text("distribution"),
                Text("confidence"),
                Count("grade"),
                Text("source"),
                Text("licence"),
                Text("weakness"),
                Text("changed_by"),
            ],
            parameters.Select(p =>
                (object?[])
                    [
                        p.Id,
                        p.Label,
                        p.Bank is { MayQuote: false } ? null : p.Value,
                        UnitNames.Of(p),
                        p.PriceYear?.ToString(),
                        p.Bank is { MayQuote: false } bank ? $"not to be quoted: {bank.Licence}" : p.Distribution.Describe(),
                        p.Confidence == Sroi.Parameters.Confidence.Unstated ? null : p.Confidence.ToString().ToLowerInvariant(),
                        p.Grade,
                        p.Source?.ToString(),
                        p.Licence,
                        p.Weakness,
                        string.Join("; ", p.Changes.Select(c => c.By)),
                    ]
            )
        );

    /// <summary>A comparison: a row for each number that differs.</summary>
    public static ResultTable Changes(Comparison comparison) =>
        ResultTable.Of(
            [Text("id"), Text("label"), "before", "after", Text("unit"), "effect_on_net_present_value", "effect_on_sroi_ratio", Text("note")],
            comparison.Changes.Select(c =>
                (object?[])
                    [
                        c.Id,
                        c.Label,
                        c.Before?.Value,
                        c.After?.Value,
                        UnitNames.Of((c.After ?? c.Before)!),
                        c.EffectOnNetPresentValue,
                        c.EffectOnRatio,
                        c.After?.Note,
                    ]
            )
        );

    /// <summary>Headline figures: a row for each of the catalogue.</summary>
    public static ResultTable Figures(SroiResult result) =>
        ResultTable.Of(
            [Text("figure"), "value", Text("unit"), Text("label"), Text("meaning")],
            [
                .. result.SocialReturn.Catalogue.Figures.Select(figure =>
                    (object?[])[figure.Id, result[figure], figure.Unit, figure.Label, figure.Meaning]
                ),
            ]
        );
}
