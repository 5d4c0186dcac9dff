using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Parameters.Distributions;
using Sroi.Quantities;
using Sroi.Sensitivity;
using Sroi.Sensitivity.Decisions;
using Sroi.Sensitivity.Variance;
using Sroi.Tests.Sensitivity;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Tests.Published;

/// <summary>Exact values of the literature, each reached within five standard errors and with an error that is honest.</summary>
public class SensitivityOracleTests
{
    private const int Draws = 200_000;
    private const int Seeds = 40;

    // One option with INB ~ N(μ, σ): EVPI = σφ(μ/σ) − |μ|Φ(−|μ|/σ). N(1000, 2000): 2000 × 0.352065 − 1000 × 0.308538 = 395.5931.
    [Fact]
    public void The_value_of_perfect_information_of_a_normal_net_benefit()
    {
        SocialReturn social = SensitivityCases.Worth(SensitivityCases.Plain("inb", new Distribution.Normal(1000, 2000)));
        IsHonest(395.5931, seed => Evpi.Of(SensitivityCases.Decide(social, 20_000, seed)).Value, mostError: 10);
        Assert.True(Evpi.Of(SensitivityCases.Decide(social, Draws)).Value.IsWithin(395.5931));
    }

    // Two parameters that add up, N(0, 1) and N(0, 2): EVPI = √5 φ(0) = 0.892062, EVPPI = σᵢ φ(0) = 0.398942 and 0.797885.
    [Fact]
    public void The_value_of_partial_information_of_two_normals_that_add_up()
    {
        SocialReturn social = TwoNormals();
        IsHonest(0.892062, seed => Evpi.Of(SensitivityCases.Decide(social, 20_000, seed)).Value, mostError: 0.02);
        IsHonest(0.398942, seed => Of("case.p1", SensitivityCases.Decide(social, 20_000, seed)).Value, mostError: 0.02);
        IsHonest(0.797885, seed => Of("case.p2", SensitivityCases.Decide(social, 20_000, seed)).Value, mostError: 0.02);
    }

    [Fact]
    public void The_same_by_nested_draws()
    {
        // The standard deviation of max(0, X) is σ√(½ − 1/2π) = 0.5838 σ, and 512 outer draws leave 0.0516 of it for σ = 2.
        SocialReturn social = TwoNormals();
        IsHonest(0.398942, seed => Nested("case.p1", social, seed), mostError: 0.03);
        IsHonest(0.797885, seed => Nested("case.p2", social, seed), mostError: 0.06);
    }

    // 20 − 80(2x − 1)² + e, x even from 0 to 1, e normal with sd 1000: given x it is above zero from ¼ to ¾, 20/3 on average of all x, −20/3 without
    // knowing. A straight line in x says nothing, and noise is forty times what x does.
    [Fact]
    public void The_value_of_an_input_of_which_a_straight_line_says_nothing_in_much_noise()
    {
        SocialReturn social = Hill();
        IsHonest(20 / 3.0, seed => Known("case.x", SensitivityCases.Decide(social, 20_000, seed)).Value, mostError: 7);
        for (ulong seed = 1; seed <= 6; seed++)
        {
            Estimate value = Known("case.x", SensitivityCases.Decide(social, 100_000, seed)).Value;
            Assert.True(value.IsWithin(20 / 3.0, 3), $"{value}");
            Assert.InRange(value.StandardError, 1, 3);
        }
    }

    [Fact]
    public void The_same_by_nested_draws_whose_inner_means_are_as_noisy()
    {
        SocialReturn social = Hill();
        Estimate[] answers = [.. Enumerable.Range(1, 9).Select(seed => Nested("case.x", social, (ulong)seed, outer: 2_048))];
        Assert.All(answers, answer => Assert.True(answer.IsWithin(20 / 3.0, 3), $"{answer}"));
        Assert.All(answers, answer => Assert.InRange(answer.StandardError, 0.1, 0.6));
        Assert.InRange(answers.Average(answer => answer.Value), 6.2, 7.2);
    }

