using System.Collections.Immutable;
using System.Globalization;
using Sroi.Assurance;
using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Parameters;
using Sroi.Sensitivity.OneAtATime;
using static Sroi.Reports.ColumnFormat;

namespace Sroi.Reports;

/// <summary>The columns of a result: outcomes, inputs, ledger, parameters, warnings, changes.</summary>
public static class ResultColumns
{
    /// <summary>The columns of the ledger.</summary>
    public static ImmutableArray<Column<LedgerResult>> Ledger { get; } =
    [
        new("party", "party", Text, line => line.Party.Id),
        new("public", "public body", Truth, line => line.Party.IsPublic),
        new("pays", "pays", Pounds, line => line.Pays),
        new("gains", "gains", Pounds, line => line.Gains),
        new("net", "net", Pounds, line => line.Nets),
        new("fiscal", "fiscal benefits", Pounds, line => line.Fiscal),
        new("economic", "economic benefits", Pounds, line => line.Economic),
        new("social", "social benefits", Pounds, line => line.Social),
        new("cashable", "cashable", Pounds, line => line.Cashable),
        new("transfers_paid", "transfers paid", Pounds, line => line.TransfersPaid),
        new("transfers_received", "transfers received", Pounds, line => line.TransfersReceived),
    ];

    /// <summary>The columns of inputs.</summary>
    public static ImmutableArray<Column<InputResult>> Inputs { get; } =
    [
        new("id", "input", Text, row => row.Value.Input.Id),
        new("label", "label", Text, row => row.Value.Input.Label),
        new("paid_by", "paid by", Text, row => row.Value.Input.PaidBy.Id),
        new("kind", "kind", Text, row => row.Value.Input.Kind == InputKind.Cash ? "cash" : "in-kind"),
        new("baseline", "usual care", Truth, row => row.Value.Input.IsBaseline),
        new("present_value", "present value", Pounds, row => row.PresentValue),
    ];

    /// <summary>The columns of changes that are not valued.</summary>
    public static ImmutableArray<Column<UnvaluedChange>> NotValued { get; } =
    [
        new("change", "change", Text, row => row.Change),
        new("stakeholder", "stakeholder", Text, row => row.Stakeholder?.Id),
        new("why", "why", Text, row => row.Why),
    ];

    /// <summary>The columns of what would be enough for a case to pay for itself.</summary>
    public static ImmutableArray<Column<BreakEvenAnswer>> BreakEvens { get; } =
    [
        new("number", "number", Text, row => row.Question.Solve),
        new("value", "value", Number, row => row.Value),
        new("unit", "unit", Text, row => row.Unit.Text),
        new("sentence", "sentence", Text, row => row.ToString()),
    ];

    /// <summary>The columns of what a case costs for each of something.</summary>
    public static ImmutableArray<Column<CostResult>> Costs { get; } =
    [new("per", "for each", Text, row => row.Unit.Label), new("cost", "cost as paid", Pounds, row => row.Pounds)];

    /// <summary>The columns of warnings.</summary>
    public static ImmutableArray<Column<Warning>> Warnings { get; } =
    [
        new("code", "code", Text, row => row.Code),
        new("severity", "severity", Text, row => row.Severity.ToString().ToLowerInvariant()),
        new("message", "message", Text, row => row.Message),
        new("where", "where", Text, row => row.Where),
        new("principle", "principle", Text, row => row.Principle),
        new("what_to_do", "what to do", Text, row => row.WhatToDo),
    ];

    /// <summary>The columns of changed numbers.</summary>
    public static ImmutableArray<Column<ChangedNumber>> Changes { get; } =
    [
        new("id", "number", Text, row => row.Id),
        new("label", "label", Text, row => row.Label),
        new("before", "before", Number, row => row.Before?.Value),
        new("after", "after", Number, row => row.After?.Value),
        new("unit", "unit", Text, row => UnitNames.Of((row.After ?? row.Before)!)),
        new("note", "note", Text, row => row.After?.Note),
        .. Effect(FigureCatalogue.NetPresentValue, Pounds, row => row.EffectOnNetPresentValue, row => row.NetPresentValueError),
        .. Effect(FigureCatalogue.SroiRatio, Ratio, row => row.EffectOnRatio, row => row.RatioError),
    ];

    /// <summary>The columns of what a comparison says of each party.</summary>
    public static ImmutableArray<Column<ChangedParty>> Parties { get; } =
    [
        new("id", "party", Text, row => row.Id),
        new("label", "label", Text, row => row.Label),
        new("net_before", "net before", Pounds, row => row.Before),
        new("net_after", "net after", Pounds, row => row.After),
        new("change", "change", Pounds, row => row.Change),
    ];

