using System.Collections.Immutable;
using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Parameters.Distributions;
using Sroi.Quantities;
using Sroi.Sensitivity;
using Sroi.Sensitivity.Variance;
using Sroi.Tests.Uncertainty;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Tests.Sensitivity;

/// <summary>Variance shared out among inputs, and the screening before it.</summary>
public class VarianceTests
{
    private const ulong Seed = SensitivityCases.Seed;
    private const int Samples = 16_384;

    // Variances 1/12, 4/12 and 9/12: 1, 4 and 9 parts of 14.
    private static readonly TargetFigure Sum = Figure(
        Even("x1", 0, 1) + (Formula.Number(2) * Even("x2", 0, 1)) + (Formula.Number(3) * Even("x3", 0, 1))
    );

    // Means 1 and 2, variances 1/3: V = (1 + 1/3)(4 + 1/3) − 4 = 16/9, V1 = 4/3, V2 = 1/3, and 1/9 of both together.
    private static readonly TargetFigure Product = Figure(Even("x1", 0, 2) * Even("x2", 1, 3));

    // The same product, of variance 16/9, and a number of variance 48/12 = 4: 4 and 9 parts of 13.
    private static readonly TargetFigure Mixed = Figure((Even("x1", 0, 2) * Even("x2", 1, 3)) + Even("x3", 0, Math.Sqrt(48)));

    [Theory]
    [InlineData("case.x1", 1 / 14.0)]
    [InlineData("case.x2", 4 / 14.0)]
    [InlineData("case.x3", 9 / 14.0)]
    public void Of_a_sum_first_and_total_order_and_Shapley_effects_are_the_same(string input, double part)
    {
        SobolIndex index = SobolIndices.Of(Sum, Seed).Indices.Single(row => row.Group.Name == input);
        ShapleyEffect effect = ShapleyEffects.Of(Sum, new VarianceDesign(Seed) { Points = Samples }).Effects.Single(row => row.Group.Name == input);
        Assert.True(index.First.IsWithin(part), $"{index.First}");
        Assert.True(index.Total.IsWithin(part), $"{index.Total}");
        Assert.True(effect.Effect.IsWithin(part), $"{effect.Effect}");
    }

    // First 4/3, 1/3 of 16/9; total with 1/9 more; Shapley with half of 1/9.
    [Theory]
    [InlineData("case.x1", 12 / 16.0, 13 / 16.0)]
    [InlineData("case.x2", 3 / 16.0, 4 / 16.0)]
    public void Of_a_product_what_both_do_together_is_in_the_total_of_each(string input, double first, double total)
    {
        SobolIndices all = SobolIndices.Of(Product, Seed);
        SobolIndex index = all.Indices.Single(row => row.Group.Name == input);
        ShapleyEffect effect = ShapleyEffects
            .Of(Product, new VarianceDesign(Seed) { Points = Samples })
            .Effects.Single(row => row.Group.Name == input);
        Assert.True(all.Variance.IsWithin(16 / 9.0), $"{all.Variance}");
        Assert.True(index.First.IsWithin(first), $"{index.First}");
        Assert.True(index.Total.IsWithin(total), $"{index.Total}");
        Assert.True(effect.Effect.IsWithin((first + total) / 2), $"{effect.Effect}");
    }

    // Of lognormals the errors come from few draws; 95 of 100 seeds lie within two of them, and none far beyond.
    [Theory]
    [InlineData("case.x1")]
    [InlineData("case.x2")]
    public void The_errors_of_indices_cover_the_truth_as_often_as_they_should(string input)
    {
        const int seeds = 200;
        double one = Math.Exp(0.64) - 1,
            other = Math.Exp(0.25) - 1,
            own = input == "case.x1" ? one : other,
            whole = one + other + (one * other);
        Formula Skewed(string name, double sigma) => SensitivityCases.Plain(name, new Distribution.LogNormal(0, sigma));
        TargetFigure figure = Figure(Skewed("x1", 0.8) * Skewed("x2", 0.5));
        SobolIndex[] rows =
        [
            .. Enumerable.Range(1, seeds).Select(seed => SobolIndices.Of(figure, (ulong)seed).Indices.Single(row => row.Group.Name == input)),
        ];
        Covers(own / whole, [.. rows.Select(row => row.First)]);
        Covers((own + (one * other)) / whole, [.. rows.Select(row => row.Total)]);
    }

