using System.Collections.Immutable;
using System.Globalization;
using Sroi.Parameters.Reading;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Sensitivity.Decisions;

/// <summary>Which studies are worth their cost: the most it would be worth to know a parameter, against the cost of a study.</summary>
/// <remarks>Perfect information is the most any study can provide. A study that costs more than this is not worth it; one that costs less may be.</remarks>
/// <param name="Group">The parameter or the group.</param>
/// <param name="Worth">The value of knowing it, over all decisions informed, in GBP.</param>
/// <param name="Cost">The cost of the study, in GBP.</param>
/// <param name="Verdict">The conclusion.</param>
public sealed record ResearchPriority(ParameterGroup Group, Estimate Worth, double Cost, ResearchVerdict Verdict)
{
    /// <summary>The most that remains of the value after the cost, in GBP.</summary>
    public double Net => Worth.Value - Cost;

    /// <summary>The parameters, largest remaining value first.</summary>
    /// <param name="values">The value of knowing each.</param>
    /// <param name="reach">The number of decisions informed.</param>
    /// <param name="cost">The default cost of a study, in GBP.</param>
    /// <param name="costs">The cost of some studies, by the name of the parameter or group.</param>
    /// <exception cref="SensitivityException">A cost is negative, or its name is not among the values.</exception>
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
                string.Create(CultureInfo.InvariantCulture, $"The cost of a study must be a finite amount of zero or more; found {pounds}.")
            );
        }

        foreach (string name in costs.Keys.Where(name => values.All(value => value.Group.Name != name)))
        {
            throw new SensitivityException(
                $"A cost is given for '{name}', which is not one of the parameters.{Nearest.Hint(name, values.Select(value => value.Group.Name))}"
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

/// <summary>The conclusion from the value and the cost of a study.</summary>
public enum ResearchVerdict
{
    /// <summary>It costs less than perfect information is worth, by more than two standard errors.</summary>
    MayBeWorthIt,

    /// <summary>It costs more than even perfect information is worth.</summary>
    NotWorthIt,

    /// <summary>The two are within two standard errors of each other; more draws would decide.</summary>
    Unclear,
}
