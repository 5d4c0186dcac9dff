using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Sroi.Evaluation;
using Sroi.Reports;
using Sroi.Uncertainty.Running;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Batch.Results;

/// <summary>The figures that are kept of each run: those of a catalogue and their distributions, under the names of the JSON of a result.</summary>
public sealed class RunColumns
{
    private const string Ratio = "ratio",
        Share = "share";

    internal const string ProbabilityRatioAboveOne = "probability_ratio_above_1";

    /// <summary>The statistics of a distribution, with the endings of their columns; the same for headline figures and outcomes.</summary>
    internal static ImmutableArray<(string Ending, string Meaning, Func<FigureSummary, double?> Of)> Statistics { get; } =
    [
        .. FigureColumns.Distribution.SelectMany(column =>
            column
                .InTable()
                .Select(
                    (cell, at) => (cell.Name, cell.Meaning, (Func<FigureSummary, double?>)(figure => (double?)column.Cells(figure).ElementAt(at)))
                )
        ),
    ];

    private static readonly ConditionalWeakTable<FigureCatalogue, RunColumns> s_known = [];

    private RunColumns(FigureCatalogue catalogue)
    {
        AtBase =
        [
            .. catalogue.Figures.Select(figure => new RunColumn(figure.Id, figure.Unit, figure.Meaning) { Of = (result, _) => result[figure] }),
        ];
        All = [.. AtBase, .. Drawn];
        Names = FigureNames.Of(All.Select(column => column.Name));
    }

    /// <summary>The columns of the standard catalogue.</summary>
    public static RunColumns Standard { get; } = Of(FigureCatalogue.Standard);

    /// <summary>The columns of a catalogue.</summary>
    public static RunColumns Of(FigureCatalogue catalogue) => s_known.GetValue(catalogue, given => new(given));

    /// <summary>The figures at the base values, changes included.</summary>
    public ImmutableArray<RunColumn> AtBase { get; }

    /// <summary>The figures over the draws, each with its standard error.</summary>
    public static ImmutableArray<RunColumn> Drawn =>
        [
            .. WithError("ratio_of_means", Ratio, "mean benefits ÷ mean inputs: the expected ratio", draws => draws.RatioOfMeans),
            .. WithError("mean_of_ratios", Ratio, "mean of the draws' ratios", draws => draws.MeanOfRatios),
            .. WithError(ProbabilityRatioAboveOne, Share, "share of the draws with a ratio above 1", draws => draws.ProbabilityRatioAboveOne),
            .. WithError(
                "probability_npv_positive",
                Share,
                "share of the draws with a net present value above zero",
                draws => draws.ProbabilityNpvPositive
            ),
            Of("share_inputs_not_positive", Share, "share of the draws with inputs of zero or below", draws => draws.ShareInputsNotPositive),
            .. FigureCatalogue.LeadingForReaders.SelectMany(Distribution),
        ];

    /// <summary>All of them, in the order of the table.</summary>
    public ImmutableArray<RunColumn> All { get; }

    internal FigureNames Names { get; }

    private static RunColumn Of(string name, string unit, string meaning, Func<SimulationResult, double?> of) =>
        new(name, unit, meaning) { Of = (_, draws) => of(draws) };

    private static IEnumerable<RunColumn> WithError(string name, string unit, string meaning, Func<SimulationResult, Estimate?> of) =>
        [Of(name, unit, meaning, draws => of(draws)?.Value), Of(name + "_se", unit, $"standard error of {name}", draws => of(draws)?.StandardError)];

    private static IEnumerable<RunColumn> Distribution(HeadlineFigure figure) =>
        Statistics.Select(one =>
            Of(
                $"{figure.Id}_{one.Ending}",
                figure.Unit,
                $"{figure.Label}: {one.Meaning}",
                draws => draws.Headline(figure) is { } drawn ? one.Of(drawn) : null
            )
        );
}
