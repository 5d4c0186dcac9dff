using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Parameters;
using Sroi.Parameters.Distributions;
using Sroi.Quantities;
using Sroi.Sensitivity.Decisions;
using Sroi.Tests.Uncertainty;
using Sroi.Uncertainty.Running;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Tests.Sensitivity;

/// <summary>Options side by side: what is dominated, what each adds, which is acceptable.</summary>
public class OptionTests
{
    private const int Draws = 4_000;
    private const ulong Seed = SensitivityCases.Seed;

    // Inputs and benefits in pounds: a 100 → 110, b 200 → 400, c 300 → 390, d 400 → 500.
    private static readonly DecisionOption[] Known = [Option("a", 110, 100), Option("b", 400, 200), Option("c", 390, 300), Option("d", 500, 400)];

    // From nothing to b a pound brings 2.0. To a it brings 1.1, and from a to b 2.9, so that half of b and half of nothing beats a. c costs more than
    // b and brings less. From b to d it is 100 ÷ 200.
    [Fact]
    public void The_frontier_by_hand()
    {
        FrontierStep[] expected =
        [
            new(Decision.Nothing, 0, 0, FrontierStanding.OnFrontier, null, null),
            new("a", 100, 110, FrontierStanding.ExtendedlyDominated, "b", null),
            new("b", 200, 400, FrontierStanding.OnFrontier, Decision.Nothing, 2),
            new("c", 300, 390, FrontierStanding.Dominated, "b", null),
            new("d", 400, 500, FrontierStanding.OnFrontier, "b", 0.5),
        ];
        Assert.Equal(expected, OptionComparison.Of(Choice(Known)).Frontier);
    }

    // Without doing nothing a is the cheapest there is, and no mixture undercuts it.
    [Fact]
    public void The_frontier_where_something_must_be_done()
    {
        FrontierStep[] expected =
        [
            new("a", 100, 110, FrontierStanding.OnFrontier, null, null),
            new("b", 200, 400, FrontierStanding.OnFrontier, "a", 2.9),
            new("c", 300, 390, FrontierStanding.Dominated, "b", null),
            new("d", 400, 500, FrontierStanding.OnFrontier, "b", 0.5),
        ];
        Assert.Equal(expected, OptionComparison.Of(Choice(Known, DoNothing.Excluded)).Frontier);
    }

    [Theory]
    // 290 less for 100 less: neither dominates, and fewer inputs have no ratio
    [InlineData("a", -290, -100, Dominance.None, null)]
    // 10 less for 100 more
    [InlineData("c", -10, 100, Dominance.IsDominated, -0.1)]
    // 100 more for 200 more
    [InlineData("d", 100, 200, Dominance.None, 0.5)]
    public void What_an_option_adds_to_b(string name, double benefits, double inputs, Dominance dominance, double? ratio)
    {
        OptionIncrement more = OptionComparison.Of(Choice(Known), "b").Increments.Single(row => row.Name == name);
        Assert.Equal(("b", dominance), (more.Against, more.Dominance));
        Assert.Equal([benefits, inputs, benefits - inputs], [more.Benefits.Base!.Value, more.Inputs.Base!.Value, more.NetPresentValue.Base!.Value]);
        Assert.Equal([benefits, inputs], [more.Benefits.Mean!.Value, more.Inputs.Mean!.Value]);
        Assert.Equal((ratio, ratio), (more.Ratio.Base, more.Ratio.Mean?.Value));
        Assert.Equal(benefits > inputs ? 1 : 0, more.ProbabilityBetter.Value);
    }

    // (a + b) × c and a × c + b × c differ in their last digits only; benefits and inputs of both, and usual care that takes all inputs away again.
    [Fact]
    public void What_differs_by_rounding_is_the_same_and_has_no_ratio()
    {
        Decision decision = Decision.Between([Joined, MultipliedOut], Draws, Seed);
        OptionComparison comparison = OptionComparison.Of(decision);
        OptionIncrement more = Assert.Single(comparison.Increments);
        Assert.Equal(new DrawnFigure(null, null, null, null), more.Ratio);
        Assert.Equal((new DrawnFigure(0, new(0, 0), 0, 0), Dominance.None), (more.Inputs, more.Dominance));
        Assert.Equal(new Estimate(0, 0), more.ProbabilityBetter);
        Assert.Equal(FrontierStanding.NotToldApart, comparison.Frontier[^1].Standing);
        Assert.All(comparison.Frontier.Skip(2), step => Assert.Null(step.IncrementalRatio));
        Assert.Equal(comparison.Alternatives[1].ProbabilityBest, comparison.Alternatives[2].ProbabilityBest);
        Assert.All(
            AcceptabilityCurve.Of(decision).Points,
            point => Assert.Equal(point.Alternatives[1].ProbabilityBest, point.Alternatives[2].ProbabilityBest)
        );
    }

