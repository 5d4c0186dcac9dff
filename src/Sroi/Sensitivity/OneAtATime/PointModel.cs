using System.Collections.Immutable;
using Sroi.Uncertainty;

namespace Sroi.Sensitivity;

/// <summary>A figure as a function of any of its inputs, the others at base: compiled once, so that a point costs next to nothing.</summary>
internal sealed class PointModel
{
    private const int Benefits = 2,
        Inputs = 3;
    private const double Vanishing = 1e-9;

    private readonly Plan _plan;
    private readonly double[] _base;
    private readonly Dictionary<string, int> _numbers;
    private readonly double[] _atBase;

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
    }

    /// <summary>In which inputs the margin is linear, all others at base.</summary>
    public LinearForm Linear { get; }

    /// <summary>The figure; null where it is undefined.</summary>
    public double? Figure(params ReadOnlySpan<(VariedInput Input, double Value)> set) =>
        At(set)[0] is var value && double.IsFinite(value) ? value : null;

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
