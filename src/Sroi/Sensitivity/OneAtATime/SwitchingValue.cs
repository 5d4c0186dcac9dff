namespace Sroi.Sensitivity;

/// <summary>The value of one input at which the figure reaches its threshold (net present value 0, or a ratio of R), all others at base.</summary>
/// <remarks>
/// Green Book (HM Treasury, 2026): the switching value. A Guide to Social Return on Investment (2009, 2nd ed. 2012), stage 5: how much an estimate must change
/// for £1 : £1.
/// </remarks>
public sealed record SwitchingValue
{
    /// <summary>The input.</summary>
    public required VariedInput Input { get; init; }

    /// <summary>The value, in the input's unit, nearest to its base value; null where no value does it.</summary>
    public required double? Value { get; init; }

    /// <summary>How it was found.</summary>
    public required SwitchingMethod Method { get; init; }

    /// <summary>Whether the input can have the value: it lies within its support, or for a number known exactly within what such a number can be.</summary>
    public required bool WithinSupport { get; init; }

    /// <summary>Whether a higher value of the input raises the figure; null where it does neither, or where the figure is not linear and turns round.</summary>
    public required bool? Raises { get; init; }

    /// <summary>The probability that the input lies below the value; null where it has no spread or there is no value.</summary>
    public double? ProbabilityBelow => Value is { } value && Input.IsUncertain ? Input.Distribution.Cdf(value) : null;

    /// <summary>The probability that the input lies beyond the value, seen from its base value: how likely this input alone turns the decision.</summary>
    public double? ProbabilityBeyond =>
        ProbabilityBelow is not { } below ? null
        : Value >= Input.Base ? 1 - below
        : below;

    /// <summary>How far the value lies from the base value, as a part of it: 0.2 is a fifth more. Null where there is none, or the base value is zero.</summary>
    public double? Change => Value is { } value && Input.Base != 0 ? (value - Input.Base) / Math.Abs(Input.Base) : null;

    internal static SwitchingValue Of(TargetFigure figure, PointModel model, VariedInput input)
    {
        bool isLinear = input.ShareOf is null && model.Linear.IsLinearIn(input.Id);
        double? root = isLinear ? model.Linear.Root(input.Id, input.Base) : RootSearch.Nearest(input, value => model.Margin((input, value)));
        bool meansAnything = root is not { } known || figure.Denominator is null || model.Figure((input, known)) is not null;
        double? value = meansAnything ? root : null;
        return new()
        {
            Input = input,
            Value = value,
            Method =
                value is null ? SwitchingMethod.None
                : isLinear ? SwitchingMethod.ClosedForm
                : SwitchingMethod.Search,
            WithinSupport = value is { } at && input.Possible.Contains(at),
            Raises =
                !isLinear ? Direction(model, input)
                : model.Linear.IsIdle(input.Id) ? null
                : model.Linear.Rises(input.Id),
        };
    }

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
