using System.Collections.Immutable;
using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Sensitivity;
using Sroi.Sensitivity.Decisions;
using static Sroi.Reports.ColumnFormat;

namespace Sroi.Reports;

/// <summary>The columns of choices: alternatives, value of information, acceptability, options compared, subgroups.</summary>
public static class DecisionColumns
{
    private const string IncrementalRatio = "incremental_ratio";

    /// <summary>The columns of a figure over the draws.</summary>
    public static ImmutableArray<Column<DrawnFigure>> Drawn { get; } =
    [
        new("base", "base case", Number, figure => figure.Base),
        new("mean", "mean", Number, figure => figure.Mean),
        new("p2_5", "2.5 %", Number, figure => figure.Low),
        new("p97_5", "97.5 %", Number, figure => figure.High),
    ];

    /// <summary>The columns of an alternative.</summary>
    public static ImmutableArray<Column<ExpectedAlternative>> Alternatives { get; } =
    [
        new("name", "alternative", Text, row => row.Name),
        new(FigureCatalogue.NetPresentValue.Id, "mean net present value", Pounds, row => row.NetPresentValue),
        new("probability_best", "chance to be best", Chance, row => row.ProbabilityBest),
        new("expected_loss", "expected loss", Pounds, row => row.ExpectedLoss),
    ];

    /// <summary>The columns of what it costs and is worth to find numbers out.</summary>
    public static ImmutableArray<Column<ResearchPriority>> Research { get; } =
    [
        .. SensitivityColumns.Group.For<ParameterGroup, ResearchPriority>(row => row.Group),
        new("worth", "worth at most", Pounds, row => row.Worth),
        new("cost", "cost", Pounds, row => row.Cost),
        new("net", "net", Pounds, row => row.Net),
        new("verdict", "verdict", Text, row => Names.Of(row.Verdict)),
    ];

    /// <summary>The columns of the options of an acceptability curve.</summary>
    public static ImmutableArray<Column<AcceptableOption>> AcceptableOptions { get; } =
    [
        new("name", "option", Text, row => row.Name),
        new("probability_npv_positive", "chance of a net present value above zero", Chance, row => row.ProbabilityNpvPositive),
        new("share_inputs_not_positive", "share of draws with inputs not above zero", Percent, row => row.ShareInputsNotPositive),
    ];

    /// <summary>The columns of an alternative at one ratio of an acceptability curve.</summary>
    public static ImmutableArray<Column<AcceptabilityOfOption>> Acceptability { get; } =
    [
        new("name", "alternative", Text, row => row.Name),
        new("probability_reached", "chance to reach the ratio", Chance, row => row.ProbabilityReached),
        new("probability_best", "chance to be best", Chance, row => row.ProbabilityBest),
        new("mean_net_benefit", "mean net benefit", Pounds, row => row.MeanNetBenefit),
        new("expected_loss", "expected loss", Pounds, row => row.ExpectedLoss),
    ];

    /// <summary>The columns of options compared.</summary>
    public static ImmutableArray<Column<ComparedOption>> Options { get; } =
    [
        new("name", "option", Text, row => row.Name),
        new("title", "title", Text, row => row.Title),
        new("delivery_model", "delivery model", Text, row => DeliveryModels.Name(row.DeliveryModel)),
        .. Figures<ComparedOption>(FigureNames, FiguresOf),
        new("probability_npv_positive", "chance of a net present value above zero", Chance, row => row.ProbabilityNpvPositive),
        new("probability_best", "chance to be best", Chance, row => row.ProbabilityBest),
        new("expected_loss", "expected loss", Pounds, row => row.ExpectedLoss),
    ];

    /// <summary>The columns of what an option adds to another.</summary>
    public static ImmutableArray<Column<OptionIncrement>> Increments { get; } =
    [
        new("name", "option", Text, row => row.Name),
        new("against", "against", Text, row => row.Against),
        .. Figures<OptionIncrement>(IncrementNames, FiguresOf),
        new("probability_better", "chance to be better", Chance, row => row.ProbabilityBetter),
        new("dominance", "dominance", Text, row => Names.Of(row.Dominance)),
    ];

    /// <summary>The columns of the frontier of options.</summary>
    public static ImmutableArray<Column<FrontierStep>> Frontier { get; } =
    [
        new("name", "option", Text, row => row.Name),
        new(FigureCatalogue.PresentValueInputs.Id, "inputs", Pounds, row => row.Inputs),
        new(FigureCatalogue.PresentValueBenefits.Id, "benefits", Pounds, row => row.Benefits),
        new("standing", "standing", Text, row => Names.Of(row.Standing)),
        new("against", "against", Text, row => row.Against),
        new(IncrementalRatio, "incremental ratio", Ratio, row => row.IncrementalRatio),
    ];

    /// <summary>The columns of subgroups.</summary>
    public static ImmutableArray<Column<SubgroupResult>> Subgroups { get; } =
    [
        new("dimension", "dimension", Text, row => Names.Of(row.Dimension)),
        new("id", "subgroup", Text, row => row.Id),
        new("label", "label", Text, row => row.Label),
        new("share_of_benefits", "share of benefits", Percent, row => row.ShareOfBenefits),
        new("benefits", "benefits", Pounds, row => Drawn.Part(row.Benefits)),
        new("inputs", "inputs", Pounds, row => Drawn.Part(row.Inputs)),
        new("net", "net", Pounds, row => Drawn.Part(row.Net)),
        new("probability_net_positive", "chance of a net above zero", Chance, row => row.ProbabilityNetPositive),
        new("weighted_net", "net, weighted", Pounds, row => Drawn.Part(row.WeightedNet)),
    ];

    /// <summary>The columns of the totals of all subgroups.</summary>
    public static ImmutableArray<Column<SubgroupTotal>> Totals { get; } =
    [.. Figures<SubgroupTotal>(FigureNames, t => [t.Benefits, t.Inputs, t.NetPresentValue, t.Ratio])];

    /// <summary>The names of the figures of an option, in the order of <see cref="FiguresOf(ComparedOption)"/>.</summary>
    internal static IEnumerable<string> FigureNames => FigureCatalogue.Leading.Select(figure => figure.Id);

    /// <summary>Those of what it adds; the ratio is the incremental one.</summary>
    internal static IEnumerable<string> IncrementNames => [.. FigureNames.SkipLast(1), IncrementalRatio];

    internal static DrawnFigure[] FiguresOf(ComparedOption o) => [o.Benefits, o.Inputs, o.NetPresentValue, o.Ratio];

    internal static DrawnFigure[] FiguresOf(OptionIncrement i) => [i.Benefits, i.Inputs, i.NetPresentValue, i.Ratio];

    private static IEnumerable<Column<T>> Figures<T>(IEnumerable<string> names, Func<T, DrawnFigure[]> of) =>
        names.Select((name, number) => new Column<T>(name, name.Replace('_', ' '), Number, row => Drawn.Part(of(row)[number])));
}
