using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Parameters;
using Sroi.Parameters.Distributions;
using Sroi.Quantities;
using Sroi.Sensitivity;
using Sroi.Sensitivity.Decisions;
using Sroi.Sensitivity.OneAtATime;
using Sroi.Sensitivity.Variance;
using Sroi.Uncertainty.Quantiles;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Tests.Sensitivity;

/// <summary>Cases at which simpler ways of computing the same fail: heavy tails, poles, companions outside a group, equals, ends of a range.</summary>
public class HardCaseTests
{
    private const ulong Seed = SensitivityCases.Seed;

    // x1 is lognormal with σ = 1.5, x2 with 0.5, both of median 1; what is given up, k, is nine tenths of the mean. To know x1 is worth a call option:
    // E[x2] E[x1] Φ(d + σ) − k Φ(d) − (E[x1] E[x2] − k), with d = ln(E[x2] ÷ k) ÷ σ. The errors must cover what a few extreme draws do; where there are
    // such they are large, and the middle one of them is as large as the answers scatter.
    [Fact]
    public void Errors_of_heavy_tails_are_honest()
    {
        const double sigma = 1.5;
        double mean = Math.Exp(sigma * sigma / 2) * Math.Exp(0.125),
            k = 0.9 * mean,
            d = Math.Log(Math.Exp(0.125) / k) / sigma,
            exact = (mean * Normal(d + sigma)) - (k * Normal(d)) - (mean - k);
        Formula net =
            (
                (Formula)SensitivityCases.Plain("x1", new Distribution.LogNormal(0, sigma))
                * SensitivityCases.Plain("x2", new Distribution.LogNormal(0, 0.5))
            ) - Formula.Number(k, "what is given up");
        SocialReturn social = SensitivityCases.Worth(net);
        Estimate[] answers = [.. Enumerable.Range(1, 20).Select(seed => Of("x1", SensitivityCases.Decide(social, 20_000, (ulong)seed)).Value)];
        Assert.All(answers, answer => Assert.True(answer.IsWithin(exact), $"{answer} is not {exact}."));
        double scatter = Math.Sqrt(answers.Average(answer => (answer.Value - exact) * (answer.Value - exact)));
        double[] told = [.. answers.Select(answer => answer.StandardError).Order()];
        Assert.InRange(scatter / told[told.Length / 2], 0.6, 2);
    }

    // x1 says a lot of x6, which is outside the group: what is expected of x1 x6 is no line in x1.
    [Fact]
    public void A_group_says_something_of_what_moves_with_it()
    {
        Formula[] x =
        [
            .. Enumerable
                .Range(1, 6)
                .Select(i =>
                    (Formula)SensitivityCases.Plain($"x{i}", i is 1 or 6 ? new Distribution.Uniform(-1, 1) : new Distribution.Uniform(-0.1, 0.1))
                ),
        ];
        Formula net = (x[0] * x[5]) + x[1] + x[2] + x[3] + x[4] - Formula.Number(0.3, "what is given up");
        SocialReturn social = SensitivityCases.Worth(net, new Correlation(["case.x1", "case.x6"], 0.9, IsKendall: false, Why: null));
        Decision decision = SensitivityCases.Decide(social, 60_000);
        ParameterGroup group = ParameterGroup.Of(SensitivityCases.Npv(social), "five", ["x1", "x2", "x3", "x4", "x5"]);
        Evppi five = Evppi.Of(decision, [group])[0].Checked(decision, 2_048);
        Assert.InRange(Math.Abs(five.Nested!.DistanceFrom(five.Value)), 0, 4);
        Assert.True(five.Value.Value > Of("x1", decision).Value.Value);
    }

    // 1 ÷ (x − 1.1) changes its sign at 1.1 without being zero there.
    [Fact]
    public void A_pole_is_no_switching_value()
    {
        Formula x = SensitivityCases.Plain("x", new Distribution.Uniform(0, 3));
        Formula y = SensitivityCases.Plain("y", new Distribution.Uniform(0, 1));
        Formula pole = Formula.Number(1) / (x - Formula.Number(1.1));
        Assert.Null(SwitchingValues.Of(SensitivityCases.Npv(SensitivityCases.Worth(pole)), "x").Value);

        // y + 1 ÷ (x − 1.1) = 0 at x = 1.1 − 1 ÷ y: below zero for y = 0.05, 0.1 for y = 1.
        TwoWay grid = TwoWay.Of(SensitivityCases.Npv(SensitivityCases.Worth(y + pole)), new("y", new(0.05, 1)), "x", steps: 2);
        Assert.False(grid.BreakEven[0].WithinSupport);
        Assert.Equal(0.1, grid.BreakEven[1].Down!.Value, 1e-9);
    }

