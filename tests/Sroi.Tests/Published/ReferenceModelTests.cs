using Sroi.Tests.Uncertainty;
using Sroi.Uncertainty.Running;
using Sroi.Uncertainty.Streams;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Tests.Published;

/// <summary>
/// The reference model against values from 10⁸ draws of an implementation of another kind, confirmed by 48 × 2¹⁶ scrambled Sobol points; room is six
/// standard errors of ours.
/// </summary>
public class ReferenceModelTests
{
    [Theory]
    [InlineData(Sampling.Philox, 1_000_000)]
    [InlineData(Sampling.Sobol, 1 << 20)]
    [InlineData(Sampling.Antithetic, 1 << 20)]
    [InlineData(Sampling.LatinHypercube, 1 << 20)]
    public void The_figures_are_the_known_ones(Sampling sampling, long draws)
    {
        SimulationResult result = (Simulation.Of(UncertainCases.Reference, draws, 1) with { Sampling = sampling }).Run();
        FigureSummary ratio = result.SroiRatio!;
        Near(1.30164, 0.32073, result.MeanOfRatios!.Value);
        Near(0.78261, 0.6, ratio.Percentile(0.025).Value);
        Near(0.84563, 0.40, ratio.Percentile(0.05).Value);
        Near(1.26505, 0.40, ratio.Percentile(0.5).Value);
        Near(1.88169, 1.0, ratio.Percentile(0.95).Value);
        Near(2.02949, 1.6, ratio.Percentile(0.975).Value);
        Near(0.83189, 0.374, result.ProbabilityRatioAboveOne!.Value);
        Near(1_369_776, 340_000, result.PresentValueBenefits.Mean!.Value);
        Near(0.32073, 0.35, ratio.StandardDeviation!.Value);

        void Near(double expected, double spread, double value) =>
            Assert.InRange(value, expected - (6 * spread / Math.Sqrt(draws)), expected + (6 * spread / Math.Sqrt(draws)));
    }

    // The mean of inputs is (800,000 + 1,000,000 + 1,400,000) ÷ 3.
    [Fact]
    public void The_expected_ratio_is_the_ratio_of_the_means()
    {
        SimulationResult result = (Simulation.Of(UncertainCases.Reference, 1 << 18, 1) with { Sampling = Sampling.Sobol }).Run();
        Assert.Equal(1_369_776 / (3_200_000.0 / 3), result.RatioOfMeans!.Value, tolerance: 0.0005);
    }
}
