using System.Collections.Immutable;
using Sroi.Evaluation;
using Sroi.Showing;
using Sroi.Uncertainty.Running;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Sensitivity.Variance;

/// <summary>Screening by elementary effects: a few cheap runs that separate the parameters that may matter from those that do not.</summary>
/// <remarks>
/// M. D. Morris, Technometrics 33 (1991), with μ* of F. Campolongo et al. (2007): trajectories over four levels of each parameter's own probability (12.5,
/// 37.5, 62.5
/// and 87.5 %), each step moving one parameter by half its range of probability.
/// </remarks>
/// <param name="Figure">The figure.</param>
/// <param name="Trajectories">The number of trajectories.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Effects">A row for each parameter or group, largest first.</param>
public sealed record Screening(TargetFigure Figure, int Trajectories, ulong Seed, ImmutableArray<ElementaryEffect> Effects) : Result
{
    /// <summary>The default number of trajectories.</summary>
    public const int UsualTrajectories = 64;

    // Above this number of parameters, screening comes first.
    internal const int MostUnscreened = 50;

    // The parameters set aside contribute about this share of the sum of squared effects, which approximates their share of the variance.
    private const double SetAside = 0.01;
    private const int Levels = 4;

    /// <summary>The elementary effects of every uncertain parameter.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="seed">The seed of the trajectories.</param>
    /// <param name="trajectories">The number of trajectories, at least four.</param>
    /// <param name="groups">Parameters to treat as one; empty for each on its own.</param>
    /// <exception cref="SensitivityException">Nothing varies, or too few trajectories.</exception>
    public static Screening Of(TargetFigure figure, ulong seed, int trajectories = UsualTrajectories, ImmutableArray<ParameterGroup> groups = default)
    {
        if (trajectories is < 4 or > 1_000_000)
        {
            throw new SensitivityException($"A screening takes 4 to 1,000,000 trajectories; found {trajectories:N0}.");
        }

        FigureFunction function = new(figure);
        ImmutableArray<ParameterGroup> players = ParameterGroup.Covering(function.Plan.Parameters, groups.IsDefault ? [] : groups);
        int rows = players.Length + 1;
        int[][] members = [.. players.Select(player => player.NumbersIn(function.Plan))];
        double[][] columns = [.. function.Plan.Parameters.Select(_ => new double[rows])];
        double[] values = new double[rows];
        Moments[] effects = new Moments[players.Length],
            sizes = new Moments[players.Length];
        GivenParameters room = function.Room();
        for (int trajectory = 0; trajectory < trajectories; trajectory++)
        {
            AddressedRandom random = new(seed, trajectory);
            int[] order = random.Permutation(players.Length);
            bool[] rises = Walk(function, random, order, members, columns);
            function.Evaluate(room, columns, values);
            for (int step = 0; step < order.Length; step++)
            {
                double effect = RoundingErrors.Difference(values[step + 1], values[step], function.Noise) * (rises[order[step]] ? 1 : -1);
                effects[order[step]].Add(effect);
                sizes[order[step]].Add(Math.Abs(effect));
            }
        }

        return new(
            figure,
            trajectories,
            seed,
            [
                .. players
                    .Select((player, i) => new ElementaryEffect(player, sizes[i].Estimate, effects[i].Mean, effects[i].StandardDeviation))
                    .OrderByDescending(row => row.MeanSize.Value)
                    .ThenBy(row => row.Group.Name, StringComparer.Ordinal),
            ]
        );
    }

    /// <summary>The parameters that matter, each on its own, and the others as one group; groups stay together.</summary>
    internal ImmutableArray<ParameterGroup> SetApart(IReadOnlyList<IReadOnlyList<string>> correlated)
    {
        double left = SetAside * Effects.Sum(Square);
        HashSet<string> kept = [.. Effects.SelectMany(row => row.Group.Parameters)];
        foreach (ElementaryEffect least in Effects.Reverse().TakeWhile(row => (left -= Square(row)) >= 0))
        {
            kept.ExceptWith(least.Group.Parameters);
        }

        foreach (IReadOnlyList<string> together in correlated.Where(ids => ids.Any(kept.Contains)))
        {
            kept.UnionWith(together);
        }

        ImmutableArray<ParameterGroup> all = [.. Effects.Select(row => row.Group)],
            apart = [.. all.Where(group => group.Parameters.Any(kept.Contains))],
            others = [.. all.Except(apart)];
        return others.Length < 2
            ? all
            :
            [
                .. apart,
                new($"the other {others.Length} parameters", [.. others.SelectMany(group => group.Parameters).Order(StringComparer.Ordinal)]),
            ];
    }

    private static double Square(ElementaryEffect row) => row.MeanSize.Value * row.MeanSize.Value;

    // Each row is the row before with the parameters of one player moved.
    private static bool[] Walk(FigureFunction function, AddressedRandom random, int[] order, int[][] members, double[][] columns)
    {
        int[] levels = [.. columns.Select(_ => random.Below(Levels))];
        bool[] rises = new bool[order.Length];
        for (int parameter = 0; parameter < columns.Length; parameter++)
        {
            columns[parameter][0] = Value(function, parameter, levels[parameter]);
        }

        for (int step = 0; step < order.Length; step++)
        {
            int[] moved = members[order[step]];
            rises[order[step]] = moved.Length == 0 || levels[moved[0]] < Levels / 2;
            foreach (int parameter in moved)
            {
                levels[parameter] = (levels[parameter] + (Levels / 2)) % Levels;
            }

            for (int parameter = 0; parameter < columns.Length; parameter++)
            {
                columns[parameter][step + 1] =
                    Array.IndexOf(moved, parameter) >= 0 ? Value(function, parameter, levels[parameter]) : columns[parameter][step];
            }
        }

        return rises;
    }

    private static double Value(FigureFunction function, int parameter, int level) =>
        function.Samplers[parameter].At((uint)(((2 * level) + 1) * (uint.MaxValue / (2.0 * Levels))));
}

/// <summary>The elementary effects of a parameter or a group.</summary>
/// <param name="Group">The parameter or the group.</param>
/// <param name="MeanSize">μ*: the mean size of an effect, in the unit of the figure, with its standard error.</param>
/// <param name="Mean">μ: the mean effect of moving up by half the range of probability.</param>
/// <param name="StandardDeviation">σ: how much the effect depends on the values of the parameter and the others.</param>
public sealed record ElementaryEffect(ParameterGroup Group, Estimate MeanSize, double Mean, double StandardDeviation);