    [Fact]
    public void Inputs_can_be_looked_at_together()
    {
        ImmutableArray<ParameterGroup> groups = [ParameterGroup.Of(Mixed, "both", ["x1", "x2"])];
        SobolIndices indices = SobolIndices.Of(Mixed, new VarianceDesign(Seed) { Groups = groups });
        ShapleyEffects effects = ShapleyEffects.Of(Mixed, new VarianceDesign(Seed) { Points = Samples, Groups = groups });
        Assert.Equal(["case.x3", "both"], indices.Indices.Select(row => row.Group.Name));
        Assert.Equal(["case.x3", "both"], effects.Effects.Select(row => row.Group.Name));
        double[] parts = [9 / 13.0, 4 / 13.0];
        Assert.All(parts.Zip(indices.Indices), pair => Assert.True(pair.Second.First.IsWithin(pair.First) && pair.Second.Total.IsWithin(pair.First)));
        Assert.All(parts.Zip(effects.Effects), pair => Assert.True(pair.Second.Effect.IsWithin(pair.First)));
    }

    [Fact]
    public void Shares_that_sum_to_one_are_looked_at_together()
    {
        TargetFigure figure = SensitivityCases.Npv(CoachingCase.Shares);
        Assert.Equal(["case.mix"], SobolIndices.Of(figure, Seed).Indices.Select(row => row.Group.Name));
        ShapleyEffect only = Assert.Single(ShapleyEffects.Of(figure, new VarianceDesign(Seed) { Points = 1024 }).Effects);
        Assert.Equal(("case.mix", 3, 1), (only.Group.Name, only.Group.Parameters.Length, only.Effect.Value));
        Assert.Equal("case.mix", Assert.Single(Screening.Of(figure, Seed).Effects).Group.Name);
    }

    [Fact]
    public void Indices_of_inputs_that_move_together_are_refused()
    {
        const string Message =
            "scenarios.croydon_sun.regression_to_mean and scenarios.croydon_sun.other_services are correlated, "
            + "so their interactions cannot be separated from their correlation and "
            + "Sobol indices would not add up. Use Shapley effects, which allow for correlation (--method shapley).";
        SensitivityException refusal = Assert.Throws<SensitivityException>(() => SobolIndices.Of(SensitivityCases.Npv("croydon_sun"), Seed));
        Assert.Equal(Message, refusal.Message);
    }

    // Croydon's inputs rest on neither of the two that move together.
    [Fact]
    public void A_figure_that_rests_on_neither_has_indices() =>
        Assert.Equal(5, SobolIndices.Of(TargetFigure.Named(UncertainCases.Shipped("croydon_sun"), "inputs"), Seed).Indices.Length);

    [Theory]
    [InlineData("croydon_sun")]
    [InlineData("arizona_peer_employment")]
    public void Effects_sum_to_one(string scenario)
    {
        ShapleyEffects found = ShapleyEffects.Of(SensitivityCases.Npv(scenario), new VarianceDesign(Seed) { Points = 4_096 });
        Assert.Equal(1, found.Effects.Sum(row => row.Effect.Value), 12);
        Assert.Null(found.Screened);
        Assert.Equal(found.Effects.OrderByDescending(row => row.Effect.Value), found.Effects);
    }