    // Two that cost and bring the same are one in the incremental analysis: 110 ÷ 100 = 1.1 a pound, the next 290 ÷ 100 = 2.9, so a is left out, and a2 is not told apart from it.
    [Fact]
    public void Equal_options_are_not_told_apart()
    {
        Decision decision = Decision.Between([Option("a", 110, 100), Option("a2", 110, 100), Option("b", 400, 200)], 100, Seed);
        Assert.Equal(
            [
                (Decision.Nothing, FrontierStanding.OnFrontier),
                ("a", FrontierStanding.ExtendedlyDominated),
                ("a2", FrontierStanding.NotToldApart),
                ("b", FrontierStanding.OnFrontier),
            ],
            OptionComparison.Of(decision).Frontier.Select(step => (step.Name, step.Standing))
        );
        Assert.Equal(2, OptionComparison.Of(decision).Frontier[^1].IncrementalRatio);
    }

    [Fact]
    public void A_number_that_is_nothing_is_given_a_range_that_can_be_taken()
    {
        TargetFigure npv = SensitivityCases.Npv(SocialReturn.Of(Cases.Of([Cases.Outcome()], [Cases.Input(0)])));
        SensitivityException refused = Assert.Throws<SensitivityException>(() => OneWay.Of(npv, "cost"));
        Assert.Equal("case.cost is known exactly (£0.00) and has no spread. Give a range, such as £0.00 to £1.00.", refused.Message);
        Assert.Equal(2, OneWay.Of(npv, "cost", new(0, 1), points: 2).Points.Length);
    }

    // Of shares of 1, 2 and 5 the first goes from nothing to all: 100 × share.
    [Fact]
    public void A_share_can_be_all_of_it()
    {
        Parameter[] weights =
        [
            .. new[] { 1.0, 2, 5 }.Select(
                (count, i) => SensitivityCases.Plain($"mix.{i}", new Distribution.Gamma(count, 1)) with { WeightOf = "case.mix" }
            ),
        ];
        Formula share = (Formula)weights[0] / Formula.Total(weights.Select(weight => (Formula)weight), Unit.None);
        TargetFigure npv = SensitivityCases.Npv(SensitivityCases.Worth(Formula.Number(100) * share));
        OneWay way = OneWay.Of(npv, "mix.0", new(0, 1), points: 5);
        double[] expected = [0, 25, 50, 75, 100];
        Assert.Equal(expected, way.Points.Select(point => Math.Round(point.Figure!.Value, 9)));
    }

    // Of sixty equal inputs none matters less than the others, but for the hundredth part that is set aside.
    [Fact]
    public void Equal_inputs_are_not_set_aside_by_their_names()
    {
        Formula sum = Formula.Total(
            Enumerable.Range(0, 60).Select(i => (Formula)SensitivityCases.Plain($"x{i:00}", new Distribution.Uniform(0, 1))),
            Unit.None
        );
        SobolIndices indices = SobolIndices.Of(SensitivityCases.Npv(SensitivityCases.Worth(sum)), Seed);
        Assert.Equal(60, indices.Indices.Length);
        Assert.All(indices.Indices, row => Assert.True(row.Total.IsWithin(1.0 / 60), $"{row}"));
    }

    // u² × £1 against £4, u uniform from −4 to 4 and 3 at base: the decision turns at 2 and again at −2; between them, half of the values, it is the other one.
    [Fact]
    public void A_figure_that_turns_round_turns_the_decision_twice()
    {
        Formula u = new Parameter("case.u", 3, Unit.None) { Label = "u", Distribution = new Distribution.Uniform(-4, 4) };
        TargetFigure npv = SensitivityCases.Npv(SensitivityCases.Worth((u * u) - Formula.Number(4)));
        SwitchingValue row = SwitchingValues.Of(npv, "u");
        Assert.Equal(2, row.Value!.Value, 1e-9);
        Assert.Equal([-2.0, 2.0], row.All.Select(value => Math.Round(value, 9)));
        Assert.Equal(0.5, row.ProbabilityBeyond!.Value, 1e-9);

        // At −3.6 and 3.6 it is 8.96, at 0 it is −4.
        TornadoBar bar = Tornado.Of(npv).Bars[0];
        Assert.True(bar.Flips);
        Assert.Equal(12.96, bar.Swing, 1e-9);
        Assert.Equal(TornadoDirection.Both, bar.Direction);
    }

    // Without jobs there are neither benefits nor costs: that is no way to break even. Without a price there would still be the cost.
    [Fact]
    public void To_do_nothing_is_no_switching_value()
    {
        Parameter people = Cases.Number("people", 40, "job");
        Outcome outcome = Cases.Outcome(years: 1) with { Quantity = people };
        Input input = Cases.Input(1) with { Amount = people * (Formula)Cases.Money("cost_of_one", 2_000, "GBP/job") };
        SwitchingValues values = SwitchingValues.Of(SensitivityCases.Npv(SocialReturn.Of(Cases.Of([outcome], [input], rate: 0))));
        Assert.Null(values.Values.Single(row => row.Parameter.Id == "case.people").Value);
        Assert.Equal(4_725, values.Values.Single(row => row.Parameter.Id == "case.cost_of_one").Value!.Value, 1e-6);
    }

