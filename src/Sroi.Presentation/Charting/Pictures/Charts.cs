using System.Collections.Immutable;
using Sroi.Evaluation;
using Sroi.Sensitivity.Decisions;
using Sroi.Sensitivity.OneAtATime;
using Sroi.Uncertainty.Running;

namespace Sroi.Presentation.Charting.Pictures;

/// <summary>The pictures of a business case, each a question and its answer.</summary>
public static class Charts
{
    /// <summary>What is left of the gross value: deadweight, displacement, attribution, drop-off and discounting, step by step.</summary>
    public static Chart Waterfall(SroiResult result) => WaterfallChart.Of(result);

    /// <summary>Who pays and who gains, party by party.</summary>
    public static Chart WhoPaysWhoGains(SroiResult result) => LedgerChart.Of(result);

    /// <summary>Benefits and inputs year by year, and when the one has made up for the other.</summary>
    public static Chart CashFlow(SroiResult result) => CashFlowChart.Of(result);

    /// <summary>How the ratio is distributed over the draws, the part below 1 marked.</summary>
    /// <exception cref="ArgumentException">The ratio does not vary, or does not mean anything in every draw.</exception>
    public static Chart RatioDistribution(SimulationResult draws) => DistributionChart.Of(draws);

    /// <summary>How the expected ratio and its interval settle as draws are added. It runs the simulation again with fewer draws; they are the first of the same draws.</summary>
    /// <exception cref="ArgumentException">The ratio does not vary.</exception>
    public static Chart Convergence(SimulationResult draws) => ConvergenceChart.Of(draws);

    /// <summary>What each changed number did to the net present value, in fair shares.</summary>
    public static Chart Changes(Comparison comparison) => ChangesChart.Of(comparison);

    /// <summary>What moves a figure, number by number, with the values at which the decision turns.</summary>
    public static Chart Tornado(Tornado tornado) => TornadoChart.Of(tornado);

    /// <summary>A figure over a grid of two numbers, with the line on which the decision turns.</summary>
    public static Chart TwoWay(TwoWay grid) => TwoWayChart.Of(grid);

    /// <summary>How likely a pound brings what is asked of it.</summary>
    public static Chart Acceptability(AcceptabilityCurve curve) => AcceptabilityChart.Of(curve);

    /// <summary>What it would be worth, in pounds, to know each number before deciding.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="everything">What it would be worth to know everything.</param>
    /// <param name="inputs">What it would be worth to know each.</param>
    /// <param name="isEach">Whether every number was valued that the decision rests on.</param>
    public static Chart Information(Decision decision, Evpi everything, ImmutableArray<Evppi> inputs, bool isEach = true) =>
        InformationChart.Of(decision, everything, inputs, isEach);

    /// <summary>The ratios of options side by side, each with its interval.</summary>
    public static Chart Ratios(OptionComparison comparison) => OptionsChart.Ratios(comparison);

    /// <summary>The net present values of options side by side, each with its interval.</summary>
    public static Chart NetPresentValues(OptionComparison comparison) => OptionsChart.NetPresentValues(comparison);
}
