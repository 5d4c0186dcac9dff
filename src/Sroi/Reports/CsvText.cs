using System.Globalization;
using Sroi.Evaluation;

namespace Sroi.Reports;

/// <summary>Tables as comma-separated text (RFC 4180): a heading, then a row each; numbers in full, a point for decimals.</summary>
public static class CsvText
{
    /// <summary>The value map: a row for each outcome, with its value by year.</summary>
    public static string Outcomes(SroiResult result) =>
        Write(
            [
                "id",
                "stakeholder",
                "change",
                "benefit",
                "gains_to",
                "quantity",
                "quantity_unit",
                "proxy",
                "proxy_unit",
                "gross",
                "deadweight",
                "displacement",
                "attribution",
                "drop_off",
                "impact",
                "present_value",
                .. Enumerable.Range(1, result.Scenario.Appraisal.Years).Select(year => string.Create(CultureInfo.InvariantCulture, $"year_{year}")),
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
    public static string Ledger(SroiResult result) =>
        Write(
            ["party", "public", "pays", "gains", "net", "fiscal", "economic", "social", "cashable", "transfers_paid", "transfers_received"],
            result.Ledger.Select(l =>
                (object?[])
                    [
                        l.Party.Id,
                        l.Party.IsPublic ? "true" : "false",
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
    public static string Numbers(SroiResult result) => Parameters(result.Scenario.Parameters.Values);

    /// <summary>Parameters: a row for each, with its spread and source.</summary>
    public static string Parameters(IEnumerable<Parameters.Parameter> parameters) =>
        Write(
            ["id", "label", "value", "unit", "price_year", "distribution", "confidence", "grade", "source", "licence", "weakness", "changed_by"],
            parameters.Select(p =>
                (object?[])
                    [
                        p.Id,
                        p.Label,
                        p.Value,
                        p.Unit.Text,
                        p.PriceYear?.ToString(),
                        p.Distribution.Describe(),
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
    public static string Changes(Comparison comparison) =>
        Write(
            ["id", "label", "before", "after", "unit", "effect_on_net_present_value", "effect_on_sroi_ratio", "note"],
            comparison.Changes.Select(c =>
                (object?[])
                    [
                        c.Id,
                        c.Label,
                        c.Before?.Value,
                        c.After?.Value,
                        (c.After ?? c.Before)!.Unit.Text,
                        c.EffectOnNetPresentValue,
                        c.EffectOnRatio,
                        c.After?.Note,
                    ]
            )
        );

    /// <summary>Headline figures: a row for each, by its JSON name.</summary>
    public static string Figures(SroiResult result) =>
        Write(
            ["figure", "value"],
            [
                ["present_value_benefits", result.PresentValueBenefits],
                ["present_value_inputs", result.PresentValueInputs],
                ["net_present_value", result.NetPresentValue],
                ["cashable_net_present_value", result.CashableNetPresentValue],
                ["sroi_ratio", result.SroiRatio],
                ["net_sroi_ratio", result.NetSroiRatio],
                ["public_value_ratio", result.PublicValueRatio],
                ["fiscal_ratio", result.FiscalRatio],
                ["payback_months", result.PaybackMonths],
                ["payback_years", result.PaybackYears],
                ["discounted_payback_years", result.DiscountedPaybackYears],
                ["people_served", result.PeopleServed],
                ["cost_per_person", result.CostPerPerson],
                ["break_even_people", result.BreakEvenPeople],
            ]
        );

    internal static string Write(IEnumerable<string> heading, IEnumerable<object?[]> rows) =>
        string.Concat(rows.Select(row => row.Select(Cell)).Prepend(heading.Select(Cell)).Select(cells => string.Join(',', cells) + "\r\n"));

    private static string Cell(object? value) =>
        value switch
        {
            null => "",
            double number => number.ToString("R", CultureInfo.InvariantCulture),
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => Quoted(value.ToString()!),
        };

    // A cell that a spreadsheet would run as a formula is made text.
    private static string Quoted(string text)
    {
        string safe = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' ? "'" + text : text;
        return safe.AsSpan().ContainsAny(",\"\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
