using System.Collections.Immutable;
using Sroi.Evaluation;
using Sroi.Showing;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Uncertainty.Running;

/// <summary>The result of a simulation: the distributions of the figures, with Monte Carlo errors.</summary>
/// <remarks>Null means "undefined" or "does not exist", never zero or NaN.</remarks>
public sealed record SimulationResult : Result
{
    /// <summary>The simulation.</summary>
    public required Simulation Simulation { get; init; }

    /// <summary>The number of draws made; fewer than requested if it was stopped or reached its tolerance.</summary>
    public required long Draws { get; init; }

    /// <summary>Whether it was stopped before all draws were made.</summary>
    public required bool IsStopped { get; init; }

    /// <summary>Every requested figure, with its distribution.</summary>
    public required ImmutableArray<FigureSummary> Figures { get; init; }

    /// <summary>
    /// Mean present value of benefits ÷ mean present value of inputs: the expected ratio. Null if no outcome is valued or mean inputs are not above zero.
    /// </summary>
    public required Estimate? RatioOfMeans { get; init; }

    /// <summary>The share of the draws in which inputs are zero or negative, so the ratio is undefined.</summary>
    public required double ShareInputsNotPositive { get; init; }

    /// <summary>The uncertain parameters by id, in ordinal order.</summary>
    public required ImmutableArray<string> Parameters { get; init; }

    /// <summary>
    /// The draws of each parameter, in the order of <see cref="Parameters"/>; for shares that sum to one (a Dirichlet), the shares. Empty unless kept.
    /// </summary>
    public ImmutableArray<ImmutableArray<double>> ParameterDraws { get; init; } = [];

    /// <summary>Rank correlations between parameters, requested and reached.</summary>
    public ImmutableArray<CorrelationReport> Correlations { get; init; } = [];

    /// <summary>The undefined draws; null if there are none.</summary>
    public UndefinedDraws? UndefinedDraws { get; init; }

    /// <summary>Whether the tolerance was reached; null if none was given.</summary>
    public ConvergenceReport? Convergence { get; init; }

    /// <summary>The SROI ratio; null if no outcome is valued.</summary>
    public FigureSummary? SroiRatio => Headline(FigureCatalogue.SroiRatio);

    /// <summary>The net present value; null if no outcome is valued.</summary>
    public FigureSummary? NetPresentValue => Headline(FigureCatalogue.NetPresentValue);

    /// <summary>The present value of benefits.</summary>
    public FigureSummary PresentValueBenefits => Headline(FigureCatalogue.PresentValueBenefits)!;

    /// <summary>The present value of inputs.</summary>
    public FigureSummary PresentValueInputs => Headline(FigureCatalogue.PresentValueInputs)!;

    /// <summary>The mean of the draws' ratios. A different statistic from <see cref="RatioOfMeans"/>; it does not exist if inputs can be zero or negative.</summary>
    public Estimate? MeanOfRatios => SroiRatio?.Mean;

    /// <summary>The share of the draws with inputs above zero in which the ratio is above 1.</summary>
    public Estimate? ProbabilityRatioAboveOne => SroiRatio?.ProbabilityAboveThreshold;

    /// <summary>The share of the draws in which the net present value is above zero.</summary>
    public Estimate? ProbabilityNpvPositive => NetPresentValue?.ProbabilityAboveThreshold;

    /// <summary>The figures of a group, in the order of the case.</summary>
    public IEnumerable<FigureSummary> Of(FigureGroup group) => Figures.Where(figure => figure.Group == group);

    /// <summary>The distribution of one of the headline figures; null if no outcome is valued.</summary>
    public FigureSummary? Headline(HeadlineFigure figure) => Figures.FirstOrDefault(f => f.Group == FigureGroup.Headline && f.Id == figure.Id);
}

/// <summary>Draws in which a figure is undefined: a division by zero, or a number too large.</summary>
/// <param name="Count">Their number, for the figure with the most.</param>
/// <param name="Figures">Which figures, by id.</param>
/// <param name="FirstDraw">The index of the first such draw, from 0.</param>
/// <param name="FirstParameters">The parameters of that draw.</param>
public sealed record UndefinedDraws(long Count, ImmutableArray<string> Figures, long FirstDraw, ImmutableArray<DrawnParameter> FirstParameters);

/// <summary>The value of a parameter in a draw.</summary>
/// <param name="Id">Its full id.</param>
/// <param name="Value">Its value, in its unit; for one of several shares that sum to one, the share.</param>
public sealed record DrawnParameter(string Id, double Value);