    /// <summary>The columns of parameters, everything that is known of them.</summary>
    public static ImmutableArray<Column<Parameter>> Parameters { get; } =
    [
        new("id", "parameter", Text, p => p.Id),
        new("label", "label", Text, p => p.Label),
        new("value", "value", Number, p => Quoted(p, p.Value)),
        new("unit", "unit", Text, p => UnitNames.Of(p)),
        new("share", "share of a whole", Truth, p => p.IsShare),
        new("price_year", "price year", Text, p => p.PriceYear?.ToString()),
        new("index", "index", Text, p => p.Index),
        new(
            "distribution",
            "distribution",
            Text,
            p => p.Bank is { MayQuote: false } bank ? $"not to be quoted: {bank.Licence}" : p.Distribution.Describe()
        ),
        new("mean", "mean", Number, p => Quoted(p, p.Distribution.Mean)),
        new("sd", "standard deviation", Number, p => Quoted(p, p.Distribution.StandardDeviation)),
        new("benefit", "kind of benefit", Text, p => p.Benefit?.ToString().ToLowerInvariant()),
        new("cashable", "cashable share", Percent, p => p.Cashable?.Value),
        new("transfer", "transfer", Truth, p => p.IsTransfer),
        new("saves", "saves", Text, p => p.Saves.Select(saved => saved.Party.Id)),
        new("confidence", "confidence", Text, p => ConfidenceOf(p)),
        new("grade", "grade", Count, p => p.Grade),
        new("source", "source", Text, p => p.Source?.ToString()),
        new("edition", "edition", Text, p => p.Edition),
        new("licence", "licence", Text, p => p.Licence),
        new("varies_between", "varies between", Text, p => p.Variation?.Between.ToString().ToLowerInvariant()),
        new("variation", "variation", Text, p => p.Variation?.Distribution.Describe()),
        new("also", "also called", Text, p => p.Synonyms),
        new("weakness", "weakness", Text, p => p.Weakness),
        new("disclosure", "disclosure", Text, p => p.Disclosure),
        new("note", "note", Text, p => p.Note),
        new("written_in", "written in", Text, p => p.At?.ToString()),
        new("changed_by", "changed by", Text, p => p.Changes.Select(change => change.By)) { Use = ColumnUse.Json },
        new("changed_by", "changed by", Text, p => string.Join("; ", p.Changes.Select(change => change.By))) { Use = ColumnUse.Table },
    ];

    /// <summary>The columns of outcomes.</summary>
    /// <param name="years">The years of the appraisal.</param>
    public static ImmutableArray<Column<OutcomeResult>> Outcomes(int years) =>
        [
            .. OutcomeText,
            new("quantity", "quantity", Number, row => row.Quantity),
            new("quantity_unit", "unit of the quantity", Text, row => row.Value.Outcome.Quantity.Unit.Text),
            .. ValueMap,
            new("gross", "gross", Pounds, row => row.Gross),
            new("impact", "impact", Pounds, row => row.Impact),
            new("present_value", "present value", Pounds, row => row.PresentValue),
            new("by_year", "by year", Pounds, row => row.ByYear.Skip(1)) { Use = ColumnUse.Json },
            .. Enumerable.Range(1, years).Select(Year),
            new("beyond_horizon", "beyond the horizon", Pounds, row => row.BeyondHorizon),
        ];

    // A number of a bank whose licence forbids quoting is omitted.
    private static double? Quoted(Parameter p, double value) => p.Bank is { MayQuote: false } ? null : value;

    /// <summary>The reliability of a parameter; null if it is not stated.</summary>
    internal static string? ConfidenceOf(Parameter p) => p.Confidence == Confidence.Unstated ? null : p.Confidence.ToString().ToLowerInvariant();

    private static ImmutableArray<Column<OutcomeResult>> OutcomeText { get; } =
    [
        new("id", "outcome", Text, row => row.Value.Outcome.Id),
        new("stakeholder", "stakeholder", Text, row => row.Value.Outcome.Stakeholder.Id),
        new("change", "change", Text, row => row.Value.Outcome.Change),
        new("gains_to", "gains to", Text, row => row.Value.Outcome.Proxy.GainsTo.Select(share => share.Party.Id)),
        new("benefit", "kind of benefit", Text, row => row.Value.Outcome.Proxy.Benefit.ToString().ToLowerInvariant()),
        new("baseline", "usual care", Truth, row => row.Value.Outcome.IsBaseline),
        new("note", "note", Text, row => row.Value.Outcome.Note),
    ];

    // The columns of the guide's value map that the JSON of a result leaves to its quantities.
    private static ImmutableArray<Column<OutcomeResult>> ValueMap { get; } =
    [
        new("proxy", "financial proxy", Number, row => row.Value.Outcome.Proxy.Value.Value) { Use = ColumnUse.Table },
        new("proxy_unit", "unit of the proxy", Text, row => row.Value.Outcome.Proxy.Value.Unit.Text) { Use = ColumnUse.Table },
        new("deadweight", "deadweight", Percent, row => row.Value.Outcome.Deadweight.Value) { Use = ColumnUse.Table },
        new("displacement", "displacement", Percent, row => row.Value.Outcome.Displacement.Value) { Use = ColumnUse.Table },
        new("attribution", "attribution", Percent, row => row.Value.Outcome.Attribution.Value) { Use = ColumnUse.Table },
        new("drop_off", "drop-off", Percent, row => row.Value.Outcome.DropOff.Value) { Use = ColumnUse.Table },
    ];

    private static Column<OutcomeResult> Year(int year) =>
        new(string.Create(CultureInfo.InvariantCulture, $"year_{year}"), $"year {year}", Pounds, row => row.ByYear[year]) { Use = ColumnUse.Table };

    private static IEnumerable<Column<ChangedNumber>> Effect(
        HeadlineFigure figure,
        ColumnFormat format,
        Func<ChangedNumber, double?> effect,
        Func<ChangedNumber, double?> error
    ) =>
        [
            new($"effect_on_{figure.Id}", $"effect on {figure.Label}", format, row => effect(row)),
            new($"effect_on_{figure.Id}_error", "standard error", format, row => error(row)),
        ];
}