    [Fact]
    public void Inputs_that_usual_care_takes_away_again_have_no_ratio()
    {
        Scenario scenario = Joined.SocialReturn.Scenario;
        Input same = MultipliedOut.SocialReturn.Scenario.Map.Inputs[0] with { Id = "usual", IsBaseline = true };
        SocialReturn social = SocialReturn.Of(scenario with { Map = scenario.Map with { Inputs = [.. scenario.Map.Inputs, same] } });
        Decision decision = Decision.Between([new("one", social)], Draws, Seed);
        Assert.Equal(new DrawnFigure(0, new(0, 0), 0, 0), OptionComparison.Of(decision).Options[0].Inputs with { Base = 0 });
        Assert.Null(OptionComparison.Of(decision).Options[0].Ratio.Mean);
        Assert.InRange(AcceptabilityCurve.Of(decision).Points[^1].Ratio, 0, 2);
    }

    // Costs of 100 ± 50 each, independent: the difference of their means is well within its error, and so is no denominator.
    [Fact]
    public void What_cannot_be_told_from_zero_is_no_denominator()
    {
        Formula Cost(string of) => SensitivityCases.Plain($"cost_{of}", new Distribution.Normal(100, 50));
        DecisionOption[] options = [Costing("one", Cost("one"), Formula.Number(100)), Costing("other", Cost("other"), Formula.Number(200))];
        for (ulong seed = 1; seed <= 20; seed++)
        {
            OptionComparison comparison = OptionComparison.Of(Decision.Between(options, 200, seed));
            OptionIncrement more = comparison.Increments[0];
            bool isToldEitherWay = Math.Abs(more.Inputs.Mean!.Value) > 2 * more.Inputs.Mean.StandardError,
                isTold = isToldEitherWay && more.Inputs.Mean.Value > 0;
            Assert.Equal(isTold, more.Ratio.Mean is not null);
            Assert.Null(more.Ratio.Base);
            Assert.DoesNotContain(comparison.Frontier, step => step is { Against: "one" or "other", IncrementalRatio: not null } && !isToldEitherWay);
        }
    }

    [Fact]
    public void What_brings_more_for_less_dominates() =>
        Assert.Equal(Dominance.Dominates, OptionComparison.Of(Choice([Known[2], Known[1]])).Increments[0].Dominance);

    // At 0.4 a pound: 340 for d, 320 for b. At 1: 200 for b. At 2 b is as good as nothing, which stands first, and both share each draw.
    [Theory]
    [InlineData(0.4, "d", 340, 0, 1)]
    [InlineData(1, "b", 200, 1, 0)]
    [InlineData(2, Decision.Nothing, 0, 0.5, 0)]
    [InlineData(2.5, Decision.Nothing, 0, 0, 0)]
    public void The_best_alternative_at_what_a_pound_must_bring(double ratio, string best, double net, double shareOfB, double shareOfD)
    {
        AcceptabilityPoint point = Assert.Single(AcceptabilityCurve.Of(Choice(Known), [ratio]).Points);
        Assert.Equal(best, point.Frontier);
        Assert.Equal([Decision.Nothing, "a", "b", "c", "d"], point.Alternatives.Select(one => one.Name));
        Assert.Equal(net, point.Alternatives.Max(one => one.MeanNetBenefit), 9);
        Assert.Equal([0, shareOfB, 0, shareOfD], point.Alternatives.Skip(1).Select(one => one.ProbabilityBest.Value));
        Assert.Equal(
            [1.1 >= ratio, 2 >= ratio, 1.3 >= ratio, 1.25 >= ratio],
            point.Alternatives.Skip(1).Select(one => one.ProbabilityReached!.Value == 1)
        );
        Assert.Null(point.Alternatives[0].ProbabilityReached);
    }

    // At 2.5 the losses are a 140, b 100, c 360 and d 500.
    [Fact]
    public void Where_something_must_be_done_the_least_loss_is_best()
    {
        AcceptabilityPoint point = AcceptabilityCurve.Of(Choice(Known, DoNothing.Excluded), [2.5]).Points[0];
        Assert.Equal("b", point.Frontier);
        Assert.Equal([-140, -100, -360, -500], point.Alternatives.Select(one => one.MeanNetBenefit));
        Assert.Equal([40, 0, 260, 400], point.Alternatives.Select(one => one.ExpectedLoss));
    }

