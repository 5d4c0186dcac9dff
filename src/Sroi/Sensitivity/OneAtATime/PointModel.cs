using System.Collections.Immutable;
using Sroi.Evaluation;
using Sroi.Parameters;
using Sroi.Uncertainty.Plans;
using Sroi.Uncertainty.Running;

namespace Sroi.Sensitivity.OneAtATime;

/// <summary>
/// A figure as a function of any of its parameters, the others at their base values. Compiled once, so that a point costs only what the moved parameters reach.
/// Not thread-safe.
/// </summary>
internal sealed class PointModel
{
    private const int Benefits = 2,
        Parameters = 3;
    private const double Vanishing = 1e-9;

    // For fewer parameters, a second model costs more than it saves.
    private const int ManyParameters = 200;

    // The number of values at which a parameter is tested for any effect.
    private const int Looks = 33;

    private readonly Plan _plan;
    private readonly PlanGraph _graph;
    private readonly double[] _parameters;
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
        _parameters = _plan.Base();
        _results = _graph.At(_parameters);
        _atBase = _graph.Outputs(_results);
        _weights = _plan
            .Parameters.Select((parameter, number) => (parameter.WeightOf, number))
            .ToLookup(parameter => parameter.WeightOf!, parameter => parameter.number);
        Linear = LinearForm.Of(figure.Margin, _plan.Parameters.Select(parameter => parameter.Id), ImmutableDictionary<string, double>.Empty);
        RoundingErrors errors = new(figure.Margin.Parameters());
        (_threshold, _noise, _marginNoise) = (figure.Threshold, errors.Of(figure.Formula), errors.Of(figure.Margin));
    }

    /// <summary>Applies a function to each of some parameters of a figure; for many, on all processors.</summary>
    public static T[] OfEach<T>(TargetFigure figure, IReadOnlyList<VariedParameter> parameters, Func<PointModel, VariedParameter, T> of)
    {
        int models = parameters.Count < ManyParameters ? 1 : Environment.ProcessorCount;
        T[] each = new T[parameters.Count];
        Workers.For(
            models,
            models,
            () => 0,
            (first, _) =>
            {
                PointModel model = new(figure);
                for (int i = first; i < each.Length; i += models)
                {
                    each[i] = of(model, parameters[i]);
                }
            }
        );
        return each;
    }

    /// <summary>The linear form of the margin, at the base values.</summary>
    public LinearForm Linear { get; }

    /// <summary>The figure; null if undefined. Differences from the threshold or the base that are only rounding noise are removed.</summary>
    public double? Figure(params ReadOnlySpan<(VariedParameter Parameter, double Value)> set) =>
        At(set)[0] is var value && double.IsFinite(value) ? Settled(value) : null;

    /// <summary>Whether the figure is at its threshold at the base values.</summary>
    public bool IsAtThreshold => Math.Abs(_atBase[1]) <= _marginNoise;

    /// <summary>Whether a parameter changes the margin only by rounding noise over its range, the others at their base values.</summary>
    public bool IsIdle(VariedParameter parameter) =>
        parameter.ShareOf is null && Linear.IsLinearIn(parameter.Id)
            ? IsIdle(Linear, parameter)
            : IsIdle(parameter, value => Margin((parameter, value)));

    /// <summary>Whether a parameter changes a margin that is linear in it only by rounding noise.</summary>
    public bool IsIdle(LinearForm form, VariedParameter parameter)
    {
        double slope = Math.Abs(form.Slope(parameter.Id));
        return slope == 0 || (slope * Math.Abs(parameter.Base) <= _marginNoise && slope * Math.Abs(Width(parameter)) <= _marginNoise);
    }

    /// <summary>Whether a parameter changes a margin only by rounding noise.</summary>
    public bool IsIdle(VariedParameter parameter, Func<double, double?> margin)
    {
        double?[] margins = [.. Looked(parameter).Select(margin)];
        return margins.All(value => value is not null) && margins.Max() - margins.Min() <= _marginNoise;
    }

    /// <summary>Whether a margin is zero, but for rounding noise, at every value of a parameter.</summary>
    public bool IsZero(VariedParameter parameter, Func<double, double?> margin) =>
        Looked(parameter).All(value => margin(value) is { } there && Math.Abs(there) <= _marginNoise);

    /// <summary>Whether there are neither benefits nor inputs, although the base case has both: nothing is done.</summary>
    public bool IsNothing((VariedParameter Parameter, double Value) set)
    {
        double[] all = At([set]);
        bool Vanishes(int which) => _atBase[which] != 0 && Math.Abs(all[which]) <= Vanishing * Math.Abs(_atBase[which]);
        return Vanishes(Benefits) && Vanishes(Parameters);
    }

    /// <summary>The margin: above zero where the figure is above its threshold; null if undefined.</summary>
    public double? Margin(params ReadOnlySpan<(VariedParameter Parameter, double Value)> set) =>
        At(set)[1] is var margin && double.IsFinite(margin) ? margin : null;

    private static IEnumerable<double> Looked(VariedParameter parameter)
    {
        (double low, double high) = parameter.MiddleRange();
        return new ValueRange(low, high)
            .Values(Looks)
            .Concat([parameter.Base, parameter.Possible.Low, parameter.Possible.High])
            .Where(double.IsFinite);
    }

    private double Settled(double value) =>
        Math.Abs(value - _threshold) <= _noise ? _threshold
        : Math.Abs(value - _atBase[0]) <= _noise ? _atBase[0]
        : value;

    private static double Width(VariedParameter parameter)
    {
        (double low, double high) = parameter.MiddleRange();
        return high - low;
    }

    private double[] At(ReadOnlySpan<(VariedParameter Parameter, double Value)> set)
    {
        Moving moving = MovingBy(set);
        foreach ((VariedParameter parameter, double value) in set)
        {
            int number = _plan.NumberOf(parameter.Id);
            if (parameter.ShareOf is null)
            {
                _parameters[number] = value;
            }
            else
            {
                SetShare(parameter.ShareOf, number, value);
            }
        }

        _graph.Again(moving.Places, _parameters, _results);
        double[] outputs = _graph.Outputs(_results);
        foreach (int number in moving.Numbers)
        {
            _parameters[number] = _plan.Parameters[number].Value;
        }

        for (int i = 0; i < moving.Places.Length; i++)
        {
            _results[moving.Places[i]] = moving.AtBase[i];
        }

        return outputs;
    }

    // Consecutive points are mostly of the same parameters.
    private Moving MovingBy(ReadOnlySpan<(VariedParameter Parameter, double Value)> set)
    {
        bool isSame = _moving.Parameters.Length == set.Length;
        for (int i = 0; i < set.Length && isSame; i++)
        {
            isSame = ReferenceEquals(_moving.Parameters[i], set[i].Parameter);
        }

        if (!isSame)
        {
            VariedParameter[] parameters = new VariedParameter[set.Length];
            for (int i = 0; i < parameters.Length; i++)
            {
                parameters[i] = set[i].Parameter;
            }

            int[] numbers =

                [
                    .. parameters
                        .SelectMany(parameter => parameter.ShareOf is null ? [_plan.NumberOf(parameter.Id)] : _weights[parameter.ShareOf])
                        .Distinct(),
                ],
                places = _graph.ReachedBy(numbers);
            _moving = new(parameters, numbers, places, [.. places.Select(place => _results[place])]);
        }

        return _moving;
    }

    // The weights keep their sum, and the others their proportions.
    private void SetShare(string shareOf, int number, double share)
    {
        double whole = _weights[shareOf].Sum(parameter => _parameters[parameter]),
            others = whole - _parameters[number];
        foreach (int parameter in _weights[shareOf])
        {
            _parameters[parameter] = parameter == number ? share * whole : _parameters[parameter] * (1 - share) * whole / others;
        }
    }

    // What moves: the parameters set, the values in the plan that follow from them, the steps they reach, and the base results of these steps.
    private sealed record Moving(VariedParameter[] Parameters, int[] Numbers, int[] Places, double[] AtBase);
}