    // x1 and x2 move together (Pearson ρ = 0.9), and only x1 is in the formula, with 4 parts of 5; x2 alone tells ρ² of them. Of x2, the mean of what
    // it tells first, ρ², and last, nothing: ρ² ÷ 2. The rest is x1's.
    [Fact]
    public void An_input_that_only_moves_with_another_has_its_part()
    {
        double spearman = 6 / Math.PI * Math.Asin(0.9 / 2);
        Formula sum = Normal("x1", 2) + (Formula.Number(1e-9) * Normal("x2", 1)) + Normal("x3", 1);
        SocialReturn social = SensitivityCases.Worth(sum, new Correlation(["case.x1", "case.x2"], spearman, IsKendall: false, Why: null));
        ShapleyEffect[] effects = [.. ShapleyEffects.Of(SensitivityCases.Npv(social), new VarianceDesign(Seed) { Points = 65_536 }).Effects];
        double[] parts = [4 / 5.0 * (1 - (0.81 / 2)), 4 / 5.0 * 0.81 / 2, 1 / 5.0];
        string[] names = ["case.x1", "case.x2", "case.x3"];
        Assert.All(
            names.Zip(parts),
            pair =>
            {
                Estimate effect = effects.Single(row => row.Group.Name == pair.First).Effect;
                Assert.True(effect.IsWithin(pair.Second), $"{pair.First}: {effect} is not {pair.Second}");
            }
        );
    }

    // Half of the range of 0 to 1, twice and three times that, in every trajectory.
    [Fact]
    public void Of_a_sum_every_elementary_effect_is_the_same()
    {
        ElementaryEffect[] effects = [.. Screening.Of(Sum, Seed, trajectories: 4).Effects];
        Assert.Equal(["case.x3", "case.x2", "case.x1"], effects.Select(row => row.Group.Name));
        Assert.All(effects.Zip([1.5, 1, 0.5]), pair => Assert.Equal(pair.Second, pair.First.MeanSize.Value, 6));
        Assert.All(effects.Zip([1.5, 1, 0.5]), pair => Assert.Equal(pair.Second, pair.First.Mean, 6));
        Assert.All(effects, row => Assert.Equal(0, row.StandardDeviation, 6));
    }

    // x1 − 2·x2 and the larger of x3 and 10, of which x3, up to 1, never is it.
    [Fact]
    public void A_screening_finds_what_does_nothing_and_what_lowers()
    {
        TargetFigure figure = Figure(
            Even("x1", 0, 1) - (Formula.Number(2) * Even("x2", 0, 1)) + Formula.Larger(Even("x3", 0, 1), Formula.Number(10))
        );
        ElementaryEffect[] effects = [.. Screening.Of(figure, Seed).Effects];
        Assert.Equal(["case.x2", "case.x1", "case.x3"], effects.Select(row => row.Group.Name));
        Assert.All(effects.Zip([-1, 0.5, 0]), pair => Assert.Equal(pair.Second, pair.First.Mean, 6));
        Assert.Equal((0, 0), (effects[2].MeanSize.Value, effects[2].MeanSize.StandardError));
    }

    // 73 inputs: those that a screening sets aside are one group, which brings next to nothing; together with the others they are all there are.
    [Fact]
    public void Above_fifty_inputs_those_that_do_not_matter_are_one_group()
    {
        TargetFigure figure = SensitivityCases.Npv(UncertainCases.Reference);
        int inputs = figure.Parameters().Count(input => input.IsUncertain);
        ShapleyEffects found = ShapleyEffects.Of(figure, new VarianceDesign(Seed) { Points = 8_192 });
        ShapleyEffect rest = found.Effects.Single(row => row.Group.Name.StartsWith("the other ", StringComparison.Ordinal));
        Assert.Equal($"the other {rest.Group.Parameters.Length} parameters", rest.Group.Name);
        Assert.True(inputs > 50);
        Assert.Equal(inputs, found.Effects.Sum(row => row.Group.Parameters.Length));
        Assert.NotNull(found.Screened);
        Assert.True(rest.Effect.Value < 0.02, $"{rest.Effect}");
        Assert.Equal(1, found.Effects.Sum(row => row.Effect.Value), 12);
    }