    [Fact]
    public void An_option_that_changes_nothing_differs_by_nothing_and_shares_the_first_place()
    {
        DecisionOption[] twins =
        [
            new("one", UncertainCases.Shipped("arizona_peer_employment")),
            new("other", UncertainCases.Shipped("arizona_peer_employment")),
        ];
        OptionComparison compared = OptionComparison.Of(Decision.Between(twins, Draws, Seed, DoNothing.Excluded));
        OptionIncrement more = Assert.Single(compared.Increments);
        DrawnFigure nothing = new(0, new(0, 0), 0, 0);
        Assert.Equal((nothing, nothing, nothing), (more.Benefits, more.Inputs, more.NetPresentValue));
        Assert.Equal((Dominance.None, 0), (more.Dominance, more.ProbabilityBetter.Value));
        Assert.All(compared.Options, option => Assert.Equal(new Estimate(0.5, 0), option.ProbabilityBest));
        Assert.Equal(new Estimate(0, 0), Evpi.Of(compared.Decision).Value);
        Assert.Empty(compared.Decision.Differences);
    }

    [Theory]
    [InlineData("arizona_peer_employment")]
    [InlineData("marco_cavallo_centre")]
    [InlineData("croydon_sun")]
    public void The_curve_at_one_is_the_simulations_probability(string scenario)
    {
        SocialReturn social = UncertainCases.Shipped(scenario);
        SimulationResult simulated = Simulation.Of(social, Draws, Seed).Run();
        AcceptabilityCurve curve = AcceptabilityCurve.Of(Decision.Between([new("it", social)], Draws, Seed), [1]);
        Assert.Equal(simulated.ProbabilityRatioAboveOne!.Value, curve.Points[0].Alternatives[1].ProbabilityReached!.Value, 12);
        Assert.Equal(simulated.ProbabilityNpvPositive!.Value, curve.Options[0].ProbabilityNpvPositive.Value, 12);
        Assert.Equal(simulated.ShareInputsNotPositive, curve.Options[0].ShareInputsNotPositive, 12);
    }

    [Fact]
    public void A_curve_goes_down_from_one_and_has_one_among_its_ratios()
    {
        AcceptabilityCurve curve = AcceptabilityCurve.Of(SensitivityCases.Decide("arizona_peer_employment", Draws));
        double[] reached = [.. curve.Points.Select(point => point.Alternatives[1].ProbabilityReached!.Value)];
        Assert.Equal(reached.OrderDescending(), reached);
        Assert.Equal(0, curve.Points[0].Ratio);
        Assert.Contains(curve.Points, point => point.Ratio == 1);
        Assert.InRange(reached[^1], 0, 0.01);
    }

    [Fact]
    public void What_the_best_choice_loses_on_average_is_what_perfect_information_is_worth()
    {
        Decision decision = Decision.Between(Croydons(), Draws, Seed, DoNothing.Excluded);
        OptionComparison compared = OptionComparison.Of(decision);
        Evpi all = Evpi.Of(decision);
        Assert.Equal(all.Value, compared.Options.Single(option => option.Name == all.BestNow).ExpectedLoss);
        Assert.Equal(all.Value.Value, compared.Options.Min(option => option.ExpectedLoss.Value));
        AcceptabilityPoint point = AcceptabilityCurve.Of(decision, [1]).Points[0];
        Assert.Equal(all.BestNow, point.Frontier);
        Assert.Equal(all.Value.Value, point.Alternatives.Min(one => one.ExpectedLoss), 6);
        Assert.Equal(1, compared.Options.Sum(option => option.ProbabilityBest.Value), 12);
    }

    // One facilitator of 1,650 hours brings what two of 3,133.33 do: saved are 1,483.33 hours × £68 in each of three years.
    [Fact]
    public void Lighter_staffing_dominates_in_Croydon()
    {
        OptionComparison compared = OptionComparison.Of(Decision.Between(Croydons(), Draws, Seed));
        OptionIncrement lighter = compared.Increments.Single(row => row.Name == "lighter");
        Assert.Equal((Dominance.Dominates, 1), (lighter.Dominance, lighter.ProbabilityBetter.Value));
        Assert.Equal(new DrawnFigure(0, new(0, 0), 0, 0), lighter.Benefits);
        Assert.Equal(
            (1650 - (18_800 / 6.0)) * 68 * ((1 / 1.035) + (1 / (1.035 * 1.035)) + (1 / (1.035 * 1.035 * 1.035))),
            lighter.Inputs.Base!.Value,
            6
        );
        Assert.Equal("do nothing", Evpi.Of(compared.Decision).BestNow);
    }

