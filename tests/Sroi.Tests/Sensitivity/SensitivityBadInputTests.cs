using System.Collections.Immutable;
using Sroi.Evaluation;
using Sroi.Parameters;
using Sroi.Parameters.Distributions;
using Sroi.Quantities;
using Sroi.Sensitivity;
using Sroi.Sensitivity.Decisions;
using Sroi.Sensitivity.OneAtATime;
using Sroi.Sensitivity.Variance;
using Sroi.Tests.Uncertainty;

namespace Sroi.Tests.Sensitivity;

/// <summary>What cannot be done as asked is refused, with what is allowed and what to do.</summary>
public class SensitivityBadInputTests
{
    private const ulong Seed = SensitivityCases.Seed;
    private static readonly ImmutableDictionary<string, ValueRange> NoRanges = ImmutableDictionary<string, ValueRange>.Empty;
    private static readonly SocialReturn Coaching = SocialReturn.Of(Cases.JobCoaching);

    // Quantity 10 to 30, price £50 to £150, a cost of £1,500 that is known.
    private static readonly SocialReturn Uncertain = UncertainCases.Product(
        new Distribution.Uniform(10, 30),
        new Distribution.Uniform(50, 150),
        new Distribution.Fixed(1500)
    );
    private static readonly TargetFigure Npv = SensitivityCases.Npv(Uncertain);
    private static readonly Decision Decision = SensitivityCases.Decide(Uncertain, 2_000);

    [Fact]
    public void An_input_that_there_is_not() =>
        Refused(
            "'pric' is not a parameter of net_present_value in case. Did you mean 'price'? The parameters are: cost, price, quantity.",
            () => SwitchingValues.Of(Npv, "pric")
        );

    [Fact]
    public void An_input_that_nothing_is_like() =>
        Refused(
            "'weather_in_june' is not a parameter of net_present_value in case. The parameters are: cost, price, quantity.",
            () => OneWay.Of(Npv, "weather_in_june")
        );

    [Fact]
    public void A_number_on_which_the_figure_does_not_rest() =>
        Refused(
            "'price' is a parameter of case, but present_value_inputs does not depend on it.",
            () => SwitchingValues.Of(TargetFigure.Named(Uncertain, "inputs"), "price")
        );

    [Fact]
    public void A_last_part_that_two_inputs_have()
    {
        Parameter one = SensitivityCases.Plain("one.size", new Distribution.Uniform(0, 1)),
            other = SensitivityCases.Plain("other.size", new Distribution.Uniform(0, 1));
        TargetFigure figure = SensitivityCases.Npv(SensitivityCases.Worth((Formula)one + other));
        Refused("'size' is case.one.size and case.other.size; give the full id.", () => figure.Parameter("size"));
        Assert.Equal("case.other.size", figure.Parameter("other.size").Id);
    }

    [Fact]
    public void A_known_number_without_a_range()
    {
        const string Message = "case.cost is known exactly (£1,500) and has no spread. Give a range, such as £750.00 to £3,000.";
        Refused(Message, () => OneWay.Of(Npv, "cost"));
        Refused(Message, () => TwoWay.Of(Npv, "price", "cost"));
        Assert.Equal(11, OneWay.Of(Npv, "cost", new(750, 3000)).Points.Length);
    }

    [Fact]
    public void A_known_number_in_a_group() =>
        Refused(
            "case.cost is known exactly (£1,500): it has no spread, so no uncertainty is due to it.",
            () => ParameterGroup.Of(Npv, "money", ["price", "cost"])
        );

    [Fact]
    public void A_tornado_of_a_case_without_spreads() =>
        Refused(
            "No parameter of case has a spread, so there is nothing to vary. Give parameters a spread in the file, or give ranges.",
            () => Tornado.Of(SensitivityCases.Npv(Coaching))
        );

    [Fact]
    public void Draws_of_a_case_without_spreads()
    {
        TargetFigure figure = SensitivityCases.Npv(Coaching);
        const string Message =
            "No parameter of net_present_value in case has a spread, so nothing varies. "
            + "Give parameters a spread in the file; 'sroi parameters list' shows which have one.";
        Refused(Message, () => ConditionalMeans.Of(figure, 1_000, Seed));
        Refused(Message, () => SobolIndices.Of(figure, Seed));
        Refused(Message, () => ShapleyEffects.Of(figure, Seed));
        Refused(Message, () => Screening.Of(figure, Seed));
    }

