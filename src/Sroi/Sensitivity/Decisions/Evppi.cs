using System.Collections.Immutable;
using Sroi.Uncertainty.Running;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Sensitivity.Decisions;

/// <summary>The expected value of partial perfect information: the most it would be worth to know one parameter, or a group of them, before deciding.</summary>
/// <remarks>
/// By regression of the net present values on the draws already made (M. Strong, J. E. Oakley and A. Brennan 2014): E over the parameter of max over alternatives of
/// E[net present value | the parameter] − max of E[net present value]. Never above the EVPI. The error includes that of the regression
/// (<see cref="KnownGain"/>); it is 0 only where no draw would change the decision.
/// </remarks>
/// <param name="Group">The parameter or the group.</param>
/// <param name="Value">In GBP for one decision, with its standard error.</param>
/// <param name="ShareOfEvpi">The value ÷ the EVPI; 0 where that is 0.</param>
/// <param name="Explained">The largest share of the variance of the difference between an alternative and the one chosen now that the regression explains.</param>
/// <param name="Nested">The same by nested simulation, if requested; otherwise null.</param>
public sealed record Evppi(ParameterGroup Group, Estimate Value, double ShareOfEvpi, double Explained, NestedEvppi? Nested)
{
    /// <summary>The fewest draws from which a conditional mean is estimated.</summary>
    public const int LeastDraws = 2_000;

    /// <summary>The value of knowing each parameter on its own (the shares of a Dirichlet together), largest first.</summary>
    /// <exception cref="SensitivityException">Nothing varies, or too few draws.</exception>
    public static ImmutableArray<Evppi> Of(Decision decision) => Of(decision, ParameterGroup.Covering(decision.Joint.Parameters, []));

    /// <summary>The value of knowing each of these groups, largest first.</summary>
    /// <exception cref="SensitivityException">Nothing varies, too few draws, or a group has a parameter that the decision does not depend on.</exception>
    public static ImmutableArray<Evppi> Of(Decision decision, ImmutableArray<ParameterGroup> groups)
    {
        decision.CheckVaries();
        groups = groups.IsDefault ? [] : groups;
        Limits.CheckDraws(decision.Draws, LeastDraws, "the value of knowing a parameter (EVPPI)", threads: null);
        ParameterGroup.CheckNames(groups);
        HashSet<string> known = [.. decision.Joint.Parameters.Select(parameter => parameter.Id)];
        ImmutableArray<Parameters.Parameter> shares = [.. decision.Joint.Parameters.Where(parameter => parameter.WeightOf is not null)];
        foreach (ParameterGroup group in groups)
        {
            CheckKnown(decision, known, group);
            ParameterGroup.CheckWhole(group, shares);
        }

        Estimate evpi = Evpi.Of(decision).Value;
        Evppi[] rows = new Evppi[groups.Length];
        ConditionalExpectation expectation = new(decision, decision.BestNow);
        Workers.For(groups.Length, decision.Threads, () => 0, (i, _) => rows[i] = Row(groups[i], expectation, evpi, decision.Draws));
        return [.. rows.OrderByDescending(row => row.Value.Value).ThenBy(row => row.Group.Name, StringComparer.Ordinal)];
    }

    /// <summary>The same, with a nested simulation to check the regression.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="outer">The number of outer draws of the parameter, at least 100; everything else is drawn 1,024 times for each.</param>
    public Evppi Checked(Decision decision, int outer) => this with { Nested = NestedEvppi.Of(decision, Group, outer) };

    // However clear it is in these draws that it changes nothing, one more draw might be the one in which it does.
    private static Evppi Row(ParameterGroup group, ConditionalExpectation expectation, Estimate evpi, int draws)
    {
        (Estimate gain, double explained) = expectation.Of(group);
        double error = Math.Max(gain.StandardError, evpi.StandardError / Math.Sqrt(draws));
        Estimate value = evpi.Value > 0 ? new(Math.Min(gain.Value, evpi.Value), error) : new(0, 0);
        return new(group, value, evpi.Value > 0 ? value.Value / evpi.Value : 0, explained, Nested: null);
    }

    private static void CheckKnown(Decision decision, HashSet<string> known, ParameterGroup group)
    {
        foreach (string id in group.Parameters.Where(id => !known.Contains(id)))
        {
            string hint = Parameters.Reading.Nearest.Hint(id, decision.Joint.Parameters.Select(parameter => parameter.Id));
            throw new SensitivityException(
                $"'{id}' is not an uncertain parameter of {string.Join(", ", decision.Options.Select(option => option.Name))}.{hint}"
            );
        }

        if (group.Parameters.IsEmpty)
        {
            throw new SensitivityException($"The group {group.Name} is empty.");
        }
    }
}
