using System.Collections.Immutable;
using Sroi.Evaluation;
using Sroi.Parameters;
using Sroi.Uncertainty.Plans;

namespace Sroi.Sensitivity.OneAtATime;

/// <summary>A figure as a function of any of its inputs, the others at base: compiled once, so that a point costs next to nothing.</summary>
internal sealed class PointModel
{
    private const int Benefits = 2,
        Inputs = 3;
    private const double Vanishing = 1e-9;

    // At so many values it is seen whether an input does anything.
    private const int Looks = 33;

    private readonly Plan _plan;
    private readonly double[] _base;
    private readonly Dictionary<string, int> _numbers;
    private readonly double[] _atBase;
    private readonly double _threshold;
    private readonly double _noise;
    private readonly double _marginNoise;

    public PointModel(TargetFigure figure)
    {
        _plan = Plan.OfEveryNumber([
            figure.Formula,
            figure.Margin,
            figure.SocialReturn.PresentValue,
            figure.SocialReturn.PresentValueOfInputs,
        ]);
        _base = _plan.Base();
        _numbers = _plan.Inputs.Select((input, number) => (input.Id, number)).ToDictionary(StringComparer.Ordinal);
        Linear = LinearForm.Of(figure.Margin, _numbers.Keys, ImmutableDictionary<string, double>.Empty);
        _atBase = _plan.AtBase();
        RoundingErrors errors = new(figure.Margin.Parameters());
        (_threshold, _noise, _marginNoise) = (figure.Threshold, errors.Of(figure.Formula), errors.Of(figure.Margin));
    }

    /// <summary>In which inputs the margin is linear, all others at base.</summary>
    public LinearForm Linear { get; }

    /// <summary>The figure; null where it is undefined. What differs from the threshold or the base by rounding noise only is the same.</summary>
    public double? Figure(params ReadOnlySpan<(VariedInput Input, double Value)> set) =>
        At(set)[0] is var value && double.IsFinite(value) ? Settled(value) : null;

    /// <summary>Whether the figure is at its threshold at the base values.</summary>
    public bool IsAtThreshold => Math.Abs(_atBase[1]) <= _marginNoise;

    /// <summary>Whether an input, the others at base, does nothing to the margin but rounding noise, as far as its values go.</summary>
    public bool IsIdle(VariedInput input) =>
        input.ShareOf is null && Linear.IsLinearIn(input.Id) ? IsIdle(Linear, input) : IsIdle(input, value => Margin((input, value)));

    /// <summary>Whether an input does nothing to a margin that is linear in it but rounding noise.</summary>
    public bool IsIdle(LinearForm form, VariedInput input)
    {
        double slope = Math.Abs(form.Slope(input.Id));
        return slope == 0 || (slope * Math.Abs(input.Base) <= _marginNoise && slope * Math.Abs(Width(input)) <= _marginNoise);
    }

    /// <summary>Whether an input does nothing to a margin but rounding noise.</summary>
    public bool IsIdle(VariedInput input, Func<double, double?> margin)
    {
        double?[] margins = [.. Looked(input).Select(margin)];
        return margins.All(value => value is not null) && margins.Max() - margins.Min() <= _marginNoise;
    }

    /// <summary>Whether a margin is zero, but for rounding noise, whatever an input is.</summary>
    public bool IsZero(VariedInput input, Func<double, double?> margin) =>
        Looked(input).All(value => margin(value) is { } there && Math.Abs(there) <= _marginNoise);

    /// <summary>Whether there are neither benefits nor inputs, where at base there are both: nothing is done.</summary>
    public bool IsNothing((VariedInput Input, double Value) set)
    {
        double[] all = At([set]);
        bool Vanishes(int which) => _atBase[which] != 0 && Math.Abs(all[which]) <= Vanishing * Math.Abs(_atBase[which]);
        return Vanishes(Benefits) && Vanishes(Inputs);
    }

    /// <summary>What is above zero where the figure is above its threshold; null where it is undefined.</summary>
    public double? Margin(params ReadOnlySpan<(VariedInput Input, double Value)> set) =>
        At(set)[1] is var margin && double.IsFinite(margin) ? margin : null;

    private static IEnumerable<double> Looked(VariedInput input)
    {
        (double low, double high) = input.MiddleRange();
        return new ValueRange(low, high).Values(Looks).Concat([input.Base, input.Possible.Low, input.Possible.High]).Where(double.IsFinite);
    }

    private double Settled(double value) =>
        Math.Abs(value - _threshold) <= _noise ? _threshold
        : Math.Abs(value - _atBase[0]) <= _noise ? _atBase[0]
        : value;

    private static double Width(VariedInput input)
    {
        (double low, double high) = input.MiddleRange();
        return high - low;
    }

    private double[] At(ReadOnlySpan<(VariedInput Input, double Value)> set)
    {
        double[] inputs = [.. _base];
        foreach ((VariedInput input, double value) in set)
        {
            int number = _numbers[input.Id];
            if (input.ShareOf is null)
            {
                inputs[number] = value;
            }
            else
            {
                SetShare(input.ShareOf, number, value, inputs);
            }
        }

        return _plan.At(inputs);
    }

    // The weights keep their sum, and the others their proportions.
    private void SetShare(string shareOf, int number, double share, double[] inputs)
    {
        int[] all = [.. Enumerable.Range(0, inputs.Length).Where(input => _plan.Inputs[input].WeightOf == shareOf)];
        double whole = all.Sum(input => inputs[input]),
            others = whole - inputs[number];
        foreach (int input in all)
        {
            inputs[input] = input == number ? share * whole : inputs[input] * (1 - share) * whole / others;
        }
    }
}
