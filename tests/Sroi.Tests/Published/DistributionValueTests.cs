using Sroi.Parameters.Distributions;

namespace Sroi.Tests.Published;

/// <summary>
/// Quantiles, probabilities and moments against values computed with mpmath at 40 digits, by bisection of its incomplete gamma and beta functions.
/// </summary>
public class DistributionValueTests
{
    // A double's cdf is good to about 1e-13 here, and a quantile inherits that through the slope of its logarithm.
    private const double Relative = 1e-9;

    [Theory]
    [InlineData(0.05, 0.01, 5.844632057286532e-41)]
    [InlineData(0.05, 0.5, 5.573878440746248e-7)]
    [InlineData(0.05, 0.99, 1.08762740009181)]
    [InlineData(0.5, 1e-9, 7.853981633974484e-19)]
    [InlineData(0.5, 0.5, 0.2274682115597864)]
    [InlineData(4, 0.05, 1.366318396749831)]
    [InlineData(4, 0.975, 8.767273069742325)]
    [InlineData(1000, 0.001, 905.1207909349766)]
    [InlineData(1000, 0.5, 999.6666864269652)]
    public void Gamma_quantiles_are_the_published_ones(double shape, double p, double expected) =>
        Close(expected, new Distribution.Gamma(shape, 1).Quantile(p));

    [Theory]
    [InlineData(0.05, 0.05, 0.1, 9.711823602719967e-15)]
    [InlineData(0.05, 0.05, 0.5, 0.5)]
    [InlineData(0.9, 5, 1e-6, 4.166550554362476e-8)]
    [InlineData(0.9, 5, 0.95, 0.4316392823021996)]
    [InlineData(12, 28, 0.025, 0.1701959029646946)]
    [InlineData(12, 28, 0.975, 0.4487363233949208)]
    [InlineData(59.5, 7.5, 0.05, 0.8191746498490269)]
    [InlineData(59.5, 7.5, 0.95, 0.9437400914875343)]
    public void Beta_quantiles_are_the_published_ones(double alpha, double beta, double p, double expected) =>
        Close(expected, new Distribution.Beta(alpha, beta).Quantile(p));

    [Theory]
    [InlineData(1e-9, -5.997807015007687)]
    [InlineData(0.025, -1.959963984540054)]
    [InlineData(0.975, 1.959963984540054)]
    public void Normal_quantiles_are_the_published_ones(double p, double expected) => Close(expected, new Distribution.Normal(0, 1).Quantile(p));

    [Fact]
    public void A_normal_cut_off_at_zero_has_the_published_moments()
    {
        Distribution cut = new Distribution.TruncatedNormal(60, 40, 0, double.PositiveInfinity);
        Close(65.55159001835403, cut.Mean);
        Close(35.15799264984948, cut.StandardDeviation);
    }

    // Beta(12, 28) with its odds doubled: quadrature of 2x ÷ (1 + x) against the density.
    [Fact]
    public void A_share_moved_by_its_odds_has_the_published_moments()
    {
        Distribution moved = new Distribution.OddsScaled(new Distribution.Beta(12, 28), 2);
        Close(0.4569035558642257, moved.Mean);
        Close(0.0844251232903337, moved.StandardDeviation);
    }

    [Fact]
    public void Counts_have_the_published_probabilities()
    {
        Close(0.9014792058890872, new Distribution.Poisson(7).Cdf(10));
        Close(0.7055779403648065, new Distribution.NegativeBinomial(10, 2.5).Cdf(12));
        // variance = 10 + 10² ÷ 2.5 = 50
        Close(Math.Sqrt(50), new Distribution.NegativeBinomial(10, 2.5).StandardDeviation);
    }

    // Pocobello et al. 2019: incidence-rate ratio 0.368 with 95 % interval 0.195 to 0.694 and p = 0.002, each to the printed digits.
    [Fact]
    public void The_interval_and_the_p_value_of_the_Marco_Cavallo_study_agree()
    {
        Distribution.LogNormal stated = new(-0.99967, 0.3235);
        Assert.Equal(0.195, stated.Quantile(0.025), 3);
        Assert.Equal(0.694, stated.Quantile(0.975), 3);
        Assert.Equal(stated.Sigma, DistributionFrom.RatioWithP(0.368, 0.002).Sigma, 4);
        Assert.Equal(stated.Sigma, DistributionFrom.LogNormalInterval(0.195, 0.694, 0.95).Sigma, 2);
    }

    // WSIPP: 59 of 66 peers employed; Jeffreys posterior.
    [Fact]
    public void Counts_become_the_Jeffreys_posterior() => Assert.Equal(new Distribution.Beta(59.5, 7.5), DistributionFrom.Proportion(59, 66));

    private static void Close(double expected, double actual) => Assert.Equal(expected, actual, tolerance: Relative * Math.Abs(expected));
}
