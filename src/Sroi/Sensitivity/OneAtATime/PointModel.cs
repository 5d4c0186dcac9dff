using System.Collections.Immutable;
using Sroi.Evaluation;
using Sroi.Parameters;
using Sroi.Uncertainty.Plans;
using Sroi.Uncertainty.Running;

namespace Sroi.Sensitivity.OneAtATime;

/// <summary>A figure as a function of any of its inputs, the others at base: compiled once, so that a point costs what the inputs that move reach. Not thread-safe.</summary>
internal sealed class PointModel
{
    private const int Benefits = 2,
        Inputs = 3;
    private const double Vanishing = 1e-9;

    // For fewer a second model costs more than it saves.
    private const int ManyInputs = 200;

    // At so many values it is seen whether an input does anything.
    private const int Looks = 33;

    private readonly Plan _plan;
    private readonly PlanGraph _graph;
    private readonly double[] _inputs;
    private readonly double[] _results;
    private readonly ILookup<string, int> _weights;
    private readonly double[] _atBase;
    private Moving _moving = new([], [], [], []);
    private readonly double _threshold;
    private readonly double _noise;
    private readonly double _marginNoise;

    public PointModel(TargetFigure figure)
    {
        _plan = Plan.OfEveryNumber([figure.Formula, figure.Margin, figure.SocialReturn.PresentValue, figure.SocialReturn.PresentValueOfInputs]);
        _graph = new(_plan);
        _inputs = _plan.Base();
        _results = _graph.At(_inputs);
        _atBase = _graph.Outputs(_results);
        _weights = _plan.Inputs.Select((input, number) => (input.WeightOf, number)).ToLookup(input => input.WeightOf!, input => input.number);
        Linear = LinearForm.Of(figure.Margin, _plan.Inputs.Select(input => input.Id), ImmutableDictionary<string, double>.Empty);
        RoundingErrors errors = new(figure.Margin.Parameters());
        (_threshold, _noise, _marginNoise) = (figure.Threshold, errors.Of(figure.Formula), errors.Of(figure.Margin));
    }

    /// <summary>Something of each of some inputs of a figure; of many, on all processors.</summary>
    public static T[] OfEach<T>(TargetFigure figure, IReadOnlyList<VariedInput> inputs, Func<PointModel, VariedInput, T> of)
    {
        int models = inputs.Count < ManyInputs ? 1 : Environment.ProcessorCount;
        T[] each = new T[inputs.Count];
        Workers.For(
            models,
            models,
            () => 0,
            (first, _) =>
            {
                PointModel model = new(figure);
                for (int i = first; i < each.Length; i += models)
                {
                    each[i] = of(model, inputs[i]);
                }
            }
        );
        return each;
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
        Moving moving = MovingBy(set);
        foreach ((VariedInput input, double value) in set)
        {
            int number = _plan.NumberOf(input.Id);
            if (input.ShareOf is null)
            {
                _inputs[number] = value;
            }
            else
            {
                SetShare(input.ShareOf, number, value);
            }
        }

        _graph.Again(moving.Places, _inputs, _results);
        double[] outputs = _graph.Outputs(_results);
        foreach (int number in moving.Numbers)
        {
            _inputs[number] = _plan.Inputs[number].Value;
        }

        for (int i = 0; i < moving.Places.Length; i++)
        {
            _results[moving.Places[i]] = moving.AtBase[i];
        }

        return outputs;
    }

    // Points of the same inputs mostly follow each other.
    private Moving MovingBy(ReadOnlySpan<(VariedInput Input, double Value)> set)
    {
        bool isSame = _moving.Inputs.Length == set.Length;
        for (int i = 0; i < set.Length && isSame; i++)
        {
            isSame = ReferenceEquals(_moving.Inputs[i], set[i].Input);
        }

        if (!isSame)
        {
            VariedInput[] inputs = new VariedInput[set.Length];
            for (int i = 0; i < inputs.Length; i++)
            {
                inputs[i] = set[i].Input;
            }

            int[] numbers = [.. inputs.SelectMany(input => input.ShareOf is null ? [_plan.NumberOf(input.Id)] : _weights[input.ShareOf]).Distinct()],
                places = _graph.ReachedBy(numbers);
            _moving = new(inputs, numbers, places, [.. places.Select(place => _results[place])]);
        }

        return _moving;
    }

    // The weights keep their sum, and the others their proportions.
    private void SetShare(string shareOf, int number, double share)
    {
        double whole = _weights[shareOf].Sum(input => _inputs[input]),
            others = whole - _inputs[number];
        foreach (int input in _weights[shareOf])
        {
            _inputs[input] = input == number ? share * whole : _inputs[input] * (1 - share) * whole / others;
        }
    }

    // What moves: the inputs that are set, the numbers in the plan that follow from them, the steps they reach, and the results of these at base.
    private sealed record Moving(VariedInput[] Inputs, int[] Numbers, int[] Places, double[] AtBase);
}
