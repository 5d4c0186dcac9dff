using Sroi.Arithmetic;
using Sroi.Uncertainty.Correlations;
using Sroi.Uncertainty.Streams;

namespace Sroi.Sensitivity.Variance;

/// <summary>The columns of inputs that move together. Those exchanged last come first in the making, so that those kept are kept as they are.</summary>
internal sealed class CorrelatedColumns(CorrelatedGroup group, FigureFunction function)
{
    private readonly OrderedScores _scores = new(group);
    private readonly double[][][] _noise = [.. Enumerable.Range(0, 2).Select(_ => group.Inputs.Select(_ => new double[Block.Size]).ToArray())];
    private readonly double[][] _current = [.. Enumerable.Range(0, Block.Size).Select(_ => new double[group.Inputs.Length])];
    private readonly int[][] _orders = [.. Enumerable.Range(0, Block.Size).Select(_ => new int[group.Inputs.Length])];
    private readonly double[] _scored = new double[group.Inputs.Length];
    private bool _isChanged;

    public IEnumerable<int> Inputs => group.Inputs;

    public void SetNoise(int input, int side, ReadOnlySpan<uint> uniforms) =>
        NormalScores.OfUniforms.Draw(Widths.Widest, uniforms, _noise[side][group.Inputs.IndexOf(input)]);

    /// <summary>The columns of a row before anything is exchanged.</summary>
    public void Begin(int row, int[] order, int[][] members, double[][] columns)
    {
        int at = 0;
        for (int step = order.Length - 1; step >= 0; step--)
        {
            foreach (int input in members[order[step]])
            {
                int place = group.Inputs.IndexOf(input);
                if (place >= 0)
                {
                    _orders[row][at++] = place;
                }
            }
        }

        // Members that the figure does not rest on are never exchanged; they come last and change nothing.
        for (int place = 0; place < group.Inputs.Length && at < group.Inputs.Length; place++)
        {
            if (Array.IndexOf(_orders[row], place, 0, at) < 0)
            {
                _orders[row][at++] = place;
            }
        }

        for (int place = 0; place < group.Inputs.Length; place++)
        {
            _current[row][place] = _noise[0][place][row];
        }

        Write(row, columns);
    }

    public void Exchange(int input, int row)
    {
        int place = group.Inputs.IndexOf(input);
        _current[row][place] = _noise[1][place][row];
        _isChanged = true;
    }

    /// <summary>Makes the row anew where something was exchanged.</summary>
    public void Renew(int row, double[][] columns)
    {
        if (_isChanged)
        {
            Write(row, columns);
            _isChanged = false;
        }
    }

    private void Write(int row, double[][] columns)
    {
        _scores.Correlate(_orders[row], _current[row], _scored);
        for (int place = 0; place < _scored.Length; place++)
        {
            int input = group.Inputs[place];
            if (input < function.Samplers.Length)
            {
                columns[input][row] = function.Samplers[input].At(NormalScores.Uniform(_scored[place]));
            }
        }
    }
}
