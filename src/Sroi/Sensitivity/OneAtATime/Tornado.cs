using System.Collections.Immutable;
using Sroi.Quantities;
using Sroi.Showing;

namespace Sroi.Sensitivity.OneAtATime;

/// <summary>How a figure responds to each uncertain parameter alone: at a low and a high value, all others at their base values. The longest bar first.</summary>
/// <remarks>
/// Each parameter varies over its own evidence, not over a common ±x %. A parameter has one bar, however many outcomes it feeds; shares that sum to one have
/// one bar together.
/// </remarks>
/// <param name="Figure">The figure.</param>
/// <param name="Base">The figure in the base case: the line from which the bars extend.</param>
/// <param name="Ends">The percentiles between which the parameters vary, unless ranges were given.</param>
/// <param name="Bars">A bar for each parameter, longest first; those without effect last.</param>
public sealed record Tornado(TargetFigure Figure, double Base, PercentileEnds Ends, ImmutableArray<TornadoBar> Bars) : Result
{
    // The number of values at which a non-linear figure is evaluated, because it may turn between the ends.
    private const int Looks = 33;

    /// <summary>The tornado over the 5th to 95th percentile of each parameter.</summary>
    /// <exception cref="SensitivityException">No outcome is valued, or no parameter has a spread.</exception>
    public static Tornado Of(TargetFigure figure) => Of(figure, PercentileEnds.Usual, ImmutableDictionary<string, ValueRange>.Empty);

    /// <summary>The tornado over given percentiles, and for some parameters over given ranges.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="ends">The percentiles.</param>
    /// <param name="chosen">Ranges by the parameter's id or its last part; parameters without a spread may have one too.</param>
    /// <exception cref="SensitivityException">Percentiles or a range are not ascending, there is no such parameter, or no parameter has a spread.</exception>
    public static Tornado Of(TargetFigure figure, PercentileEnds ends, IReadOnlyDictionary<string, ValueRange> chosen)
    {
        ends.Check();
        double atBase = figure.Base;
        Dictionary<string, ValueRange> ranges = new(StringComparer.Ordinal);
        foreach ((string name, ValueRange range) in chosen)
        {
            VariedParameter parameter = figure.Parameter(name);
            ranges[parameter.Id] = ValueRange.For(parameter, range);
        }

        TornadoBar[] bars = PointModel.OfEach(
            figure,
            [.. figure.Parameters().Where(parameter => parameter.IsUncertain || ranges.ContainsKey(parameter.Id))],
            (model, parameter) => Bar(figure, model, atBase, parameter, ranges.GetValueOrDefault(parameter.Id) ?? ends.Of(parameter))
        );
        return bars.Length == 0
            ? throw new SensitivityException(
                $"No parameter of {figure.SocialReturn.Scenario.Id} has a spread, so there is nothing to vary. Give parameters a spread in the file, or give ranges."
            )
            : new(
                figure,
                atBase,
                ends,
                [
                    .. bars.GroupBy(bar => bar.Parameter.ShareOf ?? bar.Parameter.Id)
                        .Select(Longest)
                        .OrderByDescending(bar => SortKeys.Rounded(bar.Swing))
                        .ThenBy(bar => bar.Parameter.Id, StringComparer.Ordinal),
                ]
            );
    }

    private static TornadoBar Bar(TargetFigure figure, PointModel model, double atBase, VariedParameter parameter, ValueRange range) =>
        new()
        {
            Parameter = parameter,
            Low = range.Low,
            High = range.High,
            FigureAtLow = model.Figure((parameter, range.Low)),
            FigureAtHigh = model.Figure((parameter, range.High)),
            Between = model.Linear.IsLinearIn(parameter.Id)
                ? []
                : [.. range.Values(Looks).Select(value => model.Figure((parameter, value))).OfType<double>()],
            Base = atBase,
            Threshold = figure.Threshold,
            Switching = SwitchingValue.Of(figure, model, parameter),
        };

