using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Sroi.Arithmetic;
using Sroi.Uncertainty.Plans;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Uncertainty.Running;

/// <summary>What a run has told so far of each figure and replicate, whatever the threads that took part: sums in the order of the blocks, whole counts.</summary>
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

    /// <summary>Draws of bins by replicate and figure.</summary>
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

/// <summary>A figure that varies, with where its result stands in the plan and how its draws are counted.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Output">Where its result stands.</param>
/// <param name="Denominator">For a ratio, where what it is divided by stands; null for any other figure.</param>
/// <param name="Layout">Its bins.</param>
/// <param name="Center">From where its sums count.</param>
internal sealed record TalliedFigure(SimulatedFigure Figure, PlanOperand Output, PlanOperand? Denominator, BinLayout Layout, double Center)
{
    /// <summary>What is rounding noise among its draws.</summary>
    public required double Noise { get; init; }

    /// <summary>What is rounding noise among the draws of what it is divided by.</summary>
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

    /// <summary>Tells the sums of each figure over an evaluated block.</summary>
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

    /// <summary>Hands the counts over, and begins again at none.</summary>
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

    /// <summary>Gives back its memory, once its counts are handed over.</summary>
    public void GiveBack()
    {
        foreach (FigureTally? tally in _tallies.SelectMany(replicate => replicate))
        {
            tally?.GiveBack();
        }
    }

    // Nothing, where the ratio means something in every draw of the block.
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

/// <summary>Which draws a block holds.</summary>
/// <param name="Replicate">The replicate.</param>
/// <param name="Block">The block in it.</param>
/// <param name="Valid">How many draws of the block count.</param>
/// <param name="FirstDraw">The address of its first draw.</param>
internal readonly record struct BlockAddress(int Replicate, long Block, int Valid, long FirstDraw);
