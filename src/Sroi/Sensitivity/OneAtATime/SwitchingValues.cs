using System.Collections.Immutable;
using Sroi.Showing;

namespace Sroi.Sensitivity.OneAtATime;

/// <summary>The switching values of every input of a figure.</summary>
/// <param name="Figure">The figure and its threshold.</param>
/// <param name="Base">Its value at the base values.</param>
/// <param name="Values">A row for each input: first those likeliest to turn the decision by themselves, then those that need the smallest change; those without a value last.</param>
public sealed record SwitchingValues(TargetFigure Figure, double Base, ImmutableArray<SwitchingValue> Values) : Result
{
    /// <summary>The switching values of all inputs.</summary>
    /// <exception cref="SensitivityException">Nothing is valued, or the figure is undefined at base.</exception>
    public static SwitchingValues Of(TargetFigure figure)
    {
        double atBase = figure.Base;
        return new(
            figure,
            atBase,
            [
                .. PointModel
                    .OfEach(figure, figure.Inputs(), (model, input) => SwitchingValue.Of(figure, model, input))
                    .OrderBy(Rank)
                    .ThenBy(Distance)
                    .ThenBy(Id, StringComparer.Ordinal),
            ]
        );
    }

    /// <summary>The switching value of one input.</summary>
    /// <exception cref="SensitivityException">There is no such input.</exception>
    public static SwitchingValue Of(TargetFigure figure, string input) => SwitchingValue.Of(figure, new(figure), figure.Input(input));

    private static double Rank(SwitchingValue row) =>
        row.Value is null ? 3
        : !row.WithinSupport ? 2
        : -SortKeys.Rounded(row.ProbabilityBeyond) ?? 1;

    private static double Distance(SwitchingValue row) => SortKeys.Rounded(Math.Abs(row.Change ?? double.MaxValue));

    private static string Id(SwitchingValue row) => row.Input.Id;
}
