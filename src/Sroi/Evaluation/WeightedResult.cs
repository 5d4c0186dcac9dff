using System.Collections.Immutable;
using Sroi.Quantities;

namespace Sroi.Evaluation;

/// <summary>The result with distributional weights: a pound to a party counts (median income ÷ its income)^η. It is given beside the unweighted result.</summary>
/// <remarks>Green Book (HM Treasury, 2026), distributional analysis. Both what a party gains and what it pays in are weighted; transfers too.</remarks>
/// <param name="Figures">The leading figures (<see cref="FigureCatalogue.Leading"/>), weighted, by id; null for one that is undefined.</param>
/// <param name="Weights">The weight of each weighted party, by id.</param>
public sealed record WeightedResult(ImmutableDictionary<string, double?> Figures, IReadOnlyDictionary<string, double> Weights)
{
    /// <summary>One of the leading figures, weighted; null if it is undefined.</summary>
    public double? this[HeadlineFigure figure] => Figures[figure.Id];

    internal static WeightedResult? Of(SocialReturn social, Valuation at) =>
        WeightedReturn.Of(social) is { } weighted
            ? new(
                FigureCatalogue.Leading.ToImmutableDictionary(figure => figure.Id, figure => at.Of(weighted[figure])),
                social.Scenario.Weights.ToDictionary(weight => weight.Key, weight => SroiResult.Sure(at, weight.Value))
            )
            : null;
}
