using System.Collections.Immutable;
using Sroi.Showing;

namespace Sroi.Sensitivity.OneAtATime;

/// <summary>A figure over the range of one parameter, all others at their base values.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Parameter">The parameter.</param>
/// <param name="Base">The figure at base.</param>
/// <param name="Points">In ascending order of the parameter.</param>
/// <param name="Switching">The value at which the figure reaches its threshold.</param>
public sealed record OneWay(TargetFigure Figure, VariedParameter Parameter, double Base, ImmutableArray<OneWayPoint> Points, SwitchingValue Switching)
    : Result
{
    /// <summary>The figure at evenly spaced values of a parameter.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="parameter">The parameter's full id, or its last part.</param>
    /// <param name="range">The range; null for the 5th to 95th percentile.</param>
    /// <param name="points">The number of values, at least two.</param>
    /// <exception cref="SensitivityException">
    /// There is no such parameter, it has neither a spread nor a given range, the range is not ascending, or there are fewer than two points.
    /// </exception>
    public static OneWay Of(TargetFigure figure, string parameter, ValueRange? range = null, int points = 11)
    {
        VariedParameter varied = figure.Parameter(parameter);
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

/// <summary>A figure at one value of a parameter.</summary>
/// <param name="Value">The parameter's value.</param>
/// <param name="Figure">The figure; null if undefined.</param>
public sealed record OneWayPoint(double Value, double? Figure);
