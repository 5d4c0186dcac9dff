using Sroi.Quantities;

namespace Sroi.Evaluation;

/// <summary>The result with distributional weights: a pound to a party counts (median income ÷ its income)^η. It is given beside the unweighted result.</summary>
/// <remarks>Green Book (HM Treasury, 2026), distributional analysis. Both what a party gains and what it pays in are weighted; transfers too.</remarks>
/// <param name="PresentValueBenefits">Weighted present value of benefits and net transfers, in GBP.</param>
/// <param name="PresentValueInputs">Weighted present value of inputs, in GBP.</param>
/// <param name="NetPresentValue">The one less the other.</param>
/// <param name="SroiRatio">Weighted benefits ÷ weighted inputs; null if inputs are not positive.</param>
/// <param name="Weights">The weight of each weighted party, by id.</param>
public sealed record WeightedResult(
    double PresentValueBenefits,
    double PresentValueInputs,
    double NetPresentValue,
    double? SroiRatio,
    IReadOnlyDictionary<string, double> Weights
)
{
    internal static WeightedResult? Of(SocialReturn social, Valuation at) =>
        WeightedReturn.Of(social) is { } weighted
            ? new(
                SroiResult.Sure(at, weighted.Benefits),
                SroiResult.Sure(at, weighted.Inputs),
                SroiResult.Sure(at, weighted.NetPresentValue),
                at.Of(weighted.Ratio),
                social.Scenario.Weights.ToDictionary(weight => weight.Key, weight => SroiResult.Sure(at, weight.Value))
            )
            : null;
}
