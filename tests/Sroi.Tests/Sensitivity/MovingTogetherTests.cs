using System.Collections.Immutable;
using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Parameters;
using Sroi.Parameters.Distributions;
using Sroi.Quantities;
using Sroi.Sensitivity;
using Sroi.Sensitivity.Decisions;
using Sroi.Sensitivity.Variance;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Tests.Sensitivity;

/// <summary>Inputs that move together, in sums of normals, where everything is known in closed form.</summary>
public class MovingTogetherTests
{
    private const ulong Seed = SensitivityCases.Seed;
    private const int Draws = 100_000;

    // Three that move together with ρ = ½ and one by itself, all with variance 1: V = 3 + 6 × ½ + 1 = 7, of which the one has 1 and each of three
    // equals 2.
    [Theory]
    [InlineData("case.x1", 2 / 7.0)]
    [InlineData("case.x2", 2 / 7.0)]
    [InlineData("case.x3", 2 / 7.0)]
    [InlineData("case.x4", 1 / 7.0)]
    public void Shapley_effects_of_three_that_move_together(string input, double part)
    {
        ShapleyEffects found = ShapleyEffects.Of(SensitivityCases.Npv(Sum(4, together: 3, 0.5)), new VarianceDesign(Seed) { Points = 16_384 });
        Assert.True(found.Variance.IsWithin(7), $"{found.Variance}");
        Is(part, found, input);
    }

    // Seven of one kind: a seventh each.
    [Fact]
    public void Shapley_effects_of_seven_that_move_together()
    {
        ShapleyEffects found = ShapleyEffects.Of(SensitivityCases.Npv(Sum(7, together: 7, 0.5)), new VarianceDesign(Seed) { Points = 8_192 });
        Assert.All(found.Effects, row => Is(1 / 7.0, found, row.Group.Name));
    }

    // x1 and x4 are looked at together. Known first they tell Var(2·x1 + x4) = 5; after x2, which tells 4, they tell 19/3 − 4, since of x1 and x2 the
    // third is (x1 + x2) ÷ 3 on average; after x2 and x3, which tell 16/3, they tell 7 − 16/3. ⅓ × 5 + ⅓ × 7/3 + ⅓ × 5/3 = 3; x2 and x3 share the
    // other 4.
    [Theory]
    [InlineData("two", 3 / 7.0)]
    [InlineData("case.x2", 2 / 7.0)]
    [InlineData("case.x3", 2 / 7.0)]
    public void Shapley_effects_of_a_group_of_which_one_moves_with_others(string group, double part)
    {
        TargetFigure figure = SensitivityCases.Npv(Sum(4, together: 3, 0.5));
        Is(
            part,
            ShapleyEffects.Of(figure, new VarianceDesign(Seed) { Points = 16_384, Groups = [ParameterGroup.Of(figure, "two", ["x1", "x4"])] }),
            group
        );
    }

    // E[x1 + x2 | x1] = (1 + ρ) × x1, and E[max(0, N(0, σ))] = σ φ(0) = 0.398942 σ: 1.8 × 0.398942. Both known is √3.6 × 0.398942.
    [Theory]
    [InlineData(1.8, "x1")]
    [InlineData(1.8, "x2")]
    [InlineData(1.8973665961, "x1", "x2")]
    public void What_it_is_worth_to_know_one_that_tells_of_another(double sd, params string[] inputs)
    {
        SocialReturn social = Sum(2, together: 2, 0.8);
        Decision decision = SensitivityCases.Decide(social, Draws);
        Evppi found = Evppi.Of(decision, [ParameterGroup.Of(SensitivityCases.Npv(social), "known", inputs)])[0].Checked(decision, outer: 2_048);
        double exact = sd / Math.Sqrt(2 * Math.PI);
        Assert.True(found.Value.IsWithin(exact), $"{found.Value} is not {exact}");
        Assert.True(found.Nested!.Value.IsWithin(exact), $"{found.Nested.Value} is not {exact}");
    }

    private static void Is(double part, ShapleyEffects found, string group)
    {
        Estimate effect = found.Effects.Single(row => row.Group.Name == group).Effect;
        Assert.True(effect.IsWithin(part), $"{group}: {effect} is not {part}");
    }

    // Of standard normals, the first ones with one Pearson correlation between any two of them, as the Spearman correlation that it is: 6/π asin(ρ ÷
    // 2).
    private static SocialReturn Sum(int count, int together, double pearson)
    {
        ImmutableArray<Parameter> inputs =
        [
            .. Enumerable.Range(1, count).Select(i => SensitivityCases.Plain($"x{i}", new Distribution.Normal(0, 1))),
        ];
        double spearman = 6 / Math.PI * Math.Asin(pearson / 2);
        return SensitivityCases.Worth(
            Formula.Total(inputs.Select(input => (Formula)input), Unit.None),
            new Correlation([.. inputs.Take(together).Select(input => input.Id)], spearman, IsKendall: false, Why: null)
        );
    }
}
