using System.Collections.Immutable;
using System.Globalization;
using Sroi.Parameters.Reading;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Sensitivity.Decisions;

/// <summary>Which survey would be worth its price: what it would at most be worth to know an input, against what it costs to find out.</summary>
/// <remarks>Perfect information is the most that any study can give; a real one gives less. A study that costs more than this is not worth it; one that costs less may be.</remarks>
/// <param name="Group">The input or the group.</param>
/// <param name="Worth">The value of knowing it, over all the decisions reached, in GBP.</param>
/// <param name="Cost">What finding out costs, in GBP.</param>
/// <param name="Verdict">What follows.</param>
public sealed record ResearchPriority(InputGroup Group, Estimate Worth, double Cost, ResearchVerdict Verdict)
{
    /// <summary>What would at most be left of the worth after the cost, in GBP.</summary>
    public double Net => Worth.Value - Cost;

    /// <summary>The inputs by what would be left.</summary>
    /// <param name="values">What it is worth to know each.</param>
    /// <param name="reach">How many decisions it serves.</param>
    /// <param name="cost">What finding one out costs, in GBP, where nothing else is said.</param>
    /// <param name="costs">What finding some of them out costs, by the name of the input or group.</param>
    /// <exception cref="SensitivityException">A cost is negative, or of something that is not among the values.</exception>
    public static ImmutableArray<ResearchPriority> Of(
        ImmutableArray<Evppi> values,
        DecisionReach reach,
        double cost,
        IReadOnlyDictionary<string, double> costs
    )
    {
        foreach (double pounds in costs.Values.Append(cost).Where(pounds => !(pounds >= 0 && double.IsFinite(pounds))))
        {
            throw new SensitivityException(
                string.Create(CultureInfo.InvariantCulture, $"What a study costs cannot be below zero, or without end; found {pounds}.")
            );
        }

        foreach (string name in costs.Keys.Where(name => values.All(value => value.Group.Name != name)))
        {
            throw new SensitivityException(
                $"A cost is given for '{name}', which is none of the inputs.{Nearest.Hint(name, values.Select(value => value.Group.Name))}"
            );
        }

        return
        [
            .. values
                .Select(value => Of(value, reach, costs.GetValueOrDefault(value.Group.Name, cost)))
                .OrderByDescending(row => row.Net)
                .ThenBy(row => row.Group.Name, StringComparer.Ordinal),
        ];
    }

    private static ResearchPriority Of(Evppi value, DecisionReach reach, double cost)
    {
        Estimate worth = new(value.Value.Value * reach.Factor, value.Value.StandardError * reach.Factor);
        ResearchVerdict verdict =
            worth.Value - (2 * worth.StandardError) > cost ? ResearchVerdict.MayBeWorthIt
            : worth.Value + (2 * worth.StandardError) < cost || worth is { Value: 0, StandardError: 0 } ? ResearchVerdict.NotWorthIt
            : ResearchVerdict.Unclear;
        return new(value.Group, worth, cost, verdict);
    }
}

/// <summary>What follows from the worth and the cost of a study.</summary>
public enum ResearchVerdict
{
    /// <summary>It costs less than perfect information is worth, by more than two standard errors.</summary>
    MayBeWorthIt,

    /// <summary>It costs more than even perfect information is worth.</summary>
    NotWorthIt,

    /// <summary>The two lie within two standard errors of each other; more draws would tell.</summary>
    Unclear,
}
