using System.Collections.Immutable;
using Sroi.Quantities;
using Sroi.Showing;

namespace Sroi.Sensitivity.OneAtATime;

/// <summary>What each uncertain input does to a figure by itself: at a low and a high value of its own, all others at base. The longest bar first.</summary>
/// <remarks>Each input moves over its own evidence, not over the same ±x %. One input is one bar, however many outcomes it feeds; shares that sum to one are one.</remarks>
/// <param name="Figure">The figure.</param>
/// <param name="Base">Its value at base: the line from which the bars go out.</param>
/// <param name="Ends">Between which percentiles the inputs move, unless values were chosen.</param>
/// <param name="Bars">A bar for each input, by length; those that do nothing last.</param>
public sealed record Tornado(TargetFigure Figure, double Base, PercentileEnds Ends, ImmutableArray<TornadoBar> Bars) : Result
{
    // At so many values a bar of what is not linear is looked at, since it may turn round between its ends.
    private const int Looks = 33;

    /// <summary>The tornado over the 5th to 95th percentile of each input.</summary>
    /// <exception cref="SensitivityException">Nothing is valued, or no input has a spread.</exception>
    public static Tornado Of(TargetFigure figure) => Of(figure, PercentileEnds.Usual, ImmutableDictionary<string, ValueRange>.Empty);

    /// <summary>The tornado over chosen percentiles, and for some inputs over chosen values.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="ends">The percentiles.</param>
    /// <param name="chosen">Ranges by the input's id or its last part; they can be of inputs without a spread, too.</param>
    /// <exception cref="SensitivityException">Percentiles or a range upside down, no such input, or no input has a spread.</exception>
    public static Tornado Of(TargetFigure figure, PercentileEnds ends, IReadOnlyDictionary<string, ValueRange> chosen)
    {
        ends.Check();
        double atBase = figure.Base;
        Dictionary<string, ValueRange> ranges = new(StringComparer.Ordinal);
        foreach ((string name, ValueRange range) in chosen)
        {
            VariedInput input = figure.Input(name);
            ranges[input.Id] = ValueRange.For(input, range);
        }

        TornadoBar[] bars = PointModel.OfEach(
            figure,
            [.. figure.Inputs().Where(input => input.IsUncertain || ranges.ContainsKey(input.Id))],
            (model, input) => Bar(figure, model, atBase, input, ranges.GetValueOrDefault(input.Id) ?? ends.Of(input))
        );
        return bars.Length == 0
            ? throw new SensitivityException(
                $"No number of {figure.SocialReturn.Scenario.Id} has a spread, so there is nothing to vary. Give spreads in the file, or ranges of your own."
            )
            : new(
                figure,
                atBase,
                ends,
                [
                    .. bars.GroupBy(bar => bar.Input.ShareOf ?? bar.Input.Id)
                        .Select(Longest)
                        .OrderByDescending(bar => SortKeys.Rounded(bar.Swing))
                        .ThenBy(bar => bar.Input.Id, StringComparer.Ordinal),
                ]
            );
    }

    private static TornadoBar Bar(TargetFigure figure, PointModel model, double atBase, VariedInput input, ValueRange range) =>
        new()
        {
            Input = input,
            Low = range.Low,
            High = range.High,
            FigureAtLow = model.Figure((input, range.Low)),
            FigureAtHigh = model.Figure((input, range.High)),
            Between = model.Linear.IsLinearIn(input.Id)
                ? []
                : [.. range.Values(Looks).Select(value => model.Figure((input, value))).OfType<double>()],
            Base = atBase,
            Threshold = figure.Threshold,
            Switching = SwitchingValue.Of(figure, model, input),
        };

    // Of shares that sum to one, the one that does most stands for all.
    private static TornadoBar Longest(IGrouping<string, TornadoBar> group) =>
        group.OrderByDescending(bar => SortKeys.Rounded(bar.Swing)).ThenBy(bar => bar.Input.Id, StringComparer.Ordinal).First();
}

/// <summary>One bar: a figure at a low and at a high value of one input.</summary>
public sealed record TornadoBar
{
    /// <summary>The input.</summary>
    public required VariedInput Input { get; init; }

    /// <summary>The input's low value, in its unit.</summary>
    public required double Low { get; init; }

    /// <summary>The input's high value.</summary>
    public required double High { get; init; }

    /// <summary>The figure at the low value; null where it is undefined.</summary>
    public required double? FigureAtLow { get; init; }

    /// <summary>The figure at the high value; null where it is undefined.</summary>
    public required double? FigureAtHigh { get; init; }

    /// <summary>The figure at base.</summary>
    public required double Base { get; init; }

    /// <summary>Where the decision turns.</summary>
    public required double Threshold { get; init; }

    /// <summary>The value of the input at which it turns.</summary>
    public required SwitchingValue Switching { get; init; }

    /// <summary>The lowest of the figure: at both ends, at base and, where it is not linear in the input, between.</summary>
    public double Lowest => All().Min();

    /// <summary>The highest of the figure, likewise.</summary>
    public double Highest => All().Max();

    /// <summary>The length of the bar: from the lowest to the highest of the figure, the base included.</summary>
    public double Swing => Highest - Lowest;

    /// <summary>Whether a higher value raises the figure.</summary>
    public TornadoDirection Direction =>
        Swing == 0 ? TornadoDirection.None
        : FigureAtLow is not { } low || FigureAtHigh is not { } high ? TornadoDirection.Both
        : low <= Base && Base <= high && low <= Lowest && high >= Highest ? TornadoDirection.Up
        : high <= Base && Base <= low && high <= Lowest && low >= Highest ? TornadoDirection.Down
        : TornadoDirection.Both;

    /// <summary>Whether the figure lies somewhere on the other side of the threshold than at base, so that this input alone turns the decision.</summary>
    public bool Flips => Lowest > Threshold != Base > Threshold || Highest > Threshold != Base > Threshold;

    internal ImmutableArray<double> Between { get; init; } = [];

    private IEnumerable<double> All() => new[] { FigureAtLow, Base, FigureAtHigh }.OfType<double>().Concat(Between);
}

/// <summary>Which way an input moves a figure.</summary>
public enum TornadoDirection
{
    /// <summary>It does nothing.</summary>
    None,

    /// <summary>A higher value raises the figure.</summary>
    Up,

    /// <summary>A higher value lowers the figure.</summary>
    Down,

    /// <summary>Both ends lie on one side of the base, or the figure is undefined at one.</summary>
    Both,
}

/// <summary>Between which percentiles of its own an input moves.</summary>
/// <param name="Low">The probability of a lower value, such as 0.05.</param>
/// <param name="High">The probability of a value at most as high, such as 0.95.</param>
public sealed record PercentileEnds(double Low, double High)
{
    /// <summary>The 5th and the 95th percentile.</summary>
    public static PercentileEnds Usual { get; } = new(0.05, 0.95);

    internal void Check()
    {
        if (!(Low is > 0 and < 1 && High is > 0 and < 1 && Low < High))
        {
            throw new SensitivityException(
                $"The percentiles of the ends lie between 0 % and 100 %, the lower one first, such as 5 % to 95 %; found {Figures.Percent(Low)} to {Figures.Percent(High)}."
            );
        }
    }

    internal ValueRange Of(VariedInput input) => new(input.Distribution.Quantile(Low), input.Distribution.Quantile(High));
}
