using System.Collections.Immutable;
using Sroi.Arithmetic;
using Sroi.Parameters;
using Sroi.Uncertainty;

namespace Sroi.Sensitivity;

/// <summary>
/// The value of knowing inputs by nested draws: they are drawn, and for each draw of them everything else, from what it is given them, many times. Slow, and free of
/// the regression's assumptions: a check of it.
/// </summary>
/// <param name="Value">In GBP for one decision; the bias of the inner draws is removed to first order (jackknife of the two halves).</param>
/// <param name="Outer">How often the inputs were drawn.</param>
/// <param name="Inner">How often everything else was drawn for each.</param>
public sealed record NestedEvppi(Estimate Value, int Outer, int Inner)
{
    /// <summary>How often the inputs are drawn where nobody says.</summary>
    public const int UsualOuter = 2048;

    private const int LeastOuter = 100;

    /// <summary>How far two answers lie apart, in standard errors of their difference; 0 where neither has an error and they are the same.</summary>
    public double DistanceFrom(Estimate regression)
    {
        double error = Math.Sqrt((Value.StandardError * Value.StandardError) + (regression.StandardError * regression.StandardError)),
            distance = Value.Value - regression.Value;
        return error > 0 ? distance / error
            : distance == 0 ? 0
            : distance > 0 ? double.MaxValue
            : double.MinValue;
    }

    /// <summary>The value of knowing a group's inputs.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="group">The inputs.</param>
    /// <param name="outer">How often they are drawn, at least 100.</param>
    /// <exception cref="SensitivityException">Too few draws.</exception>
    public static NestedEvppi Of(Decision decision, InputGroup group, int outer)
    {
        Limits.CheckDraws(outer, LeastOuter, "the outer draws of a nested run", threads: null);
        decision.CheckVaries();
        int first = decision.DoNothing == DoNothing.Included ? 1 : 0,
            alternatives = first + decision.Options.Length;
        double[][] means = [.. Enumerable.Range(0, outer).Select(_ => new double[alternatives])];
        double[] best = new double[outer];
        Workers.For(
            outer,
            decision.Threads,
            () => decision.Joint.Cases.Select(drawn => new NestedCase(drawn, group, decision.Seed)).ToArray(),
            (draw, cases) =>
            {
                double[] firstHalf = new double[alternatives],
                    secondHalf = new double[alternatives];
                for (int option = 0; option < cases.Length; option++)
                {
                    (firstHalf[first + option], secondHalf[first + option]) = cases[option].Halves(draw);
                    means[draw][first + option] = (firstHalf[first + option] + secondHalf[first + option]) / 2;
                }

                best[draw] = (2 * means[draw].Max()) - ((firstHalf.Max() + secondHalf.Max()) / 2);
            }
        );
        int now = Evpi.IndexOfBest([.. Enumerable.Range(0, alternatives).Select(alternative => means.Average(draw => draw[alternative]))]);
        return new(Moments.MeanOf([.. best.Select((value, draw) => value - means[draw][now])]), outer, Block.Size);
    }
}

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
        _groups = [.. drawn.Blocks.Groups.Select(group => (new OrderedScores(group), KnownFirst(group), group.Inputs.Select(_ => new double[Block.Size]).ToArray()))];
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

    private int[] KnownFirst(CorrelatedGroup group) => [.. Enumerable.Range(0, group.Inputs.Length).OrderBy(place => _isKnown[group.Inputs[place]] ? 0 : 1)];

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
