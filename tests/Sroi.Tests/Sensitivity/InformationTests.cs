using System.Collections.Immutable;
using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Parameters.Distributions;
using Sroi.Quantities;
using Sroi.Sensitivity;
using Sroi.Sensitivity.Decisions;
using Sroi.Tests.Uncertainty;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Tests.Sensitivity;

/// <summary>What it is worth to know everything, and what to know some of it.</summary>
public class InformationTests
{
    private const int Draws = 20_000;
    private const int ManyDraws = 60_000;
    private const int Outer = 2048;

    // 10 to 30 at £50 to £150 for £1,500 to £2,500: £2,000 against £2,000 on average.
    private static readonly SocialReturn Even = UncertainCases.Product(
        new Distribution.Uniform(10, 30),
        new Distribution.Uniform(50, 150),
        new Distribution.Uniform(1500, 2500)
    );

    // 10 or 30 at £100 for £1,500: −£500 or £1,500, £500 on average, so it is done. To know beforehand brings 0 or £1,500, £750 on average.
    [Fact]
    public void A_choice_that_one_throw_of_a_coin_decides()
    {
        SocialReturn social = UncertainCases.Product(
            new Distribution.Discrete([10, 30], [0.5, 0.5]),
            new Distribution.Fixed(100),
            new Distribution.Fixed(1500)
        );
        Decision decision = SensitivityCases.Decide(social, Draws);
        Evpi all = Evpi.Of(decision);
        Assert.Equal("case", all.BestNow);
        Assert.True(all.Value.IsWithin(250), $"{all.Value}");
        Assert.True(all.ProbabilityBestNowIsWrong.IsWithin(0.5));
        // Every lost draw loses £500.
        Assert.Equal(500 * all.ProbabilityBestNowIsWrong.Value, all.Value.Value, 6);
        Evppi ofCoin = Assert.Single(Evppi.Of(decision));
        Assert.Equal(all.Value.Value, ofCoin.Value.Value, 6);
        Assert.Equal([1, 1], [ofCoin.ShareOfEvpi, ofCoin.Explained], (a, b) => Math.Abs(a - b) < 1e-9);
    }

    // The same with £1,000 to pay: £1,000 on average and never below zero, so that nothing could be learnt.
    [Fact]
    public void Where_the_same_is_best_in_every_draw_information_is_worth_nothing()
    {
        SocialReturn social = UncertainCases.Product(
            new Distribution.Discrete([10, 30], [0.5, 0.5]),
            new Distribution.Fixed(100),
            new Distribution.Fixed(1000)
        );
        Decision decision = SensitivityCases.Decide(social, Draws);
        Assert.Equal(new Estimate(0, 0), Evpi.Of(decision).Value);
        Evppi ofCoin = Assert.Single(Evppi.Of(decision));
        Assert.Equal((0, 0), (ofCoin.Value.Value, ofCoin.ShareOfEvpi));
    }

    // Its mean is a hundred pounds below nothing, of which w with its £1 changes none; but £1,000 of noise would change it, so that no draws prove
    // that w does not.
    [Fact]
    public void What_seems_to_be_worth_nothing_has_an_error_all_the_same()
    {
        Formula w = SensitivityCases.Plain("w", new Distribution.Normal(0, 1)),
            e = SensitivityCases.Plain("e", new Distribution.Normal(-100, 1000));
        Decision decision = SensitivityCases.Decide(SensitivityCases.Worth(w + e), Draws);
        Estimate value = Evppi.Of(decision).Single(row => row.Group.Name == "case.w").Value;
        Assert.InRange(value.Value, 0, 2 * value.StandardError);
        Assert.InRange(value.StandardError, double.Epsilon, 10);
        Assert.All(Evppi.Of(decision), row => Assert.True(row.Value.Value <= Evpi.Of(decision).Value.Value));
    }

