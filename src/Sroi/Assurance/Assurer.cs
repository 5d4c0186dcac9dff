using System.Collections.Immutable;
using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Uncertainty.Running;

namespace Sroi.Assurance;

/// <summary>Checks a result for over-claiming. Each limitation is reported once, the most serious first.</summary>
/// <remarks>Principles of Social Value International; GMCA cost-benefit guidance (2014); the critiques of SROI by Fujiwara (2015) and Maier et al. (2015).</remarks>
public static class Assurer
{
    private static readonly Func<SroiResult, Warning?>[] Checks =
    [
        SpreadChecks.ValueOutsideSpread,
        FigureChecks.NothingValued,
        FigureChecks.InputsNotPositive,
        EvidenceChecks.NoDeadweight,
        DeductionChecks.NothingTakenOff,
        EvidenceChecks.AttributionOnControlled,
        DeductionChecks.ComparisonAndMore,
        CountingChecks.SameSavingTwice,
        CountingChecks.WellbyAndQaly,
        CountingChecks.TransferAsGain,
        ValuationChecks.TransferOfWellbeing,
        ValuationChecks.LonelinessAndServices,
        FigureChecks.HighRatio,
        FigureChecks.LowConfidenceShare,
        EvidenceChecks.WeakDesign,
        EvidenceChecks.SelfReport,
        EvidenceChecks.OtherCountry,
        ValuationChecks.ForeignPrices,
        EffectChecks.MayBeNone,
        EffectChecks.FixedDuration,
        EffectChecks.Unused,
        EvidenceChecks.UnsourcedNumbers,
        FigureChecks.DominantOutcome,
        CountingChecks.AverageCostAsCash,
        EvidenceChecks.StakeholdersNotAsked,
        FigureChecks.BeyondHorizon,
        SpreadChecks.ValueOffCentre,
        EditionChecks.EditionsDiffer,
        EditionChecks.PrivateValuesUsed,
    ];

    private static readonly Func<SimulationResult, Warning?>[] ChecksOfDraws =
    [
        SimulationChecks.DrawsWithoutValue,
        SimulationChecks.InputsCanBeNegative,
        SimulationChecks.InputsNearZero,
        SimulationChecks.MeansDiffer,
        SimulationChecks.NothingVaries,
        SimulationChecks.FewDraws,
        SimulationChecks.HeavyTails,
        SimulationChecks.CorrelationsRepaired,
        SimulationChecks.Stopped,
        SimulationChecks.NotConverged,
    ];

    /// <summary>The limitations of a result, most serious first.</summary>
    public static ImmutableArray<Warning> Check(SroiResult result) => Check(result, simulation: null);

    /// <summary>The limitations of a result and of its simulation, if there is one, most serious first.</summary>
    public static ImmutableArray<Warning> Check(SroiResult result, SimulationResult? simulation) =>
        [
            .. Checks
                .Select(check => check(result))
                .Concat(
                    simulation is null
                        ? [CorrelationChecks.Contradict(result)]
                        : ChecksOfDraws.Select(check => check(simulation)).Append(SimulationChecks.BaseOffExpected(result, simulation))
                )
                .OfType<Warning>()
                .Concat(OfFiles(result.Scenario))
                .Select((warning, order) => (warning, order))
                .OrderBy(w => w.warning.Severity)
                .ThenByDescending(w => Reach.Of(result, w.warning))
                .ThenBy(w => w.order)
                .Select(w => w.warning),
        ];

    // Notices from the files are grouped by kind, so that six stale prices are one warning.
    private static IEnumerable<Warning> OfFiles(Scenario scenario) =>
        scenario
            .Notices.GroupBy(notice => notice.Code)
            .Select(kind =>
            {
                (Severity severity, string principle, string toDo) = kind.Key switch
                {
                    "stale_price" => (
                        Severity.Weakness,
                        "value the things that matter",
                        "Find a price of recent years; uprating an old one can be far off."
                    ),
                    "index_chained" => (Severity.Notice, "be transparent", "Use a price from within the years of its index."),
                    "index_forecast" => (Severity.Notice, "be transparent", "Compute the case again when the index is final."),
                    "index_caveat" => (Severity.Notice, "be transparent", "Read the figure as approximate."),
                    "index_editions" => (
                        Severity.Notice,
                        "be transparent",
                        "Compare with figures of other authors only where they use the same edition."
                    ),
                    "correlation_dropped" => (Severity.Notice, "be transparent", "Nothing, where the number is meant to be fixed."),
                    _ => (Severity.Notice, "be transparent", "Give the spread, the price year and the source of the new value too."),
                };
                return new Warning(
                    kind.Key,
                    severity,
                    string.Join(" ", kind.Select(notice => notice.Message)),
                    string.Join(", ", kind.Select(notice => notice.Where).OfType<string>().Distinct()),
                    principle,
                    toDo
                );
            });
}
