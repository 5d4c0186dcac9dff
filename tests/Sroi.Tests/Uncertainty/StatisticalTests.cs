using Sroi.Assurance;
using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Parameters;
using Sroi.Parameters.Distributions;
using Sroi.Quantities;
using Sroi.Uncertainty.Running;
using Sroi.Uncertainty.Streams;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Tests.Uncertainty;

/// <summary>Draws and errors against what theory says, with fixed seeds and five standard errors of room.</summary>
public class StatisticalTests
{
    private const int Draws = 65_536;

    // A sum of rounding over a test's many comparisons leaves five standard errors: one in 1.7 million.
    private const double Room = 5;

    public static TheoryData<string, Distribution> Families =>
        new()
        {
            { "uniform", new Distribution.Uniform(2, 5) },
            { "triangular", new Distribution.Triangular(0, 0.1, 1) },
            { "triangular with its mode at an end", new Distribution.Triangular(1, 1, 4) },
            { "pert", new Distribution.Pert(10, 25, 100) },
            { "normal", new Distribution.Normal(3, 2) },
            { "t", new Distribution.StudentT(3, 2, 12) },
            { "truncated normal", new Distribution.TruncatedNormal(60, 40, 0, double.PositiveInfinity) },
            { "lognormal", new Distribution.LogNormal(1, 0.5) },
            { "gamma", new Distribution.Gamma(4, 10) },
            { "gamma of small shape", new Distribution.Gamma(0.5, 2) },
            { "beta", new Distribution.Beta(2, 8) },
            { "beta of small shapes", new Distribution.Beta(0.5, 0.5) },
            { "scaled beta", new Distribution.ScaledBeta(20, 30, 0, 400) },
            { "poisson", new Distribution.Poisson(4.2) },
            { "negative binomial", new Distribution.NegativeBinomial(6, 1.5) },
            { "discrete", new Distribution.Discrete([1, 2, 5], [0.2, 0.5, 0.3]) },
            { "empirical", new Distribution.Empirical([3, 1, 4, 1, 5, 9, 2, 6]) },
            { "mixture", new Distribution.Mixture([new Distribution.Normal(0, 1), new Distribution.Normal(6, 2)], [0.7, 0.3]) },
            { "uprated", new Distribution.Affine(new Distribution.Gamma(4, 10), 1.3, 0) },
            { "moved share", new Distribution.OddsScaled(new Distribution.Beta(4, 6), 2.5) },
        };

    [Theory]
    [MemberData(nameof(Families))]
    public void Means_and_spreads_are_those_of_the_family(string family, Distribution distribution)
    {
        FigureSummary drawn = UncertainCases.Benefits(distribution, Draws).PresentValueBenefits;
        Near(distribution.Mean, drawn.Mean!, $"mean of the {family}");
        Near(distribution.StandardDeviation, drawn.StandardDeviation!, $"spread of the {family}");
    }

    // Kolmogorov and Smirnov: √n × the largest distance is above 2.5 in 7 of a million samples.
    [Theory]
    [MemberData(nameof(Families))]
    public void Draws_are_distributed_like_the_family(string family, Distribution distribution)
    {
        double[] sorted = [.. Kept(distribution).Order()];
        double distance = 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            bool isLast = i + 1 == sorted.Length || !sorted[i + 1].Equals(sorted[i]);
            distance = isLast ? Math.Max(distance, Math.Abs(distribution.Cdf(sorted[i]) - ((i + 1.0) / sorted.Length))) : distance;
        }

