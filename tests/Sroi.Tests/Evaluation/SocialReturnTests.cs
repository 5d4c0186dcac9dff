using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Parameters;
using Sroi.Parameters.Distributions;
using Sroi.Quantities;
using Sroi.Sensitivity;
using Sroi.Sensitivity.OneAtATime;

namespace Sroi.Tests.Evaluation;

/// <summary>The calculation on numbers that can be worked by hand.</summary>
public class SocialReturnTests
{
    // 40 jobs x 10,000 x 0.70 x 0.90 x 0.75 = 189,000 in year 1, start-of-year timing; 20 % drop-off; 3.5 %; inputs 100,000
    [Fact]
    public void Job_coaching_returns_four_and_a_half_pounds_for_each()
    {
        double byHand = (189_000 + (151_200 / 1.035) + (120_960 / 1.071225)) / 100_000;
        Assert.Equal(byHand, SocialReturn.Of(Cases.JobCoaching).Ratio.Value, precision: 10);
    }

    // 2.5 years without drop-off or discounting: 189,000 × (1 + 1 + ½)
    [Fact]
    public void A_fractional_last_year_counts_pro_rata() =>
        Assert.Equal(189_000 * 2.5, Cases.Of([Cases.Outcome(dropOff: 0, years: 2.5)], [Cases.Input(1)], rate: 0).Result().PresentValueBenefits, 6);

    // The same when the duration is an uncertain quantity.
    [Fact]
    public void An_uncertain_duration_is_a_formula_like_any_other()
    {
        Parameter years = new("case.years", 2.5, Unit.Year) { Distribution = new Distribution.Pert(1, 2.5, 4) };
        Outcome outcome = Cases.Outcome(dropOff: 0) with { Duration = years };
        Assert.Equal(189_000 * 2.5, Cases.Of([outcome], [Cases.Input(1)], rate: 0).Result().PresentValueBenefits, 6);
    }

    // Starts in year 2: years 2 and 3 only, of three counted; the third outcome year lies beyond.
    [Fact]
    public void A_change_in_the_period_after_starts_in_year_two_and_is_cut_off_at_the_horizon()
    {
        SroiResult result = Cases.Of([Cases.Outcome(dropOff: 0) with { Starts = 2 }], [Cases.Input(1)], rate: 0, years: 3).Result();
        Assert.Equal([0, 0, 189_000, 189_000], result.BenefitsByYear.Select(year => Math.Round(year, 6)));
        Assert.Equal(189_000, result.Outcomes[0].BeyondHorizon, 6);
    }

    // Three intakes of two years, half lost in the second: 1; 1 + ½; 1 + ½; ½
    [Fact]
    public void Each_intake_starts_its_own_stream()
    {
        SroiResult result = Cases
            .Of([Cases.Outcome(dropOff: 0.5, years: 2) with { Cohorts = [1, 2, 3] }], [Cases.Input(1)], rate: 0, years: 4)
            .Result();
        Assert.Equal([0, 189_000, 283_500, 283_500, 94_500], result.BenefitsByYear.Select(year => Math.Round(year, 6)));
    }

    [Fact]
    public void A_harm_counts_against() =>
        Assert.Equal(-189_000, Cases.Of([Cases.Outcome(price: -10_000, years: 1)], [Cases.Input(1)]).Result().PresentValueBenefits, 6);

    // Usual care reaches half the jobs for half the cost: what is left is the difference.
    [Fact]
    public void Against_usual_care_only_the_difference_counts()
    {
        Outcome usual = Cases.Outcome(quantity: 20, years: 1) with
        {
            Id = "usual",
            Quantity = Cases.Number("usual_jobs", 20, "job/year"),
            IsBaseline = true,
        };
        Input usualCost = Cases.Input(1) with { Id = "usual_cost", Amount = Cases.Money("usual_cost", 60_000, "GBP"), IsBaseline = true };
        SroiResult result = Cases.Of([Cases.Outcome(years: 1), usual], [Cases.Input(100_000), usualCost]).Result();
        Assert.Equal(94_500, result.PresentValueBenefits, 6);
        Assert.Equal(40_000, result.PresentValueInputs, 6);
    }