    [Theory]
    [InlineData("arizona_peer_employment")]
    [InlineData("marco_cavallo_centre")]
    [InlineData("croydon_sun")]
    public void To_know_all_inputs_together_is_perfect_information(string scenario)
    {
        Decision decision = SensitivityCases.Decide(scenario, Draws);
        Evppi together = Evppi.Of(decision, [ParameterGroup.Of(SensitivityCases.Npv(scenario), "all", ["*"])])[0];
        Assert.True(together.Value.IsWithin(Evpi.Of(decision).Value.Value), $"{together.Value} is not {Evpi.Of(decision).Value}");
        Assert.Equal(1, together.Explained, 6);
    }

    [Fact]
    public void The_shares_of_a_whole_are_known_together()
    {
        Formula margin = CoachingCase.Shares.NetPresentValue - Formula.Number(32, Unit.Pounds);
        Decision decision = SensitivityCases.Decide(SensitivityCases.Worth(margin / Formula.Number(1, Unit.Pounds)), Draws);
        Evppi mix = Assert.Single(Evppi.Of(decision));
        Assert.Equal(("case.mix", 3), (mix.Group.Name, mix.Group.Parameters.Length));
        Assert.True(mix.Value.IsWithin(Evpi.Of(decision).Value.Value));
        Assert.True(mix.Value.Value > 0);
    }

    [Theory]
    [InlineData("quantity")]
    [InlineData("price")]
    [InlineData("cost")]
    [InlineData("quantity", "price")]
    public void The_regression_agrees_with_nested_draws(params string[] inputs) => Agrees(Even, inputs);

    // Spearman 0.6 between quantity and price: knowing one tells something of the other.
    [Theory]
    [InlineData("quantity")]
    [InlineData("cost")]
    [InlineData("quantity", "price")]
    public void And_where_inputs_move_together(params string[] inputs) =>
        Agrees(
            SocialReturn.Of(Even.Scenario with { Correlations = [new(["case.quantity", "case.price"], 0.6, IsKendall: false, Why: null)] }),
            inputs
        );

    [Theory]
    [InlineData("quantity")]
    [InlineData("quantity", "cost")]
    public void And_for_an_input_of_few_values(params string[] inputs) =>
        Agrees(
            UncertainCases.Product(
                new Distribution.Discrete([10, 20, 30], [0.25, 0.5, 0.25]),
                new Distribution.Uniform(50, 150),
                new Distribution.Uniform(1500, 2500)
            ),
            inputs
        );

    // Croydon's own spreads and correlation, with facilitators for an eleventh of the price and nothing else, so that it nearly breaks even.
    [Theory]
    [InlineData("people")]
    [InlineData("ae_before")]
    [InlineData("ae_rate_ratio")]
    [InlineData("regression_to_mean")]
    [InlineData("regression_to_mean", "other_services")]
    [InlineData("regression_to_mean", "ae_before")]
    public void And_for_Croydon_at_a_price_near_break_even(params string[] inputs) => Agrees(CheapCroydon(), inputs);

    [Fact]
    public void Knowing_more_is_never_worth_less()
    {
        Decision decision = SensitivityCases.Decide(Even, Draws);
        double Of(params string[] inputs) => Evppi.Of(decision, [Group(Even, inputs)])[0].Value.Value;
        Assert.True(Of("quantity") < Of("quantity", "price"));
        Assert.True(Of("quantity", "price") < Of("quantity", "price", "cost"));
    }

    // £20 ± 4 is told to within 5 % by (0.2 ÷ 0.05)² = 16 times as many draws; £20 ± 1 is already.
    [Theory]
    [InlineData(20, 4, 16_000L)]
    [InlineData(20, 1, null)]
    [InlineData(0, 0, null)]
    public void How_many_draws_it_would_take(double value, double error, long? needed) => Assert.Equal(needed, Evpi.Needed(new(value, error), 1_000));

