using System.Collections.Immutable;
using System.Globalization;
using Sroi.Batch.Plans;
using Sroi.Evaluation;
using Sroi.Reports;

namespace Sroi.Batch.Results;

/// <summary>The tables of a data set: a row each run, a row each outcome of a run, a row each party of a run.</summary>
public static class RunTables
{
    private const string Pounds = "GBP";

    /// <summary>The names of the tables, which are those of their files too.</summary>
    public static ImmutableArray<string> Names { get; } = ["runs", "outcomes", "ledger"];

    private static readonly ImmutableArray<TableColumn> s_case =
    [
        Count("run", "the number of the run in the plan, from 0"),
        Text("scenario", "the service"),
        Text("variant", "its variant, base for the base case"),
        Text("overlay", "the overlays laid on it, none for none"),
    ];

    private static readonly ImmutableArray<TableColumn> s_frame =
    [
        Count("years", "the years of the appraisal"),
        Text("price_year", "the year whose prices money is at"),
        Text("discounting", "the discount schedule"),
        Text("timing", "when in a year money falls"),
        Number(OfCase(FigureCatalogue.SroiRatio), "ratio", "the ratio of the same case with the varied numbers as the files have them"),
        Number(
            OfCase(FigureCatalogue.NetPresentValue),
            Pounds,
            "the net present value of the same case with the varied numbers as the files have them"
        ),
    ];

    private static readonly TableColumn s_address = Text("address", "a hash of all that determines the figures of the run"),
        s_error = Text("error", "why the run has no figures; empty where it has");

    /// <summary>The figures of an outcome, in their order.</summary>
    public static ImmutableArray<TableColumn> OutcomeFigures { get; } =
    [
        Number("quantity", "the outcome's own", "quantity of one full outcome year"),
        Number("gross", Pounds, "quantity × proxy of one full outcome year"),
        Number("impact", Pounds, "after deadweight, displacement and attribution, before any correction for optimism"),
        Number("present_value", Pounds, "present value"),
        .. RunColumns.Statistics.Select(one => Number($"present_value_{one.Ending}", Pounds, $"present value: {one.Meaning}")),
    ];

    internal static FigureNames OutcomeNames { get; } = FigureNames.Of(OutcomeFigures.Select(figure => figure.Name));

    /// <summary>Names that no varied number can have as its column.</summary>
    public static ImmutableHashSet<string> Reserved { get; } =
    [
        .. s_case.Concat(s_frame).Append(s_address).Append(s_error).Select(field => field.Name),
        .. RunColumns.Standard.All.Select(column => column.Name),
    ];

    /// <summary>The columns of <c>runs</c>.</summary>
    /// <param name="axes">The axes of the plan.</param>
    /// <param name="figures">The figures of a run.</param>
    public static ImmutableArray<TableColumn> Runs(ImmutableArray<PlanAxis> axes, RunColumns figures) =>
        [
            s_case[0],
            s_address,
            .. s_case[1..],
            .. axes.Select(axis => Number(axis.Name, axis.Unit, $"varied: {axis.Pattern}")),
            .. s_frame,
            .. figures.All.Select(column => Number(column.Name, column.Unit, column.Meaning)),
            s_error,
        ];

    /// <summary>The columns of <c>outcomes</c>.</summary>
    /// <param name="years">The years of the longest appraisal.</param>
    public static ImmutableArray<TableColumn> Outcomes(int years) =>
        [
            .. s_case,
            Text("outcome", "the outcome's id"),
            Text("stakeholder", "who experiences it"),
            Text("benefit", "fiscal, economic or social"),
            Truth("baseline", "whether it belongs to usual care, which is subtracted"),
            .. OutcomeFigures,
            .. Enumerable
                .Range(1, years)
                .Select(year => string.Create(CultureInfo.InvariantCulture, $"year_{year}"))
                .Select(name => Number(name, Pounds, "undiscounted value of the year")),
        ];

    /// <summary>The columns of <c>ledger</c>.</summary>
    public static ImmutableArray<TableColumn> Ledger { get; } =
    [
        .. s_case,
        Text("party", "who"),
        Truth("public", "whether it is a public body"),
        Number("pays", Pounds, "present value of what it pays or gives, transfers included"),
        Number("gains", Pounds, "present value of what it gains, transfers included"),
        Number("net", Pounds, "gains less payments"),
    ];

    /// <summary>The row of a run.</summary>
    internal static object?[] RowOf(BatchRun run, UnitAddress address, RunRecord record, RunColumns figures)
    {
        bool failed = record.Error is not null;
        return
        [
            run.Number,
            address.ToString(),
            .. CaseOf(run),
            .. run.Values.Cast<object?>(),
            .. failed
                ? new object?[s_frame.Length]
                :
                [
                    (long)record.Frame.Years,
                    record.Frame.PriceYear,
                    record.Frame.Discounting,
                    record.Frame.Timing,
                    record.CaseRatio,
                    record.CaseNetPresentValue,
                ],
            .. figures.All.Select(column => (object?)record.Figures[column.Name]),
            record.Error,
        ];
    }

    /// <summary>The rows of a run's outcomes.</summary>
    internal static IEnumerable<object?[]> OutcomeRows(BatchRun run, RunRecord record, int years) =>
        record.Outcomes.Select(outcome =>
            (object?[])
                [
                    run.Number,
                    .. CaseOf(run),
                    outcome.Id,
                    outcome.Stakeholder,
                    outcome.Benefit,
                    outcome.IsBaseline,
                    .. OutcomeFigures.Select(figure => (object?)outcome.Figures[figure.Name]),
                    .. Enumerable.Range(0, years).Select(year => year < outcome.ByYear.Length ? outcome.ByYear[year] : (object?)null),
                ]
        );

    /// <summary>The rows of a run's parties.</summary>
    internal static IEnumerable<object?[]> LedgerRows(BatchRun run, RunRecord record) =>
        record.Ledger.Select(line => (object?[])[run.Number, .. CaseOf(run), line.Party, line.IsPublic, line.Pays, line.Gains, line.Net]);

    /// <summary>The name of a figure of the case with the varied numbers as the files have them.</summary>
    internal static string OfCase(HeadlineFigure figure) => "case_" + figure.Id;

    private static TableColumn Number(string name, string unit, string meaning) => new(name, ColumnKind.Number) { Unit = unit, Meaning = meaning };

    private static TableColumn Count(string name, string meaning) => new(name, ColumnKind.Count) { Meaning = meaning };

    private static TableColumn Text(string name, string meaning) => new(name, ColumnKind.Text) { Meaning = meaning };

    private static TableColumn Truth(string name, string meaning) => new(name, ColumnKind.Truth) { Meaning = meaning };

    private static object?[] CaseOf(BatchRun run) => [run.Case.Scenario, run.Case.VariantName, run.Case.OverlayName];
}
