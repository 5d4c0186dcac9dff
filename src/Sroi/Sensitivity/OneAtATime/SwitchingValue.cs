using System.Collections.Immutable;

namespace Sroi.Sensitivity.OneAtATime;

/// <summary>The value of one input at which the figure reaches its threshold (net present value 0, or a ratio of R), all others at base.</summary>
/// <remarks>
/// Green Book (HM Treasury, 2026): the switching value. A Guide to Social Return on Investment (2009, 2nd ed. 2012), stage 5: how much an estimate must change
/// for £1 : £1.
/// </remarks>
public sealed record SwitchingValue
{
    private const double LeastChance = 1e-15;

    /// <summary>The input.</summary>
    public required VariedInput Input { get; init; }

    /// <summary>The value, in the input's unit, nearest to its base value; null where none does it, or only one at which nothing is done at all.</summary>
    public required double? Value { get; init; }

    /// <summary>All such values that the input can have, rising; more than one where the figure turns round.</summary>
    public ImmutableArray<double> All { get; init; } = [];

    /// <summary>How it was found.</summary>
    public required SwitchingMethod Method { get; init; }

    /// <summary>Whether the input can have the value: it lies within its support, or for a number known exactly within what such a number can be.</summary>
    public required bool WithinSupport { get; init; }

    /// <summary>Whether a higher value of the input raises the figure; null where it does neither, or where the figure is not linear and turns round.</summary>
    public required bool? Raises { get; init; }

    /// <summary>The probability that the input lies below the value; null where it has no spread or there is no value.</summary>
    public double? ProbabilityBelow => Value is { } value && Input.IsUncertain ? Input.Distribution.Cdf(value) : null;

    /// <summary>
    /// The probability that the input lies where the decision is another than at its base value: how likely this input alone turns the decision. Null where it has
    /// no spread or there is no value.
    /// </summary>
    public double? ProbabilityBeyond { get; init; }

    /// <summary>How far the value lies from the base value, as a part of it: 0.2 is a fifth more. Null where there is none, or the base value is zero.</summary>
    public double? Change => Value is { } value && Input.Base != 0 ? (value - Input.Base) / Math.Abs(Input.Base) : null;

    internal static SwitchingValue Of(TargetFigure figure, PointModel model, VariedInput input)
    {
        bool isLinear = input.ShareOf is null && model.Linear.IsLinearIn(input.Id);
        bool isIdle = model.IsIdle(input),
            isAlwaysThere = isIdle && model.IsAtThreshold;
        double[] points = isLinear || isAlwaysThere ? [] : RootSearch.Points(input),
            all = [.. RootSearch.Within(points, value => model.Margin((input, value))).Where(at => IsAnswer(model, input, at))];
        double? value =
            isAlwaysThere || (isIdle && isLinear) ? null
            : isLinear ? model.Linear.Root(input.Id, input.Base)
            : all.Length > 0 ? all.MinBy(at => Math.Abs(at - input.Base))
            : RootSearch.Beyond(input, points, at => model.Margin((input, at)));
        value = value is { } found && IsAnswer(model, input, found) ? found : null;
        bool isWithin = value is { } known && input.Possible.Contains(known);
        ImmutableArray<double> told =
            !isLinear ? [.. all]
            : isWithin ? [value!.Value]
            : [];
        return new()
        {
            Input = input,
            Value = value,
            Method =
                value is null ? SwitchingMethod.None
                : isLinear ? SwitchingMethod.ClosedForm
                : SwitchingMethod.Search,
            WithinSupport = isWithin,
            All = told,
            ProbabilityBeyond =
                value is not { } at || !input.IsUncertain ? null
                : told.Length > 1 ? Otherwise(model, input, told)
                : at >= input.Base ? 1 - input.Distribution.Cdf(at)
                : input.Distribution.Cdf(at),
            Raises =
                isIdle ? null
                : !isLinear ? Direction(model, input)
                : model.Linear.Rises(input.Id),
        };
    }

    // A ratio must mean something there; and where there is neither benefit nor cost, nothing is done, which is no way to break even.
    private static bool IsAnswer(PointModel model, VariedInput input, double value) =>
        model.Figure((input, value)) is not null && !model.IsNothing((input, value));

    // Between two switching values the decision is the same.
    private static double Otherwise(PointModel model, VariedInput input, ImmutableArray<double> all)
    {
        bool now = model.Margin((input, input.Base)) > 0;
        double[] ends = [double.NegativeInfinity, .. all, double.PositiveInfinity];
        double chance = 0;
        for (int i = 0; i + 1 < ends.Length; i++)
        {
            double from = double.IsInfinity(ends[i]) ? 0 : input.Distribution.Cdf(ends[i]),
                to = double.IsInfinity(ends[i + 1]) ? 1 : input.Distribution.Cdf(ends[i + 1]);
            if (to > from && model.Margin((input, Middle(input, from, to))) > 0 != now)
            {
                chance += to - from;
            }
        }

        return chance;
    }

    private static double Middle(VariedInput input, double from, double to) =>
        input.Distribution.Quantile(Math.Clamp((from + to) / 2, LeastChance, 1 - LeastChance));

    private static bool? Direction(PointModel model, VariedInput input)
    {
        (double low, double high) = input.MiddleRange();
        double? atLow = model.Margin((input, low)),
            atBase = model.Margin((input, input.Base)),
            atHigh = model.Margin((input, high));
        return atLow <= atBase && atBase <= atHigh && atLow < atHigh ? true
            : atLow >= atBase && atBase >= atHigh && atLow > atHigh ? false
            : null;
    }
}

/// <summary>How a switching value was found.</summary>
public enum SwitchingMethod
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>Solved, since the formula is linear in the input.</summary>
    ClosedForm,

    /// <summary>Searched between bounds (Brent), since the formula is not linear in the input.</summary>
    Search,
}
