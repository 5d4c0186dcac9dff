using System.Collections.Immutable;
using Sroi.Arithmetic;
using Sroi.Parameters;
using Sroi.Uncertainty;

namespace Sroi.Sensitivity;

/// <summary>One option under nested draws. One for each thread.</summary>
internal sealed class NestedCase
{
    private readonly DrawnCase _drawn;
    private readonly bool[] _isKnown;
    private readonly ImmutableArray<Sampler> _samplers;
    private readonly PhiloxSource _outer;
    private readonly PhiloxSource _inner;
    private readonly (OrderedScores Scores, int[] Order, double[][] Noise)[] _groups;
    private readonly double[][] _columns;
    private readonly GivenInputs _room;
    private readonly uint[] _uniforms = new uint[Block.Size];
    private readonly double[] _benefits = new double[Block.Size];
    private readonly double[] _inputs = new double[Block.Size];

    public NestedCase(DrawnCase drawn, InputGroup known, ulong seed)
    {
        _drawn = drawn;
        ImmutableArray<Parameter> inputs = drawn.Blocks.Inputs;
        _isKnown = [.. inputs.Select(input => known.Inputs.Contains(input.Id))];
        _samplers = SamplerCache.Of(inputs.Select(input => new Drawn(input.Distribution, RemainderOf: null)));
        _outer = new(seed, [.. inputs.Select(input => $"outer:{input.Id}")]);
        _inner = new(seed, [.. inputs.Select(input => $"inner:{input.Id}")]);
        _columns = [.. inputs.Select(_ => new double[Block.Size])];
        _room = new(drawn.Plan, Widths.Widest);
        _groups =
        [
            .. drawn.Blocks.Groups.Select(group =>
                (new OrderedScores(group), KnownFirst(group), group.Inputs.Select(_ => new double[Block.Size]).ToArray())
            ),
        ];
    }

    /// <summary>The mean net present value of the first and of the second half of the inner draws.</summary>
    public (double First, double Second) Halves(int draw)
    {
        for (int input = 0; input < _columns.Length; input++)
        {
            if (Member(input) is not { } noise)
            {
                Fill(input, draw);
                _samplers[input].Draw(Widths.Widest, _uniforms, _columns[input]);
            }
            else
            {
                Fill(input, draw);
                NormalScores.OfUniforms.Draw(Widths.Widest, _uniforms, noise);
            }
        }

        Correlate();
        _room.Evaluate(_columns, 0, Block.Size);
        _room.Output(_drawn.Plan.Outputs[0], _benefits);
        _room.Output(_drawn.Plan.Outputs[1], _inputs);
        return (Mean(0), Mean(Block.Size / 2));
    }

    // What is known has one value in all inner draws: that of the outer draw.
    private void Fill(int input, int draw)
    {
        if (!_isKnown[input])
        {
            _inner.Fill(Widths.Widest, input, replicate: 0, draw, _uniforms);
            return;
        }

        _outer.Fill(Widths.Widest, input, replicate: 0, draw / Block.Size, _uniforms);
        _uniforms.AsSpan().Fill(_uniforms[draw % Block.Size]);
    }

    private double[]? Member(int input)
    {
        foreach ((OrderedScores scores, _, double[][] noise) in _groups)
        {
            if (scores.Inputs.IndexOf(input) is >= 0 and var place)
            {
                return noise[place];
            }
        }

        return null;
    }

    private void Correlate()
    {
        foreach ((OrderedScores scores, int[] order, double[][] noise) in _groups)
        {
            double[] own = new double[order.Length],
                joint = new double[order.Length];
            for (int row = 0; row < Block.Size; row++)
            {
                for (int place = 0; place < own.Length; place++)
                {
                    own[place] = noise[place][row];
                }

                scores.Correlate(order, own, joint);
                for (int place = 0; place < own.Length; place++)
                {
                    int input = scores.Inputs[place];
                    _columns[input][row] = _samplers[input].At(NormalScores.Uniform(joint[place]));
                }
            }
        }
    }

    private int[] KnownFirst(CorrelatedGroup group) =>
        [.. Enumerable.Range(0, group.Inputs.Length).OrderBy(place => _isKnown[group.Inputs[place]] ? 0 : 1)];

    private double Mean(int from)
    {
        double sum = 0;
        for (int row = from; row < from + (Block.Size / 2); row++)
        {
            sum += _benefits[row] - _inputs[row];
        }

        return sum / (Block.Size / 2.0);
    }
}
