using Sroi.Evaluation;
using Sroi.Sensitivity;
using Sroi.Sensitivity.Decisions;
using Sroi.Sensitivity.OneAtATime;

namespace Sroi.Tests.Sensitivity;

/// <summary>The analyses of every shipped service, and two services worked through by hand.</summary>
public class ServicesTests
{
    private const int Draws = 20_000;
    private const double Relative = 1e-11;

    public static TheoryData<string, string?> Valued => ShippedCases.Valued;

    public static TheoryData<string, string?> Uncertain => ShippedCases.Uncertain;

    [Fact]
    public void All_services_but_one_value_something()
    {
        Assert.DoesNotContain(Valued, row => row.Data.Item1 == "sleepwell");
        Assert.Contains(Valued, row => row.Data.Item1 == "wheels_to_meals");
        Assert.DoesNotContain(Uncertain, row => row.Data.Item1 == "wheels_to_meals");
        Assert.Contains(Uncertain, row => row.Data == ("croydon_sun", "as_claimed"));
    }

    [Theory]
    [MemberData(nameof(Valued))]
    public void Switching_values_of_every_service(string scenario, string? variant)
    {
        SocialReturn social = ShippedCases.Case(scenario, variant);
        SwitchingValues found = SwitchingValues.Of(TargetFigure.NetPresentValue(social));
        Assert.Equal(social.NetPresentValue.Value, found.Base, Math.Abs(found.Base) * Relative);
        Assert.Contains(found.Values, row => row.Value is not null);
        Assert.Equal(6 * social.Scenario.Map.Outcomes.Length, ValueMapSwitching.Of(social).Cells.Length);
    }

    [Theory]
    [MemberData(nameof(Uncertain))]
    public void Tornado_of_every_service(string scenario, string? variant)
    {
        Tornado found = Tornado.Of(TargetFigure.NetPresentValue(ShippedCases.Case(scenario, variant)));
        Assert.All(found.Bars, bar => Assert.True(bar.Low < bar.High, bar.Parameter.Id));
        Assert.True(found.Bars[0].Swing > 0);
    }

    [Theory]
    [MemberData(nameof(Uncertain))]
    public void Value_of_information_of_every_service(string scenario, string? variant)
    {
        Decision decision = SensitivityCases.Decide(ShippedCases.Case(scenario, variant), 4_000);
        Evpi all = Evpi.Of(decision);
        Assert.True(all.Value.Value >= 0);
        Assert.All(Evppi.Of(decision), row => Assert.InRange(row.Value.Value, 0, all.Value.Value));
    }

    // 106.5 people × 31/60 who stay × 13/3 attendances × (1 − 0.7) × £280.17 × (1 − 31/120) × (1 − 19/120) = £12,510.48 a year of an intake. Three intakes, each a
    // whole year and eleven twelfths of the next at 1 − 4/15, at the ends of the years at 3.5 %: £57,814.33 (B). Inputs in each of three years: 3,133.33 hours × £68,
    // 56.67 × £179 and £4,833.33, × 2.8016370 = £638,894.64 (I). B ÷ I = 0.09049118.
    [Theory]
    // B is proportional to each of these: × I ÷ B = × 11.05080087
    [InlineData("people", 1176.910292524146, true)]
    [InlineData("ae_before", 47.88680376467573, false)]
    [InlineData("unit_costs.health.ae_attendance", 3096.102879403662, true)]
    // What is left of B in a year for the facilitators, after the psychiatrist and the rooms, ÷ £68, and ÷ 3,133.33 hours
    [InlineData("facilitator_hours", 83.2241682335568, false)]
    [InlineData("unit_costs.staff.nurse_band_6_hour", 1.8061415233665516, true)]
    // What is kept, 89/120, and what is gone, 0.3, × I ÷ B
    [InlineData("regression_to_mean", -7.196010644338733, false)]
    [InlineData("ae_rate_ratio", -2.315240260631397, false)]
    public void Croydon_breaks_even_at(string input, double value, bool isPossible) => Turns("croydon_sun", input, value, isPossible);

    // The 5th and 95th percentile of a gamma of mean 106.5 and sd 8.94 (shape 141.91, R's qgamma). Each person brings B ÷ 106.5 = £542.8575.
    [Fact]
    public void The_bar_of_the_number_of_people_in_Croydon() =>
        Bar("croydon_sun", "people", 92.23384549726762, 121.61911905589352, -588824.7966845713, -572872.7791256893, TornadoDirection.Up);

    // exp(−0.3567 ∓ 1.644854 × 0.25) = 0.46398020 and 1.05602663: the upper end means more attendances than before. B × (1 − ratio) ÷ 0.3 − I.
    [Fact]
    public void The_bar_of_the_rate_ratio_in_Croydon() =>
        Bar("croydon_sun", "ae_rate_ratio", 0.4639801969109592, 1.056026634191086, -535595.8852942315, -649691.7767697687, TornadoDirection.Down);

