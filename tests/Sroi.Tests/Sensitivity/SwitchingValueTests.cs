using Sroi.Evaluation;
using Sroi.Parameters.Distributions;
using Sroi.Quantities;
using Sroi.Sensitivity;
using Sroi.Sensitivity.OneAtATime;
using Sroi.Tests.Uncertainty;

namespace Sroi.Tests.Sensitivity;

public class SwitchingValueTests
{
    private const int Digits = 9;
    private static readonly TargetFigure Coaching = SensitivityCases.Npv(CoachingCase.Social);

    public static TheoryData<string, string?> Valued => ShippedCases.Valued;

    // Benefits must fall from £189,000 to £100,000, so what they are proportional to must be ÷ 1.89.
    [Theory]
    [InlineData("jobs", 40 / 1.89, true, true)]
    [InlineData("price", 10_000 / 1.89, false, true)]
    [InlineData("deadweight", 1 - (0.70 / 1.89), false, false)]
    [InlineData("displacement", 1 - (0.90 / 1.89), true, false)]
    [InlineData("attribution", 1 - (0.75 / 1.89), true, false)]
    [InlineData("cost", 189_000, false, false)]
    public void A_linear_input_is_solved(string input, double value, bool isPossible, bool raises)
    {
        SwitchingValue row = SwitchingValues.Of(Coaching, input);
        Assert.Equal(value, row.Value!.Value, Math.Abs(value) * 1e-12);
        Assert.Equal((SwitchingMethod.ClosedForm, isPossible, raises), (row.Method, row.WithinSupport, row.Raises));
    }

    // Jobs of 10 to 70 lie below 40 ÷ 1.89 = 21.164 with probability 11.164 ÷ 60; the others cannot get there. Those known exactly have no
    // probability; of them attribution, from 25 % to 60.3 %, needs the smaller change. Of those that cannot get there price needs −47 %, cost +89 %,
    // deadweight +110 %.
    [Fact]
    public void The_likeliest_stand_first_and_the_impossible_last()
    {
        SwitchingValues values = SwitchingValues.Of(Coaching);
        Assert.Equal(
            ["case.jobs", "case.attribution", "case.displacement", "case.price", "case.cost", "case.deadweight"],
            values.Values.Select(row => row.Parameter.Id)
        );
        Assert.Equal(89_000, values.Base, Digits);
        double?[] beyond = [((40 / 1.89) - 10) / 60, null, null, 0, 0, 0];
        Assert.All(beyond.Zip(values.Values), pair => Assert.Equal(pair.First ?? -1, pair.Second.ProbabilityBeyond ?? -1, Digits));
        Assert.Equal((1 / 1.89) - 1, values.Values[0].Change!.Value, Digits);
    }

    // A price of mean 100 and standard deviation 10 must reach 110: P(below) = Φ(1), P(beyond) = 1 − Φ(1). The other way, 90, is as likely from
    // above.
    [Theory]
    [InlineData(110, 0.841344746068543)]
    [InlineData(90, 0.158655253931457)]
    public void The_probability_beyond_is_that_of_the_inputs_own_distribution(double cost, double below)
    {
        SocialReturn social = UncertainCases.Product(new Distribution.Fixed(1), new Distribution.Normal(100, 10), new Distribution.Fixed(cost));
        SwitchingValue row = SwitchingValues.Of(SensitivityCases.Npv(social), "price");
        Assert.Equal(cost, row.Value!.Value, Digits);
        Assert.Equal(below, row.ProbabilityBelow!.Value, Digits);
        Assert.Equal(0.158655253931457, row.ProbabilityBeyond!.Value, Digits);
    }

    // x² = 2 at √2, and x from 0 to 3 lies below it with probability √2 ÷ 3.
    [Fact]
    public void An_input_that_is_not_linear_is_searched()
    {
        Formula x = SensitivityCases.Plain("x", new Distribution.Uniform(0, 3));
        SwitchingValue row = SwitchingValues.Of(SensitivityCases.Npv(SensitivityCases.Worth((x * x) - Formula.Number(2))), "x");
        Assert.Equal(Math.Sqrt(2), row.Value!.Value, Digits);
        Assert.Equal((SwitchingMethod.Search, true, true), (row.Method, row.WithinSupport, row.Raises));
        Assert.Equal(Math.Sqrt(2) / 3, row.ProbabilityBeyond!.Value, Digits);
    }

    // (x − 1)(x − 2.5) is zero at 1 and at 2.5; 1 lies nearer to the base of 1.5. It falls and then rises.
    [Fact]
    public void Of_two_values_the_nearer_one_is_told()
    {
        Formula x = SensitivityCases.Plain("x", new Distribution.Uniform(0, 3));
        SwitchingValue row = SwitchingValues.Of(
            SensitivityCases.Npv(SensitivityCases.Worth((x - Formula.Number(1)) * (x - Formula.Number(2.5)))),
            "x"
        );
        Assert.Equal(1, row.Value!.Value, Digits);
        Assert.Null(row.Raises);
    }

