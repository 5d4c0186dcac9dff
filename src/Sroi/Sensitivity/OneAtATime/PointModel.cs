using System.Collections.Immutable;
using Sroi.Quantities;
using Sroi.Uncertainty;

namespace Sroi.Sensitivity;

/// <summary>A figure as a function of any of its inputs, the others at base: compiled once, so that a point costs next to nothing.</summary>
internal sealed class PointModel
{
    private readonly Plan _plan;
    private readonly double[] _base;
    private readonly Dictionary<string, int> _numbers;
    private readonly bool _hasDenominator;

    public PointModel(TargetFigure figure)
    {
        Formula[] formulas = [figure.Formula, figure.Margin, .. figure.Denominator is { } denominator ? [denominator] : Array.Empty<Formula>()];
        _plan = Plan.OfEveryNumber(formulas);
        _base = _plan.Base();
        _numbers = _plan.Inputs.Select((input, number) => (input.Id, number)).ToDictionary(StringComparer.Ordinal);
        Linear = LinearForm.Of(figure.Margin, _numbers.Keys, ImmutableDictionary<string, double>.Empty);
        _hasDenominator = figure.Denominator is not null;
    }

    /// <summary>In which inputs the margin is linear, all others at base.</summary>
    public LinearForm Linear { get; }

    /// <summary>The figure; null where it is undefined, or a ratio to what is not above zero.</summary>
    public double? Figure(params ReadOnlySpan<(VariedInput Input, double Value)> set) =>
        At(set) is var all && double.IsFinite(all[0]) && (!_hasDenominator || all[2] > 0) ? all[0] : null;

    /// <summary>What is above zero where the figure is above its threshold; null where it is undefined.</summary>
    public double? Margin(params ReadOnlySpan<(VariedInput Input, double Value)> set) =>
        At(set)[1] is var margin && double.IsFinite(margin) ? margin : null;

    private double[] At(ReadOnlySpan<(VariedInput Input, double Value)> set)
    {
        double[] inputs = [.. _base];
        foreach ((VariedInput input, double value) in set)
        {
            int number = _numbers[input.Id];
            inputs[number] = input.ShareOf is null ? value : Weight(input.ShareOf, number, value, inputs);
        }

        return _plan.At(inputs);
    }

    // The weight that makes the share what it is to be, the other weights as they are.
    private double Weight(string shareOf, int number, double share, double[] inputs)
    {
        double others = 0;
        for (int other = 0; other < inputs.Length; other++)
        {
            others += other != number && _plan.Inputs[other].WeightOf == shareOf ? inputs[other] : 0;
        }

        return share / (1 - share) * others;
    }
}
