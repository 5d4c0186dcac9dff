using System.Globalization;
using Sroi.Evaluation;
using Sroi.Quantities;
using Sroi.Uncertainty.Running;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Assurance;

/// <summary>Limitations that only the draws reveal.</summary>
internal static class SimulationChecks
{
    private const double NotableDifference = 0.05;

    private const int MostFigures = 4,
        MostParameters = 12,
        FewestDraws = 400;

    // Inputs below this part of their mean make ratios that mean little.
    private const double NearZero = 0.05;

    public static Warning? DrawsWithoutValue(SimulationResult result) =>
        result.UndefinedDraws is not { } undefined
            ? null
            : new(
                "undefined_draws",
                Severity.Serious,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{undefined.Count:N0} of {result.Draws:N0} draws have no value (a division by zero, or too large for a number), so no distribution is reported for {string.Join(", ", undefined.Figures)}. The first is draw {undefined.FirstDraw:N0}: {ParametersOf(undefined)}."
                ),
                string.Join(", ", undefined.Figures),
                "be transparent",
                "Look at what is divided by, and give it a distribution that cannot be zero."
            );

    public static Warning? InputsCanBeNegative(SimulationResult result) =>
        result.ShareInputsNotPositive == 0 || result.SroiRatio is null
            ? null
            : new(
                "inputs_not_positive_in_draws",
                Severity.Serious,
                $"In {Figures.Percent(Math.Max(0.0001, Math.Round(result.ShareInputsNotPositive, 4)))} of the draws inputs are zero or negative, so a mean of ratios does not exist, and the other figures of the ratio speak of the rest only.",
                Where: null,
                "be transparent",
                "Present the probability that the net present value is above zero."
            );

    public static Warning? InputsNearZero(SimulationResult result) =>
        result is { ShareInputsNotPositive: 0, PresentValueInputs: { Mean: { } mean, Smallest: { } least }, SroiRatio: not null }
        && least < NearZero * mean.Value
            ? new(
                "inputs_near_zero",
                Severity.Weakness,
                $"Inputs come down to {Figures.Pounds(least)}, against {Figures.Pounds(mean.Value)} in the mean, so single draws have ratios that mean little.",
                Where: null,
                "do not over-claim",
                "Read the ratio of means and the net present value, not the mean of ratios."
            )
            : null;

    public static Warning? MeansDiffer(SimulationResult result) =>
        result is { RatioOfMeans: { } expected, MeanOfRatios: { } mean }
        && Math.Abs(mean.Value - expected.Value) > NotableDifference * Math.Abs(expected.Value)
            ? new(
                "mean_of_ratios_differs",
                Severity.Weakness,
                $"The mean of the draws' ratios is {Figures.Ratio(mean.Value)}, the ratio of the means {Figures.Ratio(expected.Value)}: more than 5 % apart.",
                Where: null,
                "do not over-claim",
                "Quote the ratio of the means; a mean of ratios is pulled up by draws with small inputs."
            )
            : null;

    public static Warning? BaseOffExpected(SroiResult result, SimulationResult simulation) =>
        result.SroiRatio is { } atBase
        && simulation.RatioOfMeans is { } expected
        && Math.Abs(atBase - expected.Value) > NotableDifference * Math.Abs(expected.Value)
            ? new(
                "base_off_expected",
                Severity.Weakness,
                $"The ratio at base values is {Figures.Ratio(atBase)}, the expected one {Figures.Ratio(expected.Value)}: more than 5 % apart.",
                Where: null,
                "be transparent",
                "Quote the expected ratio, or make the base values the means of their spreads (leave out 'value')."
            )
            : null;

    public static Warning? NothingVaries(SimulationResult result) =>
        result.Parameters.IsEmpty
            ? new(
                "nothing_varies",
                Severity.Weakness,
                "No number of this case has a spread, so every draw is the same and says nothing about how sure the figure is.",
                Where: null,
                "be transparent",
                "Give the numbers that matter a distribution, from evidence where there is any."
            )
            : null;

    public static Warning? FewDraws(SimulationResult result) =>
        result.Draws < FewestDraws && !result.Parameters.IsEmpty
            ? new(
                "few_draws",
                Severity.Weakness,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Only {result.Draws:N0} draws were made: fewer than ten lie beyond the 2.5 % and 97.5 % points, so these and their errors cannot be relied on."
                ),
                Where: null,
                "be transparent",
                $"Make at least {FewestDraws} draws; 100,000 take a moment."
            )
            : null;

    public static Warning? HeavyTails(SimulationResult result)
    {
        FigureSummary[] heavy = [.. HeadlinesAndOutcomes(result).Where(figure => figure is { SpreadRestsOnFew: true, StandardDeviation: not null })];
        return heavy.Length == 0
            ? null
            : new(
                "heavy_tails",
                Severity.Notice,
                $"Heavy tails: the standard error of the standard deviation of {Listed(heavy)} rests on a handful of draws, and may be too small.",
                string.Join(", ", heavy.Select(figure => figure.Id).Distinct()),
                "do not over-claim",
                "Quote percentiles, which do not depend on how far the farthest draws lie, or make more draws."
            );
    }

    public static Warning? CorrelationsRepaired(SimulationResult result)
    {
        CorrelationReport[] repaired = [.. result.Correlations.Where(pair => pair.IsRepaired)];
        return repaired.Length == 0
            ? null
            : new(
                "correlations_repaired",
                Severity.Weakness,
                $"The requested correlations are inconsistent, so the nearest consistent ones are used. {string.Join("; ", repaired.Select(InWords))}.",
                string.Join(", ", repaired.SelectMany(pair => new[] { pair.First, pair.Second }).Distinct()),
                "be transparent",
                "Check the targets, the largest changes first."
            );
    }

    public static Warning? Stopped(SimulationResult result) =>
        result.IsStopped
            ? new(
                "stopped_early",
                Severity.Notice,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The simulation was stopped after {result.Draws:N0} of {result.Simulation.Draws:N0} draws; the figures are of those made, with their own errors."
                ),
                Where: null,
                "be transparent",
                "Run it again with as many draws as the errors call for."
            )
            : null;

    public static Warning? NotConverged(SimulationResult result) =>
        result.Convergence is { IsReached: false } report
            ? new(
                "errors_above_tolerance",
                Severity.Notice,
                report.ToString(),
                Where: null,
                "be transparent",
                "Allow more draws with --draws, or ask for less."
            )
            : null;

    private static IEnumerable<FigureSummary> HeadlinesAndOutcomes(SimulationResult result) =>
        result.Of(FigureGroup.Headline).Concat(result.Of(FigureGroup.Outcome));

    private static string Listed(FigureSummary[] figures) =>
        string.Join(", ", figures.Take(MostFigures).Select(figure => figure.Label))
        + (figures.Length > MostFigures ? $" and {figures.Length - MostFigures} more figures" : "");

    // Zeros first, because a division by zero is the likely cause.
    private static string ParametersOf(UndefinedDraws draws)
    {
        DrawnParameter[] shown = [.. draws.FirstParameters.OrderBy(input => input.Value != 0).Take(MostParameters)];
        string more = draws.FirstParameters.Length > MostParameters ? $" and {draws.FirstParameters.Length - MostParameters} more" : "";
        return string.Join(", ", shown.Select(input => $"{input.Id} = {Figures.Number(input.Value)}")) + more;
    }

    private static string InWords(CorrelationReport pair) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{pair.First} and {pair.Second}: {pair.NormalAsked:0.###} asked, {pair.NormalUsed:0.###} used (of normal scores)"
        );
}
