using System.Buffers;
using System.Runtime.CompilerServices;
using Sroi.Arithmetic;
using Sroi.Uncertainty.Streams;

namespace Sroi.Uncertainty.Summaries;

/// <summary>Counts and sums the draws of one figure, block by block, for one thread: integer counts of bins, and the sums of each block.</summary>
/// <param name="layout">Its bins.</param>
/// <param name="center">From where its sums count.</param>
/// <param name="threshold">Draws above this are counted.</param>
/// <param name="denominatorNoise">A ratio to what is no larger than this means nothing.</param>
internal sealed class FigureTally(BinLayout layout, double center, double threshold, double denominatorNoise)
{
    // What is in the pool is all zero, so that only what was counted has to be wiped.
    private static readonly ArrayPool<uint> Wiped = ArrayPool<uint>.Create(maxArrayLength: 1 << 20, maxArraysPerBucket: 256);

    private readonly uint[] _bins = new uint[Block.Size];
    private readonly double[] _kept = new double[Block.Size];
    private readonly uint[] _counts = Wiped.Rent(layout.Count);
    private double _smallest = double.PositiveInfinity,
        _largest = double.NegativeInfinity;

    /// <summary>Hands the counts over, and begins again at none.</summary>
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

    /// <summary>Gives back its memory, once its counts are handed over.</summary>
    public void GiveBack() => Wiped.Return(_counts);

    /// <summary>Takes the draws of a block.</summary>
    /// <param name="width">How many at once.</param>
    /// <param name="values">A whole block; only the first <paramref name="valid"/> draws count.</param>
    /// <param name="valid">How many of them are draws.</param>
    /// <param name="denominator">For a ratio, what it is divided by, draw by draw; empty for any other figure.</param>
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

    // Only the draws that have a value and count are summed; the others are told apart.
    private BlockSums Sort(Width width, ReadOnlySpan<double> values, ReadOnlySpan<double> denominator, long firstDraw)
    {
        BlockSums told = BlockSums.None;
        int kept = 0;
        for (int i = 0; i < values.Length; i++)
        {
            if (!denominator.IsEmpty && denominator[i] <= denominatorNoise)
            {
                told.Outside++;
            }
            else if (double.IsFinite(values[i]))
            {
                _kept[kept++] = values[i];
            }
            else
            {
                told.FirstUndefined = told.Undefined++ == 0 ? firstDraw + i : told.FirstUndefined;
            }
        }

        if (kept == 0)
        {
            return told;
        }

        // What fills the block up lies at the centre and adds nothing to the sums.
        _kept.AsSpan(kept).Fill(center);
        BlockSums sums = SummaryKernels.Sums(width, _kept, center, threshold);
        told.Count = kept;
        told.Above = sums.Above - (center > threshold ? Block.Size - kept : 0);
        (told.First, told.Second, told.Third, told.Fourth) = (sums.First, sums.Second, sums.Third, sums.Fourth);
        foreach (double value in _kept.AsSpan(0, kept))
        {
            told.Smallest = Math.Min(told.Smallest, value);
            told.Largest = Math.Max(told.Largest, value);
        }

        Count(width, _kept, kept, in told);
        return told;
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
