using System.Collections.Immutable;
using Sroi.Showing;

namespace Sroi.Sensitivity.OneAtATime;

/// <summary>A figure over a grid of two inputs, all others at base, and the line on which it reaches its threshold.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Base">The figure at base.</param>
/// <param name="Across">The input whose values go across.</param>
/// <param name="Down">The input whose values go down.</param>
/// <param name="AcrossValues">Its values, rising.</param>
/// <param name="DownValues">The other's values, rising.</param>
/// <param name="Cells">The figure: a row for each value that goes down, in it a cell for each that goes across; null where undefined.</param>
/// <param name="BreakEven">For each value across, the value down at which the figure reaches its threshold; null where there is none.</param>
public sealed record TwoWay(
    TargetFigure Figure,
    double Base,
    VariedInput Across,
    VariedInput Down,
    ImmutableArray<double> AcrossValues,
    ImmutableArray<double> DownValues,
    ImmutableArray<ImmutableArray<double?>> Cells,
    ImmutableArray<BreakEvenPoint> BreakEven
) : Result
{
    private const int MostSteps = 1001;

    /// <summary>The grid of two inputs.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="across">The input that goes across, and its range.</param>
    /// <param name="down">The input that goes down, and its range.</param>
    /// <param name="steps">How many values of each, from 2 to 1,001.</param>
    /// <exception cref="SensitivityException">No such input, twice the same, an input without a spread and no range, a range upside down.</exception>
    public static TwoWay Of(TargetFigure figure, GridAxis across, GridAxis down, int steps = 7)
    {
        VariedInput x = figure.Input(across.Input),
            y = figure.Input(down.Input);
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

    private static void Check(VariedInput x, VariedInput y, int steps)
    {
        if (x.Id == y.Id)
        {
            throw new SensitivityException($"A grid is of two different inputs; {x.Id} was given twice.");
        }

        if (x.ShareOf is not null && x.ShareOf == y.ShareOf)
        {
            throw new SensitivityException($"{x.Id} and {y.Id} are shares of {x.ShareOf}, which sum to one: one cannot move without the other.");
        }

        if (steps is < 2 or > MostSteps)
        {
            throw new SensitivityException($"A grid has from 2 to {MostSteps:N0} values of each input; found {steps:N0}.");
        }
    }

    private static BreakEvenPoint Point(TargetFigure figure, PointModel model, VariedInput x, double across, VariedInput y)
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
/// <param name="Across">The value of the one input.</param>
/// <param name="Down">The value of the other at which the figure reaches its threshold; null where there is none.</param>
/// <param name="WithinSupport">Whether the other can have that value.</param>
public sealed record BreakEvenPoint(double Across, double? Down, bool WithinSupport);

/// <summary>An input that a grid goes over.</summary>
/// <param name="Input">Its full id, or its last part.</param>
/// <param name="Range">From where to where; null for its 5th to 95th percentile.</param>
public sealed record GridAxis(string Input, ValueRange? Range = null)
{
    /// <summary>An input over its 5th to 95th percentile.</summary>
    public static implicit operator GridAxis(string input) => new(input);
}
