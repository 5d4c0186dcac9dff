namespace Sroi.Uncertainty.Summaries;

/// <summary>The number of draws in each bin, from the first occupied bin to the last.</summary>
/// <param name="First">The first bin.</param>
/// <param name="Counts">The counts from there on.</param>
internal sealed record BinCounts(int First, long[] Counts)
{
    /// <summary>No draws.</summary>
    public static BinCounts None { get; } = new(0, []);

    /// <summary>The bin after the last.</summary>
    public int End => First + Counts.Length;

    /// <summary>The sum of these and other counts.</summary>
    public BinCounts Plus(BinCounts other)
    {
        if (Counts.Length == 0 || other.Counts.Length == 0)
        {
            return Counts.Length == 0 ? other : this;
        }

        int first = Math.Min(First, other.First);
        long[] counts = new long[Math.Max(End, other.End) - first];
        Counts.CopyTo(counts, First - first);
        for (int i = 0; i < other.Counts.Length; i++)
        {
            counts[other.First - first + i] += other.Counts[i];
        }

        return new(first, counts);
    }
}
