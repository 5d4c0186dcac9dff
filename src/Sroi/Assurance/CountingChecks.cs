using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Parameters;
using Sroi.Quantities;

namespace Sroi.Assurance;

/// <summary>Is anything counted twice, or counted that is no gain?</summary>
internal static class CountingChecks
{
    public static Warning? SameSavingTwice(SroiResult result)
    {
        List<string> pairs = [];
        OutcomeResult[] counted = [.. result.Outcomes.Where(o => !o.Value.Outcome.IsBaseline)];
        ILookup<(Party, string), OutcomeResult> alike = counted.ToLookup(Saving);
        foreach (OutcomeResult one in counted)
        {
            foreach (OutcomeResult other in alike[Saving(one)].SkipWhile(o => !ReferenceEquals(o, one)).Skip(1))
            {
                if (one.ByYear.Zip(other.ByYear, (a, b) => a != 0 && b != 0).Any(both => both) && Ids(one).SetEquals(Ids(other)))
                {
                    pairs.Add($"{one.Value.Outcome.Id} and {other.Value.Outcome.Id}");
                }
            }
        }

        return pairs.Count == 0
            ? null
            : new(
                "double_counting",
                Severity.Serious,
                $"The same saving may be counted twice (same stakeholder, same proxy, same years): {string.Join("; ", pairs)}.",
                string.Join(", ", pairs.SelectMany(p => p.Split(" and ")).Distinct()),
                "do not over-claim",
                "Make sure that no attendance, day or person is in both quantities, or drop one of them."
            );
    }

    public static Warning? WellbyAndQaly(SroiResult result)
    {
        string[] both =
        [
            .. result
                .Scenario.Map.Outcomes.Where(o => !o.IsBaseline)
                .GroupBy(o => o.Stakeholder.Id)
                .Where(group => group.Any(o => Counts(o, "WELLBY")) && group.Any(o => Counts(o, "QALY")))
                .Select(group => group.Key),
        ];
        return both.Length == 0
            ? null
            : new(
                "wellby_and_qaly",
                Severity.Serious,
                $"WELLBYs and QALYs are added for the same people: {string.Join(", ", both)}.",
                string.Join(", ", both),
                "do not over-claim",
                "Value wellbeing or health for a group of people, not both: health is part of wellbeing."
            );
    }

    public static Warning? TransferAsGain(SroiResult result)
    {
        Outcome[] meant = [.. result.Scenario.Map.Outcomes.Where(o => o.Proxy.Value.Parameters().Any(p => p.IsTransfer))];
        return meant.Length == 0
            ? null
            : new(
                "transfer_as_gain",
                Severity.Serious,
                $"A transfer is counted as a gain to society: {string.Join(", ", meant.Select(o => o.Id))}.",
                string.Join(", ", meant.Select(o => o.Id)),
                "do not over-claim",
                "A benefit no longer paid is lost by the claimant. Enter it under 'transfers'."
            );
    }

    public static Warning? AverageCostAsCash(SroiResult result)
    {
        OutcomeResult[] fiscal = [.. result.Outcomes.Where(o => o.Value.Outcome.Proxy.Benefit == BenefitKind.Fiscal)];
        double all = fiscal.Sum(o => o.PresentValue),
            cash = fiscal.Sum(o => o.PresentValue * o.Value.Outcome.Proxy.Cashable.Value);
        string[] claimed =
        [
            .. fiscal
                .Where(o =>
                    o.Value.Outcome.Proxy.Cashable.Value > 0
                    && o.Value.Outcome.Proxy.Value.Parameters().Any(p => p.Unit.IsMoney && p.Cashable?.Value == 0)
                )
                .Select(o => o.Value.Outcome.Id),
        ];
        if (claimed.Length > 0)
        {
            return new(
                "average_cost_as_cash",
                Severity.Serious,
                $"An average cost is taken for a cash saving, though its source says that none of it is: {string.Join(", ", claimed)}.",
                string.Join(", ", claimed),
                "do not over-claim",
                "Count as cash only what a budget really gives up."
            );
        }

        return all - cash > 0.005
            ? new(
                "average_cost",
                Severity.Weakness,
                $"{Figures.Pounds(all - cash)} of {Figures.Pounds(all)} fiscal benefits are valued at average costs and are not cash that a budget can give up.",
                string.Join(", ", fiscal.Select(o => o.Value.Outcome.Id)),
                "do not over-claim",
                "Do not present them as money that can be spent again."
            )
            : null;
    }

    private static (Party, string) Saving(OutcomeResult outcome) =>
        (outcome.Value.Outcome.Stakeholder, FormulaText.Of(outcome.Value.Outcome.Proxy.Value));

    private static HashSet<string> Ids(OutcomeResult outcome) => [.. outcome.Value.Outcome.Proxy.Value.Parameters().Select(p => p.Id)];

    private static bool Counts(Outcome outcome, string unit) => outcome.Quantity.Unit.Text.Contains(unit, StringComparison.Ordinal);
}
