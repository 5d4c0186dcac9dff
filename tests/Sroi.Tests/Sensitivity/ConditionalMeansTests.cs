using Sroi.Evaluation;
using Sroi.Parameters.Distributions;
using Sroi.Quantities;
using Sroi.Sensitivity;
using Sroi.Tests.Uncertainty;

namespace Sroi.Tests.Sensitivity;

public class ConditionalMeansTests
{
    private const ulong Seed = SensitivityCases.Seed;
    private const int Draws = 50_000;

    // Of two numbers between 0 and 1 that add up: where the first lies in its tenth t, its mean is (t − ½) ÷ 10 and the other's ½. A quantile of n
    // draws scatters by at most ½ ÷ √n.
    [Fact]
    public void The_means_of_a_sum()
    {
        Formula sum = Even("x1", 1) + Even("x2", 1);
        ConditionalMeans found = ConditionalMeans.Of(SensitivityCases.Npv(SensitivityCases.Worth(sum)), Draws, Seed);
        Assert.True(found.Mean.IsWithin(1), $"{found.Mean}");
        ConditionalMean row = found.Parameters.Single(row => row.Parameter.Id == "case.x1");
        Assert.Equal(Enumerable.Range(1, 10), row.Parts.Select(part => part.Tenth));
        Assert.All(row.Parts, part => Assert.Equal(Draws / 10, part.Draws));
        Assert.All(row.Parts, part => Assert.True(part.Figure.IsWithin(0.5 + ((part.Tenth - 0.5) / 10)), $"{part}"));
        Assert.All(row.Parts, part => Assert.Equal((part.Tenth - 0.5) / 10, part.ParameterMean, 5 * 0.5 / Math.Sqrt(Draws)));
    }

    // A quarter of the draws at 10, 45 % at 20 and 30 % at 30, so that their middles lie at 12.5, 47.5 and 85 %; £100 each, less £1,500.
    [Fact]
    public void Draws_of_one_value_stay_together()
    {
        SocialReturn social = UncertainCases.Product(
            new Distribution.Discrete([10, 20, 30], [0.25, 0.45, 0.3]),
            new Distribution.Uniform(50, 150),
            new Distribution.Fixed(1500)
        );
        ConditionalMean row = ConditionalMeans
            .Of(SensitivityCases.Npv(social), Draws, Seed)
            .Parameters.Single(row => row.Parameter.Id == "case.quantity");
        Assert.Equal([(2, 10.0), (5, 20), (9, 30)], row.Parts.Select(part => (part.Tenth, Math.Round(part.ParameterMean, 9))));
        Assert.All(row.Parts.Zip([-500.0, 500, 1500]), pair => Assert.True(pair.First.Figure.IsWithin(pair.Second), $"{pair.First}"));
        Assert.Equal(Draws, row.Parts.Sum(part => part.Draws));
        // √(p (1 − p) n) for each count.
        double[] parts = [0.25, 0.45, 0.3];
        Assert.All(
            row.Parts.Zip(parts),
            pair => Assert.Equal(pair.Second * Draws, pair.First.Draws, 5 * Math.Sqrt(pair.Second * (1 - pair.Second) * Draws))
        );
    }

    // Of two standard normals with Pearson ρ = 0.8 the sum is (1 + ρ) × the first on average, and the mean of a standard normal in its tenth from a
    // to b is 10 (φ(a) − φ(b)). Without what moves with it, it would be 1 × the first.
    [Fact]
    public void What_an_input_brings_with_it_is_in_its_means()
    {
        const double Rho = 0.8;
        Formula sum =
            (Formula)SensitivityCases.Plain("x1", new Distribution.Normal(0, 1)) + SensitivityCases.Plain("x2", new Distribution.Normal(0, 1));
        SocialReturn social = SensitivityCases.Worth(
            sum,
            new Sroi.Model.Correlation(["case.x1", "case.x2"], 6 / Math.PI * Math.Asin(Rho / 2), IsKendall: false, Why: null)
        );
        Distribution normal = new Distribution.Normal(0, 1);
        double Density(int tenth) => tenth is 0 or 10 ? 0 : Math.Exp(-Math.Pow(normal.Quantile(tenth / 10.0), 2) / 2) / Math.Sqrt(2 * Math.PI);
        ConditionalMeans found = ConditionalMeans.Of(SensitivityCases.Npv(social), Draws, Seed);
        Assert.All(
            found.Parameters.SelectMany(row => row.Parts),
            part => Assert.True(part.Figure.IsWithin((1 + Rho) * 10 * (Density(part.Tenth - 1) - Density(part.Tenth))), $"{part}")
        );
    }

    // Given the first share x the second is ⅜ (1 − x) on average, so that the figure is 15 + 85x; given the third it is 64 × (1 − x).
    [Fact]
    public void Of_shares_that_sum_to_one_it_is_the_share_that_is_ordered()
    {
        ConditionalMeans found = ConditionalMeans.Of(SensitivityCases.Npv(CoachingCase.Shares), Draws, Seed);
        ConditionalMean first = found.Parameters.Single(row => row.Parameter.Id == "case.mix.first"),
            third = found.Parameters.Single(row => row.Parameter.Id == "case.mix.third");
        Assert.All(first.Parts, part => Assert.True(part.Figure.IsWithin(15 + (85 * part.ParameterMean)), $"{part}"));
        Assert.All(third.Parts, part => Assert.True(part.Figure.IsWithin(64 * (1 - part.ParameterMean)), $"{part}"));
    }

    // Three times as wide: its means lie 2.7 apart, the other's 0.9.
    [Fact]
    public void The_input_whose_means_lie_furthest_apart_stands_first()
    {
        Formula sum = Even("x1", 1) + Even("x2", 3);
        ConditionalMeans found = ConditionalMeans.Of(SensitivityCases.Npv(SensitivityCases.Worth(sum)), Draws, Seed);
        Assert.Equal(["case.x2", "case.x1"], found.Parameters.Select(row => row.Parameter.Id));
        ConditionalPart[] ends = [found.Parameters[0].Parts[0], found.Parameters[0].Parts[9]];
        Assert.Equal(2.7, found.Parameters[0].Range, 5 * (ends[0].Figure.StandardError + ends[1].Figure.StandardError));
    }

    [Fact]
    public void Nothing_depends_on_how_many_threads_there_are()
    {
        TargetFigure figure = SensitivityCases.Npv("croydon_sun");
        ConditionalMeans one = ConditionalMeans.Of(figure, 5_000, Seed, threads: 1),
            three = ConditionalMeans.Of(figure, 5_000, Seed, threads: 3);
        Assert.Equal(one.Mean, three.Mean);
        Assert.Equal(one.Parameters.Select(row => row.Parameter.Id), three.Parameters.Select(row => row.Parameter.Id));
        Assert.Equal(one.Parameters.SelectMany(row => row.Parts), three.Parameters.SelectMany(row => row.Parts));
    }

    private static Formula Even(string name, double high) => SensitivityCases.Plain(name, new Distribution.Uniform(0, high));
}
