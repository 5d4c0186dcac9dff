using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Parameters;

namespace Sroi.Assurance;

/// <summary>Do the prices belong to the service, and to one way of valuing?</summary>
internal static class ValuationChecks
{
    private const string British = "GB";

    public static Warning? ForeignPrices(SroiResult result)
    {
        if (result.Scenario.Country is null or British)
        {
            return null;
        }

        Parameter[] prices =
        [
            .. result.SocialReturn.UsedParameters().Where(p => p.Unit.MoneyPower == 1 && p.Id.StartsWith("unit_costs.", StringComparison.Ordinal)),
        ];
        return prices.Length == 0
            ? null
            : new(
                "foreign_prices",
                Severity.Weakness,
                $"A service of another country ({result.Scenario.Country}) at British prices: {string.Join("; ", prices.Select(p => p.Label))}.",
                string.Join(", ", prices.Select(p => p.Id)),
                "value the things that matter",
                "Enter the prices of its own country, or read the pounds as what it would be worth in the UK."
            );
    }

    public static Warning? TransferOfWellbeing(SroiResult result)
    {
        Outcome[] mixed =
        [
            .. result.Scenario.Map.Outcomes.Where(o =>
                o.Quantity.Unit.IsHealth && result.Scenario.Map.Transfers.Any(transfer => transfer.Follows == o.Id)
            ),
        ];
        return mixed.Length == 0
            ? null
            : new(
                "transfer_on_wellbeing",
                Severity.Serious,
                $"Money that ends is charged to those whose gain is valued as wellbeing, which has it in it already: {string.Join("; ", mixed.Select(o => o.Change))}.",
                string.Join(", ", mixed.Select(o => o.Id)),
                "value the things that matter",
                "Value a job as earnings with transfers, or as wellbeing without them."
            );
    }

    public static Warning? LonelinessAndServices(SroiResult result)
    {
        Outcome[] counted = [.. result.Scenario.Map.Outcomes.Where(o => !o.IsBaseline)];
        Outcome[] both =
        [
            .. counted.Where(o =>
                HoldsHealth(o) && counted.Any(other => other.Stakeholder.Id == o.Stakeholder.Id && other.Proxy.Benefit == BenefitKind.Fiscal)
            ),
        ];
        return both.Length == 0
            ? null
            : new(
                "loneliness_and_services",
                Severity.Serious,
                $"The price of loneliness contains costs of health, and savings of services are added for the same people: {string.Join("; ", both.Select(o => o.Change))}.",
                string.Join(", ", both.Select(o => o.Id)),
                "do not over-claim",
                "Value loneliness as points of life satisfaction, or leave the savings out."
            );
    }

    private static bool HoldsHealth(Outcome outcome) =>
        outcome.Proxy.Value.Parameters().Any(p => p.Id.EndsWith(".chronic_loneliness_year", StringComparison.Ordinal));
}
