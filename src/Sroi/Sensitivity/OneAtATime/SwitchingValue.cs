using System.Collections.Immutable;

namespace Sroi.Sensitivity.OneAtATime;

/// <summary>The value of one parameter at which the figure reaches its threshold (net present value 0, or a ratio of R), all others at their base values.</summary>
/// <remarks>
/// Green Book (HM Treasury, 2026): the switching value. A Guide to Social Return on Investment (2009, 2nd ed. 2012), stage 5: how much an estimate must change
/// for £1 : £1.
/// </remarks>
public sealed record SwitchingValue
{
    private const double LeastChance = 1e-15;

    /// <summary>The parameter.</summary>
    public required VariedParameter Parameter { get; init; }

    /// <summary>The value nearest to the base value, in the parameter's unit; null if there is none, or only one at which nothing is done at all.</summary>
    public required double? Value { get; init; }

    /// <summary>All such values that are possible, ascending; more than one if the figure is not monotone.</summary>
    public ImmutableArray<double> All { get; init; } = [];

    /// <summary>How it was found.</summary>
    public required SwitchingMethod Method { get; init; }

    /// <summary>Whether the value is possible: within the support of the parameter or, if it is known exactly, within the bounds of its kind.</summary>
    public required bool WithinSupport { get; init; }

    /// <summary>Whether a higher value raises the figure; null if it has no effect, or if the figure is not monotone in it.</summary>
    public required bool? Raises { get; init; }

    /// <summary>The probability that the parameter is below the value; null if it has no spread or there is no value.</summary>
    public double? ProbabilityBelow => Value is { } value && Parameter.IsUncertain ? Parameter.Distribution.Cdf(value) : null;

    /// <summary>
    /// The probability that the parameter alone reverses the decision: that it lies where the decision differs from that at its base value. Null if it has
    /// no spread or there is no value.
    /// </summary>
    public double? ProbabilityBeyond { get; init; }

    /// <summary>The change from the base value, as a fraction of it: 0.2 is a fifth more. Null if there is no value, or the base value is zero.</summary>
    public double? Change => Value is { } value && Parameter.Base != 0 ? (value - Parameter.Base) / Math.Abs(Parameter.Base) : null;

    internal static SwitchingValue Of(TargetFigure figure, PointModel model, VariedParameter parameter)
    {
        bool isLinear = parameter.ShareOf is null && model.Linear.IsLinearIn(parameter.Id);
        bool isIdle = model.IsIdle(parameter),
            isAlwaysThere = isIdle && model.IsAtThreshold;
        double[] points = isLinear || isAlwaysThere ? [] : RootSearch.Points(parameter),
            all = [.. RootSearch.Within(points, value => model.Margin((parameter, value))).Where(at => IsAnswer(model, parameter, at))];
        double? value =
            isAlwaysThere || (isIdle && isLinear) ? null
            : isLinear ? model.Linear.Root(parameter.Id, parameter.Base)
            : all.Length > 0 ? all.MinBy(at => Math.Abs(at - parameter.Base))
            : RootSearch.Beyond(parameter, points, at => model.Margin((parameter, at)));
        value = value is { } found && IsAnswer(model, parameter, found) ? found : null;
        bool isWithin = value is { } known && parameter.Possible.Contains(known);
        ImmutableArray<double> values =
            !isLinear ? [.. all]
            : isWithin ? [value!.Value]
            : [];
        return new()
        {
            Parameter = parameter,
            Value = value,
            Method =
                value is null ? SwitchingMethod.None
                : isLinear ? SwitchingMethod.ClosedForm
                : SwitchingMethod.Search,
            WithinSupport = isWithin,
            All = values,
            ProbabilityBeyond =
                value is not { } at || !parameter.IsUncertain ? null
                : values.Length > 1 ? Otherwise(model, parameter, values)
                : at >= parameter.Base ? 1 - parameter.Distribution.Cdf(at)
                : parameter.Distribution.Cdf(at),
            Raises =
                isIdle ? null
                : !isLinear ? Direction(model, parameter)
                : model.Linear.Rises(parameter.Id),
        };
    }

    // A ratio must be defined there. Neither benefits nor costs means that nothing is done, which is not a way to break even.
    private static bool IsAnswer(PointModel model, VariedParameter parameter, double value) =>
        model.Figure((parameter, value)) is not null && !model.IsNothing((parameter, value));

    // Between two switching values the decision is the same.
    private static double Otherwise(PointModel model, VariedParameter parameter, ImmutableArray<double> all)
    {
        bool now = model.Margin((parameter, parameter.Base)) > 0;
        double[] ends = [double.NegativeInfinity, .. all, double.PositiveInfinity];
        double chance = 0;
        for (int i = 0; i + 1 < ends.Length; i++)
        {
            double from = double.IsInfinity(ends[i]) ? 0 : parameter.Distribution.Cdf(ends[i]),
                to = double.IsInfinity(ends[i + 1]) ? 1 : parameter.Distribution.Cdf(ends[i + 1]);
            if (to > from && model.Margin((parameter, Middle(parameter, from, to))) > 0 != now)
            {
                chance += to - from;
            }
        }

        return chance;
    }

    private static double Middle(VariedParameter parameter, double from, double to) =>
        parameter.Distribution.Quantile(Math.Clamp((from + to) / 2, LeastChance, 1 - LeastChance));

    private static bool? Direction(PointModel model, VariedParameter parameter)
    {
        (double low, double high) = parameter.MiddleRange();
        double? atLow = model.Margin((parameter, low)),
            atBase = model.Margin((parameter, parameter.Base)),
            atHigh = model.Margin((parameter, high));
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

    /// <summary>Solved, since the formula is linear in the parameter.</summary>
    ClosedForm,

    /// <summary>Searched between bounds (Brent), since the formula is not linear in the parameter.</summary>
    Search,
}
