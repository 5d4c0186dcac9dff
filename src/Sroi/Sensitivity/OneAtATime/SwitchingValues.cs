using System.Collections.Immutable;
using Sroi.Showing;

namespace Sroi.Sensitivity.OneAtATime;

/// <summary>The switching values of every parameter of a figure.</summary>
/// <param name="Figure">The figure and its threshold.</param>
/// <param name="Base">The figure in the base case.</param>
/// <param name="Values">
/// A row for each parameter: first those most likely to reverse the decision alone, then those that need the smallest change; those without a value last.
/// </param>
public sealed record SwitchingValues(TargetFigure Figure, double Base, ImmutableArray<SwitchingValue> Values) : Result
{
    /// <summary>The switching values of all parameters.</summary>
    /// <exception cref="SensitivityException">No outcome is valued, or the figure is undefined in the base case.</exception>
    public static SwitchingValues Of(TargetFigure figure)
    {
        double atBase = figure.Base;
        return new(
            figure,
            atBase,
            [
                .. PointModel
                    .OfEach(figure, figure.Parameters(), (model, parameter) => SwitchingValue.Of(figure, model, parameter))
                    .OrderBy(Rank)
                    .ThenBy(Distance)
                    .ThenBy(Id, StringComparer.Ordinal),
            ]
        );
    }

    /// <summary>The switching value of one parameter.</summary>
    /// <exception cref="SensitivityException">There is no such parameter.</exception>
    public static SwitchingValue Of(TargetFigure figure, string parameter) => SwitchingValue.Of(figure, new(figure), figure.Parameter(parameter));

    private static double Rank(SwitchingValue row) =>
        row.Value is null ? 3
        : !row.WithinSupport ? 2
        : -SortKeys.Rounded(row.ProbabilityBeyond) ?? 1;

    private static double Distance(SwitchingValue row) => SortKeys.Rounded(Math.Abs(row.Change ?? double.MaxValue));

    private static string Id(SwitchingValue row) => row.Parameter.Id;
}
