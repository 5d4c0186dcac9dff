using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Parameters;

namespace Sroi.Assurance;

/// <summary>Is there an effect, how long does it last, and is what is known of it used?</summary>
internal static class EffectChecks
{
    private const double Low = 0.025,
        High = 0.975;

    public static Warning? MayBeNone(SroiResult result)
    {
        Parameter[] meant = [.. result.Scenario.Map.Outcomes.SelectMany(o => o.Quantity.Parameters()).DistinctBy(p => p.Id).Where(CanBeNone)];
        return meant.Length == 0
            ? null
            : new(
                "effect_may_be_none",
                Severity.Weakness,
                $"The effect cannot be distinguished from none, and may be a harm: {string.Join("; ", meant.Select(p => p.Label))}.",
                string.Join(", ", meant.Select(p => p.Id)),
                "do not over-claim",
                "Say so beside the figure; quote the chance that it helps, not the middle."
            );
    }

    public static Warning? FixedDuration(SroiResult result)
    {
        Outcome[] meant =
        [
            .. result.Scenario.Map.Outcomes.Where(o => o.Duration.Value > 1 && o.Duration.Parameters().All(p => p.Distribution.IsFixed)),
        ];
        return meant.Length == 0
            ? null
            : new(
                "fixed_duration",
                Severity.Weakness,
                $"How long it lasts is a fixed number, though nothing is less well known: {string.Join("; ", meant.Select(o => o.Change))}.",
                string.Join(", ", meant.Select(o => o.Id)),
                "do not over-claim",
                "Make the duration a quantity with a spread."
            );
    }

    // Numbers that a variant or a question uses are used.
    public static Warning? Unused(SroiResult result)
    {
        string own = $"scenarios.{result.Scenario.Id}.";
        HashSet<string> used =
        [
            .. result.SocialReturn.UsedParameters().Select(p => p.Id),
            .. result.Scenario.BreakEvens.Select(asked => asked.Solve),
            .. result.Scenario.BreakEvens.SelectMany(asked => asked.Outcome?.Quantity.Parameters() ?? []).Select(p => p.Id),
            .. result.Scenario.CostsPer.SelectMany(cost => cost.Number.Parameters()).Select(p => p.Id),
        ];
        Parameter[] idle =
        [
            .. result.Scenario.Parameters.Values.Where(p =>
                result.Scenario.Variants.IsEmpty && p.Id.StartsWith(own, StringComparison.Ordinal) && !used.Contains(p.Id)
            ),
        ];
        return idle.Length == 0
            ? null
            : new(
                "unused_numbers",
                Severity.Notice,
                $"The case has numbers that no figure uses: {string.Join("; ", idle.Select(p => p.Label))}.",
                string.Join(", ", idle.Select(p => p.Id)),
                "be transparent",
                "Use them, or take them out."
            );
    }

    private static bool CanBeNone(Parameter number)
    {
        if (number.Evidence is not { Measure: { } measure } || number.Distribution.IsFixed)
        {
            return false;
        }

        double? none = measure switch
        {
            "rate_ratio" or "risk_ratio" or "odds_ratio" or "hazard_ratio" => 1,
            "risk_difference" or "mean_difference" or "standardised_difference" => 0,
            _ => null,
        };
        return none is { } at && number.Distribution.Quantile(Low) < at && number.Distribution.Quantile(High) > at;
    }
}