        Assert.True(distance * Math.Sqrt(sorted.Length) < 2.5, $"{family}: {distance}");
    }

    [Fact]
    public void Inputs_are_independent_of_each_other()
    {
        SimulationResult result = Run(
            UncertainCases.Product(new Distribution.Normal(0, 1), new Distribution.Normal(0, 1), new Distribution.Normal(0, 1))
        );
        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < i; j++)
            {
                double correlation = result.InputDraws[i].Zip(result.InputDraws[j], (x, y) => x * y).Average();
                Assert.InRange(correlation * Math.Sqrt(Draws), -Room, Room);
            }
        }
    }

    [Theory]
    [InlineData(Sampling.Philox, 10_000)]
    [InlineData(Sampling.Antithetic, 16_384)]
    [InlineData(Sampling.LatinHypercube, 16_384)]
    [InlineData(Sampling.Sobol, 16_384)]
    public void The_printed_errors_cover_the_truth_as_often_as_they_should(Sampling sampling, long draws)
    {
        // The truth is known: the product of two lognormals is one whose logarithm has the sum of the means and of the variances.
        Distribution.LogNormal quantity = new(0.4, 0.3),
            price = new(0.6, 0.4),
            distribution = new(1, 0.5);
        (string Name, double Truth, Func<FigureSummary, double> Value, Func<FigureSummary, double> Error)[] told =
        [
            ("mean", distribution.Mean, f => f.Mean!.Value, f => f.Mean!.StandardError),
            ("spread", distribution.StandardDeviation, f => f.StandardDeviation!.Value, f => f.StandardDeviation!.StandardError),
            .. FigureSummary.ToldPercentiles.Select(p =>
                (
                    $"percentile {p}",
                    distribution.Quantile(p),
                    (Func<FigureSummary, double>)(f => f.Percentile(p).Value),
                    (Func<FigureSummary, double>)(f => f.Percentile(p).StandardError)
                )
            ),
        ];
        const int seeds = 200;
        Simulation simulation = Simulation.Of(UncertainCases.Product(quantity, price, new Distribution.Fixed(1)), draws, 1) with
        {
            Sampling = sampling,
        };
        FigureSummary[] runs = [.. Enumerable.Range(1, seeds).Select(seed => (simulation with { Seed = (ulong)seed }).Run().PresentValueBenefits)];
        foreach ((string name, double truth, Func<FigureSummary, double> value, Func<FigureSummary, double> error) in told)
        {
            // 95 % lie within 1.96 errors where errors are known well, and within 2.13 (Student, 15 degrees) where they come from 16 replicates.
            double reach = sampling == Sampling.Philox ? 1.96 : 2.131;
            int covered = runs.Count(run => Math.Abs(value(run) - truth) <= reach * error(run));
            double room = Room * Math.Sqrt(seeds * 0.95 * 0.05);
            Assert.True(covered >= (0.95 * seeds) - room, $"{sampling}, {name}: covered {covered} of {seeds}.");

            // And they are not large for safety's sake: the values spread over the seeds about as much as they say. Mirrored pairs know a median exactly.
            double spread = Math.Sqrt(runs.Average(run => Math.Pow(value(run) - truth, 2))),
                typical = Math.Sqrt(runs.Average(run => error(run) * error(run)));
            Assert.InRange(spread / typical, sampling == Sampling.Philox ? 0.75 : 0, 1.35);
        }
    }

    // Normal, lognormal with σ = 1, gamma of shape ¼, and a gamma × lognormal whose largest draws are like those of a power law. The errors of their
    // spreads rest on a few draws; they still cover the truth in nearly 95 of 100 seeds. Mirrored pairs have one square between them where the figure
    // is even about its mean.
    [Theory]
    [InlineData(Sampling.Philox, "even")]
    [InlineData(Sampling.Philox, "lognormal")]
    [InlineData(Sampling.Philox, "gamma")]
    [InlineData(Sampling.Philox, "product")]
    [InlineData(Sampling.Antithetic, "even")]
    [InlineData(Sampling.Antithetic, "lognormal")]
    [InlineData(Sampling.LatinHypercube, "lognormal")]
    [InlineData(Sampling.Sobol, "lognormal")]
    public void The_errors_of_heavy_tails_cover_the_truth(Sampling sampling, string id)
    {
        const int seeds = 200;
        (_, Distribution quantity, Distribution price) = Heavy.Single(one => one.Id == id);
        double mean = quantity.Mean * price.Mean,
            spread = Math.Sqrt((Square(quantity) * Square(price)) - (mean * mean));
        Simulation simulation = Simulation.Of(UncertainCases.Product(quantity, price, new Distribution.Fixed(1)), 4_096, 1) with
        {
            Sampling = sampling,
            Breakdown = Breakdown.Headlines,
            Threads = 1,
        };
        FigureSummary[] told = [.. Enumerable.Range(1, seeds).Select(seed => (simulation with { Seed = (ulong)seed }).Run().PresentValueBenefits)];
        Covers($"{sampling}, spread of {id}", spread, told.Select(figure => figure.StandardDeviation!), least: 0.9);
        Covers($"{sampling}, mean of {id}", mean, told.Select(figure => figure.Mean!), least: 0.86);

        static double Square(Distribution distribution) =>
            (distribution.StandardDeviation * distribution.StandardDeviation) + (distribution.Mean * distribution.Mean);
    }

    [Fact]
    public void Heavy_tails_are_said_to_be_unsure_and_light_ones_are_not()
    {
        SocialReturn social = HeavyTails();
        SimulationResult result = (Simulation.Of(social, 8_192, UncertainCases.Seed) with { Breakdown = Breakdown.Outcomes }).Run();
        Warning warning = Assurer.Check(SroiResult.Of(social), result).Single(warning => warning.Code == "heavy_tails");
        Assert.Contains("lognormal", warning.Where!, StringComparison.Ordinal);
        Assert.DoesNotContain("even", warning.Where!, StringComparison.Ordinal);
        SimulationResult light = UncertainCases.Benefits(new Distribution.Gamma(4, 10), Draws);
        Assert.DoesNotContain(Assurer.Check(SroiResult.Of(light.Simulation.SocialReturn), light), other => other.Code == "heavy_tails");
    }

    [Fact]
    public void Sobol_points_tell_a_mean_far_better_than_random_draws()
    {
        double random = UncertainCases.Benefits(new Distribution.LogNormal(1, 0.5), 1 << 14).PresentValueBenefits.Mean!.StandardError,
            designed =
                UncertainCases
                    .Benefits(new Distribution.LogNormal(1, 0.5), 1 << 14, sampling: Sampling.Sobol)
                    .PresentValueBenefits.Mean!.StandardError;
        Assert.True(designed < random / 20, $"{designed} against {random}");
    }

    private static readonly (string Id, Distribution Quantity, Distribution Price)[] Heavy =
    [
        ("even", new Distribution.Normal(3, 1), new Distribution.Fixed(1)),
        ("lognormal", new Distribution.LogNormal(0, 1), new Distribution.Fixed(1)),
        ("gamma", new Distribution.Gamma(0.25, 1), new Distribution.Fixed(1)),
        ("product", new Distribution.Gamma(0.5, 1), new Distribution.LogNormal(0, 1)),
    ];

    private static SocialReturn HeavyTails()
    {
        IEnumerable<Outcome> outcomes = Heavy.Select(one =>
            Cases.Outcome(1, 1, 0, 0, 0, 0, 1) with
            {
                Id = one.Id,
                Quantity = UncertainCases.Amount($"quantity_{one.Id}", one.Quantity, "job/year"),
                Proxy = new(
                    UncertainCases.Money($"price_{one.Id}", one.Price, "GBP/job"),
                    [new(Cases.Members, Share.Of(1))],
                    BenefitKind.Economic,
                    Share.Of(0)
                ),
            }
        );
        return SocialReturn.Of(Cases.Of([.. outcomes], [Cases.Input(1)], rate: 0));
    }

    private static void Covers(string what, double truth, IEnumerable<Estimate> answers, double least)
    {
        Estimate[] all = [.. answers];
        int covered = all.Count(answer => Math.Abs(answer.Value - truth) <= (2 * answer.StandardError) + (1e-9 * Math.Abs(truth)));
        Assert.True(covered >= least * all.Length, $"{what}: covered {covered} of {all.Length}.");
    }

    private static double[] Kept(Distribution distribution) =>
        [.. Run(UncertainCases.Product(new Distribution.Fixed(1), distribution, new Distribution.Fixed(1))).PresentValueBenefits.Draws];

    private static SimulationResult Run(Sroi.Evaluation.SocialReturn social) =>
        (Simulation.Of(social, Draws, UncertainCases.Seed) with { Keep = Sroi.Uncertainty.Running.Kept.Inputs }).Run();

    private static void Near(double expected, Estimate estimate, string what) =>
        Assert.True(
            Math.Abs(estimate.Value - expected) <= Room * estimate.StandardError,
            $"The {what} is {estimate.Value} ± {estimate.StandardError}, expected {expected}."
        );
}
