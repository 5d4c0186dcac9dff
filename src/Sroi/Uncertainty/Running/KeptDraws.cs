using System.Collections.Immutable;

namespace Sroi.Uncertainty;

/// <summary>Which draws are kept.</summary>
public enum Kept
{
    /// <summary>None: memory does not grow with the number of draws.</summary>
    Nothing,

    /// <summary>The figures, draw by draw.</summary>
    Outputs,

    /// <summary>The figures and every uncertain input, draw by draw.</summary>
    Inputs,
}

/// <summary>The draws that are kept, block by block.</summary>
internal sealed class KeptDraws(ImmutableArray<TalliedFigure> figures, int inputs, bool keepsFigures)
{
    private readonly List<double[][]> _figures = [];
    private readonly List<double[][]> _inputs = [];
    private BlockSchedule _schedule = new(1, 0);

    /// <summary>Whether the figures are kept.</summary>
    public bool KeepsFigures => keepsFigures;

    /// <summary>Makes room for the blocks of a schedule.</summary>
    public void Extend(BlockSchedule schedule)
    {
        _schedule = schedule;
        for (long block = _figures.Count; keepsFigures && block < schedule.Blocks; block++)
        {
            _figures.Add(Room(figures.Length, schedule[block].Valid));
            _inputs.Add(Room(inputs, schedule[block].Valid));
        }
    }

    /// <summary>Takes what is kept of an evaluated block.</summary>
    public void Take(BlockEvaluator evaluated, long block, BlockAddress address)
    {
        for (int figure = 0; keepsFigures && figure < figures.Length; figure++)
        {
            evaluated.Output(figures[figure].Output)[..address.Valid].CopyTo(_figures[(int)block][figure]);
            LeaveOut(figures[figure], evaluated, _figures[(int)block][figure]);
        }

        if (inputs > 0)
        {
            double[][] room = _inputs[(int)block];
            evaluated.Inputs(
                address.Replicate,
                address.Block,
                (input, values) =>
                {
                    if (input < inputs)
                    {
                        values[..address.Valid].CopyTo(room[input]);
                    }
                }
            );
        }
    }

    // A ratio to what is not above zero means nothing.
    private static void LeaveOut(TalliedFigure figure, BlockEvaluator evaluated, double[] ratios)
    {
        if (figure.Denominator is { IsConstant: false } denominator)
        {
            ReadOnlySpan<double> values = evaluated.Output(denominator);
            for (int i = 0; i < ratios.Length; i++)
            {
                ratios[i] = values[i] > 0 ? ratios[i] : double.NaN;
            }
        }
    }

    /// <summary>The draws of a figure, by replicate and then in their order; empty where they are not kept.</summary>
    public double[] OfFigure(int figure, long blocksDone) => InOrder(_figures, figure, blocksDone);

    /// <summary>The draws of an input.</summary>
    public double[] OfInput(int input, long blocksDone) => InOrder(_inputs, input, blocksDone);

    private double[] InOrder(List<double[][]> blocks, int number, long done)
    {
        IEnumerable<double[]> ordered = Enumerable
            .Range(0, (int)Math.Min(done, blocks.Count))
            .OrderBy(block => _schedule[block].Replicate)
            .ThenBy(block => block)
            .Select(block => blocks[block][number]);
        double[] all = new double[ordered.Sum(block => (long)block.Length)];
        int at = 0;
        foreach (double[] block in ordered)
        {
            block.CopyTo(all, at);
            at += block.Length;
        }

        return all;
    }

    private static double[][] Room(int rows, int draws) => [.. Enumerable.Range(0, rows).Select(_ => new double[draws])];
}
