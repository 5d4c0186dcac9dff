using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Parameters;
using Sroi.Tests.Sensitivity;

namespace Sroi.Tests.Evaluation;

/// <summary>The road from the gross value to the present value, on numbers that can be worked by hand and on every shipped case.</summary>
public class ValueStepsTests
{
    // Sums of a few dozen terms in another order: rounding only.
    private const double Relative = 1e-12;

    public static TheoryData<string, string?> Valued => ShippedCases.Valued;

    // 40 × £10,000 over three years; 30 % of 1,200,000; 10 % of 840,000; 25 % of 756,000 leaves 3 × 189,000; with 20 % lost each year
    // 189,000 + 151,200 + 120,960 = 461,160; at 3.5 % from the start of year 1: 189,000 + 151,200 ÷ 1.035 + 120,960 ÷ 1.035².
    [Fact]
    public void Each_adjustment_takes_its_share_of_what_those_before_it_left()
    {
        double present = 189_000 + (151_200 / 1.035) + (120_960 / 1.071225);
        ValueSteps steps = ValueSteps.Of(SocialReturn.Of(Cases.JobCoaching));
        Assert.Equal(1_200_000, steps.Gross, 6);
        Assert.Equal(
            [
                ("deadweight", "deadweight", -360_000),
                ("displacement", "displacement", -84_000),
                ("attribution", "attribution", -189_000),
                ("drop_off", "drop-off", -105_840),
                ("discounting", "discounting", Math.Round(present - 461_160, 6)),
            ],
            Rounded(steps)
        );
        Assert.Equal(present, steps.PresentValue, 6);
    }

    // Grade 3 cuts a quarter of the 567,000 that attribution leaves; what drop-off and discounting take is a quarter less too.
    [Fact]
    public void The_correction_for_optimism_stands_between_attribution_and_drop_off()
    {
        Scenario plain = Cases.Of([Cases.Outcome() with { Grade = 3 }], []);
        OptimismBias bias = new("flat", "Flat", [new(3, 0.25, 0)], Source: null);
        ValueSteps steps = ValueSteps.Of(SocialReturn.Of(plain with { Appraisal = plain.Appraisal with { OptimismBias = bias } }));
        Assert.Equal(["deadweight", "displacement", "attribution", "optimism_bias", "drop_off", "discounting"], steps.Steps.Select(step => step.Id));
        Assert.Equal("optimism", steps.Steps[3].Label);
        Assert.Equal(-141_750, steps.Steps[3].Amount, 6);
        Assert.Equal(-105_840 * 0.75, steps.Steps[4].Amount, 6);
        Assert.Equal((189_000 + (151_200 / 1.035) + (120_960 / 1.071225)) * 0.75, steps.PresentValue, 6);
    }

    // Three intakes of two years within three years: five of the six years are counted, 5 × 400,000; three first years at 189,000 and two second ones at half.
    [Fact]
    public void Every_intake_counts_until_the_last_year_of_the_appraisal()
    {
        Outcome outcome = Cases.Outcome(dropOff: 0.5, years: 2) with { Cohorts = [1, 2, 3] };
        ValueSteps steps = ValueSteps.Of(SocialReturn.Of(Cases.Of([outcome], [Cases.Input(1)], rate: 0, years: 3)));
        Assert.Equal(2_000_000, steps.Gross, 6);
        Assert.Equal([-600_000, -140_000, -315_000, -189_000, 0], Rounded(steps).Select(step => step.Amount));
        Assert.Equal(756_000, steps.PresentValue, 6);
    }

    // Usual care brings 20 jobs, half of which would have been found anyway: 400,000 − 200,000; 280,000 − 100,000; 252,000 − 90,000; 189,000 − 67,500.
    [Fact]
    public void Usual_care_is_subtracted_with_its_own_adjustments()
    {
        Outcome usual = Cases.Outcome(quantity: 20, deadweight: 0.5, years: 1) with { Id = "usual", IsBaseline = true };
        usual = usual with { Quantity = Cases.Number("usual_jobs", 20, "job/year"), Deadweight = Cases.Share("usual_deadweight", 0.5) };
        ValueSteps steps = ValueSteps.Of(SocialReturn.Of(Cases.Of([Cases.Outcome(years: 1), usual], [Cases.Input(1)])));
        Assert.Equal(200_000, steps.Gross, 6);
        Assert.Equal([-20_000, -18_000, -40_500, 0, 0], Rounded(steps).Select(step => step.Amount));
        Assert.Equal(121_500, steps.PresentValue, 6);
    }

    // A harm of the same size as the good of the first test: every step has the other sign.
    [Fact]
    public void What_would_have_happened_anyway_of_a_harm_adds_to_the_value()
    {
        ValueSteps good = ValueSteps.Of(SocialReturn.Of(Cases.JobCoaching));
        ValueSteps harm = ValueSteps.Of(SocialReturn.Of(Cases.Of([Cases.Outcome(price: -10_000)], [Cases.Input(1)])));
        Assert.Equal(-1_200_000, harm.Gross, 6);
        Assert.Equal(360_000, harm.Steps[0].Amount, 6);
        Assert.Equal(Rounded(good).Select(step => -step.Amount), Rounded(harm).Select(step => step.Amount));
        Assert.Equal(-good.PresentValue, harm.PresentValue, 6);
    }

    [Fact]
    public void Where_nothing_is_valued_the_road_has_no_length()
    {
        ValueSteps steps = ValueSteps.Of(SocialReturn.Of(Cases.Of([], [Cases.Input(1)])));
        Assert.Equal((0, 0), (steps.Gross, steps.PresentValue));
        Assert.All(steps.Steps, step => Assert.Equal(0, step.Amount));
    }

    [Theory]
    [MemberData(nameof(Valued))]
    public void The_steps_lead_from_quantity_times_proxy_to_the_present_value_of_benefits(string scenario, string? variant)
    {
        SocialReturn social = ShippedCases.Case(scenario, variant);
        ValueSteps steps = ValueSteps.Of(social);
        double gross = social.Scenario.Map.Outcomes.Sum(outcome => GrossOf(outcome, social.Scenario.Appraisal.Years)),
            size = Math.Max(1, Math.Abs(gross));
        Assert.Equal(gross, steps.Gross, size * Relative);
        Assert.Equal(steps.PresentValue - steps.Gross, steps.Steps.Sum(step => step.Amount), size * Relative);
        Assert.Equal(SroiResult.Of(social).PresentValueBenefits, steps.PresentValue, size * Relative);
        Assert.Equal(social.Scenario.Appraisal.OptimismBias is not null, steps.Steps.Any(step => step.Id == "optimism_bias"));
    }

    // Every year of every intake that falls within the appraisal, a fractional last year pro rata.
    private static double GrossOf(Outcome outcome, int horizon)
    {
        double years = 0;
        foreach (int intake in outcome.Cohorts)
        {
            int first = intake + outcome.Starts - 1;
            years += Enumerable.Range(first, Math.Max(0, horizon - first + 1)).Sum(year => Math.Clamp(outcome.Duration.Value - (year - first), 0, 1));
        }

        return outcome.Quantity.Value * outcome.Proxy.Value.Value * years * (outcome.IsBaseline ? -1 : 1);
    }

    private static IEnumerable<(string Id, string Label, double Amount)> Rounded(ValueSteps steps) =>
        steps.Steps.Select(step => (step.Id, step.Label, Math.Round(step.Amount, 6) + 0));
}
