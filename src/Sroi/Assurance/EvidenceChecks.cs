using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Parameters;
using Sroi.Quantities;

namespace Sroi.Assurance;

/// <summary>Does the evidence carry what is claimed from it?</summary>
internal static class EvidenceChecks
{
    private const int MostListed = 80;

    public static Warning? NoDeadweight(SroiResult result) =>
        Of(
            result,
            outcome => IsNone(outcome.Deadweight) && Effects(outcome).Any() && !Effects(outcome).Any(e => e.Evidence!.IsControlled == true),
            "no_deadweight",
            Severity.Serious,
            "No deadweight on an effect that was measured without a control group",
            "do not over-claim",
            "Ask what would have happened anyway (people who seek help at their worst get better), and enter a deadweight with its range."
        );

    public static Warning? AttributionOnControlled(SroiResult result) =>
        Of(
            result,
            outcome => Effects(outcome).Any(e => e.Evidence!.IsCrediblyControlled) && !(IsNone(outcome.Attribution) && IsNone(outcome.Deadweight)),
            "attribution_on_controlled",
            Severity.Serious,
            "Deadweight or attribution on top of an effect that was measured against a control group, which has taken them off already",
            "do not over-claim",
            "Set both to 0 %, or say why the control group does not serve."
        );

    public static Warning? SelfReport(SroiResult result) =>
        OfParameters(
            result,
            p => p.Evidence?.IsSelfReported == true && !p.Unit.Text.Contains("QALY", StringComparison.Ordinal),
            "self_report",
            Severity.Weakness,
            "People reported on themselves in",
            "verify the result",
            "Check against records, on a sample at least."
        );

    public static Warning? WeakDesign(SroiResult result) =>
        OfParameters(
            result,
            p => p.Evidence?.MarylandScale is <= 2,
            "weak_evidence",
            Severity.Weakness,
            "Effects that rest on a weak design (Maryland scale 1 or 2)",
            "do not over-claim",
            "Say so beside the figure, and look for a controlled study."
        );

    public static Warning? OtherCountry(SroiResult result) =>
        OfParameters(
            result,
            p => result.Scenario.Country is { } here && p.Evidence?.Country is { } there && here != there,
            "other_country",
            Severity.Weakness,
            $"Evidence from another country than the service's ({result.Scenario.Country})",
            "value the things that matter",
            "Say why it should hold here, or widen its spread."
        );

    public static Warning? StakeholdersNotAsked(SroiResult result)
    {
        string[] unasked = [.. result.Scenario.Map.Stakeholders.Where(s => s.Involvement is null && !s.Party.IsPublic).Select(s => s.Party.Id)];
        return unasked.Length == 0
            ? null
            : new(
                "stakeholders_not_asked",
                Severity.Weakness,
                $"There is no record that these stakeholders were asked what changed for them: {string.Join(", ", unasked)}.",
                string.Join(", ", unasked),
                "involve stakeholders",
                "Ask them, and record how, how many and when."
            );
    }

    public static Warning? UnsourcedNumbers(SroiResult result)
    {
        Parameter[] used = [.. result.SocialReturn.UsedParameters()];
        Parameter[] unsourced = [.. used.Where(p => p.IsUnsourced)];
        return unsourced.Length == 0
            ? null
            : new(
                "unsourced_numbers",
                Severity.Weakness,
                $"{unsourced.Length} of {used.Length} numbers are assumptions or have no source: {Listed([.. unsourced.Select(p => p.Name)])}.",
                string.Join(", ", unsourced.Select(p => p.Id)),
                "be transparent",
                "Replace them by records or published figures, those that move the result first."
            );
    }

    private static IEnumerable<Parameter> Effects(Outcome outcome) => outcome.Quantity.Parameters().Where(p => p.Evidence is not null);

    private static bool IsNone(Formula share) => share.ValueOrNull == 0;

    private static Warning? Of(
        SroiResult result,
        Func<Outcome, bool> which,
        string code,
        Severity severity,
        string what,
        string principle,
        string toDo
    )
    {
        Outcome[] meant = [.. result.Scenario.Map.Outcomes.Where(which)];
        return meant.Length == 0
            ? null
            : new(code, severity, $"{what}: {Listed([.. meant.Select(o => o.Id)])}.", string.Join(", ", meant.Select(o => o.Id)), principle, toDo);
    }

    private static Warning? OfParameters(
        SroiResult result,
        Func<Parameter, bool> which,
        string code,
        Severity severity,
        string what,
        string principle,
        string toDo
    )
    {
        Parameter[] meant = [.. result.Scenario.Map.Outcomes.SelectMany(o => o.Quantity.Parameters()).DistinctBy(p => p.Id).Where(which)];
        return meant.Length == 0
            ? null
            : new(code, severity, $"{what}: {Listed([.. meant.Select(p => p.Name)])}.", string.Join(", ", meant.Select(p => p.Id)), principle, toDo);
    }

    private static string Listed(string[] names) =>
        names.Length <= MostListed
            ? string.Join(", ", names)
            : $"{string.Join(", ", names.Take(MostListed))} and {names.Length - MostListed:N0} others";
}
