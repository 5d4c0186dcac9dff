using System.Collections.Immutable;
using Sroi.Arithmetic;
using Sroi.Parameters;
using Sroi.Uncertainty.Correlations;
using Sroi.Uncertainty.Quantiles;
using Sroi.Uncertainty.Running;
using Sroi.Uncertainty.Streams;

namespace Sroi.Sensitivity.Decisions;

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
    private readonly double[][] _control;
    private readonly double[] _net = new double[Block.Size];
    private readonly double[] _netOfControl = new double[Block.Size];
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
        _control = [.. inputs.Select((_, input) => ControlOf(input))];
        _room = new(drawn.Plan, Widths.Widest);
        _groups =
        [
            .. drawn.Blocks.Groups.Select(group =>
                (new OrderedScores(group), KnownFirst(group), group.Inputs.Select(_ => new double[Block.Size]).ToArray())
            ),
        ];
    }

    /// <summary>The inner draws of an outer draw.</summary>
    public InnerDraws Draw(int draw)
    {
        for (int input = 0; input < _columns.Length; input++)
        {
            Fill(input, draw);
            if (Member(input) is { } noise)
            {
                NormalScores.OfUniforms.Draw(Widths.Widest, _uniforms, noise);
            }
            else
            {
                _samplers[input].Draw(Widths.Widest, _uniforms, _columns[input]);
            }
        }

        Correlate();
        Evaluate(_columns, _net);
        Evaluate(_control, _netOfControl);
        return InnerDraws.Of(_net, _netOfControl);
    }

    private void Evaluate(double[][] columns, double[] net)
    {
        _room.Evaluate(columns, 0, Block.Size);
        _room.Output(_drawn.Plan.Outputs[0], net);
        _room.Output(_drawn.Plan.Outputs[1], _inputs);
        for (int row = 0; row < net.Length; row++)
        {
            net[row] -= _inputs[row];
        }
    }

    // What is known, and what moves with it, at its mean; the rest as it is drawn, so that it is distributed alike whatever is known.
    private double[] ControlOf(int input)
    {
        bool isFree =
            !_isKnown[input] && !_drawn.Blocks.Groups.Any(group => group.Inputs.Contains(input) && group.Inputs.Any(other => _isKnown[other]));
        if (isFree)
        {
            return _columns[input];
        }

        double[] column = new double[Block.Size];
        column.AsSpan().Fill(_drawn.Blocks.Inputs[input].Distribution.Mean);
        return column;
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
}