    [Fact]
    public void And_the_same_of_indices()
    {
        Scenario apart = UncertainCases.Reference.Scenario with { Correlations = [] };
        TargetFigure figure = SensitivityCases.Npv(SocialReturn.Of(apart));
        SobolIndices found = SobolIndices.Of(figure, new VarianceDesign(Seed) { Points = 2_048 });
        SobolIndex rest = found.Indices.Single(row => row.Group.Name.StartsWith("the other ", StringComparison.Ordinal));
        Assert.Equal(figure.Parameters().Count(input => input.IsUncertain), found.Indices.Sum(row => row.Group.Parameters.Length));
        Assert.True(rest.Total.Value < 0.02, $"{rest.Total}");
        Assert.Equal(
            figure.Parameters().Count(input => input.IsUncertain),
            SobolIndices.Of(figure, new VarianceDesign(Seed) { Points = 256, Screen = Screen.Never }).Indices.Length
        );
    }

    [Fact]
    public void Nothing_depends_on_how_many_threads_there_are()
    {
        TargetFigure croydon = SensitivityCases.Npv("croydon_sun"),
            marco = SensitivityCases.Npv("marco_cavallo_centre");
        Assert.Equal(
            Numbers(ShapleyEffects.Of(croydon, new VarianceDesign(Seed) { Points = 4_096, Threads = 1 })),
            Numbers(ShapleyEffects.Of(croydon, new VarianceDesign(Seed) { Points = 4_096, Threads = 3 }))
        );
        Assert.Equal(
            Numbers(SobolIndices.Of(marco, new VarianceDesign(Seed) { Threads = 1 })),
            Numbers(SobolIndices.Of(marco, new VarianceDesign(Seed) { Threads = 3 }))
        );
    }

    [Fact]
    public void A_seed_brings_the_same_again_and_another_seed_something_else()
    {
        TargetFigure figure = SensitivityCases.Npv("marco_cavallo_centre");
        Assert.Equal(Numbers(SobolIndices.Of(figure, 7)), Numbers(SobolIndices.Of(figure, 7)));
        Assert.NotEqual(Numbers(SobolIndices.Of(figure, 7)), Numbers(SobolIndices.Of(figure, 8)));
        Assert.Equal(
            Numbers(ShapleyEffects.Of(figure, new VarianceDesign(7) { Points = 1_024 })),
            Numbers(ShapleyEffects.Of(figure, new VarianceDesign(7) { Points = 1_024 }))
        );
        Assert.NotEqual(
            Numbers(ShapleyEffects.Of(figure, new VarianceDesign(7) { Points = 1_024 })),
            Numbers(ShapleyEffects.Of(figure, new VarianceDesign(8) { Points = 1_024 }))
        );
        Assert.Equal(Screening.Of(figure, 7).Effects.Select(row => row.MeanSize), Screening.Of(figure, 7).Effects.Select(row => row.MeanSize));
        Assert.NotEqual(Screening.Of(figure, 7).Effects.Select(row => row.MeanSize), Screening.Of(figure, 8).Effects.Select(row => row.MeanSize));
    }

    private static void Covers(double exact, Estimate[] answers)
    {
        int covered = answers.Count(answer => answer.IsWithin(exact, 2));
        Assert.True(covered >= (0.95 * answers.Length) - (3 * Math.Sqrt(answers.Length * 0.95 * 0.05)), $"{covered} of {answers.Length}");
        Assert.All(answers, answer => Assert.True(answer.IsWithin(exact), $"{answer} is not {exact}."));
    }

    private static (string, Estimate, Estimate)[] Numbers(SobolIndices found) =>
        [.. found.Indices.Select(row => (row.Group.Name, row.First, row.Total))];

    private static (string, Estimate)[] Numbers(ShapleyEffects found) => [.. found.Effects.Select(row => (row.Group.Name, row.Effect))];

    private static TargetFigure Figure(Formula formula) => SensitivityCases.Npv(SensitivityCases.Worth(formula));

    private static Formula Even(string name, double low, double high) => SensitivityCases.Plain(name, new Distribution.Uniform(low, high));

    private static Formula Normal(string name, double sd) => SensitivityCases.Plain(name, new Distribution.Normal(0, sd));
}