    // Three options and nothing. Of a, 20 − 80(2x − 1)², of b 28 or −12 as y is above 0.6 or not, of c 100 max(0, z − ½) − 10; noise in each. On
    // average −20/3, 4, 2.5. Given x: 4 unless 20 − 80(2x − 1)² is more, |2x − 1| < √0.2: ∫ (16 − 80v²) dv from 0 to √0.2 = 4.77028. Given y: 0.4 ×
    // 28 + 0.6 × 2.5 − 4 = 8.7. Given z: above 0.64 it is 100z − 60, else 4: ∫ (100z − 64) dz from 0.64 to 1 = 6.48.
    [Theory]
    [InlineData("x", 4.77028)]
    [InlineData("y", 8.7)]
    [InlineData("z", 6.48)]
    public void Of_three_options_each_turned_by_an_input_of_its_own(string input, double exact)
    {
        Formula one = Formula.Number(1),
            bent = (Formula.Number(2) * Even("x")) - one,
            kinked = Formula.Larger(Formula.Number(0), Even("z") - Formula.Number(0.5)),
            above = Formula.Smaller(one, Formula.Larger(Formula.Number(0), (Even("y") - Formula.Number(0.6)) * Formula.Number(1e9))),
            noise = SensitivityCases.Plain("e", new Distribution.Normal(0, 50)),
            other = SensitivityCases.Plain("f", new Distribution.Normal(0, 50));
        Formula[] options =
        [
            Formula.Number(20) - (Formula.Number(80) * bent * bent) + noise,
            (Formula.Number(40) * above) - Formula.Number(12) + other,
            (Formula.Number(100) * kinked) - Formula.Number(10) + (noise * Formula.Number(0.5)),
        ];
        DecisionOption[] all = [.. options.Select((net, i) => new DecisionOption($"{i}", SensitivityCases.Worth(net)))];
        IsHonest(exact, seed => Known($"case.{input}", Decision.Between(all, 20_000, seed)).Value, mostError: 0.6);
    }

    // 200 max(0, (x − ½)(z − ½)) − 6 with noise of 50: the formula at the mean of z is −6 whatever x is, and yet given x it is 25 |x − ½| − 6 on
    // average, above zero beyond 0.24: 2 ∫ (25v − 6) dv from 0.24 to 0.5 = 1.69, and −6 + 6.25 = 0.25 without knowing.
    [Fact]
    public void Where_the_formula_at_the_means_says_nothing()
    {
        Formula product = (Even("x") - Formula.Number(0.5)) * (Even("z") - Formula.Number(0.5)),
            net = (Formula.Number(200) * Formula.Larger(Formula.Number(0), product)) - Formula.Number(6);
        SocialReturn social = SensitivityCases.Worth(net + SensitivityCases.Plain("e", new Distribution.Normal(0, 50)));
        IsHonest(1.44, seed => Known("case.x", SensitivityCases.Decide(social, 20_000, seed)).Value, mostError: 0.4);
    }

    // V = a²/8 + bπ⁴/5 + b²π⁸/18 + 1/2; V1 = ½(1 + bπ⁴/5)², V2 = a²/8, V13 = 8b²π⁸/225.
    [Theory]
    [InlineData("case.x1", 0.313905, 0.557589)]
    [InlineData("case.x2", 0.442411, 0.442411)]
    [InlineData("case.x3", 0, 0.243684)]
    public void Indices_of_Ishigamis_function(string input, double first, double total)
    {
        TargetFigure figure = Ishigami();
        IsHonest(first, seed => Indices(figure, seed).First(row => row.Group.Name == input).First, mostError: 0.02);
        IsHonest(total, seed => Indices(figure, seed).First(row => row.Group.Name == input).Total, mostError: 0.02);
    }

    [Fact]
    public void The_variance_of_Ishigamis_function() => IsHonest(13.8446, seed => SobolIndices.Of(Ishigami(), seed).Variance, mostError: 0.2);

    // Without correlation a Shapley effect shares V13 = 0.243684 equally between x1 and x3.
    [Theory]
    [InlineData("case.x1", 0.313905 + (0.243684 / 2))]
    [InlineData("case.x2", 0.442411)]
    [InlineData("case.x3", 0.243684 / 2)]
    public void Shapley_effects_of_Ishigamis_function(string input, double effect) =>
        IsHonest(effect, seed => Effects(Ishigami(), seed).First(row => row.Group.Name == input).Effect, mostError: 0.03);