    [Fact]
    public void A_figure_that_is_the_same_in_every_draw()
    {
        Formula x = SensitivityCases.Plain("x", new Distribution.Uniform(1, 2));
        TargetFigure figure = SensitivityCases.Npv(SensitivityCases.Worth(x * Formula.Number(1) - x));
        const string Message = "net_present_value has the same value in every draw: there is no variance to attribute.";
        Refused(Message, () => SobolIndices.Of(figure, Seed));
        Refused(Message, () => ShapleyEffects.Of(figure, new VarianceDesign(Seed) { Points = 1024 }));
    }

    [Fact]
    public void Percentiles_upside_down() =>
        Refused(
            "The percentiles must be between 0 % and 100 %, the lower one first, such as 5 % to 95 %; found 90 % to 10 %.",
            () => Tornado.Of(Npv, new(0.9, 0.1), NoRanges)
        );

    [Theory]
    [InlineData(0, 0.9, "0 % to 90 %")]
    [InlineData(0.1, 1, "10 % to 100 %")]
    [InlineData(0.5, 0.5, "50 % to 50 %")]
    [InlineData(double.NaN, 0.5, "NaN % to 50 %")]
    public void Percentiles_that_are_none(double low, double high, string found) =>
        Refused(
            $"The percentiles must be between 0 % and 100 %, the lower one first, such as 5 % to 95 %; found {found}.",
            () => Tornado.Of(Npv, new(low, high), NoRanges)
        );

    [Fact]
    public void A_range_upside_down()
    {
        const string Message = "The range of case.price must go from a lower to a higher value; found £100.00 to £90.00.";
        Refused(Message, () => OneWay.Of(Npv, "price", new(100, 90)));
        Refused(Message, () => TwoWay.Of(Npv, "quantity", new("price", new(100, 90))));
        Refused(Message, () => Tornado.Of(Npv, PercentileEnds.Usual, NoRanges.Add("price", new(100, 90))));
    }

    [Fact]
    public void A_share_that_is_no_share() =>
        Refused(
            "case.deadweight is a share and must be between 0 % and 100 %; found 20 % to 120 %.",
            () => OneWay.Of(SensitivityCases.Npv(Coaching), "deadweight", new(0.2, 1.2))
        );

    [Fact]
    public void A_range_below_zero_of_what_cannot_be() =>
        Refused("case.price cannot be below zero; found −£5.00 to £90.00.", () => OneWay.Of(Npv, "price", new(-5, 90)));

    [Fact]
    public void One_value_only() => Refused("The number of values must be from 2 to 10,001; found 1.", () => OneWay.Of(Npv, "price", points: 1));

    [Fact]
    public void A_grid_of_one_input() =>
        Refused("A grid needs two different parameters; case.price was given twice.", () => TwoWay.Of(Npv, "price", "case.price"));

    [Theory]
    [InlineData(1, "1")]
    [InlineData(1002, "1,002")]
    public void A_grid_too_small_or_too_large(int steps, string found) =>
        Refused($"A grid takes 2 to 1,001 values of each parameter; found {found}.", () => TwoWay.Of(Npv, "price", "quantity", steps: steps));

    [Fact]
    public void A_threshold_that_is_no_number() =>
        Refused("The threshold of sroi_ratio must be a finite number; found NaN.", () => TargetFigure.Ratio(Uncertain, double.NaN));

    [Fact]
    public void A_ratio_to_nothing() =>
        Refused(
            "sroi_ratio is undefined at the base values, because its divisor is not above zero. Use net_present_value instead.",
            () => SwitchingValues.Of(TargetFigure.Ratio(SocialReturn.Of(Cases.Of([Cases.Outcome()], [Cases.Input(0)])), 1))
        );

    // Inputs from −£100 to £200: none above zero in a third of the draws, 1,000 with a standard deviation of 25.8.
    [Fact]
    public void A_ratio_that_some_draws_do_not_have()
    {
        SocialReturn social = UncertainCases.Product(new Distribution.Fixed(1), new Distribution.Fixed(100), new Distribution.Uniform(-100, 200));
        SensitivityException refusal = Assert.Throws<SensitivityException>(() => ConditionalMeans.Of(TargetFigure.Ratio(social, 1), 3_000, Seed));
        int undefined = SensitivityCases.Decide(social, 3_000).Inputs[0].Count(input => input <= 0);
        Assert.InRange(undefined, 1_000 - 129, 1_000 + 129);
        Assert.Equal(
            FormattableString.Invariant($"In {undefined:N0} of 3,000 draws sroi_ratio is undefined, because its divisor is not above zero. ")
                + "Use net_present_value, which is always defined.",
            refusal.Message
        );
    }