    // B would have to be eleven times as large. No draw of 20,000 gets there, so that to know everything is worth nothing.
    [Fact]
    public void Nothing_that_could_be_learnt_about_Croydon_changes_the_decision()
    {
        Decision decision = SensitivityCases.Decide("croydon_sun", Draws);
        Evpi all = Evpi.Of(decision);
        Assert.Equal("do nothing", all.BestNow);
        Assert.Equal((0, 0), (all.ProbabilityBestNowIsWrong.Value, all.Value.Value));
        Assert.All(Evppi.Of(decision), row => Assert.Equal(0, row.Value.Value));
    }

    // 37 people × 17/30 admissions × 15.5 days = 324.98 days, of which 1 − √0.368 = 0.39336995 fall away, × £719.10 = £91,928.80 (B). Inputs 5,150/3 hours × £47 =
    // £80,683.33 (I). All at the start of year 1, so that nothing is discounted.
    [Theory]
    // B is proportional to each of these: × I ÷ B = × 0.87767203
    [InlineData("days_per_admission", 13.603916456888603, true)]
    [InlineData("admissions_elsewhere", 0.497347483370121, true)]
    [InlineData("unit_costs.mental_health.bed_day", 631.1339563966835, true)]
    // B ÷ £47: within the 800 to 3,500 hours that are thought possible
    [InlineData("staff_hours", 1955.931839015352, true)]
    // 1 − I ÷ B: nothing is taken off as deadweight, and this much could be
    [InlineData("self_selection", 0.1223279705233159, true)]
    public void Marco_Cavallo_breaks_even_at(string input, double value, bool isPossible) => Turns("marco_cavallo_centre", input, value, isPossible);

    // A PERT of 800, 1,500 and 3,500 hours: beta(2.037, 3.963) between the ends; its 5th and 95th percentile by Simpson's rule are 1,015.66 and
    // 2,592.46. 91,928.7964 − 47 × hours.
    [Fact]
    public void The_bar_of_the_staff_hours_in_Marco_Cavallo() =>
        Bar(
            "marco_cavallo_centre",
            "staff_hours",
            1015.6629219,
            2592.4643615,
            91928.7964337 - (47 * 1015.6629219),
            91928.7964337 - (47 * 2592.4643615),
            TornadoDirection.Down,
            flips: true
        );

    // The same for 7, 14 and 30 days: 9.24160661 and 22.97192439. 91,928.7964 × days ÷ 15.5 − 80,683.3333.
    [Fact]
    public void The_bar_of_the_days_in_Marco_Cavallo() =>
        Bar(
            "marco_cavallo_centre",
            "days_per_admission",
            9.2416066141,
            22.9719243877,
            (91928.7964337 * 9.2416066141 / 15.5) - 80683.3333333,
            (91928.7964337 * 22.9719243877 / 15.5) - 80683.3333333,
            TornadoDirection.Up,
            flips: true
        );

    // It gains £11,245 at base and loses in about half of the draws; knowing one parameter is worth at most three quarters of knowing three of them together.
    [Fact]
    public void Several_numbers_together_say_more_than_any_one_about_Marco_Cavallo()
    {
        Decision decision = SensitivityCases.Decide("marco_cavallo_centre", Draws);
        Evpi all = Evpi.Of(decision);
        Assert.Equal("marco_cavallo_centre", all.BestNow);
        Assert.True(all.ProbabilityBestNowIsWrong.IsWithin(0.49), $"{all.ProbabilityBestNowIsWrong}");
        Assert.True(all.Value.Value > 30 * all.Value.StandardError);
        Assert.Null(all.DrawsNeeded);
        Assert.Equal(all.Value.Value / 37, all.PerPerson!.Value, 9);
        ParameterGroup together = ParameterGroup.Of(
            SensitivityCases.Npv("marco_cavallo_centre"),
            "three",
            ["staff_hours", "days_per_admission", "admissions_elsewhere"]
        );
        double? three = Evppi.Of(decision, [together])[0].ShareOfEvpi;
        Assert.True(three > 0.3);
        Assert.All(Evppi.Of(decision), row => Assert.True(row.ShareOfEvpi < 0.75 * three, $"{row}"));
    }

    private static void Turns(string scenario, string input, double value, bool isPossible)
    {
        SwitchingValue row = SwitchingValues.Of(SensitivityCases.Npv(scenario), input);
        Assert.Equal(value, row.Value!.Value, Math.Abs(value) * Relative);
        Assert.Equal((SwitchingMethod.ClosedForm, isPossible), (row.Method, row.WithinSupport));
    }

    private static void Bar(
        string scenario,
        string input,
        double low,
        double high,
        double atLow,
        double atHigh,
        TornadoDirection direction,
        bool flips = false
    )
    {
        TornadoBar bar = Tornado
            .Of(SensitivityCases.Npv(scenario))
            .Bars.Single(bar => bar.Parameter.Id.EndsWith("." + input, StringComparison.Ordinal));
        Assert.Equal(low, bar.Low, low * 1e-7);
        Assert.Equal(high, bar.High, high * 1e-7);
        Assert.Equal(atLow, bar.FigureAtLow!.Value, Math.Abs(atLow) * 1e-7);
        Assert.Equal(atHigh, bar.FigureAtHigh!.Value, Math.Abs(atHigh) * 1e-7);
        Assert.Equal((direction, flips), (bar.Direction, bar.Flips));
    }
}