    // Shares that sum to one are represented by the one with the largest effect.
    private static TornadoBar Longest(IGrouping<string, TornadoBar> group) =>
        group.OrderByDescending(bar => SortKeys.Rounded(bar.Swing)).ThenBy(bar => bar.Parameter.Id, StringComparer.Ordinal).First();
}

/// <summary>One bar: a figure at a low and a high value of one parameter.</summary>
public sealed record TornadoBar
{
    /// <summary>The parameter.</summary>
    public required VariedParameter Parameter { get; init; }

    /// <summary>The parameter's low value, in its unit.</summary>
    public required double Low { get; init; }

    /// <summary>The parameter's high value.</summary>
    public required double High { get; init; }

    /// <summary>The figure at the low value; null if undefined.</summary>
    public required double? FigureAtLow { get; init; }

    /// <summary>The figure at the high value; null if undefined.</summary>
    public required double? FigureAtHigh { get; init; }

    /// <summary>The figure at base.</summary>
    public required double Base { get; init; }

    /// <summary>The switching value.</summary>
    public required double Threshold { get; init; }

    /// <summary>The value of the parameter at which the decision changes.</summary>
    public required SwitchingValue Switching { get; init; }

    /// <summary>The lowest value of the figure: at both ends, in the base case and, if it is not linear in the parameter, in between.</summary>
    public double Lowest => All().Min();

    /// <summary>The highest value of the figure, likewise.</summary>
    public double Highest => All().Max();

    /// <summary>The length of the bar: from the lowest to the highest value of the figure, base case included.</summary>
    public double Swing => Highest - Lowest;

    /// <summary>Whether a higher value raises the figure.</summary>
    public TornadoDirection Direction =>
        Swing == 0 ? TornadoDirection.None
        : FigureAtLow is not { } low || FigureAtHigh is not { } high ? TornadoDirection.Both
        : low <= Base && Base <= high && low <= Lowest && high >= Highest ? TornadoDirection.Up
        : high <= Base && Base <= low && high <= Lowest && low >= Highest ? TornadoDirection.Down
        : TornadoDirection.Both;

    /// <summary>Whether the figure crosses the threshold, so that this parameter alone reverses the decision.</summary>
    public bool Flips => Lowest > Threshold != Base > Threshold || Highest > Threshold != Base > Threshold;

    internal ImmutableArray<double> Between { get; init; } = [];

    private IEnumerable<double> All() => new[] { FigureAtLow, Base, FigureAtHigh }.OfType<double>().Concat(Between);
}

/// <summary>The direction in which a parameter moves a figure.</summary>
public enum TornadoDirection
{
    /// <summary>It has no effect.</summary>
    None,

    /// <summary>A higher value raises the figure.</summary>
    Up,

    /// <summary>A higher value lowers the figure.</summary>
    Down,

    /// <summary>Both ends lie on the same side of the base case, or the figure is undefined at one.</summary>
    Both,
}

/// <summary>The percentiles between which a parameter varies.</summary>
/// <param name="Low">The probability of the lower end, such as 0.05.</param>
/// <param name="High">The probability of the upper end, such as 0.95.</param>
public sealed record PercentileEnds(double Low, double High)
{
    /// <summary>The 5th and the 95th percentile.</summary>
    public static PercentileEnds Usual { get; } = new(0.05, 0.95);

    internal void Check()
    {
        if (!(Low is > 0 and < 1 && High is > 0 and < 1 && Low < High))
        {
            throw new SensitivityException(
                $"The percentiles must be between 0 % and 100 %, the lower one first, such as 5 % to 95 %; found {Figures.Percent(Low)} to {Figures.Percent(High)}."
            );
        }
    }

    internal ValueRange Of(VariedParameter parameter) => new(parameter.Distribution.Quantile(Low), parameter.Distribution.Quantile(High));
}
