using System.Collections.Immutable;
using Sroi.Model;
using Sroi.Quantities;

namespace Sroi.Evaluation;

/// <summary>What the inputs come to for each of something, as paid and not discounted.</summary>
/// <param name="Unit">What it is stated for.</param>
/// <param name="Pounds">In GBP; null if undefined.</param>
public sealed record CostResult(CostUnit Unit, double? Pounds)
{
    /// <summary>Those that a case states.</summary>
    public static ImmutableArray<CostResult> Of(SocialReturn social) =>
        [.. social.Scenario.CostsPer.Select(unit => new CostResult(unit, Formula.RatioOf(social.InputsAsPaid, unit.Number).ValueOrNull))];
}
