using System.Collections.Immutable;
using Sroi.Uncertainty.Running;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Sensitivity.Decisions;

/// <summary>The expected value of partial perfect information: what it would be worth, at most, to know one input, or a group of them, before deciding.</summary>
/// <remarks>
/// By regression of the net present values on the draws already made (M. Strong, J. E. Oakley and A. Brennan 2014): E over the input of max over alternatives of
/// E[net present value | the input] − max of E[net present value]. Never above the EVPI. The error covers how far the regression may be off
/// (<see cref="KnownGain"/>); it is 0 only where no draw would change the decision.
/// </remarks>
/// <param name="Group">The input or the group.</param>
/// <param name="Value">In GBP for one decision, with its standard error.</param>
/// <param name="ShareOfEvpi">The value ÷ the EVPI; 0 where that is 0.</param>
/// <param name="Explained">The most that the regression explains of the variance of the difference of an alternative from the one chosen now.</param>
/// <param name="Nested">The same by nested draws, where it was asked for; null otherwise.</param>
public sealed record Evppi(InputGroup Group, Estimate Value, double ShareOfEvpi, double Explained, NestedEvppi? Nested)
{
    /// <summary>The fewest draws from which a conditional mean is told.</summary>
    public const int LeastDraws = 2_000;

    /// <summary>The value of knowing each input by itself; the shares of a Dirichlet are known together. The largest first.</summary>
    /// <exception cref="SensitivityException">Nothing varies, or too few draws.</exception>
    public static ImmutableArray<Evppi> Of(Decision decision) => Of(decision, InputGroup.Covering(decision.Joint.Inputs, []));

    /// <summary>The value of knowing each of some groups. The largest first.</summary>
    /// <exception cref="SensitivityException">Nothing varies, too few draws, or a group has an input that the decision does not rest on.</exception>
    public static ImmutableArray<Evppi> Of(Decision decision, ImmutableArray<InputGroup> groups)
    {
        decision.CheckVaries();
        groups = groups.IsDefault ? [] : groups;
        Limits.CheckDraws(decision.Draws, LeastDraws, "the value of knowing an input (EVPPI)", threads: null);
        InputGroup.CheckNames(groups);
        HashSet<string> known = [.. decision.Joint.Inputs.Select(input => input.Id)];
        ImmutableArray<Parameters.Parameter> shares = [.. decision.Joint.Inputs.Where(input => input.WeightOf is not null)];
        foreach (InputGroup group in groups)
        {
            CheckKnown(decision, known, group);
            InputGroup.CheckWhole(group, shares);
        }

        Estimate evpi = Evpi.Of(decision).Value;
        Evppi[] rows = new Evppi[groups.Length];
        ConditionalExpectation expectation = new(decision, decision.BestNow);
        Workers.For(groups.Length, decision.Threads, () => 0, (i, _) => rows[i] = Row(groups[i], expectation, evpi, decision.Draws));
        return [.. rows.OrderByDescending(row => row.Value.Value).ThenBy(row => row.Group.Name, StringComparer.Ordinal)];
    }

    /// <summary>The same with a nested run beside the regression.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="outer">How often the input is drawn, at least 100; for each, everything else is drawn 1,024 times.</param>
    public Evppi Checked(Decision decision, int outer) => this with { Nested = NestedEvppi.Of(decision, Group, outer) };

    // However sure the draws are that it changes nothing, one draw more might be the one in which it does.
    private static Evppi Row(InputGroup group, ConditionalExpectation expectation, Estimate evpi, int draws)
    {
        (Estimate gain, double explained) = expectation.Of(group);
        double error = Math.Max(gain.StandardError, evpi.StandardError / Math.Sqrt(draws));
        Estimate value = evpi.Value > 0 ? new(Math.Min(gain.Value, evpi.Value), error) : new(0, 0);
        return new(group, value, evpi.Value > 0 ? value.Value / evpi.Value : 0, explained, Nested: null);
    }

    private static void CheckKnown(Decision decision, HashSet<string> known, InputGroup group)
    {
        foreach (string id in group.Inputs.Where(id => !known.Contains(id)))
        {
            string hint = Parameters.Reading.Nearest.Hint(id, decision.Joint.Inputs.Select(input => input.Id));
            throw new SensitivityException(
                $"'{id}' is no uncertain input of {string.Join(", ", decision.Options.Select(option => option.Name))}.{hint}"
            );
        }

        if (group.Inputs.IsEmpty)
        {
            throw new SensitivityException($"The group {group.Name} has no input.");
        }
    }
}
