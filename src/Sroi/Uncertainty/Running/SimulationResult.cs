using System.Collections.Immutable;
using Sroi.Evaluation;
using Sroi.Showing;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Uncertainty.Running;

/// <summary>What a simulation says: how sure the figures of a social return are, and how sure that is.</summary>
/// <remarks>Null is "undefined" or "does not exist", never zero and never not-a-number.</remarks>
public sealed record SimulationResult : Result
{
    /// <summary>What was run.</summary>
    public required Simulation Simulation { get; init; }

    /// <summary>How many draws were made; fewer than asked for where it was stopped, or where the errors were small enough before.</summary>
    public required long Draws { get; init; }

    /// <summary>Whether it was stopped before all draws were made.</summary>
    public required bool IsStopped { get; init; }

    /// <summary>Every figure asked for, with its distribution.</summary>
    public required ImmutableArray<FigureSummary> Figures { get; init; }

    /// <summary>Mean present value of benefits ÷ mean present value of inputs: the expected ratio. Null where nothing is valued or mean inputs are not above zero.</summary>
    public required Estimate? RatioOfMeans { get; init; }

    /// <summary>The share of the draws in which inputs are zero or negative, so that the ratio means nothing.</summary>
    public required double ShareInputsNotPositive { get; init; }

    /// <summary>The uncertain inputs by id, in ordinal order.</summary>
    public required ImmutableArray<string> Inputs { get; init; }

    /// <summary>
    /// The draws of each input, in the order of <see cref="Inputs"/>; of shares that sum to one (a Dirichlet) the shares. Empty unless they were to be kept.
    /// </summary>
    public ImmutableArray<ImmutableArray<double>> InputDraws { get; init; } = [];

    /// <summary>Rank correlations between inputs, as asked for and as reached.</summary>
    public ImmutableArray<CorrelationReport> Correlations { get; init; } = [];

    /// <summary>The draws without a value; null where every draw has one.</summary>
    public UndefinedDraws? UndefinedDraws { get; init; }

    /// <summary>Whether the errors asked for were reached; null where none were asked for.</summary>
    public ConvergenceReport? Convergence { get; init; }

    /// <summary>The SROI ratio; null where nothing is valued.</summary>
    public FigureSummary? SroiRatio => Headline(FigureCatalogue.SroiRatio);

    /// <summary>The net present value; null where nothing is valued.</summary>
    public FigureSummary? NetPresentValue => Headline(FigureCatalogue.NetPresentValue);

    /// <summary>The present value of benefits.</summary>
    public FigureSummary PresentValueBenefits => Headline(FigureCatalogue.PresentValueBenefits)!;

    /// <summary>The present value of inputs.</summary>
    public FigureSummary PresentValueInputs => Headline(FigureCatalogue.PresentValueInputs)!;

    /// <summary>The mean of the draws' ratios. It is another thing than <see cref="RatioOfMeans"/>, and does not exist where inputs can be zero or negative.</summary>
    public Estimate? MeanOfRatios => SroiRatio?.Mean;

    /// <summary>The share of the draws with inputs above zero in which the ratio is above 1.</summary>
    public Estimate? ProbabilityRatioAboveOne => SroiRatio?.ProbabilityAboveThreshold;

    /// <summary>The share of the draws in which the net present value is above zero.</summary>
    public Estimate? ProbabilityNpvPositive => NetPresentValue?.ProbabilityAboveThreshold;

    /// <summary>The figures of a group, in the order of the case.</summary>
    public IEnumerable<FigureSummary> Of(FigureGroup group) => Figures.Where(figure => figure.Group == group);

    /// <summary>The distribution of one of the leading figures; null where nothing is valued.</summary>
    public FigureSummary? Headline(HeadlineFigure figure) => Figures.FirstOrDefault(f => f.Group == FigureGroup.Headline && f.Id == figure.Id);
}

/// <summary>Draws in which a figure has no value: a division by zero, or too large for a number.</summary>
/// <param name="Count">How many, of the figure that has most of them.</param>
/// <param name="Figures">Which figures, by id.</param>
/// <param name="FirstDraw">The number of the first such draw, from 0.</param>
/// <param name="FirstInputs">The inputs of that draw.</param>
public sealed record UndefinedDraws(long Count, ImmutableArray<string> Figures, long FirstDraw, ImmutableArray<DrawnInput> FirstInputs);

/// <summary>The value of an input in a draw.</summary>
/// <param name="Id">Its full id.</param>
/// <param name="Value">Its value, in its own unit; of one of several shares that sum to one, the share.</param>
public sealed record DrawnInput(string Id, double Value);
