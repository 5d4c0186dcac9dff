using System.Collections.Immutable;
using Sroi.Model;
using Sroi.Quantities;
using Sroi.Showing;

namespace Sroi.Evaluation;

/// <summary>The steps from the gross value over the whole appraisal to its present value: the effect of each adjustment, for all outcomes together, in GBP.</summary>
/// <remarks>
/// The adjustments are taken in the order of the value map (A Guide to Social Return on Investment, stages 4 and 5): deadweight, displacement, attribution, the
/// correction for optimism bias if there is one, drop-off, discounting. The shares multiply, so another order would divide the same total differently.
/// </remarks>
/// <param name="Gross">Quantity × proxy in every year that an outcome lasts, unadjusted and undiscounted, less usual care.</param>
/// <param name="Steps">What each adjustment adds, in order; mostly negative.</param>
/// <param name="PresentValue">The present value of benefits.</param>
public sealed record ValueSteps(double Gross, ImmutableArray<ValueStep> Steps, double PresentValue) : Result
{
    /// <summary>The steps of a social return at its base values.</summary>
    public static ValueSteps Of(SocialReturn social)
    {
        Scenario scenario = social.Scenario;
        Scenario plain = scenario with { Appraisal = scenario.Appraisal with { OptimismBias = null } };
        (string Id, string Label, double Left)[] road =
        [
            ("gross", "gross", Undiscounted(plain, o => o with { Deadweight = None, Displacement = None, Attribution = None, DropOff = None })),
            ("deadweight", "deadweight", Undiscounted(plain, o => o with { Displacement = None, Attribution = None, DropOff = None })),
            ("displacement", "displacement", Undiscounted(plain, o => o with { Attribution = None, DropOff = None })),
            ("attribution", "attribution", Undiscounted(plain, o => o with { DropOff = None })),
            ("optimism_bias", "optimism", Undiscounted(scenario, o => o with { DropOff = None })),
            ("drop_off", "drop-off", Undiscounted(scenario, o => o)),
            ("discounting", "discounting", SroiResult.Sure(new Valuation(), social.PresentValue)),
        ];
        IEnumerable<ValueStep> steps = road.Zip(road.Skip(1), (before, after) => new ValueStep(after.Id, after.Label, after.Left - before.Left));
        return new(road[0].Left, [.. steps.Where(step => step.Id != "optimism_bias" || scenario.Appraisal.OptimismBias is not null)], road[^1].Left);
    }

    private static Formula None => Formula.Number(0);

    private static double Undiscounted(Scenario scenario, Func<Outcome, Outcome> change)
    {
        ImmutableArray<Outcome> outcomes = [.. scenario.Map.Outcomes.Select(change)];
        SocialReturn social = SocialReturn.Of(scenario with { Map = scenario.Map with { Outcomes = outcomes } });
        Valuation at = new();
        return social.Outcomes.SelectMany(outcome => outcome.ByYear).Sum(year => SroiResult.Sure(at, year));
    }
}

/// <summary>What one adjustment adds to a value.</summary>
/// <param name="Id">Its name in files.</param>
/// <param name="Label">Its name in words.</param>
/// <param name="Amount">What it adds, in GBP; negative if it reduces the value.</param>
public sealed record ValueStep(string Id, string Label, double Amount);
