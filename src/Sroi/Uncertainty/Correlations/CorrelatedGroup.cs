using System.Collections.Immutable;
using Sroi.Model;
using Sroi.Parameters;
using Sroi.Uncertainty.Streams;

namespace Sroi.Uncertainty.Correlations;

/// <summary>Correlated parameters, in ordinal order of their ids, with the normal correlations that reach their rank targets.</summary>
/// <param name="Parameters">Their indices among the parameters.</param>
/// <param name="Targets">The requested correlations.</param>
/// <param name="Asked">The Pearson correlations of the normal scores that the targets need.</param>
/// <param name="Used">The same, or the nearest correlation matrix if these are contradictory.</param>
internal sealed record CorrelatedGroup(ImmutableArray<int> Parameters, ImmutableArray<Correlation> Targets, double[,] Asked, double[,] Used)
{
    /// <summary>Whether the targets contradict each other, so that the nearest correlations are used instead.</summary>
    public bool IsRepaired => !ReferenceEquals(Asked, Used);

    /// <summary>The correlated groups among some parameters.</summary>
    /// <exception cref="SimulationException">A pair has two different targets.</exception>
    public static ImmutableArray<CorrelatedGroup> Among(ImmutableArray<Parameter> parameters, IEnumerable<Correlation> correlations)
    {
        Dictionary<string, int> numbers = parameters.Select((parameter, number) => (parameter.Id, number)).ToDictionary(StringComparer.Ordinal);
        List<(Correlation Target, int[] Members)> known =
        [
            .. correlations
                .Select(c => (c, c.Between.Where(numbers.ContainsKey).Order(StringComparer.Ordinal).Select(id => numbers[id]).ToArray()))
                .Where(c => c.Item2.Length > 1),
        ];
        int[] root = [.. Enumerable.Range(0, parameters.Length)];
        foreach ((_, int[] members) in known)
        {
            foreach (int member in members)
            {
                int from = root[member],
                    to = root[members[0]];
                root = [.. root.Select(r => r == from ? to : r)];
            }
        }

        return [.. known.GroupBy(c => root[c.Members[0]]).OrderBy(group => group.Min(c => c.Members[0])).Select(group => Of([.. group], parameters))];
    }

    /// <summary>The Pearson correlation of normal scores with this rank correlation.</summary>
    /// <remarks>Spearman: 2 sin(πρ ÷ 6); Kendall: sin(πτ ÷ 2). Kruskal 1958.</remarks>
    public static double Pearson(Correlation target) =>
        target.IsKendall ? Math.Sin(Math.PI * target.Rank / 2) : 2 * Math.Sin(Math.PI * target.Rank / 6);

    private static CorrelatedGroup Of((Correlation Target, int[] Members)[] targets, ImmutableArray<Parameter> parameters)
    {
        ImmutableArray<int> members =
        [
            .. targets.SelectMany(t => t.Members).Distinct().OrderBy(member => parameters[member].Id, StringComparer.Ordinal),
        ];
        double[,] asked = new double[members.Length, members.Length];
        bool[,] isSet = new bool[members.Length, members.Length];
        for (int i = 0; i < members.Length; i++)
        {
            asked[i, i] = 1;
        }

        foreach ((Correlation target, int[] between) in targets)
        {
            double pearson = Pearson(target);
            foreach (int a in between)
            {
                foreach (int b in between.Where(b => b != a))
                {
                    (int i, int j) = (members.IndexOf(a), members.IndexOf(b));
                    if (isSet[i, j] && !asked[i, j].Equals(pearson))
                    {
                        throw new SimulationException(
                            $"Two different correlations are given between {parameters[a].Id} and {parameters[b].Id}. Keep one of them."
                        );
                    }

                    (asked[i, j], isSet[i, j]) = (pearson, true);
                }
            }
        }

        return new(members, [.. targets.Select(t => t.Target)], asked, NearestCorrelation.To(asked));
    }
}