    [Fact]
    public void Without_inputs_the_ratio_is_undefined_and_the_net_present_value_stands()
    {
        SroiResult result = Cases.Of([Cases.Outcome(years: 1)], []).Result();
        Assert.Null(result.SroiRatio);
        Assert.Null(result.NetSroiRatio);
        Assert.Equal(189_000, result.NetPresentValue!.Value, 6);
        Assert.Throws<UndefinedFormulaException>(() => result.SocialReturn.Ratio.Value);
    }

    [Fact]
    public void With_nothing_valued_there_is_no_ratio_and_no_nought()
    {
        SroiResult result = Cases.Of([], [Cases.Input(100_000)]).Result();
        Assert.Null(result.SroiRatio);
        Assert.Null(result.NetPresentValue);
        Assert.Equal(100_000, result.PresentValueInputs);
    }

    // A WELLBY of year 2, end of year: ÷ 1.015², where money would be ÷ 1.035².
    [Fact]
    public void Wellbeing_is_discounted_at_the_health_rate()
    {
        Outcome wellbeing = Cases.Outcome(years: 1) with
        {
            Starts = 2,
            Quantity = Cases.Number("wellbys", 10, "WELLBY/year"),
            Proxy = new(
                Cases.Money("wellby", 13_000, "GBP/WELLBY"),
                [new(Cases.Members, Sroi.Quantities.Share.Of(1))],
                BenefitKind.Social,
                Sroi.Quantities.Share.Of(0)
            ),
        };
        Assert.Equal(
            130_000 * 0.7 * 0.9 * 0.75 / (1.015 * 1.015),
            Cases.Of([wellbeing], [Cases.Input(1)], timing: DiscountTiming.EndOfYear).Result().PresentValueBenefits,
            6
        );
    }

    // NHS pays 60, the charity gives 40 in kind; 30 of the benefit is fiscal: ratios 100/100, 100/60, 30/60.
    [Fact]
    public void The_ratios_to_public_money_stand_beside_the_ratio_to_all_inputs()
    {
        Outcome fiscal = Cases.Outcome(1, 30, 0, 0, 0, 0, 1) with
        {
            Id = "fiscal",
            Proxy = Cases.Proxy(30, BenefitKind.Fiscal, Cases.Nhs, cashable: 0.5),
        };
        Outcome social = Cases.Outcome(1, 70, 0, 0, 0, 0, 1) with { Id = "social", Proxy = Cases.Proxy(70, BenefitKind.Social) };
        Input given = Cases.Input(40, Cases.Charity) with { Id = "given", Kind = InputKind.InKind, Amount = Cases.Money("given", 40, "GBP") };
        SroiResult result = Cases.Of([fiscal, social], [Cases.Input(60), given]).Result();
        Assert.Equal(1, result.SroiRatio!.Value, 12);
        Assert.Equal(100.0 / 60, result.PublicValueRatio!.Value, 12);
        Assert.Equal(0.5, result.FiscalRatio!.Value, 12);
        // 30 × 50 % − 60
        Assert.Equal(-45, result.CashableNetPresentValue!.Value, 12);
        Assert.Equal(result.NetPresentValue!.Value, result.Ledger.Sum(line => line.Nets), 12);
    }

    // 40 people cost 100,000 and bring 189,000 in one year: 2,500 each; at 100,000 ÷ 4,725 = 21.16 people it breaks even.
    [Fact]
    public void Cost_per_person_and_the_number_that_breaks_even()
    {
        Parameter people = Cases.Number("people", 40, "person");
        Outcome outcome = Cases.Outcome(years: 1) with { Quantity = (Formula)people * Cases.Number("each", 1, "job/person/year") };
        Scenario scenario = Cases.Of([outcome], [Cases.Input(100_000)]) with { People = people, PeopleServed = people };
        Assert.Equal(2_500, scenario.Result().CostPerPerson!.Value, 9);
        Assert.Equal(100_000 / 4_725.0, scenario.Result().BreakEvenPeople!.Value, 9);
    }

