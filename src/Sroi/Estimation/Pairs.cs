namespace Sroi.Estimation;

/// <summary>Observations of the same people, in the same order.</summary>
internal static class Pairs
{
    /// <summary>What each person changed by: after less before.</summary>
    /// <exception cref="ArgumentException">The two differ in length.</exception>
    public static double[] Changes(ReadOnlySpan<double> before, ReadOnlySpan<double> after)
    {
        RequireSame(before.Length, after.Length, "scores before", "after");
        double[] changes = new double[before.Length];
        for (int i = 0; i < changes.Length; i++)
        {
            changes[i] = after[i] - before[i];
        }

        return changes;
    }

    /// <summary>Requires as many of one as of the other.</summary>
    public static void RequireSame(int first, int second, string firstName, string secondName)
    {
        if (first != second)
        {
            throw new ArgumentException($"There are {first} {firstName}, but {second} {secondName}.");
        }
    }
}
