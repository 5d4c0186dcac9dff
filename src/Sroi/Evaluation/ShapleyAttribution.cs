namespace Sroi.Evaluation;

/// <summary>
/// Shares the difference between two states among the changes that lie between them: fair to their order, and summing exactly to the whole.
/// </summary>
/// <remarks>
/// Shapley (1953). Exact for up to <see cref="MostExact"/> changes; above that by sampled permutations, each of which sums exactly, with a standard error.
/// </remarks>
public static class ShapleyAttribution
{
    /// <summary>Up to how many changes every subset is computed.</summary>
    public const int MostExact = 12;

    /// <summary>The number of permutations sampled above that.</summary>
    public const int Permutations = 2_000;

    /// <summary>The effect of each change.</summary>
    /// <param name="changes">The number of changes.</param>
    /// <param name="value">The value with some changes made (true) and the others not; null if it is undefined.</param>
    /// <param name="seed">The seed of the permutations, if they are sampled.</param>
    /// <returns>The effects in the order of the changes, with their standard errors (0 if exact); null if a required value is undefined.</returns>
    public static IReadOnlyList<(double Effect, double StandardError)>? Of(int changes, Func<bool[], double?> value, int seed) =>
        changes <= MostExact ? Exact(changes, value) : Sampled(changes, value, seed);

    private static IReadOnlyList<(double, double)>? Exact(int changes, Func<bool[], double?> value)
    {
        double[] values = new double[1 << changes];
        for (int subset = 0; subset < values.Length; subset++)
        {
            if (value([.. Enumerable.Range(0, changes).Select(i => (subset >> i & 1) == 1)]) is not { } known)
            {
                return null;
            }

            values[subset] = known;
        }

        return [.. Enumerable.Range(0, changes).Select(i => (Effect(values, changes, i), 0.0))];
    }

    private static double Effect(double[] values, int changes, int change)
    {
        double effect = 0;
        for (int subset = 0; subset < values.Length; subset++)
        {
            if ((subset >> change & 1) == 0)
            {
                effect += Weight(int.PopCount(subset), changes) * (values[subset | (1 << change)] - values[subset]);
            }
        }

        return effect;
    }

    // |S|! (n − |S| − 1)! ÷ n!
    private static double Weight(int size, int changes)
    {
        double weight = 1.0 / changes;
        for (int i = 1; i <= size; i++)
        {
            weight *= (double)i / (changes - i);
        }

        return weight;
    }

    private static IReadOnlyList<(double, double)>? Sampled(int changes, Func<bool[], double?> value, int seed)
    {
        Random order = new(seed);
        double[] sums = new double[changes],
            squares = new double[changes];
        int[] permutation = [.. Enumerable.Range(0, changes)];
        for (int sample = 0; sample < Permutations; sample++)
        {
            order.Shuffle(permutation);
            bool[] made = new bool[changes];
            double? before = value(made);
            foreach (int change in permutation)
            {
                made[change] = true;
                if (value(made) is not { } after || before is not { } last)
                {
                    return null;
                }

                sums[change] += after - last;
                squares[change] += (after - last) * (after - last);
                before = after;
            }
        }

        return [.. sums.Zip(squares, (sum, square) => (sum / Permutations, Error(sum, square)))];
    }

    private static double Error(double sum, double square)
    {
        double mean = sum / Permutations;
        return Math.Sqrt(Math.Max(0, (square / Permutations) - (mean * mean)) / (Permutations - 1));
    }
}
