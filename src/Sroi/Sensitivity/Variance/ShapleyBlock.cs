using Sroi.Arithmetic;
using Sroi.Uncertainty.Running;
using Sroi.Uncertainty.Streams;

namespace Sroi.Sensitivity.Variance;

/// <summary>
/// One block of permutations: two independent samples x and y of the parameters for each, and the figure as the parameters of x are replaced by those of y, one
/// player
/// after another in the order of the permutation. One instance per thread.
/// </summary>
internal sealed class ShapleyBlock
{
    private readonly FigureFunction _function;
    private readonly int[][] _members;
    private readonly ulong _seed;
    private readonly GivenParameters _room;
    private readonly PhiloxSource _source;
    private readonly double[][] _columns;
    private readonly double[][] _exchanged;
    private readonly CorrelatedColumns[] _correlated;
    private readonly CorrelatedColumns?[] _columnsOf;
    private readonly uint[] _uniforms = new uint[Block.Size];

    public ShapleyBlock(FigureFunction function, DrawPlan draws, int[][] members, ulong seed)
    {
        (_function, _members, _seed, _room) = (function, members, seed, function.Room());
        int parameters = draws.Parameters.Length;
        _source = new(
            seed,
            [.. draws.Parameters.Select(parameter => $"x:{parameter.Id}"), .. draws.Parameters.Select(parameter => $"y:{parameter.Id}")]
        );
        _columns = [.. Enumerable.Range(0, parameters).Select(_ => new double[Block.Size])];
        _exchanged = [.. Enumerable.Range(0, parameters).Select(_ => new double[Block.Size])];
        _correlated = [.. draws.Groups.Select(group => new CorrelatedColumns(group, function))];
        _columnsOf = new CorrelatedColumns?[parameters];
        foreach (CorrelatedColumns columns in _correlated)
        {
            foreach (int parameter in columns.Parameters)
            {
                _columnsOf[parameter] = columns;
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
        int parameters = _columns.Length;
        for (int side = 0; side < 2; side++)
        {
            for (int parameter = 0; parameter < parameters; parameter++)
            {
                _source.Fill(Widths.Widest, (side * parameters) + parameter, replicate: 0, block, _uniforms);
                if (_columnsOf[parameter] is { } correlated)
                {
                    correlated.SetNoise(parameter, side, _uniforms);
                }
                else
                {
                    _function.Samplers[parameter].Draw(Widths.Widest, _uniforms, (side == 0 ? _columns : _exchanged)[parameter]);
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
        foreach (int parameter in members)
        {
            if (_columnsOf[parameter] is { } correlated)
            {
                correlated.Exchange(parameter, row);
            }
            else
            {
                _columns[parameter][row] = _exchanged[parameter][row];
            }
        }

        foreach (CorrelatedColumns correlated in _correlated)
        {
            correlated.Renew(row, _columns);
        }
    }
}
