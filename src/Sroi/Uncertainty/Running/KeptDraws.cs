using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Sroi.Uncertainty.Streams;

namespace Sroi.Uncertainty.Running;

/// <summary>The draws that are kept.</summary>
public enum Kept
{
    /// <summary>None: memory does not grow with the number of draws.</summary>
    Nothing,

    /// <summary>The figures, draw by draw.</summary>
    Outputs,

    /// <summary>The figures and every uncertain parameter, draw by draw.</summary>
    Parameters,
}

/// <summary>The kept draws: a column for each figure and each parameter, block by block in the order of the schedule.</summary>
internal sealed class KeptDraws(ImmutableArray<TalliedFigure> figures, int parameters, bool keepsFigures) : IDisposable
{
    private double[][] _columns = [];
    private long _blocks;

    /// <summary>Whether the figures are kept.</summary>
    public bool KeepsFigures => keepsFigures;

    /// <summary>Allocates memory for the blocks of a schedule; earlier blocks are kept.</summary>
    public void Extend(BlockSchedule schedule)
    {
        if (!keepsFigures)
        {
            return;
        }

        double[][] before = _columns;
        _columns =
        [
            .. Enumerable.Range(0, figures.Length + parameters).Select(_ => ArrayPool<double>.Shared.Rent((int)(schedule.Blocks * Block.Size))),
        ];
        for (int column = 0; column < before.Length; column++)
        {
            before[column].AsSpan(0, (int)(_blocks * Block.Size)).CopyTo(_columns[column]);
            ArrayPool<double>.Shared.Return(before[column]);
        }

        _blocks = schedule.Blocks;
    }

    /// <summary>Keeps the draws of an evaluated block.</summary>
    public void Take(BlockEvaluator evaluated, long block, BlockAddress address)
    {
        if (!keepsFigures)
        {
            return;
        }

        for (int figure = 0; figure < figures.Length; figure++)
        {
            Span<double> room = Room(figure, block);
            evaluated.Output(figures[figure].Output).CopyTo(room);
            LeaveOut(figures[figure], evaluated, room);
            room[address.Valid..].Fill(double.NaN);
        }

        if (parameters > 0)
        {
            evaluated.Parameters(address.Replicate, address.Block, (parameter, values) => Keep(parameter, block, values));
        }
    }

    /// <summary>The draws of a figure in block order; NaN is not a draw. Empty if they are not kept.</summary>
    public ReadOnlySpan<double> OfFigure(int figure, long blocksDone) =>
        keepsFigures ? _columns[figure].AsSpan(0, (int)(blocksDone * Block.Size)) : [];

    /// <summary>The draws of a figure as reported: by replicate, then in order.</summary>
    public ImmutableArray<double> FigureInOrder(int figure, BlockSchedule schedule, long blocksDone) => InOrder(figure, schedule, blocksDone);

    /// <summary>The draws of a parameter as reported.</summary>
    public ImmutableArray<double> ParameterInOrder(int parameter, BlockSchedule schedule, long blocksDone) =>
        InOrder(figures.Length + parameter, schedule, blocksDone);

    /// <summary>Returns its memory.</summary>
    public void Dispose()
    {
        foreach (double[] column in _columns)
        {
            ArrayPool<double>.Shared.Return(column);
        }

        _columns = [];
    }

    private Span<double> Room(int column, long block) => _columns[column].AsSpan((int)(block * Block.Size), Block.Size);

    private void Keep(int parameter, long block, ReadOnlySpan<double> values)
    {
        if (parameter < parameters)
        {
            values.CopyTo(Room(figures.Length + parameter, block));
        }
    }

    // A ratio to rounding noise is undefined.
    private static void LeaveOut(TalliedFigure figure, BlockEvaluator evaluated, Span<double> ratios)
    {
        if (figure.Denominator is { IsConstant: false } denominator)
        {
            ReadOnlySpan<double> values = evaluated.Output(denominator);
            for (int i = 0; i < ratios.Length; i++)
            {
                ratios[i] = values[i] > figure.DenominatorNoise ? ratios[i] : double.NaN;
            }
        }
    }

    private ImmutableArray<double> InOrder(int column, BlockSchedule schedule, long blocksDone)
    {
        double[] all = new double[schedule.DrawsOf(blocksDone)];
        int at = 0;
        for (int replicate = 0; replicate < schedule.Replicates; replicate++)
        {
            for (long block = replicate; block < blocksDone; block += schedule.Replicates)
            {
                Span<double> draws = Room(column, block)[..schedule[block].Valid];
                draws.CopyTo(all.AsSpan(at));
                at += draws.Length;
            }
        }

        for (int draw = 0; draw < all.Length; draw++)
        {
            all[draw] = double.IsFinite(all[draw]) ? all[draw] : double.NaN;
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(all);
    }
}
