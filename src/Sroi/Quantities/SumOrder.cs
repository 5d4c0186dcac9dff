using System.Collections.Immutable;

namespace Sroi.Quantities;

/// <summary>
/// The order in which a sum is added up, the same for every reading: from left to right; of many terms, in groups whose sums are then added, so that a change of one
/// term leaves most of the additions as they are.
/// </summary>
internal static class SumOrder
{
    private const int MostOfGroup = 64;

    /// <summary>The sum of terms.</summary>
    /// <param name="terms">The terms, in their order.</param>
    /// <param name="read">Reads a term.</param>
    /// <param name="zero">What each addition begins with.</param>
    /// <param name="add">Adds a term to a sum.</param>
    public static T Total<T>(ImmutableArray<Formula> terms, Func<Formula, T> read, T zero, Func<T, T, T> add)
    {
        T[] sums = [.. terms.Chunk(MostOfGroup).Select(group => group.Aggregate(zero, (total, term) => add(total, read(term))))];
        while (sums.Length > 1)
        {
            sums = [.. sums.Chunk(MostOfGroup).Select(group => group.Aggregate(zero, add))];
        }

        return sums[0];
    }
}
