using System.Collections.Immutable;
using Sroi.Arithmetic;
using Sroi.Uncertainty.Streams;

namespace Sroi.Uncertainty.Summaries;

/// <summary>Draws counted in bins, from which percentiles, shares and histograms are read.</summary>
/// <param name="layout">The bins.</param>
/// <param name="bins">The number of draws in each.</param>
/// <param name="sums">Their number, smallest and largest.</param>
internal sealed class CountedDraws(BinLayout layout, BinCounts bins, BlockSums sums)
{
    private readonly long[] _below = Below(layout, bins);

    /// <summary>The number of draws with a value.</summary>
    public long Count => sums.Count;

    /// <summary>Percentiles of the draws; exact if the draws themselves were kept.</summary>
    /// <param name="shares">The shares.</param>
    /// <param name="kept">The draws in whole blocks, in which NaN is not a draw; empty if they were not kept.</param>
    /// <param name="width">The number processed at once.</param>
    public double[] Percentiles(ImmutableArray<double> shares, ReadOnlySpan<double> kept, Width width)
    {
        List<double>?[] inBins = kept.IsEmpty ? [] : InBinsOf(shares, kept, width);
        double[] percentiles = new double[shares.Length];
        for (int i = 0; i < percentiles.Length; i++)
        {
            double rank = shares[i] * (Count - 1),
                part = rank - Math.Floor(rank),
                low = Ranked((long)rank, inBins);
            percentiles[i] = part == 0 ? low : low + (part * (Ranked((long)rank + 1, inBins) - low));
        }

        return percentiles;
    }

    /// <summary>The percentile read from the bins, for a share clamped to 0 to 1.</summary>
    public double Approximate(double p) => FromBins(Math.Clamp(p, 0, 1) * (Count - 1));

    /// <summary>The share of the draws at or above a value, read from the bins.</summary>
    public double ShareFrom(double value)
    {
        double above = 0;
        for (int bin = bins.First; bin < bins.End; bin++)
        {
            if (bins.Counts[bin - bins.First] is > 0 and var count)
            {
                (double low, double high) = layout.Ends(bin, sums.Smallest, sums.Largest);
                double part =
                    layout.AtomOf(bin) is { } atom ? (atom >= value ? 1 : 0)
                    : value <= low ? 1
                    : value >= high ? 0
                    : (high - value) / (high - low);
                above += part * count;
            }
        }

        return above / Count;
    }

    /// <summary>The largest distances of draws from a value, in any order.</summary>
    /// <param name="from">The value.</param>
    /// <param name="most">The number of distances; all, if there are fewer draws.</param>
    /// <param name="kept">The draws, as for percentiles; empty to read distances from the bins.</param>
    public double[] Farthest(double from, int most, ReadOnlySpan<double> kept)
    {
        if (kept.IsEmpty)
        {
            return [.. DistancesOfBins(from).OrderByDescending(bin => bin.Distance).SelectMany(bin => Repeated(bin, most)).Take(most)];
        }

        PriorityQueue<double, double> farthest = new(most + 1);
        foreach (double value in kept)
        {
            double distance = Math.Abs(value - from);
            if (double.IsFinite(distance))
            {
                Keep(farthest, distance, most);
            }
        }

        return [.. farthest.UnorderedItems.Select(item => item.Element)];
    }

    private IEnumerable<(double Distance, long Draws)> DistancesOfBins(double from)
    {
        for (int bin = bins.First; bin < bins.End; bin++)
        {
            (double low, double high) = layout.Ends(bin, sums.Smallest, sums.Largest);
            yield return (Math.Abs((layout.AtomOf(bin) ?? ((low + high) / 2)) - from), bins.Counts[bin - bins.First]);
        }
    }

    private static IEnumerable<double> Repeated((double Distance, long Draws) bin, int most) =>
        Enumerable.Repeat(bin.Distance, (int)Math.Min(most, bin.Draws));

    private static void Keep(PriorityQueue<double, double> farthest, double distance, int most)
    {
        if (farthest.Count < most)
        {
            farthest.Enqueue(distance, distance);
        }
        else if (farthest.Peek() < distance)
        {
            farthest.EnqueueDequeue(distance, distance);
        }
    }

    // The draws in the bins that hold the percentiles, sorted: one pass over all draws.
    private List<double>?[] InBinsOf(ImmutableArray<double> shares, ReadOnlySpan<double> kept, Width width)
    {
        List<double>?[] inBins = new List<double>?[bins.Counts.Length];
        foreach (double share in shares)
        {
            long rank = (long)(share * (Count - 1));
            inBins[BinOfRank(rank).Bin - bins.First] ??= [];
            inBins[BinOfRank(rank + 1).Bin - bins.First] ??= [];
        }

        uint[] binOf = new uint[Block.Size];
        for (int block = 0; block < kept.Length; block += Block.Size)
        {
            ReadOnlySpan<double> draws = kept.Slice(block, Block.Size);
            SummaryKernels.Bins(width, draws, layout, binOf);
            for (int i = 0; i < draws.Length; i++)
            {
                int bin = (int)binOf[i] - bins.First;
                if ((uint)bin < (uint)inBins.Length && inBins[bin] is { } list && double.IsFinite(draws[i]))
                {
                    list.Add(draws[i]);
                }
            }
        }

        foreach (List<double>? draws in inBins)
        {
            draws?.Sort();
        }

        return inBins;
    }

    private double Ranked(long rank, List<double>?[] inBins)
    {
        if (inBins.Length == 0)
        {
            return FromBins(rank);
        }

        (int bin, long before) = BinOfRank(rank);
        List<double> draws = inBins[bin - bins.First]!;
        return draws[(int)Math.Min(rank - before, draws.Count - 1)];
    }

    private double FromBins(double rank)
    {
        (int bin, long before) = BinOfRank((long)Math.Floor(rank));
        (double low, double high) = layout.Ends(bin, sums.Smallest, sums.Largest);
        return layout.AtomOf(bin) ?? low + ((high - low) * Math.Min(1, (rank - before + 0.5) / bins.Counts[bin - bins.First]));
    }

    // The bin that holds the draw of a rank, and the number of draws below that bin.
    private (int Bin, long Before) BinOfRank(long rank)
    {
        int low = 0,
            high = _below.Length - 2;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            (low, high) = _below[middle] <= rank ? (middle, high) : (low, middle - 1);
        }

        return (bins.First + (layout.Sign > 0 ? low : bins.Counts.Length - 1 - low), _below[low]);
    }

    // The number of draws below each bin, from the lowest values up; bins descend if they are counted from the upper end.
    private static long[] Below(BinLayout layout, BinCounts bins)
    {
        long[] below = new long[bins.Counts.Length + 1];
        for (int i = 0; i < bins.Counts.Length; i++)
        {
            below[i + 1] = below[i] + bins.Counts[layout.Sign > 0 ? i : bins.Counts.Length - 1 - i];
        }

        return below;
    }
}
