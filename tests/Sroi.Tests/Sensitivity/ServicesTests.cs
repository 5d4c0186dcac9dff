using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Parameters;
using Sroi.Quantities;
using Sroi.Sensitivity;
using Sroi.Tests.Uncertainty;

namespace Sroi.Tests.Sensitivity;

/// <summary>Every shipped service through every analysis; two of them worked through as a reader would check them.</summary>
public class ServicesTests
{
    private const double V = 1 / 1.035;
    private const int Draws = 20_000;

    private static readonly ParameterLibrary Library = ParameterLibrary.Open(TestFolder.Parameters);

    /// <summary>Scenarios that value something, with their variants.</summary>
    public static TheoryData<string, string?> Valued
    {
        get
        {
            TheoryData<string, string?> data = [];
            foreach (string file in Directory.GetFiles(Path.Combine(TestFolder.Parameters, "scenarios"), "*.yaml").Order(StringComparer.Ordinal))
            {
                Scenario scenario = Library.Scenario(Path.GetFileNameWithoutExtension(file));
                if (scenario.Map.Outcomes.IsEmpty)
                {
                    continue;
                }

                data.Add(scenario.Id, null);
                foreach (VariantTitle variant in scenario.Variants)
                {
                    data.Add(scenario.Id, variant.Id);
                }
            }

            return data;
        }
    }

    [Fact]
    public void There_are_services_to_look_at() => Assert.True(Valued.Count >= 9);

    // At its switching value the net present value is zero, whatever road led to the value.
    [Theory]
    [MemberData(nameof(Valued))]
    public void At_a_switching_value_the_net_present_value_is_zero(string scenario, string? variant)
    {
        SocialReturn social = UncertainCases.Shipped(scenario, variant);
        double size = Math.Abs(social.PresentValue.Value) + Math.Abs(social.PresentValueOfInputs.Value);
        SwitchingValues values = SwitchingValues.Of(TargetFigure.NetPresentValue(social));
        Assert.NotEmpty(values.Values);
        foreach (SwitchingValue row in values.Values.Where(row => row.Value is not null))
        {
            double? net = new Valuation(new Dictionary<string, double> { [row.Input.Id] = row.Value!.Value }).Of(social.NetPresentValue);
            Assert.True(Math.Abs(net!.Value) <= 1e-9 * size, $"{row.Input.Id} at {row.Value}: {net}");
        }
    }

    [Theory]
    [MemberData(nameof(Valued))]
    public void A_bar_is_the_calculation_at_both_ends(string scenario, string? variant)
    {
        SocialReturn social = UncertainCases.Shipped(scenario, variant);
        TargetFigure figure = TargetFigure.NetPresentValue(social);
        if (!figure.Inputs().Any(input => input.IsUncertain))
        {
            Assert.Throws<SensitivityException>(() => Tornado.Of(figure));
            return;
        }

        Tornado tornado = Tornado.Of(figure);
        Assert.Equal(tornado.Bars.Select(bar => bar.Swing).OrderDescending(), tornado.Bars.Select(bar => bar.Swing));
        foreach (TornadoBar bar in tornado.Bars)
        {
            Assert.Equal(0.05, bar.Input.Distribution.Cdf(bar.Low), bar.Input.Distribution.IsDiscrete ? 0.05 : 1e-6);
            Assert.Equal(At(social, bar.Input.Id, bar.Low), bar.FigureAtLow!.Value, 1e-6);
            Assert.Equal(At(social, bar.Input.Id, bar.High), bar.FigureAtHigh!.Value, 1e-6);
        }
    }

    [Theory]
    [MemberData(nameof(Valued))]
    public void Knowing_one_number_is_worth_no_more_than_knowing_all(string scenario, string? variant)
    {
        SocialReturn social = UncertainCases.Shipped(scenario, variant);
        Decision decision = SensitivityCases.Decide(social, Draws);
        if (!decision.Varies)
        {
            Assert.Throws<SensitivityException>(() => Evpi.Of(decision));
            return;
        }

        Evpi evpi = Evpi.Of(decision);
        Assert.True(evpi.Value.Value >= 0);
        Assert.Equal(evpi.Alternatives.Min(alternative => alternative.ExpectedLoss.Value), evpi.Value.Value);
        Assert.All(Evppi.Of(decision), row => Assert.InRange(row.Value.Value, 0, evpi.Value.Value));
        Assert.Equal(1, evpi.Alternatives.Sum(alternative => alternative.ProbabilityBest.Value), 1e-12);
    }

