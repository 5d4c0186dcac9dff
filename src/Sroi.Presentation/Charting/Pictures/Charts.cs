using System.Collections.Immutable;
using Sroi.Evaluation;
using Sroi.Sensitivity.Decisions;
using Sroi.Sensitivity.OneAtATime;
using Sroi.Uncertainty.Running;

namespace Sroi.Presentation.Charting.Pictures;

/// <summary>The charts of a business case, each a question and its answer.</summary>
public static class Charts
{
    /// <summary>From the gross value to the present value: deadweight, displacement, attribution, drop-off and discounting, step by step.</summary>
    public static Chart Waterfall(SroiResult result) => WaterfallChart.Of(result);

    /// <summary>Who pays and who gains, party by party.</summary>
    public static Chart WhoPaysWhoGains(SroiResult result) => LedgerChart.Of(result);

    /// <summary>Benefits and inputs year by year, and when the inputs are paid back.</summary>
    public static Chart CashFlow(SroiResult result) => CashFlowChart.Of(result);

    /// <summary>How the ratio is distributed over the draws, the part below 1 marked.</summary>
    /// <exception cref="ArgumentException">The ratio does not vary, or is not defined in every draw.</exception>
    public static Chart RatioDistribution(SimulationResult draws) => DistributionChart.Of(draws);

    /// <summary>How the expected ratio and its interval settle as draws are added. It runs the simulation again with fewer draws; they are the first of the same draws.</summary>
    /// <exception cref="ArgumentException">The ratio does not vary.</exception>
    public static Chart Convergence(SimulationResult draws) => ConvergenceChart.Of(draws);

    /// <summary>The effect of each changed parameter on the net present value (Shapley values).</summary>
    public static Chart Changes(Comparison comparison) => ChangesChart.Of(comparison);

    /// <summary>The sensitivity of a figure to each parameter, with the values at which the decision changes.</summary>
    public static Chart Tornado(Tornado tornado) => TornadoChart.Of(tornado);

    /// <summary>A figure over a grid of two parameters, with the line on which the decision changes.</summary>
    public static Chart TwoWay(TwoWay grid) => TwoWayChart.Of(grid);

    /// <summary>How likely each option is to reach a given SROI ratio.</summary>
    public static Chart Acceptability(AcceptabilityCurve curve) => AcceptabilityChart.Of(curve);

    /// <summary>The value, in pounds, of perfect information on each parameter before deciding.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="everything">The value of perfect information on everything.</param>
    /// <param name="inputs">The value of perfect information on each.</param>
    /// <param name="isEach">Whether every parameter was valued that the decision rests on.</param>
    public static Chart Information(Decision decision, Evpi everything, ImmutableArray<Evppi> inputs, bool isEach = true) =>
        InformationChart.Of(decision, everything, inputs, isEach);

    /// <summary>The ratios of options side by side, each with its interval.</summary>
    public static Chart Ratios(OptionComparison comparison) => OptionsChart.Ratios(comparison);

    /// <summary>The net present values of options side by side, each with its interval.</summary>
    public static Chart NetPresentValues(OptionComparison comparison) => OptionsChart.NetPresentValues(comparison);
}
