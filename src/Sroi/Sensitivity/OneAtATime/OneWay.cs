using System.Collections.Immutable;
using Sroi.Showing;

namespace Sroi.Sensitivity.OneAtATime;

/// <summary>A figure over the range of one input, all others at base.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Input">The input.</param>
/// <param name="Base">The figure at base.</param>
/// <param name="Points">From the lowest value of the input to the highest.</param>
/// <param name="Switching">Where the figure reaches its threshold.</param>
public sealed record OneWay(TargetFigure Figure, VariedInput Input, double Base, ImmutableArray<OneWayPoint> Points, SwitchingValue Switching)
    : Result
{
    /// <summary>The figure at evenly spaced values of an input.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="input">The input's full id, or its last part.</param>
    /// <param name="range">From where to where; null for its 5th to 95th percentile.</param>
    /// <param name="points">How many values, at least two.</param>
    /// <exception cref="SensitivityException">No such input, an input without a spread and no range given, a range upside down, fewer than two points.</exception>
    public static OneWay Of(TargetFigure figure, string input, ValueRange? range = null, int points = 11)
    {
        VariedInput varied = figure.Input(input);
        ValueRange over = ValueRange.For(varied, range);
        PointModel model = new(figure);
        return new(
            figure,
            varied,
            figure.Base,
            [.. over.Values(points).Select(value => new OneWayPoint(value, model.Figure((varied, value))))],
            SwitchingValue.Of(figure, model, varied)
        );
    }
}

/// <summary>A figure at one value of an input.</summary>
/// <param name="Value">The input's value.</param>
/// <param name="Figure">The figure; null where it is undefined.</param>
public sealed record OneWayPoint(double Value, double? Figure);