    [Fact]
    public void Nothing_valued()
    {
        SocialReturn social = UncertainCases.Shipped("sleepwell");
        Refused(
            "sleepwell has no valued outcome, so it has no net_present_value. " + "The figure 'inputs' is its cost.",
            () => TargetFigure.NetPresentValue(social)
        );
        Refused(
            "sleepwell has no valued outcome, so it has no sroi_ratio. " + "The figure 'inputs' is its cost.",
            () => ValueMapSwitching.Of(social)
        );
        Refused("sleepwell has no valued outcome, so it cannot be compared in money.", () => SensitivityCases.Decide(social, 2_000));
        Assert.NotEmpty(Tornado.Of(TargetFigure.Named(social, "inputs")).Bars);
    }

    [Fact]
    public void Too_few_draws_are_told_with_how_many_it_takes()
    {
        Refused("99 draws are too few for a choice: use between 100 and 100,000,000.", () => SensitivityCases.Decide(Uncertain, 99));
        Refused(
            "100,000,001 draws are too many for a choice: use between 100 and 100,000,000.",
            () => SensitivityCases.Decide(Uncertain, 100_000_001)
        );
        Refused(
            "1,999 draws are too few for the value of knowing a parameter (EVPPI): use between 2,000 and 100,000,000.",
            () => Evppi.Of(SensitivityCases.Decide(Uncertain, 1_999))
        );
        Refused(
            "999 draws are too few for means by tenths of a parameter: use between 1,000 and 100,000,000.",
            () => ConditionalMeans.Of(Npv, 999, Seed)
        );
        Refused("99 draws are too few for results by subgroup: use between 100 and 100,000,000.", () => Subgroups.Of(Uncertain, 99, Seed));
        Refused(
            "1,023 draws are too few for Shapley effects: use between 1,024 and 100,000,000.",
            () => ShapleyEffects.Of(Npv, new VarianceDesign(Seed) { Points = 1_023 })
        );
        Refused(
            "99 draws are too few for the outer draws of a nested run: use between 100 and 100,000,000.",
            () => NestedEvppi.Of(Decision, new("price", ["case.price"]), outer: 99)
        );
        Refused("A screening takes 4 to 1,000,000 trajectories; found 3.", () => Screening.Of(Npv, Seed, trajectories: 3));
    }

    [Theory]
    [InlineData(1000, "1,000")]
    [InlineData(128, "128")]
    [InlineData(0, "0")]
    public void Points_that_are_no_power_of_two(int points, string found) =>
        Refused(
            $"The number of Sobol points must be a power of two from 256 to 4,194,304; found {found}. The default is 8,192.",
            () => SobolIndices.Of(Npv, new VarianceDesign(Seed) { Points = points })
        );

    [Fact]
    public void Groups_that_overlap()
    {
        ImmutableArray<ParameterGroup> groups = [ParameterGroup.Of(Npv, "one", ["price"]), ParameterGroup.Of(Npv, "other", ["case.*"])];
        const string Message = "case.price is in the groups one and other; a parameter can be in one group only.";
        Refused(Message, () => SobolIndices.Of(Npv, new VarianceDesign(Seed) { Groups = groups }));
        Refused(Message, () => ShapleyEffects.Of(Npv, new VarianceDesign(Seed) { Groups = groups }));
        Refused(Message, () => Screening.Of(Npv, Seed, groups: groups));
    }

    [Fact]
    public void A_pattern_that_matches_nothing() =>
        Refused(
            "'unit_costs.*' matches no uncertain parameter of net_present_value. These are: case.price, case.quantity.",
            () => ParameterGroup.Of(Npv, "costs", ["unit_costs.*"])
        );

    [Theory]
    [InlineData(0, "0")]
    [InlineData(-1, "-1")]
    [InlineData(1025, "1,025")]
    public void Threads_that_there_cannot_be(int threads, string found)
    {
        string message = $"The number of threads must be from 1 to 1,024; found {found}.";
        Refused(message, () => SensitivityCases.Decide(Uncertain, 2_000, threads: threads));
        Refused(message, () => ConditionalMeans.Of(Npv, 1_000, Seed, threads));
        Refused(message, () => SobolIndices.Of(Npv, new VarianceDesign(Seed) { Threads = threads }));
        Refused(message, () => ShapleyEffects.Of(Npv, new VarianceDesign(Seed) { Threads = threads }));
        Refused(message, () => Subgroups.Of(Uncertain, 1_000, Seed, threads));
    }

    private static void Refused(string message, Func<object?> asked) => Assert.Equal(message, Assert.Throws<SensitivityException>(asked).Message);
}
