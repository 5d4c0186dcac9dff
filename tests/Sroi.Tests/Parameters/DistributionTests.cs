using Sroi.Parameters.Distributions;

namespace Sroi.Tests.Parameters;

/// <summary>Distributions from the ways in which evidence comes, and along with a base value that is replaced.</summary>
public class DistributionTests
{
    private static readonly Distribution[] Families =
    [
        new Distribution.Uniform(2, 5),
        new Distribution.Triangular(0, 0, 4),
        new Distribution.Triangular(1, 3, 3),
        new Distribution.Pert(2, 4, 8),
        new Distribution.Normal(-1, 2),
        new Distribution.StudentT(-1, 2, 4.5),
        new Distribution.TruncatedNormal(1, 2, 0, 4),
        new Distribution.TruncatedNormal(-20, 2, -10, double.PositiveInfinity),
        new Distribution.LogNormal(-0.36, 0.25),
        new Distribution.Gamma(0.3, 4),
        new Distribution.Beta(0.5, 0.5),
        new Distribution.ScaledBeta(2, 5, -1, 3),
        new Distribution.OddsScaled(new Distribution.Beta(12, 28), 3),
        new Distribution.Affine(new Distribution.Gamma(4, 2), 3, 1),
        new Distribution.Mixture([new Distribution.Normal(0, 1), new Distribution.Normal(5, 2)], [0.3, 0.7]),
    ];

    public static TheoryData<int, double> Points
    {
        get
        {
            TheoryData<int, double> points = [];
            foreach (int family in Enumerable.Range(0, Families.Length))
            {
                foreach (double p in new[] { 1e-6, 0.05, 0.5, 0.95, 1 - 1e-6 })
                {
                    points.Add(family, p);
                }
            }

            return points;
        }
    }

    // The cdf of a quantile is its probability again; the tolerance is the cdf's own rounding near one.
    [Theory]
    [MemberData(nameof(Points))]
    public void A_quantile_is_the_inverse_of_the_cdf(int family, double p) =>
        Assert.Equal(p, Families[family].Cdf(Families[family].Quantile(p)), tolerance: 1e-9);

