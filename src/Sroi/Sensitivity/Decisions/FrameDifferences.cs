using Sroi.Model;
using Sroi.Parameters;

namespace Sroi.Sensitivity.Decisions;

/// <summary>How options are measured differently, so that their ratios cannot be ranked.</summary>
internal static class FrameDifferences
{
    private static readonly (string What, Func<Scenario, string> Of)[] Frame =
    [
        ("price year", scenario => scenario.Appraisal.PriceYear.ToString()),
        ("horizon", scenario => $"{scenario.Appraisal.Years} year{(scenario.Appraisal.Years == 1 ? "" : "s")}"),
        ("first year", scenario => scenario.Appraisal.FirstYear.ToString()),
        ("discounting", scenario => $"{scenario.Appraisal.Discounting.Label}, {DiscountSchedule.Name(scenario.Appraisal.Rates)} rates"),
        ("timing", scenario => DiscountSchedule.Name(scenario.Appraisal.Timing)),
        ("correction for optimism", scenario => scenario.Appraisal.OptimismBias?.Label ?? "none"),
        ("perspective", Perspective),
        ("comparison", scenario => scenario.Map.HasBaseline ? "with usual care" : "with nothing"),
        ("country", scenario => scenario.Country ?? "not stated"),
    ];

    /// <summary>A sentence for each difference.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<DecisionOption> options)
    {
        foreach ((string what, Func<Scenario, string> of) in Frame)
        {
            IGrouping<string, DecisionOption>[] kinds = [.. options.GroupBy(option => of(option.SocialReturn.Scenario))];
            if (kinds.Length > 1)
            {
                yield return $"{what}: {string.Join("; ", kinds.Select(kind => $"{kind.Key} ({string.Join(", ", kind.Select(option => option.Name))})"))}";
            }
        }
    }

    // Whose gains and costs are counted.
    private static string Perspective(Scenario scenario) =>
        string.Join(
            ", ",
            scenario
                .Map.Inputs.Select(input => input.PaidBy)
                .Concat(scenario.Map.Outcomes.SelectMany(outcome => outcome.Proxy.GainsTo.Select(share => share.Party)))
                .Select(party => party.Label)
                .Distinct()
                .Order(StringComparer.Ordinal)
        );
}
