using System.Collections.Immutable;

namespace Sroi.Uncertainty;

/// <summary>Draws counted by bins, and where they were kept the draws themselves: percentiles, shares and histograms are read from them.</summary>
/// <param name="layout">The bins.</param>
/// <param name="counts">How many draws each bin has.</param>
/// <param name="sums">How many there are, and their smallest and largest.</param>
/// <param name="kept">The draws; empty where they were not kept.</param>
internal sealed class CountedDraws(BinLayout layout, long[] counts, BlockSums sums, double[] kept)
{
    private readonly int[] _bins = BinsInOrder(layout, counts);

    /// <summary>How many draws have a value.</summary>
    public long Count => sums.Count;

    /// <summary>The percentiles of shares of the draws; exact where they were kept.</summary>
    public double[] Percentiles(ImmutableArray<double> shares)
    {
        List<double>?[] inBins = kept.Length == 0 ? [] : InBinsOf(shares);
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

    /// <summary>The percentile as the bins tell it, of a share that is brought into 0 to 1.</summary>
    public double Approximate(double p) => FromBins(Math.Clamp(p, 0, 1) * (Count - 1));

    /// <summary>The share of the draws at or above a value.</summary>
    public double ShareFrom(double value)
    {
        if (kept.Length > 0)
        {
            return kept.Count(draw => draw >= value) / (double)Count;
        }

        double above = 0;
        foreach (int bin in _bins)
        {
            (double low, double high) = layout.Ends(bin, sums.Smallest, sums.Largest);
            double part =
                layout.AtomOf(bin) is { } atom ? (atom >= value ? 1 : 0)
                : value <= low ? 1
                : value >= high ? 0
                : (high - value) / (high - low);
            above += part * counts[bin];
        }

        return above / Count;
    }

    // The draws in the bins that hold the percentiles, sorted: one pass over all draws.
    private List<double>?[] InBinsOf(ImmutableArray<double> shares)
    {
        List<double>?[] inBins = new List<double>?[counts.Length];
        foreach (double share in shares)
        {
            long rank = (long)(share * (Count - 1));
            inBins[BinOfRank(rank).Bin] ??= [];
            inBins[BinOfRank(rank + 1).Bin] ??= [];
        }

        foreach (double draw in kept)
        {
            if (double.IsFinite(draw))
            {
                inBins[layout.BinOf(draw)]?.Add(draw);
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
        return inBins[bin]![(int)Math.Min(rank - before, inBins[bin]!.Count - 1)];
    }

    private double FromBins(double rank)
    {
        (int bin, long before) = BinOfRank((long)Math.Floor(rank));
        (double low, double high) = layout.Ends(bin, sums.Smallest, sums.Largest);
        return layout.AtomOf(bin) ?? low + ((high - low) * Math.Min(1, (rank - before + 0.5) / counts[bin]));
    }

    private (int Bin, long Before) BinOfRank(long rank)
    {
        long before = 0;
        foreach (int bin in _bins)
        {
            if (rank < before + counts[bin])
            {
                return (bin, before);
            }

            before += counts[bin];
        }

        return (_bins[^1], before - counts[_bins[^1]]);
    }

    // Those that have draws, from the lowest values to the highest.
    private static int[] BinsInOrder(BinLayout layout, long[] counts)
    {
        int filled = 0;
        foreach (long count in counts)
        {
            filled += count > 0 ? 1 : 0;
        }

        int[] bins = new int[filled];
        int at = layout.Sign > 0 ? 0 : filled - 1;
        for (int bin = 0; bin < counts.Length; bin++)
        {
            if (counts[bin] > 0)
            {
                bins[at] = bin;
                at += layout.Sign > 0 ? 1 : -1;
            }
        }

        return bins;
    }
}
