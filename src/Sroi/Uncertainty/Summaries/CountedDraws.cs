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
        long[] ranks = [.. shares.Select(p => (long)Math.Floor(p * (Count - 1)))];
        Func<long, double> ranked = kept.Length == 0 ? rank => FromBins(rank) : Exact([.. ranks.Concat(ranks.Select(rank => rank + 1))]);
        return
        [
            .. shares.Zip(ranks, (p, rank) =>
            {
                double part = (p * (Count - 1)) - rank,
                    low = ranked(rank);
                return part == 0 ? low : low + (part * (ranked(rank + 1) - low));
            }),
        ];
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

    // The draws in the bins of these ranks, sorted: one pass over all draws.
    private Func<long, double> Exact(long[] ranks)
    {
        List<double>?[] inBin = new List<double>?[counts.Length];
        foreach (long rank in ranks)
        {
            inBin[BinOfRank(rank).Bin] ??= [];
        }

        foreach (double draw in kept)
        {
            if (double.IsFinite(draw))
            {
                inBin[layout.BinOf(draw)]?.Add(draw);
            }
        }

        foreach (List<double>? draws in inBin)
        {
            draws?.Sort();
        }

        return rank =>
        {
            (int bin, long before) = BinOfRank(rank);
            return inBin[bin]![(int)Math.Min(rank - before, inBin[bin]!.Count - 1)];
        };
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
    private static int[] BinsInOrder(BinLayout layout, ReadOnlySpan<long> counts)
    {
        List<int> filled = [];
        for (int bin = counts.IndexOfAnyExcept(0), next; bin >= 0; bin = next < 0 ? -1 : bin + 1 + next)
        {
            filled.Add(bin);
            next = counts[(bin + 1)..].IndexOfAnyExcept(0);
        }

        if (layout.Sign < 0)
        {
            filled.Reverse();
        }

        return [.. filled];
    }
}
