using Sroi.Parameters.Distributions;

namespace Sroi.Tests.Parameters;

/// <summary>Small p values, high levels and far percentiles keep their digits. The values are mpmath's, at 40 digits.</summary>
public class SmallTailTests
{
    [Theory]
    [InlineData(0.05, 2.5510672846232695406)]
    [InlineData(1e-4, 1.2851515003311533839)]
    [InlineData(1e-12, 0.70121242521242231353)]
    [InlineData(1e-16, 0.6020625150448280805)]
    [InlineData(1e-20, 0.53555869543730885228)]
    [InlineData(1e-100, 0.23467633832277935083)]
    [InlineData(1e-300, 0.13489528446240714986)]
    public void An_estimate_with_a_small_p_value_has_its_error(double p, double sd)
    {
        Near(sd, DistributionFrom.DifferenceWithP(5, p).StandardDeviation);
        Near(sd, DistributionFrom.DifferenceWithP(-5, p).StandardDeviation);
        Near(sd / 5 * Math.Log(2), DistributionFrom.RatioWithP(2, p).Sigma);
    }

    [Fact]
    public void The_smallest_p_value_that_can_be_written_has_a_finite_error() =>
        Assert.InRange(DistributionFrom.DifferenceWithP(5, double.Epsilon).StandardDeviation, 0.12, 0.135);

    [Theory]
    [InlineData(0.9, 0.60795683191176894583)]
    [InlineData(0.999999999, 0.16368192124388172869)]
    [InlineData(0.9999999999999, 0.13439230616863715029)]
    public void An_interval_of_a_high_level_has_its_error(double level, double sd)
    {
        Near(sd, DistributionFrom.NormalInterval(-1, 1, level).StandardDeviation);
        Near(sd, DistributionFrom.LogNormalInterval(Math.Exp(-1), Math.Exp(1), level).Sigma);
    }

    [Fact]
    public void The_highest_level_below_one_is_an_interval_too()
    {
        double level = Math.BitDecrement(1);
        Assert.InRange(DistributionFrom.NormalInterval(-1, 1, level).StandardDeviation, 0.11, 0.13);
        Assert.InRange(DistributionFrom.GammaInterval(50, 200, level).Mean, 50, 200);
    }

    [Theory]
    [InlineData(0.999999999)]
    [InlineData(0.99999999999)]
    public void Fitted_gammas_and_betas_leave_the_same_above_as_below(double level)
    {
        double tail = (double)((1 - (decimal)level) / 2);
        Distribution.Gamma gamma = DistributionFrom.GammaInterval(50, 200, level);
        Near(tail, gamma.Cdf(50), 1e-6);
        Near(tail, SpecialFunctions.GammaUpper(gamma.Shape, 200 / gamma.Scale), 1e-6);
        Distribution.Beta beta = DistributionFrom.BetaInterval(0.2, 0.6, level);
        Near(tail, beta.Cdf(0.2), 1e-6);
        Near(tail, SpecialFunctions.BetaLower(beta.BetaShape, beta.Alpha, 0.4), 1e-6);
    }

    // Φ⁻¹(1 − 1e-9) and Φ⁻¹(1 − 1e-14) of the doubles nearest to them.
    [Theory]
    [InlineData(1e-9)]
    [InlineData(1e-12)]
    [InlineData(1e-14)]
    public void A_percentile_close_to_one_mirrors_the_one_close_to_zero(double tail)
    {
        double p = 1 - tail;
        Assert.Equal(-new Distribution.Normal(0, 1).Quantile(1 - p), new Distribution.Normal(0, 1).Quantile(p), 1e-12);
    }

    private static void Near(double expected, double actual, double relative = 1e-13) =>
        Assert.Equal(expected, actual, tolerance: relative * Math.Abs(expected));
}
