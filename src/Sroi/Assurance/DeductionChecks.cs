using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Parameters;
using Sroi.Quantities;

namespace Sroi.Assurance;

/// <summary>Is what would have happened anyway taken off once: not never, and not several times?</summary>
internal static class DeductionChecks
{
    public static Warning? NothingTakenOff(SroiResult result)
    {
        Outcome[] meant =
        [
            .. result.Scenario.Map.Outcomes.Where(o => IsNone(o.Deadweight) && !o.Quantity.Parameters().Any(p => p.Evidence is not null)),
        ];
        return Of(
            meant,
            "nothing_taken_off",
            "No deadweight, and no study behind the quantity that would have taken it off",
            "Ask what would have happened anyway, and enter it with its range; 0 % needs a comparison group."
        );
    }

    public static Warning? ComparisonAndMore(SroiResult result)
    {
        Outcome[] meant =
        [
            .. result.Scenario.Map.Outcomes.Where(o =>
                !IsNone(o.Attribution) && o.Quantity.Parameters().Any(p => p.Evidence is { IsControlled: true, IsCrediblyControlled: false })
            ),
        ];
        return Of(
            meant,
            "attribution_on_comparison",
            "Attribution on top of an effect against a comparison group, which had other services too",
            "Take off either self-selection or attribution, once, and say which."
        );
    }

    private static bool IsNone(Formula share) => share.ValueOrNull == 0;

    private static Warning? Of(Outcome[] meant, string code, string what, string toDo) =>
        meant.Length == 0
            ? null
            : new(
                code,
                Severity.Weakness,
                $"{what}: {string.Join("; ", meant.Select(o => o.Change))}.",
                string.Join(", ", meant.Select(o => o.Id)),
                "do not over-claim",
                toDo
            );
}