    // Croydon. Hours: 3,300 × £68 = £224,400 in each of three years, × (v + v² + v³ = 2.801637) = £628,687.
    // Attendances: 107 × 4 × 0.3 × £280 × 0.75 × 0.85 = £22,919.40 a year of one intake; three intakes that last two years and lose a quarter:
    // × (v + 1.75 v² + 1.75 v³ = 4.178226) = £95,762. So people, attendances and their price must be 6.565 times as high, hours 0.1523 times.
    [Fact]
    public void Croydon_worked_through()
    {
        double inputs = 3_300 * 68 * (V + (V * V) + (V * V * V)),
            benefits = 107 * 4 * 0.3 * 280 * 0.75 * 0.85 * (V + (1.75 * V * V) + (1.75 * V * V * V));
        TargetFigure figure = SensitivityCases.Npv("croydon_sun");
        Assert.Equal(benefits - inputs, figure.Base, 1e-6);

        SwitchingValues values = SwitchingValues.Of(figure);
        SwitchingValue Of(string input) => values.Values.Single(row => row.Input.Id.EndsWith("." + input, StringComparison.Ordinal));
        Assert.Equal(107 * inputs / benefits, Of("people").Value!.Value, 1e-9 * 700);
        Assert.Equal(280 * inputs / benefits, Of("ae_attendance").Value!.Value, 1e-9 * 2_000);
        Assert.Equal(3_300 * benefits / inputs, Of("facilitator_hours").Value!.Value, 1e-9 * 500);
        Assert.Equal(68 * benefits / inputs, Of("nurse_band_6_hour").Value!.Value, 1e-9 * 10);
        Assert.Equal(1 - (0.3 * inputs / benefits), Of("ae_rate_ratio").Value!.Value, 1e-9);
        Assert.Equal(1 - (0.75 * inputs / benefits), Of("regression_to_mean").Value!.Value, 1e-8);

        // 503 hours lie below the 1,600 that are thought possible, and a deadweight of −392 % is none.
        Assert.Equal(
            [true, true, false, true, false, false],
            new[] { "people", "ae_attendance", "facilitator_hours", "nurse_band_6_hour", "ae_rate_ratio", "regression_to_mean" }.Select(id =>
                Of(id).WithinSupport
            )
        );

        // Hours do most: at the low end the service costs 68 × 2.801637 = £190.51 less for each hour. Nothing alone turns the decision.
        TornadoBar first = Tornado.Of(figure).Bars[0];
        Assert.Equal("scenarios.croydon_sun.facilitator_hours", first.Input.Id);
        Assert.Equal(benefits - (first.Low * inputs / 3_300), first.FigureAtLow!.Value, 1e-6);
        Assert.Equal(TornadoDirection.Down, first.Direction);
        Assert.DoesNotContain(Tornado.Of(figure).Bars, bar => bar.Flips);

        // So doing nothing is best on these numbers, and to know them better is worth next to nothing, some pounds at most.
        Evpi evpi = Evpi.Of(SensitivityCases.Decide("croydon_sun", Draws));
        Assert.Equal(Decision.Nothing, evpi.BestNow);
        Assert.True(evpi.ProbabilityBestNowIsWrong.Value < 0.001);
        Assert.True(evpi.Value.Value < 50);
    }

    // Marco Cavallo. Staff 1,500 × £47 v = £68,115.94. Bed days 37 × 0.5 × 14 × (1 − √0.368 = 0.393370) × £520 × 0.80 × 0.85 v = £34,807.5;
    // medication 37 × (14.5/37 − 9.5/41) × £90 × 0.80 × 0.85 v = £350.4 (means of Jeffreys betas). Net −£32,958.
    [Fact]
    public void Marco_Cavallo_worked_through()
    {
        double staff = 1_500 * 47 * V,
            days = 37 * 0.5 * 14 * (1 - Math.Sqrt(0.368)) * 520 * 0.80 * 0.85 * V;
        TargetFigure figure = SensitivityCases.Npv("marco_cavallo_centre");
        SocialReturn social = figure.SocialReturn;
        double medication = social.Outcomes[1].PresentValue.Value;
        Assert.Equal(days, social.Outcomes[0].PresentValue.Value, 1e-6);
        Assert.Equal(days + medication - staff, figure.Base, 1e-6);

        // Staff hours must fall to what the benefits pay; days in hospital must rise by what is missing.
        Assert.Equal((days + medication) / (47 * V), SwitchingValues.Of(figure, "staff_hours").Value!.Value, 1e-7);
        Assert.Equal(14 * (staff - medication) / days, SwitchingValues.Of(figure, "days_per_admission").Value!.Value, 1e-9);

        // 1 − 0.368^s would have to be 0.393370 × (68,115.94 − 350.4) ÷ 34,807.5 = 0.7658, so s = ln 0.2342 ÷ ln 0.368 = 1.45: more than the whole effect.
        SwitchingValue strength = SwitchingValues.Of(figure, "strength");
        Assert.Equal((null, SwitchingMethod.None), (strength.Value, strength.Method));

        // The rate ratio r with 1 − √r = (1 − √0.368) × (staff − medication) ÷ days.
        double root = 1 - ((1 - Math.Sqrt(0.368)) * (staff - medication) / days);
        Assert.Equal(root * root, SwitchingValues.Of(figure, "hospitalisation_rate_ratio").Value!.Value, 1e-9);

        Evpi evpi = Evpi.Of(SensitivityCases.Decide("marco_cavallo_centre", Draws));
        Assert.Equal(Decision.Nothing, evpi.BestNow);
        Assert.InRange(evpi.ProbabilityBestNowIsWrong.Value, 0.10, 0.14);
        Assert.True(evpi.Value.Value > 20 * evpi.Value.StandardError);
    }

    private static double At(SocialReturn social, string id, double value) =>
        new Valuation(new Dictionary<string, double> { [id] = value }).Of(social.NetPresentValue)!.Value;
}