    // The smaller of x and 5 is zero where x is, which from 8 to 12 it never is.
    [Fact]
    public void A_value_that_the_input_cannot_have_is_told_all_the_same()
    {
        Formula x = SensitivityCases.Plain("x", new Distribution.Uniform(8, 12));
        SwitchingValue row = SwitchingValues.Of(SensitivityCases.Npv(SensitivityCases.Worth(Formula.Smaller(x, Formula.Number(5)))), "x");
        Assert.Equal(0, row.Value!.Value, Digits);
        Assert.Equal((SwitchingMethod.Search, false, 0), (row.Method, row.WithinSupport, row.ProbabilityBeyond));
    }

    [Fact]
    public void Where_no_value_gets_there_none_is_told()
    {
        Formula x = SensitivityCases.Plain("x", new Distribution.Uniform(0, 3));
        SwitchingValue row = SwitchingValues.Of(SensitivityCases.Npv(SensitivityCases.Worth((x * x) + Formula.Number(5))), "x");
        Assert.Equal((null, SwitchingMethod.None, false, true), (row.Value, row.Method, row.WithinSupport, row.Raises));
        Assert.Equal((null, null, null), (row.ProbabilityBelow, row.ProbabilityBeyond, row.Change));
    }

    [Fact]
    public void An_input_that_moves_nothing_has_none()
    {
        SwitchingValues values = SwitchingValues.Of(SensitivityCases.Npv(CoachingCase.AllDeadweight));
        SwitchingValue row = values.Values.Single(row => row.Parameter.Id == "case.jobs");
        Assert.Equal((null, SwitchingMethod.None, null), (row.Value, row.Method, row.Raises));
        // The cost, which would have to be nothing, stands before those that do nothing.
        Assert.Equal(("case.cost", 0.0), (values.Values[0].Parameter.Id, values.Values[0].Value));
    }

    // £1.50 for each pound: benefits of £150,000 need 150,000 ÷ 4,725 jobs; £189,000 carry a cost of £126,000.
    [Theory]
    [InlineData("jobs", 150_000 / 4_725.0)]
    [InlineData("cost", 126_000)]
    public void A_ratio_reaches_its_threshold(string input, double value)
    {
        TargetFigure figure = TargetFigure.Ratio(CoachingCase.Social, 1.5);
        SwitchingValue row = SwitchingValues.Of(figure, input);
        Assert.Equal(value, row.Value!.Value, Math.Abs(value) * 1e-12);
        Assert.Equal(1.5, figure.At((row.Parameter.Id, value)), Digits);
    }

    // Of −100 ÷ cost the ratio 1 is reached at a cost of −100, where it is no ratio; the net present value of −100 − cost is zero there.
    [Fact]
    public void Where_inputs_would_not_be_above_zero_a_ratio_reaches_nothing()
    {
        SocialReturn social = UncertainCases.Product(new Distribution.Fixed(1), new Distribution.Fixed(-100), new Distribution.Uniform(10, 90));
        SwitchingValue ofRatio = SwitchingValues.Of(TargetFigure.Ratio(social, 1), "cost"),
            ofNet = SwitchingValues.Of(SensitivityCases.Npv(social), "cost");
        Assert.Equal((null, SwitchingMethod.None, false), (ofRatio.Value, ofRatio.Method, ofRatio.WithinSupport));
        Assert.Equal(-100, ofNet.Value!.Value, Digits);
        Assert.False(ofNet.WithinSupport);
    }

    // Of the first share x the others keep 3 : 5, so that 100x + 40 × 3/8 × (1 − x) = 15 + 85x; it is 40 at 25 ÷ 85.
    [Fact]
    public void One_of_shares_that_sum_to_one_leaves_the_others_their_proportions()
    {
        TargetFigure figure = TargetFigure.Of(CoachingCase.Shares, CoachingCase.Shares.NetPresentValue, threshold: 40);
        SwitchingValue row = SwitchingValues.Of(figure, "first");
        Assert.Equal(25.0 / 85, row.Value!.Value, Digits);
        Assert.True(row.WithinSupport);
        Assert.Equal(1 - new Distribution.Beta(2, 8).Cdf(25.0 / 85), row.ProbabilityBeyond!.Value, Digits);
    }

    [Theory]
    [MemberData(nameof(Valued))]
    public void Put_back_in_its_place_every_switching_value_brings_the_net_present_value_to_zero(string scenario, string? variant)
    {
        SocialReturn social = ShippedCases.Case(scenario, variant);
        TargetFigure figure = SensitivityCases.Npv(social);
        double size = Math.Abs(social.PresentValue.Value) + Math.Abs(social.PresentValueOfInputs.Value);
        SwitchingValue[] found = [.. SwitchingValues.Of(figure).Values.Where(row => row.Value is not null)];
        Assert.NotEmpty(found);
        Assert.All(found, row => Assert.Equal(0, figure.At((row.Parameter.Id, row.Value!.Value)), size * 1e-9));
    }
}
