using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Sroi.Arithmetic;
using Sroi.Uncertainty.Plans;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Uncertainty.Running;

/// <summary>The tallies of a run for each figure and replicate, independent of the threads: sums in block order, integer counts.</summary>
internal sealed class RunTally
{
    public RunTally(ImmutableArray<TalliedFigure> figures, int replicates)
    {
        (Figures, Replicates) = (figures, replicates);
        Sums = [.. Enumerable.Range(0, replicates).Select(_ => NoSums(figures.Length))];
        Counts = [.. Enumerable.Range(0, replicates).Select(_ => figures.Select(_ => BinCounts.None).ToArray())];
    }

    /// <summary>The figures that vary.</summary>
    public ImmutableArray<TalliedFigure> Figures { get; }

    /// <summary>How many replicates there are.</summary>
    public int Replicates { get; }

    /// <summary>Sums by replicate and figure.</summary>
    public BlockSums[][] Sums { get; }

    /// <summary>Counts of bins by replicate and figure.</summary>
    public BinCounts[][] Counts { get; }

    private static BlockSums[] NoSums(int figures)
    {
        BlockSums[] sums = new BlockSums[figures];
        for (int figure = 0; figure < figures; figure++)
        {
            sums[figure] = BlockSums.None;
        }

        return sums;
    }
}

/// <summary>A figure that varies, with the place of its result in the plan and the bins of its draws.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Output">The place of its result.</param>
/// <param name="Denominator">For a ratio, the place of its divisor; otherwise null.</param>
/// <param name="Layout">Its bins.</param>
/// <param name="Center">The centre of its sums.</param>
internal sealed record TalliedFigure(SimulatedFigure Figure, PlanOperand Output, PlanOperand? Denominator, BinLayout Layout, double Center)
{
    /// <summary>The rounding noise of its draws.</summary>
    public required double Noise { get; init; }

    /// <summary>The rounding noise of the draws of its divisor.</summary>
    public required double DenominatorNoise { get; init; }
}

/// <summary>Tallies blocks for one thread.</summary>
internal sealed class BlockTally
{
    private readonly ImmutableArray<TalliedFigure> _figures;
    private readonly Width _width;
    private readonly FigureTally?[][] _tallies;

    public BlockTally(ImmutableArray<TalliedFigure> figures, int replicates, Width width)
    {
        (_figures, _width) = (figures, width);
        _tallies = [.. Enumerable.Range(0, replicates).Select(_ => new FigureTally?[figures.Length])];
    }

    /// <summary>Reports the sums of each figure over an evaluated block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Take(BlockEvaluator block, BlockAddress address, Span<BlockSums> sums)
    {
        for (int i = 0; i < _figures.Length; i++)
        {
            TalliedFigure figure = _figures[i];
            FigureTally tally = _tallies[address.Replicate][i] ??= new(
                figure.Layout,
                figure.Center,
                figure.Figure.Threshold + figure.Noise,
                figure.DenominatorNoise
            );
            sums[i] = tally.Take(_width, block.Output(figure.Output), address.Valid, DenominatorOf(figure, block, address), address.FirstDraw);
        }
    }

    /// <summary>Hands over the counts and starts again from zero.</summary>
    public void HandOver(RunTally to)
    {
        for (int replicate = 0; replicate < _tallies.Length; replicate++)
        {
            for (int i = 0; i < _figures.Length; i++)
            {
                if (_tallies[replicate][i] is { } tally)
                {
                    to.Counts[replicate][i] = to.Counts[replicate][i].Plus(tally.HandOver());
                }
            }
        }
    }

    /// <summary>Returns its memory, once its counts have been handed over.</summary>
    public void GiveBack()
    {
        foreach (FigureTally? tally in _tallies.SelectMany(replicate => replicate))
        {
            tally?.GiveBack();
        }
    }

    // Null if the ratio is defined in every draw of the block.
    private static ReadOnlySpan<double> DenominatorOf(TalliedFigure figure, BlockEvaluator block, BlockAddress address)
    {
        if (figure.Denominator is not { IsConstant: false } denominator)
        {
            return [];
        }

        ReadOnlySpan<double> values = block.Output(denominator)[..address.Valid];
        return IsPositive(values, figure.DenominatorNoise) ? [] : values;
    }

    private static bool IsPositive(ReadOnlySpan<double> values, double noise)
    {
        bool isPositive = true;
        foreach (double value in values)
        {
            isPositive &= value > noise;
        }

        return isPositive;
    }
}

/// <summary>The draws of a block.</summary>
/// <param name="Replicate">The replicate.</param>
/// <param name="Block">The block in it.</param>
/// <param name="Valid">The number of valid draws of the block.</param>
/// <param name="FirstDraw">The address of its first draw.</param>
internal readonly record struct BlockAddress(int Replicate, long Block, int Valid, long FirstDraw);