    [Fact]
    public void In_what_options_are_not_measured_alike_is_named()
    {
        DecisionOption[] options =
        [
            new("short", SocialReturn.Of(Cases.Of([Cases.Outcome()], [Cases.Input(1)], years: 1))),
            new(
                "long",
                SocialReturn.Of(
                    Cases.Of([Cases.Outcome()], [Cases.Input(1, Cases.Charity)], timing: DiscountTiming.EndOfYear) with
                    {
                        Country = "IT",
                    }
                )
            ),
            new("also long", SocialReturn.Of(Cases.JobCoaching)),
        ];
        Assert.Equal(
            [
                "horizon: 1 year (short); 5 years (long, also long)",
                "timing: start-of-year (short, also long); end-of-year (long)",
                "perspective: Members, NHS (short, also long); Charity, Members (long)",
                "country: not stated (short, also long); IT (long)",
            ],
            Choice(options).Differences
        );
    }

    [Fact]
    public void Nothing_depends_on_how_many_threads_there_are()
    {
        (string Text, double[] Numbers)[] found = [.. new[] { 1, 3 }.Select(Everything)];
        Assert.Equal(found[0].Text, found[1].Text);
        Assert.Equal(found[0].Numbers, found[1].Numbers);
    }

    private static (string Text, double[] Numbers) Everything(int threads)
    {
        Decision decision = Decision.Between(Croydons(), Draws, Seed, threads: threads);
        Evppi[] values = [.. Evppi.Of(decision)];
        AcceptabilityPoint[] points = [.. AcceptabilityCurve.Of(decision, [0, 0.1, 0.2, 0.3]).Points];
        NestedEvppi nested = NestedEvppi.Of(decision, values[0].Group, outer: 100);
        return (
            string.Join(" ", values.Select(row => row.Group.Name).Concat(points.Select(point => point.Frontier))),
            [
                Evpi.Of(decision).Value.Value,
                nested.Value.Value,
                nested.Value.StandardError,
                .. values.Select(row => row.Value.Value),
                .. values.Select(row => row.Value.StandardError),
                .. values.Select(row => row.Explained),
                .. points.SelectMany(point => point.Alternatives.Select(one => one.MeanNetBenefit)),
                .. OptionComparison.Of(decision).Options.Select(option => option.NetPresentValue.Mean!.StandardError),
            ]
        );
    }

    private static DecisionOption[] Croydons() =>
        [
            new("base", UncertainCases.Shipped("croydon_sun")),
            new("claimed", UncertainCases.Shipped("croydon_sun", "as_claimed")),
            new("lighter", UncertainCases.Shipped("croydon_sun", "lighter_staffing")),
        ];

    private static DecisionOption Joined { get; } = Rounded("one", (a, b, c) => (a + b) * c);

    private static DecisionOption MultipliedOut { get; } = Rounded("other", (a, b, c) => (a * c) + (b * c));

    private static DecisionOption Rounded(string name, Func<Formula, Formula, Formula, Formula> of)
    {
        Formula amount = of(
            SensitivityCases.Plain("a", new Distribution.Normal(3, 1)),
            SensitivityCases.Plain("b", new Distribution.Normal(0.1, 0.05)),
            SensitivityCases.Plain("c", new Distribution.LogNormal(0, 0.3))
        );
        return Costing(name, amount, amount * Formula.Number(1.001));
    }

    private static DecisionOption Costing(string name, Formula cost, Formula benefits)
    {
        Scenario scenario = SensitivityCases.Worth(benefits).Scenario;
        Input input = Cases.Input(1) with { Amount = cost * (Formula)Cases.Money("pound_of_cost", 1, "GBP") };
        return new(name, SocialReturn.Of(scenario with { Map = scenario.Map with { Inputs = [input] } }));
    }

    private static DecisionOption Option(string name, double benefits, double inputs) =>
        new(name, UncertainCases.Product(new Distribution.Fixed(1), new Distribution.Fixed(benefits), new Distribution.Fixed(inputs)));

    private static Decision Choice(DecisionOption[] options, DoNothing nothing = DoNothing.Included) => Decision.Between(options, 100, Seed, nothing);
}
