using System.Collections.Immutable;
using Sroi.Arithmetic;
using Sroi.Parameters;
using Sroi.Uncertainty.Correlations;
using Sroi.Uncertainty.Quantiles;
using Sroi.Uncertainty.Running;
using Sroi.Uncertainty.Streams;

namespace Sroi.Sensitivity.Decisions;

/// <summary>One option under nested simulation; one instance per thread.</summary>
internal sealed class NestedCase
{
    private readonly DrawnCase _drawn;
    private readonly bool[] _isKnown;
    private readonly ImmutableArray<Sampler> _samplers;
    private readonly PhiloxSource _outer;
    private readonly PhiloxSource _inner;
    private readonly (OrderedScores Scores, int[] Order, double[][] Noise)[] _groups;
    private readonly double[][] _columns;
    private readonly GivenParameters _room;
    private readonly uint[] _uniforms = new uint[Block.Size];
    private readonly double[][] _control;
    private readonly double[] _net = new double[Block.Size];
    private readonly double[] _netOfControl = new double[Block.Size];
    private readonly double[] _parameters = new double[Block.Size];

    public NestedCase(DrawnCase drawn, ParameterGroup known, ulong seed)
    {
        _drawn = drawn;
        ImmutableArray<Parameter> parameters = drawn.Blocks.Parameters;
        _isKnown = [.. parameters.Select(parameter => known.Parameters.Contains(parameter.Id))];
        _samplers = SamplerCache.Of(parameters.Select(parameter => new Drawn(parameter.Distribution, RemainderOf: null)));
        _outer = new(seed, [.. parameters.Select(parameter => $"outer:{parameter.Id}")]);
        _inner = new(seed, [.. parameters.Select(parameter => $"inner:{parameter.Id}")]);
        _columns = [.. parameters.Select(_ => new double[Block.Size])];
        _control = [.. parameters.Select((_, parameter) => ControlOf(parameter))];
        _room = new(drawn.Plan, Widths.Widest);
        _groups =
        [
            .. drawn.Blocks.Groups.Select(group =>
                (new OrderedScores(group), KnownFirst(group), group.Parameters.Select(_ => new double[Block.Size]).ToArray())
            ),
        ];
    }

    /// <summary>The inner draws of an outer draw.</summary>
    public InnerDraws Draw(int draw)
    {
        for (int parameter = 0; parameter < _columns.Length; parameter++)
        {
            Fill(parameter, draw);
            if (Member(parameter) is { } noise)
            {
                NormalScores.OfUniforms.Draw(Widths.Widest, _uniforms, noise);
            }
            else
            {
                _samplers[parameter].Draw(Widths.Widest, _uniforms, _columns[parameter]);
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
        _room.Output(_drawn.Plan.Outputs[1], _parameters);
        for (int row = 0; row < net.Length; row++)
        {
            net[row] -= _parameters[row];
        }
    }

    // The known parameters, and those correlated with them, at their means; the rest as drawn, so that their distribution is the same whatever is known.
    private double[] ControlOf(int parameter)
    {
        bool isFree =
            !_isKnown[parameter]
            && !_drawn.Blocks.Groups.Any(group => group.Parameters.Contains(parameter) && group.Parameters.Any(other => _isKnown[other]));
        if (isFree)
        {
            return _columns[parameter];
        }

        double[] column = new double[Block.Size];
        column.AsSpan().Fill(_drawn.Blocks.Parameters[parameter].Distribution.Mean);
        return column;
    }

    // Known parameters keep the value of the outer draw in all inner draws.
    private void Fill(int parameter, int draw)
    {
        if (!_isKnown[parameter])
        {
            _inner.Fill(Widths.Widest, parameter, replicate: 0, draw, _uniforms);
            return;
        }

        _outer.Fill(Widths.Widest, parameter, replicate: 0, draw / Block.Size, _uniforms);
        _uniforms.AsSpan().Fill(_uniforms[draw % Block.Size]);
    }

    private double[]? Member(int parameter)
    {
        foreach ((OrderedScores scores, _, double[][] noise) in _groups)
        {
            if (scores.Parameters.IndexOf(parameter) is >= 0 and var place)
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
                    int parameter = scores.Parameters[place];
                    _columns[parameter][row] = _samplers[parameter].At(NormalScores.Uniform(joint[place]));
                }
            }
        }
    }

    private int[] KnownFirst(CorrelatedGroup group) =>
        [.. Enumerable.Range(0, group.Parameters.Length).OrderBy(place => _isKnown[group.Parameters[place]] ? 0 : 1)];
}
