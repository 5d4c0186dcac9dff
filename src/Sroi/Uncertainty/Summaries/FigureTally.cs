using System.Buffers;
using System.Runtime.CompilerServices;
using Sroi.Arithmetic;
using Sroi.Uncertainty.Streams;

namespace Sroi.Uncertainty.Summaries;

/// <summary>Counts and sums the draws of one figure, block by block, for one thread: integer counts of bins, and the sums of each block.</summary>
/// <param name="layout">Its bins.</param>
/// <param name="center">The centre of its sums.</param>
/// <param name="threshold">Draws above this are counted.</param>
/// <param name="denominatorNoise">A ratio with a divisor up to this is undefined.</param>
internal sealed class FigureTally(BinLayout layout, double center, double threshold, double denominatorNoise)
{
    // Pooled memory is all zero, so only the bins used have to be cleared.
    private static readonly ArrayPool<uint> Wiped = ArrayPool<uint>.Create(maxArrayLength: 1 << 20, maxArraysPerBucket: 256);

    private readonly uint[] _bins = new uint[Block.Size];
    private readonly double[] _kept = new double[Block.Size];
    private readonly uint[] _counts = Wiped.Rent(layout.Count);
    private double _smallest = double.PositiveInfinity,
        _largest = double.NegativeInfinity;

    /// <summary>Hands over the counts and starts again from zero.</summary>
    public BinCounts HandOver()
    {
        if (_smallest > _largest)
        {
            return BinCounts.None;
        }

        int one = layout.BinOf(_smallest),
            other = layout.BinOf(_largest),
            first = Math.Min(one, other);
        long[] counts = new long[Math.Abs(one - other) + 1];
        for (int i = 0; i < counts.Length; i++)
        {
            counts[i] = _counts[first + i];
            _counts[first + i] = 0;
        }

        (_smallest, _largest) = (double.PositiveInfinity, double.NegativeInfinity);
        return new(first, counts);
    }

    /// <summary>Returns its memory, once its counts have been handed over.</summary>
    public void GiveBack() => Wiped.Return(_counts);

    /// <summary>Tallies the draws of a block.</summary>
    /// <param name="width">The number processed at once.</param>
    /// <param name="values">A whole block; only the first <paramref name="valid"/> draws count.</param>
    /// <param name="valid">The number of valid draws.</param>
    /// <param name="denominator">For a ratio, its divisor in each draw; otherwise empty.</param>
    /// <param name="firstDraw">The address of the block's first draw.</param>
    /// <returns>The sums of the block.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public BlockSums Take(Width width, ReadOnlySpan<double> values, int valid, ReadOnlySpan<double> denominator, long firstDraw)
    {
        if (valid == Block.Size && denominator.IsEmpty)
        {
            BlockSums whole = SummaryKernels.Sums(width, values, center, threshold);
            if (double.IsFinite(whole.First))
            {
                Count(width, values, Block.Size, in whole);
                return whole;
            }
        }

        return Sort(width, values[..valid], denominator, firstDraw);
    }

    // Only valid draws with a value are summed; the others are counted separately.
    private BlockSums Sort(Width width, ReadOnlySpan<double> values, ReadOnlySpan<double> denominator, long firstDraw)
    {
        BlockSums total = BlockSums.None;
        int kept = 0;
        for (int i = 0; i < values.Length; i++)
        {
            if (!denominator.IsEmpty && denominator[i] <= denominatorNoise)
            {
                total.Outside++;
            }
            else if (double.IsFinite(values[i]))
            {
                _kept[kept++] = values[i];
            }
            else
            {
                total.FirstUndefined = total.Undefined++ == 0 ? firstDraw + i : total.FirstUndefined;
            }
        }

        if (kept == 0)
        {
            return total;
        }

        // The padding of a block is at the centre and adds nothing to the sums.
        _kept.AsSpan(kept).Fill(center);
        BlockSums sums = SummaryKernels.Sums(width, _kept, center, threshold);
        total.Count = kept;
        total.Above = sums.Above - (center > threshold ? Block.Size - kept : 0);
        (total.First, total.Second, total.Third, total.Fourth) = (sums.First, sums.Second, sums.Third, sums.Fourth);
        foreach (double value in _kept.AsSpan(0, kept))
        {
            total.Smallest = Math.Min(total.Smallest, value);
            total.Largest = Math.Max(total.Largest, value);
        }

        Count(width, _kept, kept, in total);
        return total;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Count(Width width, ReadOnlySpan<double> values, int valid, in BlockSums sums)
    {
        (_smallest, _largest) = (Math.Min(_smallest, sums.Smallest), Math.Max(_largest, sums.Largest));
        SummaryKernels.Bins(width, values, layout, _bins);
        uint[] counts = _counts,
            bins = _bins;
        for (int i = 0; i < valid; i++)
        {
            counts[bins[i]]++;
        }
    }
}
