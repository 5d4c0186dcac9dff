using System.Collections.Immutable;
using Sroi.Model;
using Sroi.Model.Reading;
using Sroi.Parameters;
using Sroi.Quantities;

namespace Sroi.Uncertainty.Repeating;

/// <summary>
/// Decides when changed parameters leave the calculation of a case unchanged, so that its files need not be read again. What the reader would reject is left to
/// the reader, which
/// gives the reason.
/// </summary>
/// <param name="opened">The case.</param>
internal sealed class ChangeRules(OpenCase opened)
{
    private readonly ImmutableArray<Outcome> _outcomes = opened.Scenario.Map.Outcomes;

    // The duration of an outcome determines the number of years in its formula.
    private readonly ImmutableHashSet<string> _shaping =
    [
        .. opened.Scenario.Map.Outcomes.SelectMany(outcome => outcome.Duration.Parameters()).Select(number => number.Id),
    ];

    private readonly ImmutableHashSet<string> _correlated = [.. opened.Scenario.Correlations.SelectMany(correlation => correlation.Between)];

    private readonly ImmutableArray<CostOptimism> _corrections =
    [
        .. opened.Scenario.Map.Inputs.Select(parameter => parameter.Optimism).OfType<CostOptimism>(),
    ];

    /// <summary>Whether the calculation is unchanged.</summary>
    /// <param name="changed">The changed parameters.</param>
    /// <param name="at">The values with the changes.</param>
    public bool Allow(ImmutableArray<Parameter> changed, Valuation at) =>
        !(opened.Scenario.Appraisal.OptimismBias is not null && changed.Any(number => number.HasLostGrade))
        && !changed.Any(number => _shaping.Contains(number.Id) || (number.Distribution.IsFixed && _correlated.Contains(number.Id)))
        && opened.Calculations.All(calculation => at.Of(calculation) is not null)
        && _outcomes.All(outcome => Adjustments(outcome).All(share => at.Of(share) is >= 0 and <= 1 && !Exceeds(share, changed)))
        && _corrections.All(correction => at.Of(correction.Rate) is >= 0 && at.Of(correction.Mitigated) is >= 0 and <= 1);

    private static Formula[] Adjustments(Outcome outcome) => [outcome.Deadweight, outcome.Displacement, outcome.Attribution, outcome.DropOff];

    private static bool Exceeds(Formula share, ImmutableArray<Parameter> changed) =>
        share is Formula.Given given
        && changed.FirstOrDefault(number => number.Id == given.Quantity.Id) is { Distribution.Support: var support }
        && (support.Low < 0 || support.High > 1);
}
