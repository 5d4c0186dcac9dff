using System.Collections.Immutable;
using Sroi.Showing;

namespace Sroi.Sensitivity.OneAtATime;

/// <summary>A figure over a grid of two parameters, all others at their base values, and the line on which it reaches its threshold.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Base">The figure at base.</param>
/// <param name="Across">The parameter across the grid.</param>
/// <param name="Down">The parameter down the grid.</param>
/// <param name="AcrossValues">Its values, ascending.</param>
/// <param name="DownValues">The other parameter's values, ascending.</param>
/// <param name="Cells">The figure: a row for each value down, with a cell for each value across; null if undefined.</param>
/// <param name="BreakEven">For each value across, the value down at which the figure reaches its threshold; null if there is none.</param>
public sealed record TwoWay(
    TargetFigure Figure,
    double Base,
    VariedParameter Across,
    VariedParameter Down,
    ImmutableArray<double> AcrossValues,
    ImmutableArray<double> DownValues,
    ImmutableArray<ImmutableArray<double?>> Cells,
    ImmutableArray<BreakEvenPoint> BreakEven
) : Result
{
    private const int MostSteps = 1001;

    /// <summary>The grid of two parameters.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="across">The parameter across, and its range.</param>
    /// <param name="down">The parameter down, and its range.</param>
    /// <param name="steps">The number of values of each, from 2 to 1,001.</param>
    /// <exception cref="SensitivityException">
    /// There is no such parameter, both are the same, one has neither a spread nor a range, or a range is not ascending.
    /// </exception>
    public static TwoWay Of(TargetFigure figure, GridAxis across, GridAxis down, int steps = 7)
    {
        VariedParameter x = figure.Parameter(across.Parameter),
            y = figure.Parameter(down.Parameter);
        Check(x, y, steps);
        PointModel model = new(figure);
        ImmutableArray<double> xs = [.. ValueRange.For(x, across.Range).Values(steps)],
            ys = [.. ValueRange.For(y, down.Range).Values(steps)];
        return new(
            figure,
            figure.Base,
            x,
            y,
            xs,
            ys,
            [.. ys.Select(own => xs.Select(other => model.Figure((x, other), (y, own))).ToImmutableArray())],
            [.. xs.Select(other => Point(figure, model, x, other, y))]
        );
    }

    private static void Check(VariedParameter x, VariedParameter y, int steps)
    {
        if (x.Id == y.Id)
        {
            throw new SensitivityException($"A grid needs two different parameters; {x.Id} was given twice.");
        }

        if (x.ShareOf is not null && x.ShareOf == y.ShareOf)
        {
            throw new SensitivityException($"{x.Id} and {y.Id} are shares of {x.ShareOf}, which sum to one: one cannot move without the other.");
        }

        if (steps is < 2 or > MostSteps)
        {
            throw new SensitivityException($"A grid takes 2 to {MostSteps:N0} values of each parameter; found {steps:N0}.");
        }
    }

    private static BreakEvenPoint Point(TargetFigure figure, PointModel model, VariedParameter x, double across, VariedParameter y)
    {
        LinearForm? form =
            x.ShareOf is null && y.ShareOf is null
                ? LinearForm.Of(figure.Margin, [y.Id], ImmutableDictionary<string, double>.Empty.Add(x.Id, across))
                : null;
        double? Margin(double down) => model.Margin((x, across), (y, down));
        double? root =
            form?.IsLinearIn(y.Id) == true ? (model.IsIdle(form, y) ? null : form.Root(y.Id, y.Base))
            : model.IsZero(y, Margin) ? null
            : RootSearch.Nearest(y, Margin);
        bool meansAnything = root is { } value && double.IsFinite(value) && model.Figure((x, across), (y, value)) is not null;
        return new(across, meansAnything ? root : null, meansAnything && y.Possible.Contains(root!.Value));
    }
}

/// <summary>A point of the break-even line.</summary>
/// <param name="Across">The value of the parameter across.</param>
/// <param name="Down">The value of the other at which the figure reaches its threshold; null if there is none.</param>
/// <param name="WithinSupport">Whether that value is possible.</param>
public sealed record BreakEvenPoint(double Across, double? Down, bool WithinSupport);

/// <summary>A parameter of a grid.</summary>
/// <param name="Parameter">Its full id, or its last part.</param>
/// <param name="Range">The range; null for the 5th to 95th percentile.</param>
public sealed record GridAxis(string Parameter, ValueRange? Range = null)
{
    /// <summary>A parameter over its 5th to 95th percentile.</summary>
    public static implicit operator GridAxis(string parameter) => new(parameter);
}
