using System.Runtime.CompilerServices;
using Sroi.Arithmetic;

namespace Sroi.Uncertainty;

/// <summary>Counts and sums the draws of one figure, block by block, for one thread: integer counts of bins, and the sums of each block.</summary>
internal sealed class FigureTally(BinLayout layout, double center, double threshold)
{
    private readonly uint[] _bins = new uint[Block.Size];
    private readonly double[] _kept = new double[Block.Size];

    /// <summary>Draws by bin since they were last handed over.</summary>
    public uint[] Counts { get; } = new uint[layout.Count];

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
                Count(width, values, Block.Size);
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
            if (!denominator.IsEmpty && denominator[i] <= 0)
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

        Count(width, _kept, kept);
        return told;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Count(Width width, ReadOnlySpan<double> values, int valid)
    {
        SummaryKernels.Bins(width, values, layout, _bins);
        uint[] counts = Counts,
            bins = _bins;
        for (int i = 0; i < valid; i++)
        {
            counts[bins[i]]++;
        }
    }
}