    // Y = X1 + X2 + X3, sds 1, 1 and 2, correlation r = 0.5 between X2 and X3 (Song, Nelson and Staum 2016; Iooss and Prieur 2019):
    // V = 1 + 1 + 4 + 2·½·2 = 8. X1 stands alone: 1/8. Of the pair, with V23 = 7: Shapley of X2 is ½[Var E(Y|X2) + V23 − Var E(Y|X3)], where
    // Var E(Y|X2) = (1 + r·2)² = 4 and Var E(Y|X3) = (2 + r)² = 6.25: X2 gets ½(4 + 7 − 6.25) = 2.375, X3 gets 4.625.
    [Theory]
    [InlineData("case.x1", 1.0 / 8)]
    [InlineData("case.x2", 2.375 / 8)]
    [InlineData("case.x3", 4.625 / 8)]
    public void Shapley_effects_of_a_correlated_Gaussian_linear_model(string input, double effect)
    {
        // Spearman of a Gaussian pair with Pearson ½: 6/π asin(¼).
        double spearman = 6 / Math.PI * Math.Asin(0.25);
        Formula sum =
            (Formula)SensitivityCases.Plain("x1", new Distribution.Normal(0, 1))
            + SensitivityCases.Plain("x2", new Distribution.Normal(0, 1))
            + SensitivityCases.Plain("x3", new Distribution.Normal(0, 2));
        SocialReturn social = SensitivityCases.Worth(sum, new Correlation(["case.x2", "case.x3"], spearman, IsKendall: false, Why: null));
        IsHonest(effect, seed => Effects(SensitivityCases.Npv(social), seed).First(row => row.Group.Name == input).Effect, mostError: 0.03);
    }

    // Over many seeds each answer lies within five of its standard errors, and the errors are as large as the answers scatter: their ratio lies where
    // the spread of a sample of so many standard deviations lies.
    private static void IsHonest(double exact, Func<ulong, Estimate> of, double mostError)
    {
        Estimate[] answers = [.. Enumerable.Range(1, Seeds).Select(seed => of((ulong)seed))];
        Assert.All(answers, answer => Assert.True(answer.IsWithin(exact), $"{answer} is not {exact}."));
        Assert.All(answers, answer => Assert.InRange(answer.StandardError, double.Epsilon, mostError));
        double scatter = Math.Sqrt(answers.Average(answer => (answer.Value - exact) * (answer.Value - exact))),
            told = Math.Sqrt(answers.Average(answer => answer.StandardError * answer.StandardError));
        Assert.InRange(scatter / told, 0.6, 1.5);
    }

    private static SocialReturn TwoNormals() =>
        SensitivityCases.Worth(
            (Formula)SensitivityCases.Plain("p1", new Distribution.Normal(0, 1)) + SensitivityCases.Plain("p2", new Distribution.Normal(0, 2))
        );

    private static SocialReturn Hill()
    {
        Formula bent = (Formula.Number(2) * Even("x")) - Formula.Number(1);
        return SensitivityCases.Worth(
            Formula.Number(20) - (Formula.Number(80) * bent * bent) + SensitivityCases.Plain("e", new Distribution.Normal(0, 1000))
        );
    }

    private static Formula Even(string name) => SensitivityCases.Plain(name, new Distribution.Uniform(0, 1));

    private static Evppi Of(string input, Decision decision) => Evppi.Of(decision).First(row => row.Group.Name == input);

    private static Evppi Known(string input, Decision decision) => Evppi.Of(decision, [new(input, [input])])[0];

    private static Estimate Nested(string input, SocialReturn social, ulong seed, int outer = 512) =>
        NestedEvppi.Of(SensitivityCases.Decide(social, 100, seed), new(input, [input]), outer).Value;

    private static TargetFigure Ishigami() =>
        TargetFigure.Of(SensitivityCases.Worth(SensitivityCases.Ishigami), SensitivityCases.Ishigami, threshold: 0);

    private static IEnumerable<SobolIndex> Indices(TargetFigure figure, ulong seed) => SobolIndices.Of(figure, seed).Indices;

    private static IEnumerable<ShapleyEffect> Effects(TargetFigure figure, ulong seed) =>
        ShapleyEffects.Of(figure, new VarianceDesign(seed) { Points = 16_384 }).Effects;
}