    // An intake a year of ten cases at 3.5 %, valued at the start of each year: 10 × (1 + 1 ÷ 1.035 + 1 ÷ 1.071225); Croydon counts from the ends.
    [Fact]
    public void Information_reaches_the_cases_of_later_years_discounted()
    {
        Assert.Equal(10 * (1 + (1 / 1.035) + (1 / 1.071225)), DecisionReach.Of(SocialReturn.Of(Cases.JobCoaching), 10, 3).Factor, 12);
        Assert.Equal(10 * ((1 / 1.035) + (1 / 1.071225)), DecisionReach.Of(UncertainCases.Shipped("croydon_sun"), 10, 2).Factor, 12);
        Assert.Equal(1, DecisionReach.One.Factor);
    }

    // Worth £1,000 ± 10 for one case and £10,000 ± 100 for ten.
    [Theory]
    [InlineData(9_700, ResearchVerdict.MayBeWorthIt)]
    [InlineData(9_900, ResearchVerdict.Unclear)]
    [InlineData(10_100, ResearchVerdict.Unclear)]
    [InlineData(10_300, ResearchVerdict.NotWorthIt)]
    public void A_study_is_held_against_what_it_could_be_worth(double cost, ResearchVerdict verdict)
    {
        ResearchPriority row = Assert.Single(Priorities(cost, Worth("survey", 1_000, 10)));
        Assert.Equal((new Estimate(10_000, 100), cost, verdict, 10_000 - cost), (row.Worth, row.Cost, row.Verdict, row.Net));
    }

    [Fact]
    public void Even_a_study_for_nothing_is_not_worth_it_where_nothing_could_change() =>
        Assert.Equal(ResearchVerdict.NotWorthIt, Assert.Single(Priorities(0, Worth("survey", 0, 0))).Verdict);

    // £10,000 − 9,000, 5,000 − 9,000, and 3,000 − 100 by its own price.
    [Fact]
    public void The_study_that_leaves_most_stands_first()
    {
        ImmutableArray<ResearchPriority> rows = ResearchPriority.Of(
            [Worth("a", 500, 1), Worth("b", 1_000, 1), Worth("c", 300, 1)],
            new(10, 1, 10),
            9_000,
            ImmutableDictionary<string, double>.Empty.Add("c", 100)
        );
        Assert.Equal([("c", 2_900.0), ("b", 1_000), ("a", -4_000)], rows.Select(row => (row.Group.Name, row.Net)));
    }

    private static ImmutableArray<ResearchPriority> Priorities(double cost, Evppi value) =>
        ResearchPriority.Of([value], new(10, 1, 10), cost, ImmutableDictionary<string, double>.Empty);

    private static Evppi Worth(string name, double value, double error) => new(new(name, [name]), new(value, error), 0.5, 0.5, Nested: null);

    private static void Agrees(SocialReturn social, string[] inputs)
    {
        Decision decision = SensitivityCases.Decide(social, ManyDraws);
        Evppi both = Evppi.Of(decision, [Group(social, inputs)])[0].Checked(decision, Outer);
        double distance = both.Nested!.DistanceFrom(both.Value);
        Assert.True(Math.Abs(distance) < 4, $"{both.Value} by regression, {both.Nested.Value} nested: {distance} standard errors.");
        // Of a value far from zero it says something.
        Assert.True(both.Value.Value > 5 * both.Value.StandardError, $"{both.Value}");
    }

    private static ParameterGroup Group(SocialReturn social, string[] inputs) => ParameterGroup.Of(SensitivityCases.Npv(social), "known", inputs);

    private static SocialReturn CheapCroydon()
    {
        Scenario scenario = UncertainCases.Shipped("croydon_sun").Scenario;
        Input facilitators = scenario.Map.Inputs[0];
        return SocialReturn.Of(
            scenario with
            {
                Map = scenario.Map with { Inputs = [facilitators with { Amount = facilitators.Amount * Formula.Number(1.0 / 11) }] },
            }
        );
    }
}
