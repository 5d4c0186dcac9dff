using System.Collections.Immutable;
using Sroi.Parameters;
using Sroi.Uncertainty.Plans;

namespace Sroi.Sensitivity;

/// <summary>Inputs that are looked at together.</summary>
/// <param name="Name">What they are called; the input's id for a single one.</param>
/// <param name="Inputs">Their full ids.</param>
public sealed record InputGroup(string Name, ImmutableArray<string> Inputs)
{
    /// <summary>A group from ids, last parts of ids, and patterns with a star, such as <c>unit_costs.*</c>.</summary>
    /// <param name="figure">The figure whose inputs are meant.</param>
    /// <param name="name">What the group is called.</param>
    /// <param name="patterns">The names.</param>
    /// <exception cref="SensitivityException">
    /// A name is no input of the figure, has no spread, or a pattern matches nothing; or the group is called as an input is.
    /// </exception>
    public static InputGroup Of(TargetFigure figure, string name, IEnumerable<string> patterns)
    {
        if (figure.Inputs().FirstOrDefault(input => input.Id == name || input.Id.EndsWith("." + name, StringComparison.Ordinal)) is { } same)
        {
            throw new SensitivityException($"A group cannot be called {name}, since {same.Id} is; give it a name of its own.");
        }

        return new(name, [.. patterns.SelectMany(pattern => Matching(figure, pattern)).Distinct().Order(StringComparer.Ordinal)]);
    }

    /// <summary>The groups that cover all inputs: those given, the shares of each Dirichlet together, and every other input by itself.</summary>
    internal static ImmutableArray<InputGroup> Covering(ImmutableArray<Parameter> inputs, ImmutableArray<InputGroup> given)
    {
        CheckApart(given);
        foreach (InputGroup group in given)
        {
            CheckWhole(group, inputs);
        }

        HashSet<string> covered = [.. given.SelectMany(group => group.Inputs)];
        Parameter[] rest = [.. inputs.Where(input => !covered.Contains(input.Id))];
        return
        [
            .. given,
            .. rest.GroupBy(input => input.WeightOf ?? input.Id).Select(group => new InputGroup(group.Key, [.. group.Select(input => input.Id)])),
        ];
    }

    /// <summary>The numbers of a group's inputs in a plan.</summary>
    internal int[] NumbersIn(Plan plan) => [.. Inputs.Select(plan.NumberOf).Where(number => number >= 0)];

    /// <exception cref="SensitivityException">Only some of the shares that sum to one are in the group.</exception>
    internal static void CheckWhole(InputGroup group, ImmutableArray<Parameter> inputs)
    {
        foreach (string whole in inputs.Where(input => group.Inputs.Contains(input.Id)).Select(input => input.WeightOf).OfType<string>().Distinct())
        {
            string[] all = [.. inputs.Where(input => input.WeightOf == whole).Select(input => input.Id)];
            if (all.Any(id => !group.Inputs.Contains(id)))
            {
                throw new SensitivityException(
                    $"The group {group.Name} has only some of the shares of {whole}, which sum to one and are known together: {string.Join(", ", all)}. Name all of them ({whole}.*)."
                );
            }
        }
    }

    /// <exception cref="SensitivityException">Two groups have one name.</exception>
    internal static void CheckNames(ImmutableArray<InputGroup> groups)
    {
        foreach (IGrouping<string, InputGroup> named in groups.GroupBy(group => group.Name).Where(named => named.Count() > 1))
        {
            throw new SensitivityException($"Two groups are called {named.Key}; give each a name of its own.");
        }
    }

    private static string[] Matching(TargetFigure figure, string pattern)
    {
        if (!pattern.Contains('*'))
        {
            VariedInput input = figure.Input(pattern);
            return input.IsUncertain
                ? [input.Id]
                : throw new SensitivityException(
                    $"{input.Id} is known exactly ({input.Shown(input.Base)}): it has no spread, so nothing depends on how uncertain it is."
                );
        }

        string[] parts = pattern.Split('*');
        string[] found = [.. figure.Inputs().Where(input => input.IsUncertain && Fits(input.Id, parts)).Select(input => input.Id)];
        return found.Length > 0
            ? found
            : throw new SensitivityException(
                $"'{pattern}' matches no uncertain input of {figure.Id}. There are: {string.Join(", ", figure.Inputs().Where(input => input.IsUncertain).Select(input => input.Id))}."
            );
    }

    private static bool Fits(string id, string[] parts)
    {
        int at = 0;
        for (int i = 0; i < parts.Length; i++)
        {
            int found = i == 0 ? (id.StartsWith(parts[0], StringComparison.Ordinal) ? 0 : -1) : id.IndexOf(parts[i], at, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            at = found + parts[i].Length;
        }

        return id.EndsWith(parts[^1], StringComparison.Ordinal);
    }

    private static void CheckApart(ImmutableArray<InputGroup> groups)
    {
        CheckNames(groups);

        foreach (
            IGrouping<string, InputGroup> twice in groups
                .SelectMany(group => group.Inputs.Select(id => (id, group)))
                .GroupBy(pair => pair.id, pair => pair.group)
        )
        {
            if (twice.Count() > 1)
            {
                throw new SensitivityException(
                    $"{twice.Key} is in the groups {string.Join(" and ", twice.Select(group => group.Name))}; it can be in one only."
                );
            }
        }
    }
}