    // The mean is the integral of the quantile: a midpoint sum over 20,000 slices comes within a few parts in ten thousand, long tails included.
    [Theory]
    [MemberData(nameof(Numbers))]
    public void The_moments_are_those_of_the_quantiles(int family)
    {
        const int slices = 20_000;
        double[] values = [.. Enumerable.Range(0, slices).Select(i => Families[family].Quantile((i + 0.5) / slices))];
        double mean = values.Average(),
            sd = Math.Sqrt(values.Average(v => (v - mean) * (v - mean)));
        Assert.Equal(mean, Families[family].Mean, tolerance: 2e-3 * Families[family].StandardDeviation);
        Assert.Equal(sd, Families[family].StandardDeviation, tolerance: 5e-3 * Families[family].StandardDeviation);
    }

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Families.Length)];

    [Theory]
    [InlineData(0.195, 0.694, 0.95)]
    [InlineData(0.2, 0.25, 0.5)]
    [InlineData(0.01, 0.4, 0.9)]
    public void An_interval_is_met_at_both_ends(double low, double high, double level)
    {
        Distribution[] fitted =
        [
            DistributionFrom.NormalInterval(low, high, level),
            DistributionFrom.LogNormalInterval(low, high, level),
            DistributionFrom.GammaInterval(low, high, level),
            DistributionFrom.BetaInterval(low, high, level),
            DistributionFrom.UniformInterval(low, high, level),
        ];
        Assert.All(
            fitted,
            distribution =>
            {
                Assert.Equal(low, distribution.Quantile((1 - level) / 2), tolerance: 1e-8);
                Assert.Equal(high, distribution.Quantile((1 + level) / 2), tolerance: 1e-8);
            }
        );
    }

    [Fact]
    public void Mean_and_standard_deviation_are_met()
    {
        Distribution[] fitted =
        [
            DistributionFrom.GammaMoments(0.3, 0.1),
            DistributionFrom.LogNormalMoments(0.3, 0.1),
            DistributionFrom.BetaMoments(0.3, 0.1),
            DistributionFrom.ScaledBetaMoments(0.3, 0.1, -1, 1),
            DistributionFrom.NegativeBinomialMoments(0.3, 0.6),
        ];
        Assert.All(fitted, distribution => Assert.Equal(0.3, distribution.Mean, 12));
        Assert.Equal([0.1, 0.1, 0.1, 0.1, 0.6], fitted.Select(distribution => Math.Round(distribution.StandardDeviation, 12)));
    }

    // Failures before 3 successes of probability ¼: mean 3 × ¾ ÷ ¼ = 9
    [Fact]
    public void A_negative_binomial_counts_failures() =>
        Assert.Equal(new Distribution.NegativeBinomial(9, 3), DistributionFrom.NegativeBinomialTrials(3, 0.25));

    // Positive support: everything × 340 ÷ 280.
    [Fact]
    public void A_cost_moves_by_the_quotient()
    {
        Distribution moved = new Distribution.Gamma(16, 17.5).Moved(280, 340, isShare: false);
        Assert.Equal(340, moved.Mean, 9);
        Assert.Equal(70.0 * 340 / 280, moved.StandardDeviation, 9);
    }

    // The whole line: shifted by the difference, as wide as before.
    [Fact]
    public void A_difference_moves_by_the_difference()
    {
        Distribution moved = new Distribution.Normal(-0.064, 0.123).Moved(-0.064, 0.1, isShare: false);
        Assert.Equal((0.1, 0.123), (Math.Round(moved.Mean, 12), moved.StandardDeviation));
    }

    // Odds ¼ ÷ ¾ = ⅓ become 1: the median of ¼ becomes ½, and nothing leaves 0 to 1.
    [Fact]
    public void A_share_moves_by_its_odds()
    {
        Distribution moved = new Distribution.Uniform(0, 0.5).Moved(0.25, 0.5, isShare: true);
        Assert.Equal(0.5, moved.Quantile(0.5), 12);
        Assert.Equal(new Support(0, 0.75), moved.Support);
    }

    [Theory]
    [InlineData(0.25, 0)]
    [InlineData(0.25, 1)]
    [InlineData(0, 0.25)]
    public void To_or_from_an_end_a_share_becomes_known(double before, double after) =>
        Assert.Equal(new Distribution.Fixed(after), new Distribution.Beta(2, 6).Moved(before, after, isShare: true));

    public static TheoryData<Func<object>, string> Nonsense =>
        new()
        {
            {
                () => new Distribution.Triangular(5, 3, 8),
                "A triangular distribution needs low ≤ most likely ≤ high, and low < high; found 5, 3, 8."
            },
            { () => new Distribution.Uniform(2, 2), "A uniform distribution needs low < high; found 2 and 2." },
            { () => new Distribution.Normal(double.NaN, 1), "The mean of a normal distribution must be a finite number, but is NaN." },
            { () => new Distribution.Normal(0, -1), "The standard deviation of a normal distribution must be above zero, but is -1." },
            { () => new Distribution.Gamma(0.01, 1), "The shape of a gamma distribution must lie between 0.05 and 10000000, but is 0.01." },
            { () => new Distribution.Beta(2, 2e5), "The beta of a beta distribution must lie between 0.05 and 100000, but is 200000." },
            {
                () => new Distribution.Discrete([1, 2], [0.5, 0.4]),
                "The weights of a discrete distribution must not be negative and must sum to 1; they sum to 0.9."
            },
            { () => DistributionFrom.LogNormalInterval(-1, 2, 0.95), "A lognormal is above zero, so its interval cannot begin at -1." },
            { () => DistributionFrom.BetaInterval(0.2, 1.2, 0.95), "A beta lies between 0 and 1, so its interval cannot run from 0.2 to 1.2." },
            { () => DistributionFrom.NormalInterval(3, 2, 0.95), "The interval is upside down: 3 is not below 2." },
            { () => DistributionFrom.BetaMoments(0.5, 0.6), "A beta of mean 0.5 has a standard deviation between 0 and 0.5, not 0.6." },
            { () => DistributionFrom.Proportion(7, 5), "Events lie between none and all of the trials; found 7 of 5." },
            { () => DistributionFrom.RatioWithP(1, 0.5), "A ratio with a p value is above zero and is not 1; found 1." },
            { () => DistributionFrom.RatioWithP(0.7, 1.5), "A p value lies strictly between 0 and 1; found 1.5." },
        };

    [Theory]
    [MemberData(nameof(Nonsense))]
    public void Nonsense_is_refused_at_birth(Func<object> make, string message) =>
        Assert.Equal(message, Assert.ThrowsAny<ArgumentException>(make).Message);
}
