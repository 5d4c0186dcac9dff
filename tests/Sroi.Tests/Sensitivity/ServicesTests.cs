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

    // 107 people × 4 attendances × (1 − 0.7) × £280.17 × 0.75 × 0.85 = £22,933.32 a year of an intake. Three intakes of two years, the second at 75 %,
    // cut at three years: 1, 1.75 and 1.75 years, at the ends of the years at 3.5 %: × 4.1782275 = £95,820.60 (B). Inputs 3,300 × £68 × 2.8016370 =
    // £628,687.34 (I). B ÷ I = 0.15241376.
    [Theory]
    // B is proportional to each of these: × I ÷ B = × 6.56108760
    [InlineData("people", 702.0363729681421, true)]
    [InlineData("ae_before", 26.244350391332414, false)]
    [InlineData("unit_costs.health.ae_attendance", 1838.2199122849008, true)]
    // I is proportional to these: × B ÷ I
    [InlineData("facilitator_hours", 502.96539267207373, false)]
    [InlineData("unit_costs.staff.nurse_band_6_hour", 10.364135364151823, true)]
    // What is kept, 0.75, would have to be 0.75 × 6.56108760 = 4.92081570; what is gone, 0.3, 1.96832628
    [InlineData("regression_to_mean", -3.9208156983748275, false)]
    [InlineData("ae_rate_ratio", -0.968326279349931, false)]
    // 22,933.32 × (2.8016370 + kept × 1.8354538) = I: kept = 13.40926254, so that each year would have to bring far more than the one before
    [InlineData("fading", -12.409262540428454, false)]
    public void Croydon_breaks_even_at(string input, double value, bool isPossible) => Turns("croydon_sun", input, value, isPossible);

    // The 5th and 95th percentile of a Poisson of mean 107 are 90 (P(≤ 90) = 0.05236, P(≤ 89) = 0.04229) and 124 (0.95197; 0.94206 at 123). Each
    // person brings B ÷ 107 = £895.52: 90 × 895.5196 − I = −548,090.57, 124 × 895.5196 − I = −517,642.91.
    [Fact]
    public void The_bar_of_the_number_of_people_in_Croydon() =>
        Bar("croydon_sun", "people", 90, 124, -548090.5736694852, -517642.906949304, TornadoDirection.Up);

    // exp(−0.3567 ∓ 1.644854 × 0.25) = 0.46398020 and 1.05602663: the upper end means more attendances than before. B × (1 − ratio) ÷ 0.3 − I.
    [Fact]
    public void The_bar_of_the_rate_ratio_in_Croydon() =>
        Bar("croydon_sun", "ae_rate_ratio", 0.4639801969109592, 1.056026634191086, -457481.5445732656, -646582.3571961898, TornadoDirection.Down);

    // B would have to be six and a half times as large. Three draws of 20,000 get there, so that to know everything is worth some pounds, and to know
    // one number alone nothing.
    [Fact]
    public void Next_to_nothing_that_could_be_learnt_about_Croydon_changes_the_decision()
    {
        Decision decision = SensitivityCases.Decide("croydon_sun", Draws);
        Evpi all = Evpi.Of(decision);
        Assert.Equal("do nothing", all.BestNow);
        Assert.Equal(3.0 / Draws, all.ProbabilityBestNowIsWrong.Value, 12);
        Assert.True(all.Value.IsWithin(0), $"{all.Value}");
        Assert.InRange(all.Value.Value, 0, 50);
        Assert.All(Evppi.Of(decision), row => Assert.Equal((0, 0), (row.Value.Value, row.ShareOfEvpi)));
    }

    // 37 people × 0.5 × 14 days = 259 days, of which 1 − √0.368 = 0.39336995 fall away: 101.882818 × £719.10 × 0.8 × 0.85 = £49,819.48. Medication is
    // 37 × (14.5 ÷ 37 − 9.5 ÷ 41) × £34.4043 × 0.68 = £138.66 (£35.24 of 2025, ÷ 1.02429123) (events + ½ of all + 1). Inputs 1,500 × £47 = £70,500. All in year 1, so that 1.035 cancels.
    [Theory]
    // Proportional to the days alone: × (70,500 − 138.66) ÷ 49,819.48 = × 1.41232600
    [InlineData("days_per_admission", 19.772564003116887, true)]
    [InlineData("admissions_elsewhere", 0.7061630001113174, true)]
    [InlineData("unit_costs.mental_health.bed_day", 1015.6036267600967, true)]
    // 1,500 × 49,958.13 ÷ 70,500: within the 800 to 3,500 hours that are thought possible
    [InlineData("staff_hours", 1062.939029943862, true)]
    // 1 − 0.8 × 70,500 ÷ 49,958.13
    [InlineData("self_selection", -0.128945279263456, false)]
    public void Marco_Cavallo_breaks_even_at(string input, double value, bool isPossible) => Turns("marco_cavallo_centre", input, value, isPossible);

    // A PERT of 800, 1,500 and 3,500 hours: beta(2.037, 3.963) between the ends; its 5th and 95th percentile by Simpson's rule are 1,015.66 and
    // 2,592.46. (49,958.1344 − 47 × hours) ÷ 1.035.
    [Fact]
    public void The_bar_of_the_staff_hours_in_Marco_Cavallo() =>
        Bar(
            "marco_cavallo_centre",
            "staff_hours",
            1015.6629219,
            2592.4643615,
            (49958.1344074 - (47 * 1015.6629219)) / 1.035,
            (49958.1344074 - (47 * 2592.4643615)) / 1.035,
            TornadoDirection.Down,
            flips: true
        );

    // The same for 7, 14 and 30 days: 9.24160661 and 22.97192439. (49,819.4768 × days ÷ 14 + 138.6576 − 70,500) ÷ 1.035.
    [Fact]
    public void The_bar_of_the_days_in_Marco_Cavallo() =>
        Bar(
            "marco_cavallo_centre",
            "days_per_admission",
            9.2416066141,
            22.9719243877,
            ((49819.4767770 * 9.2416066141 / 14) + 138.6576304 - 70500) / 1.035,
            ((49819.4767770 * 22.9719243877 / 14) + 138.6576304 - 70500) / 1.035,
            TornadoDirection.Up,
            flips: true
        );

    // It loses £19,847 at base. In about a quarter of the draws many days, many admissions and few hours come together and it pays; knowing one number
    // is worth far less than knowing three of them together.
    [Fact]
    public void Several_numbers_together_say_more_than_any_one_about_Marco_Cavallo()
    {
        Decision decision = SensitivityCases.Decide("marco_cavallo_centre", Draws);
        Evpi all = Evpi.Of(decision);
        Assert.Equal("do nothing", all.BestNow);
        Assert.True(all.ProbabilityBestNowIsWrong.IsWithin(0.26), $"{all.ProbabilityBestNowIsWrong}");
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
        Assert.All(Evppi.Of(decision), row => Assert.True(row.ShareOfEvpi < three / 2, $"{row}"));
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
