using Sroi.Arithmetic;
using Sroi.Uncertainty.Correlations;
using Sroi.Uncertainty.Streams;

namespace Sroi.Sensitivity.Variance;

/// <summary>The columns of correlated parameters. Those exchanged last are made first, so that those kept stay unchanged.</summary>
internal sealed class CorrelatedColumns(CorrelatedGroup group, FigureFunction function)
{
    private readonly OrderedScores _scores = new(group);
    private readonly double[][][] _noise = [.. Enumerable.Range(0, 2).Select(_ => group.Parameters.Select(_ => new double[Block.Size]).ToArray())];
    private readonly double[][] _current = [.. Enumerable.Range(0, Block.Size).Select(_ => new double[group.Parameters.Length])];
    private readonly int[][] _orders = [.. Enumerable.Range(0, Block.Size).Select(_ => new int[group.Parameters.Length])];
    private readonly double[] _scored = new double[group.Parameters.Length];
    private bool _isChanged;

    public IEnumerable<int> Parameters => group.Parameters;

    public void SetNoise(int parameter, int side, ReadOnlySpan<uint> uniforms) =>
        NormalScores.OfUniforms.Draw(Widths.Widest, uniforms, _noise[side][group.Parameters.IndexOf(parameter)]);

    /// <summary>The columns of a row before any exchange.</summary>
    public void Begin(int row, int[] order, int[][] members, double[][] columns)
    {
        int at = 0;
        for (int step = order.Length - 1; step >= 0; step--)
        {
            foreach (int parameter in members[order[step]])
            {
                int place = group.Parameters.IndexOf(parameter);
                if (place >= 0)
                {
                    _orders[row][at++] = place;
                }
            }
        }

        // Members that the figure does not depend on are never exchanged; they come last and have no effect.
        for (int place = 0; place < group.Parameters.Length && at < group.Parameters.Length; place++)
        {
            if (Array.IndexOf(_orders[row], place, 0, at) < 0)
            {
                _orders[row][at++] = place;
            }
        }

        for (int place = 0; place < group.Parameters.Length; place++)
        {
            _current[row][place] = _noise[0][place][row];
        }

        Write(row, columns);
    }

    public void Exchange(int parameter, int row)
    {
        int place = group.Parameters.IndexOf(parameter);
        _current[row][place] = _noise[1][place][row];
        _isChanged = true;
    }

    /// <summary>Recomputes the row after an exchange.</summary>
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
            int parameter = group.Parameters[place];
            if (parameter < function.Samplers.Length)
            {
                columns[parameter][row] = function.Samplers[parameter].At(NormalScores.Uniform(_scored[place]));
            }
        }
    }
}
