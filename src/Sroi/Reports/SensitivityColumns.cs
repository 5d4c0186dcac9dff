using System.Collections.Immutable;
using Sroi.Sensitivity;
using Sroi.Sensitivity.OneAtATime;
using Sroi.Sensitivity.Variance;
using static Sroi.Reports.ColumnFormat;

namespace Sroi.Reports;

/// <summary>The columns of the analyses that vary one or two numbers, and of those that share out a variance.</summary>
public static class SensitivityColumns
{
    /// <summary>The columns of a number that is varied.</summary>
    public static ImmutableArray<Column<VariedParameter>> Parameter { get; } =
    [
        new("id", "number", Text, input => input.Id),
        new("label", "label", Text, input => input.Label),
        new("unit", "unit", Text, input => UnitNames.Of(input)),
        new("price_year", "price year", Text, input => input.PriceYear?.ToString()),
        new("share", "share of a whole", Truth, input => input.IsShare),
        new("share_of", "one of the shares of", Text, input => input.ShareOf),
        new("base", "base case", Number, input => input.Base),
    ];

    /// <summary>The columns of a switching value.</summary>
    public static ImmutableArray<Column<SwitchingValue>> Switching { get; } =
    [
        new("switching_value", "switching value", Number, row => row.Value),
        new("all_switching_values", "all switching values", Text, row => row.All),
        new("method", "found by", Text, row => Names.Of(row.Method)),
        new("within_support", "within its spread", Truth, row => row.WithinSupport),
        new("change", "change", Percent, row => row.Change),
        new("probability_below", "chance to be below", Chance, row => row.ProbabilityBelow),
        new("probability_beyond", "chance to be beyond", Chance, row => row.ProbabilityBeyond),
    ];

    /// <summary>The columns of switching values, with the number that is varied.</summary>
    public static ImmutableArray<Column<SwitchingValue>> SwitchingOfParameter { get; } =
    [.. Parameter.For<VariedParameter, SwitchingValue>(row => row.Parameter), .. Switching];

    /// <summary>The columns of a tornado.</summary>
    public static ImmutableArray<Column<TornadoBar>> Bars { get; } =
    [
        .. Parameter.For<VariedParameter, TornadoBar>(bar => bar.Parameter),
        new("low", "low", Number, bar => bar.Low),
        new("high", "high", Number, bar => bar.High),
        new("figure_at_low", "figure at the low value", Number, bar => bar.FigureAtLow),
        new("figure_at_high", "figure at the high value", Number, bar => bar.FigureAtHigh),
        new("lowest", "lowest", Number, bar => bar.Lowest),
        new("highest", "highest", Number, bar => bar.Highest),
        new("swing", "swing", Number, bar => bar.Swing),
        new("direction", "direction", Text, bar => Names.Of(bar.Direction)),
        new("flips", "reverses the decision", Truth, bar => bar.Flips),
        .. Switching.For<SwitchingValue, TornadoBar>(bar => bar.Switching),
    ];

    /// <summary>The columns of a figure over one number.</summary>
    public static ImmutableArray<Column<OneWayPoint>> Points { get; } =
    [new("value", "value", Number, point => point.Value), new("figure", "figure", Number, point => point.Figure)];

    /// <summary>The columns of the means by tenths of one number.</summary>
    public static ImmutableArray<Column<ConditionalPart>> Tenths { get; } =
    [
        new("tenth", "tenth", Count, part => part.Tenth),
        new("input_mean", "mean of the number", Number, part => part.ParameterMean),
        new("figure", "mean of the figure", Number, part => part.Figure),
        new("draws", "draws", Count, part => part.Draws),
    ];

    /// <summary>The columns of the points of a grid at which the figure reaches its threshold.</summary>
    public static ImmutableArray<Column<BreakEvenPoint>> BreakEven { get; } =
    [
        new("across", "across", Number, point => point.Across),
        new("down", "down", Number, point => point.Down),
        new("within_support", "within its spread", Truth, point => point.WithinSupport),
    ];

    /// <summary>The columns of the cells of a value map.</summary>
    public static ImmutableArray<Column<ValueMapCell>> Cells { get; } =
    [
        new("outcome", "outcome", Text, cell => cell.Outcome),
        new("column", "estimate", Text, cell => Names.Of(cell.Column)),
        new("unit", "unit", Text, cell => UnitNames.Of(cell.Switching.Parameter)),
        new("base", "base case", Number, cell => cell.Switching.Parameter.Base),
        .. Switching.For<SwitchingValue, ValueMapCell>(cell => cell.Switching),
    ];

    /// <summary>The columns of a number or a group of numbers.</summary>
    public static ImmutableArray<Column<ParameterGroup>> Group { get; } =
    [new("name", "number", Text, group => group.Name), new("inputs", "numbers", Text, group => group.Parameters)];

    /// <summary>The columns of Sobol indices.</summary>
    public static ImmutableArray<Column<SobolIndex>> Indices { get; } =
    [
        .. Group.For<ParameterGroup, SobolIndex>(row => row.Group),
        new("first", "by itself", Percent, row => row.First),
        new("total", "with others", Percent, row => row.Total),
    ];

    /// <summary>The columns of Shapley effects.</summary>
    public static ImmutableArray<Column<ShapleyEffect>> Effects { get; } =
    [.. Group.For<ParameterGroup, ShapleyEffect>(row => row.Group), new("effect", "part of the variance", Percent, row => row.Effect)];

    /// <summary>The columns of elementary effects.</summary>
    public static ImmutableArray<Column<ElementaryEffect>> Elementary { get; } =
    [
        .. Group.For<ParameterGroup, ElementaryEffect>(row => row.Group),
        new("mean_size", "mean size of effect", Number, row => row.MeanSize),
        new("mean", "mean effect", Number, row => row.Mean),
        new("sd", "spread of effect", Number, row => row.StandardDeviation),
    ];
}