    [Fact]
    public void Some_of_the_shares_that_sum_to_one_are_no_group()
    {
        Parameter[] weights =
        [
            .. new[] { "a", "b", "c" }.Select(name =>
                SensitivityCases.Plain($"mix.{name}", new Distribution.Gamma(3, 1)) with
                {
                    WeightOf = "case.mix",
                }
            ),
        ];
        Formula share = (Formula)weights[0] / Formula.Total(weights.Select(weight => (Formula)weight), Unit.None);
        SocialReturn social = SensitivityCases.Worth(share - Formula.Number(0.3));
        const string message =
            "The group g has only some of the shares of case.mix, which sum to one and belong together: case.mix.a, case.mix.b, case.mix.c. Name all of them (case.mix.*).";
        ParameterGroup group = ParameterGroup.Of(SensitivityCases.Npv(social), "g", ["mix.a"]);
        Assert.Equal(message, Assert.Throws<SensitivityException>(() => Evppi.Of(SensitivityCases.Decide(social, 2_000), [group])).Message);
        Assert.Equal(
            message,
            Assert
                .Throws<SensitivityException>(() => SobolIndices.Of(SensitivityCases.Npv(social), new VarianceDesign(Seed) { Groups = [group] }))
                .Message
        );
    }

    // a b w + k, all of a, b from −1 to 1 and w around nothing: what a and b say of it is nothing, and the regression must not make something of noise.
    [Fact]
    public void A_group_that_says_nothing_is_worth_nothing()
    {
        Formula net =
            (
                (Formula)SensitivityCases.Plain("a", new Distribution.Uniform(-1, 1))
                * SensitivityCases.Plain("b", new Distribution.Uniform(-1, 1))
                * SensitivityCases.Plain("w", new Distribution.Normal(0, 1))
            ) + SensitivityCases.Plain("k", new Distribution.Normal(0, 1));
        SocialReturn social = SensitivityCases.Worth(net);
        ParameterGroup group = ParameterGroup.Of(SensitivityCases.Npv(social), "two", ["a", "b"]);
        Assert.All(
            Enumerable.Range(1, 10).Select(seed => Evppi.Of(SensitivityCases.Decide(social, 30_000, (ulong)seed), [group])[0].Value),
            value => Assert.InRange(value.Value, 0, 2 * value.StandardError)
        );
    }

    // The ratio to a cost that can be negative has no value in some draws; from several threads, too, that is told and no crash.
    [Fact]
    public void A_ratio_without_a_value_in_some_draws_is_told()
    {
        SocialReturn social = Sroi.Tests.Uncertainty.UncertainCases.Product(
            new Distribution.Fixed(1),
            new Distribution.Normal(100, 10),
            new Distribution.Normal(10, 20)
        );
        SensitivityException refused = Assert.Throws<SensitivityException>(() =>
            SobolIndices.Of(TargetFigure.Ratio(social, 1), new VarianceDesign(Seed) { Threads = 4 })
        );
        Assert.EndsWith(
            "draws sroi_ratio is undefined, because its divisor is not above zero. Use net_present_value, which is always defined.",
            refused.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void The_net_ratio_turns_at_zero() => Assert.Equal(0, TargetFigure.Named(SocialReturn.Of(Cases.JobCoaching), "net_sroi_ratio").Threshold);

    [Fact]
    public void A_cost_of_what_is_not_there_is_refused()
    {
        Decision decision = SensitivityCases.Decide("marco_cavallo_centre", 2_000);
        Dictionary<string, double> costs = new() { ["scenarios.marco_cavallo_centre.staf_hours"] = 100 };
        SensitivityException refused = Assert.Throws<SensitivityException>(() =>
            ResearchPriority.Of(Evppi.Of(decision), DecisionReach.One, 0, costs)
        );
        Assert.Equal(
            "A cost is given for 'scenarios.marco_cavallo_centre.staf_hours', which is not one of the parameters. Did you mean 'scenarios.marco_cavallo_centre.staff_hours'?",
            refused.Message
        );
    }

    private static Evppi Of(string input, Decision decision) => Evppi.Of(decision).First(row => row.Group.Name == $"case.{input}");

    private static double Normal(double z) => StandardNormal.Cdf(z);

    private static DecisionOption Option(string name, double benefits, double inputs)
    {
        Outcome outcome = Cases.Outcome(quantity: 1, price: benefits, 0, 0, 0, 0, 1);
        return new(name, SocialReturn.Of(Cases.Of([outcome], [Cases.Input(inputs)], rate: 0)));
    }
}
