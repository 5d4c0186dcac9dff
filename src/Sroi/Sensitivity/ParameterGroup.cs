using System.Collections.Immutable;
using Sroi.Parameters;
using Sroi.Uncertainty.Plans;

namespace Sroi.Sensitivity;

/// <summary>Parameters that are analysed together.</summary>
/// <param name="Name">The name of the group; for a single parameter, its id.</param>
/// <param name="Parameters">Their full ids.</param>
public sealed record ParameterGroup(string Name, ImmutableArray<string> Parameters)
{
    /// <summary>A group from ids, last parts of ids, and patterns with a star, such as <c>unit_costs.*</c>.</summary>
    /// <param name="figure">The figure that the parameters belong to.</param>
    /// <param name="name">The name of the group.</param>
    /// <param name="patterns">The names.</param>
    /// <exception cref="SensitivityException">
    /// A name is not a parameter of the figure or has no spread, a pattern matches nothing, or the group has the name of a parameter.
    /// </exception>
    public static ParameterGroup Of(TargetFigure figure, string name, IEnumerable<string> patterns)
    {
        if (
            figure.Parameters().FirstOrDefault(parameter => parameter.Id == name || parameter.Id.EndsWith("." + name, StringComparison.Ordinal)) is
            { } same
        )
        {
            throw new SensitivityException($"A group cannot be called {name}, because {same.Id} has that name. Choose another name.");
        }

        return new(name, [.. patterns.SelectMany(pattern => Matching(figure, pattern)).Distinct().Order(StringComparer.Ordinal)]);
    }

    /// <summary>Groups that cover all parameters: those given, the shares of each Dirichlet together, and every other parameter alone.</summary>
    internal static ImmutableArray<ParameterGroup> Covering(ImmutableArray<Parameter> parameters, ImmutableArray<ParameterGroup> given)
    {
        CheckApart(given);
        foreach (ParameterGroup group in given)
        {
            CheckWhole(group, parameters);
        }

        HashSet<string> covered = [.. given.SelectMany(group => group.Parameters)];
        Parameter[] rest = [.. parameters.Where(parameter => !covered.Contains(parameter.Id))];
        return
        [
            .. given,
            .. rest.GroupBy(parameter => parameter.WeightOf ?? parameter.Id)
                .Select(group => new ParameterGroup(group.Key, [.. group.Select(parameter => parameter.Id)])),
        ];
    }

    /// <summary>The indices of a group's parameters in a plan.</summary>
    internal int[] NumbersIn(Plan plan) => [.. Parameters.Select(plan.NumberOf).Where(number => number >= 0)];

    /// <exception cref="SensitivityException">Only some of the shares that sum to one are in the group.</exception>
    internal static void CheckWhole(ParameterGroup group, ImmutableArray<Parameter> parameters)
    {
        foreach (
            string whole in parameters
                .Where(parameter => group.Parameters.Contains(parameter.Id))
                .Select(parameter => parameter.WeightOf)
                .OfType<string>()
                .Distinct()
        )
        {
            string[] all = [.. parameters.Where(parameter => parameter.WeightOf == whole).Select(parameter => parameter.Id)];
            if (all.Any(id => !group.Parameters.Contains(id)))
            {
                throw new SensitivityException(
                    $"The group {group.Name} has only some of the shares of {whole}, which sum to one and belong together: {string.Join(", ", all)}. Name all of them ({whole}.*)."
                );
            }
        }
    }

    /// <exception cref="SensitivityException">Two groups have the same name.</exception>
    internal static void CheckNames(ImmutableArray<ParameterGroup> groups)
    {
        foreach (IGrouping<string, ParameterGroup> named in groups.GroupBy(group => group.Name).Where(named => named.Count() > 1))
        {
            throw new SensitivityException($"Two groups are called {named.Key}. Give each a different name.");
        }
    }

    private static string[] Matching(TargetFigure figure, string pattern)
    {
        if (!pattern.Contains('*'))
        {
            VariedParameter parameter = figure.Parameter(pattern);
            return parameter.IsUncertain
                ? [parameter.Id]
                : throw new SensitivityException(
                    $"{parameter.Id} is known exactly ({parameter.Shown(parameter.Base)}): it has no spread, so no uncertainty is due to it."
                );
        }

        string[] parts = pattern.Split('*');
        string[] found =
        [
            .. figure.Parameters().Where(parameter => parameter.IsUncertain && Fits(parameter.Id, parts)).Select(parameter => parameter.Id),
        ];
        return found.Length > 0
            ? found
            : throw new SensitivityException(
                $"'{pattern}' matches no uncertain parameter of {figure.Id}. These are: {string.Join(", ", figure.Parameters().Where(parameter => parameter.IsUncertain).Select(parameter => parameter.Id))}."
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

    private static void CheckApart(ImmutableArray<ParameterGroup> groups)
    {
        CheckNames(groups);

        foreach (
            IGrouping<string, ParameterGroup> twice in groups
                .SelectMany(group => group.Parameters.Select(id => (id, group)))
                .GroupBy(pair => pair.id, pair => pair.group)
        )
        {
            if (twice.Count() > 1)
            {
                throw new SensitivityException(
                    $"{twice.Key} is in the groups {string.Join(" and ", twice.Select(group => group.Name))}; a parameter can be in one group only."
                );
            }
        }
    }
}
