using Sroi.Arithmetic;
using Sroi.Uncertainty.Running;
using Sroi.Uncertainty.Streams;

namespace Sroi.Sensitivity.Variance;

/// <summary>
/// One block of permutations: two independent samples x and y of the inputs for each, and the figure as the inputs of x are exchanged for those of y, one player
/// after the other in the order of the permutation. One for each thread.
/// </summary>
internal sealed class ShapleyBlock
{
    private readonly FigureFunction _function;
    private readonly int[][] _members;
    private readonly ulong _seed;
    private readonly GivenInputs _room;
    private readonly PhiloxSource _source;
    private readonly double[][] _columns;
    private readonly double[][] _exchanged;
    private readonly CorrelatedColumns[] _correlated;
    private readonly CorrelatedColumns?[] _columnsOf;
    private readonly uint[] _uniforms = new uint[Block.Size];

    public ShapleyBlock(FigureFunction function, DrawPlan draws, int[][] members, ulong seed)
    {
        (_function, _members, _seed, _room) = (function, members, seed, function.Room());
        int inputs = draws.Inputs.Length;
        _source = new(seed, [.. draws.Inputs.Select(input => $"x:{input.Id}"), .. draws.Inputs.Select(input => $"y:{input.Id}")]);
        _columns = [.. Enumerable.Range(0, inputs).Select(_ => new double[Block.Size])];
        _exchanged = [.. Enumerable.Range(0, inputs).Select(_ => new double[Block.Size])];
        _correlated = [.. draws.Groups.Select(group => new CorrelatedColumns(group, function))];
        _columnsOf = new CorrelatedColumns?[inputs];
        foreach (CorrelatedColumns columns in _correlated)
        {
            foreach (int input in columns.Inputs)
            {
                _columnsOf[input] = columns;
            }
        }
    }

    public ShapleySums Run(int block, int rows)
    {
        int[][] orders =
        [
            .. Enumerable.Range(0, rows).Select(row => new AddressedRandom(_seed, ((long)block * Block.Size) + row).Permutation(_members.Length)),
        ];
        Draw(block, orders);
        double[] first = new double[rows],
            before = new double[rows],
            after = new double[rows];
        double[][] parts = [.. _members.Select(_ => new double[rows])];
        _function.Evaluate(_room, _columns, first);
        first.CopyTo(before, 0);
        for (int step = 0; step < _members.Length; step++)
        {
            for (int row = 0; row < rows; row++)
            {
                Exchange(_members[orders[row][step]], row);
            }

            _function.Evaluate(_room, _columns, after);
            for (int row = 0; row < rows; row++)
            {
                parts[orders[row][step]][row] = (first[row] - ((before[row] + after[row]) / 2)) * (before[row] - after[row]);
            }

            (before, after) = (after, before);
        }

        ShapleySums sums = new(parts.Length);
        for (int row = 0; row < rows; row++)
        {
            sums.Add(parts, row);
        }

        return sums;
    }

    private void Draw(int block, int[][] orders)
    {
        int inputs = _columns.Length;
        for (int side = 0; side < 2; side++)
        {
            for (int input = 0; input < inputs; input++)
            {
                _source.Fill(Widths.Widest, (side * inputs) + input, replicate: 0, block, _uniforms);
                if (_columnsOf[input] is { } correlated)
                {
                    correlated.SetNoise(input, side, _uniforms);
                }
                else
                {
                    _function.Samplers[input].Draw(Widths.Widest, _uniforms, (side == 0 ? _columns : _exchanged)[input]);
                }
            }
        }

        foreach (CorrelatedColumns correlated in _correlated)
        {
            for (int row = 0; row < orders.Length; row++)
            {
                correlated.Begin(row, orders[row], _members, _columns);
            }
        }
    }

    private void Exchange(int[] members, int row)
    {
        foreach (int input in members)
        {
            if (_columnsOf[input] is { } correlated)
            {
                correlated.Exchange(input, row);
            }
            else
            {
                _columns[input][row] = _exchanged[input][row];
            }
        }

        foreach (CorrelatedColumns correlated in _correlated)
        {
            correlated.Renew(row, _columns);
        }
    }
}