    // The number that breaks even is a switching value: with it in the place of the number of people the net present value is zero.
    [Fact]
    public void The_number_that_breaks_even_is_a_formula_and_a_switching_value()
    {
        Parameter people = Cases.Number("people", 40, "person");
        Input each = Cases.Input(1) with { Amount = (Formula)people * Cases.Money("each_cost", 600, "GBP/person") };
        Outcome outcome = Cases.Outcome(years: 1) with { Quantity = (Formula)people * Cases.Number("each", 1, "job/person/year") };
        Scenario scenario = Cases.Of([outcome], [Cases.Input(100_000), each with { Id = "each" }]) with { People = people };
        SocialReturn social = SocialReturn.Of(scenario);
        double count = social.BreakEvenPeople.Value;
        Assert.Equal(100_000 / 4_125.0, count, 9);
        Assert.Equal(count, SwitchingValues.Of(TargetFigure.NetPresentValue(social), people.Id).Value!.Value, 9);
        Assert.Equal(0, new Valuation(new Dictionary<string, double> { [people.Id] = count }).Of(social.NetPresentValue)!.Value, 6);
        Assert.Equal(count, Explanation.Of(social.Find("break_even_people")).Value);
    }

    [Fact]
    public void Where_the_value_is_no_straight_line_in_people_no_number_is_given()
    {
        Parameter people = Cases.Number("people", 40, "person");
        Formula places = Formula.Smaller(people, Cases.Number("places", 30, "person"));
        Outcome outcome = Cases.Outcome(years: 1) with { Quantity = places * Cases.Number("each", 1, "job/person/year") };
        SocialReturn social = SocialReturn.Of(Cases.Of([outcome], [Cases.Input(100_000)]) with { People = people });
        Assert.Null(social.BreakEvenPeople.ValueOrNull);
        Assert.Contains("the net present value is not linear in the number of people", Explanation.Of(social.BreakEvenPeople).ToString());
        Assert.Equal(100_000 / 4_725.0, SwitchingValues.Of(TargetFigure.NetPresentValue(social), people.Id).Value!.Value, 6);
    }

    [Fact]
    public void Where_each_person_costs_more_than_they_gain_no_number_breaks_even()
    {
        Parameter people = Cases.Number("people", 40, "person");
        Input each = Cases.Input(1) with { Amount = (Formula)people * Cases.Money("each_cost", 5_000, "GBP/person") };
        Outcome outcome = Cases.Outcome(years: 1) with { Quantity = (Formula)people * Cases.Number("each", 1, "job/person/year") };
        Assert.Null((Cases.Of([outcome], [each]) with { People = people }).Result().BreakEvenPeople);
    }

    // The NHS pays members 10 a job and gets 4 a job from them: it gains 4 and pays 10 on top of its input, and society sees neither.
    // 40 × 0.70 × 0.90 × 0.75 = 18.9 jobs follow the outcome, so 189 is paid.
    [Fact]
    public void Transfers_stand_with_both_parties_and_turn_fiscal_benefits()
    {
        Transfer paid = new()
        {
            Id = "paid",
            From = Cases.Nhs,
            To = Cases.Members,
            Why = "allowance",
            Follows = "work",
            Amount = Cases.Money("allowance", 10, "GBP/job"),
        };
        Transfer received = new()
        {
            Id = "received",
            From = Cases.Members,
            To = Cases.Nhs,
            Why = "charge",
            Amount = Cases.Money("charge", 4, "GBP"),
            Years = [1],
        };
        Scenario plain = Cases.Of([Cases.Outcome(years: 1)], [Cases.Input(100)]);
        SroiResult result = (plain with { Map = plain.Map with { Transfers = [paid, received] } }).Result();
        LedgerResult nhs = result.Ledger.Single(line => line.Party == Cases.Nhs);
        Assert.Equal((100 + 189, 4), (Math.Round(nhs.Pays, 9), Math.Round(nhs.Gains, 9)));
        Assert.Equal((4 - 189.0) / 100, result.FiscalRatio!.Value, 12);
        Assert.Equal(4 - 189.0 - 100, result.CashableNetPresentValue!.Value, 9);
        Assert.Equal(plain.Result().SroiRatio, result.SroiRatio);
    }
}
