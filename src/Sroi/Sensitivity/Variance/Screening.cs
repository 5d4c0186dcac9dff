using System.Collections.Immutable;
using Sroi.Evaluation;
using Sroi.Showing;
using Sroi.Uncertainty.Running;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Sensitivity.Variance;

/// <summary>A few cheap runs that tell the inputs that may matter from those that do not: elementary effects.</summary>
/// <remarks>
/// M. D. Morris, Technometrics 33 (1991), with μ* of F. Campolongo et al. (2007): trajectories over four levels of each input's own probability (12.5, 37.5, 62.5
/// and 87.5 %), each step moving one input by half of its range of probability.
/// </remarks>
/// <param name="Figure">The figure.</param>
/// <param name="Trajectories">How many trajectories there were.</param>
/// <param name="Seed">Their seed.</param>
/// <param name="Effects">A row for each input or group, the largest first.</param>
public sealed record Screening(TargetFigure Figure, int Trajectories, ulong Seed, ImmutableArray<ElementaryEffect> Effects) : Result
{
    /// <summary>How many trajectories are enough to sort inputs.</summary>
    public const int UsualTrajectories = 64;

    // Above this many inputs the others are first set aside.
    internal const int MostUnscreened = 50;

    // Those set aside bring together about so much of the sum of all squared effects, which is about their part of the variance.
    private const double SetAside = 0.01;
    private const int Levels = 4;

    /// <summary>The elementary effects of every uncertain input.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="seed">The seed of the trajectories.</param>
    /// <param name="trajectories">How many, at least four.</param>
    /// <param name="groups">Inputs that move together; none for each by itself.</param>
    /// <exception cref="SensitivityException">Nothing varies, or too few trajectories.</exception>
    public static Screening Of(TargetFigure figure, ulong seed, int trajectories = UsualTrajectories, ImmutableArray<InputGroup> groups = default)
    {
        if (trajectories is < 4 or > 1_000_000)
        {
            throw new SensitivityException($"A screening takes from 4 to 1,000,000 trajectories; found {trajectories:N0}.");
        }

        FigureFunction function = new(figure);
        ImmutableArray<InputGroup> players = InputGroup.Covering(function.Plan.Inputs, groups.IsDefault ? [] : groups);
        int rows = players.Length + 1;
        int[][] members = [.. players.Select(player => player.NumbersIn(function.Plan))];
        double[][] columns = [.. function.Plan.Inputs.Select(_ => new double[rows])];
        double[] values = new double[rows];
        Moments[] effects = new Moments[players.Length],
            sizes = new Moments[players.Length];
        GivenInputs room = function.Room();
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

    /// <summary>Those that matter, each by itself, and the others together as one group; what moves together stays together.</summary>
    internal ImmutableArray<InputGroup> SetApart(IReadOnlyList<IReadOnlyList<string>> correlated)
    {
        double left = SetAside * Effects.Sum(Square);
        HashSet<string> kept = [.. Effects.SelectMany(row => row.Group.Inputs)];
        foreach (ElementaryEffect least in Effects.Reverse().TakeWhile(row => (left -= Square(row)) >= 0))
        {
            kept.ExceptWith(least.Group.Inputs);
        }

        foreach (IReadOnlyList<string> together in correlated.Where(ids => ids.Any(kept.Contains)))
        {
            kept.UnionWith(together);
        }

        ImmutableArray<InputGroup> all = [.. Effects.Select(row => row.Group)],
            apart = [.. all.Where(group => group.Inputs.Any(kept.Contains))],
            others = [.. all.Except(apart)];
        return others.Length < 2
            ? all
            : [.. apart, new($"the other {others.Length} inputs", [.. others.SelectMany(group => group.Inputs).Order(StringComparer.Ordinal)])];
    }

    private static double Square(ElementaryEffect row) => row.MeanSize.Value * row.MeanSize.Value;

    // Each row is the row before with the inputs of one player moved.
    private static bool[] Walk(FigureFunction function, AddressedRandom random, int[] order, int[][] members, double[][] columns)
    {
        int[] levels = [.. columns.Select(_ => random.Below(Levels))];
        bool[] rises = new bool[order.Length];
        for (int input = 0; input < columns.Length; input++)
        {
            columns[input][0] = Value(function, input, levels[input]);
        }

        for (int step = 0; step < order.Length; step++)
        {
            int[] moved = members[order[step]];
            rises[order[step]] = moved.Length == 0 || levels[moved[0]] < Levels / 2;
            foreach (int input in moved)
            {
                levels[input] = (levels[input] + (Levels / 2)) % Levels;
            }

            for (int input = 0; input < columns.Length; input++)
            {
                columns[input][step + 1] = Array.IndexOf(moved, input) >= 0 ? Value(function, input, levels[input]) : columns[input][step];
            }
        }

        return rises;
    }

    private static double Value(FigureFunction function, int input, int level) =>
        function.Samplers[input].At((uint)(((2 * level) + 1) * (uint.MaxValue / (2.0 * Levels))));
}

/// <summary>The elementary effects of an input or a group.</summary>
/// <param name="Group">The input or the group.</param>
/// <param name="MeanSize">μ*: the mean size of an effect, in the unit of the figure, with its standard error.</param>
/// <param name="Mean">μ: the mean effect of half a range of probability upwards.</param>
/// <param name="StandardDeviation">σ: how much the effect depends on where the input and the others stand.</param>
public sealed record ElementaryEffect(InputGroup Group, Estimate MeanSize, double Mean, double StandardDeviation);
