using Sroi.Assurance;
using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Parameters;
using Sroi.Parameters.Distributions;
using Sroi.Quantities;
using Sroi.Uncertainty.Running;

namespace Sroi.Tests.Assurance;

/// <summary>Over-claims that a referee found and no check did: each on the smallest case that has it, and not on the same case mended.</summary>
public class OverclaimTests
{
    private static readonly Evidence Compared = new()
    {
        Measure = "rate_ratio",
        Design = "cross-sectional",
        MarylandScale = 2,
        IsControlled = true,
    };

    [Fact]
    public void Nothing_taken_off_a_quantity_without_a_study()
    {
        Found("nothing_taken_off", Of(Cases.Outcome() with { Deadweight = Formula.Number(0) }));
        NotFound("nothing_taken_off", Cases.JobCoaching);
    }

    [Fact]
    public void Attribution_on_top_of_a_comparison_group()
    {
        Outcome effect = Cases.Outcome() with { Quantity = Cases.Number("effect", 1, "job/year") with { Evidence = Compared } };
        Found("attribution_on_comparison", Of(effect));
        NotFound("attribution_on_comparison", Of(effect with { Attribution = Formula.Number(0) }));
    }

    [Fact]
    public void A_foreign_service_at_British_prices()
    {
        Parameter price = Cases.Money("price", 100, "GBP/job");
        Outcome priced = Cases.Outcome() with
        {
            Proxy = Cases.Proxy(1) with { Value = new Parameter("unit_costs.health.price", 100, price.Unit, Cases.Prices) },
        };
        Found("foreign_prices", Of(priced) with { Country = "IT" });
        NotFound("foreign_prices", Of(priced) with { Country = "GB" });
        NotFound("foreign_prices", Cases.JobCoaching with { Country = "IT" });
    }

    [Fact]
    public void A_transfer_on_a_gain_that_is_valued_as_wellbeing()
    {
        Outcome wellbeing = Cases.Outcome() with
        {
            Quantity = Cases.Number("points", 5, "WELLBY/year"),
            Proxy = Cases.Proxy(1) with { Value = Cases.Money("wellby", 16_000, "GBP/WELLBY") },
        };
        Transfer benefit = new()
        {
            Id = "benefit",
            Follows = wellbeing.Id,
            From = Cases.Members,
            To = Cases.Nhs,
            Amount = Cases.Money("paid", 1_000, "GBP/WELLBY"),
            Why = "no longer paid",
        };
        Scenario plain = Of(wellbeing);
        Found("transfer_on_wellbeing", plain with { Map = plain.Map with { Transfers = [benefit] } });
        NotFound("transfer_on_wellbeing", plain);
    }

    [Fact]
    public void Loneliness_with_its_costs_of_health_beside_savings_of_services()
    {
        Outcome lonely = Cases.Outcome() with
        {
            Id = "lonely",
            Proxy = Cases.Proxy(1) with
            {
                Value = new Parameter("unit_costs.wellbeing.chronic_loneliness_year", 100, Unit.Parse("GBP/job"), Cases.Prices),
            },
        };
        Outcome saving = Cases.Outcome() with { Proxy = Cases.Proxy(10, BenefitKind.Fiscal, Cases.Nhs) };
        Found("loneliness_and_services", Of(lonely, saving));
        NotFound("loneliness_and_services", Of(lonely));
        NotFound("loneliness_and_services", Of(lonely, saving with { Stakeholder = Cases.Charity }));
    }

    [Fact]
    public void An_effect_that_cannot_be_told_from_none()
    {
        Outcome Effect(double mean) =>
            Cases.Outcome() with
            {
                Quantity = Cases.Number("d", mean, "job/year") with
                {
                    Evidence = Compared with { Measure = "standardised_difference" },
                    Distribution = new Distribution.Normal(mean, 0.123),
                },
            };
        Found("effect_may_be_none", Of(Effect(-0.064)));
        NotFound("effect_may_be_none", Of(Effect(0.386)));
    }

    [Fact]
    public void A_duration_that_is_a_fixed_number()
    {
        Outcome uncertain = Cases.Outcome() with
        {
            Duration = Cases.Number("lasts", 2, "year") with { Distribution = new Distribution.Uniform(1, 3) },
        };
        Found("fixed_duration", Cases.JobCoaching);
        NotFound("fixed_duration", Of(uncertain));
        NotFound("fixed_duration", Of(Cases.Outcome(years: 1)));
    }

    [Fact]
    public void A_number_that_no_figure_uses()
    {
        Parameter idle = new("scenarios.case.trained", 647, Unit.Person);
        Scenario idling = Cases.JobCoaching with { Parameters = Cases.JobCoaching.Parameters.Add(idle.Id, idle) };
        Found("unused_numbers", idling);
        NotFound("unused_numbers", idling with { BreakEvens = [new("{value}", idle.Id, Outcome: null)] });
    }

    [Fact]
    public void Benefits_of_later_intakes_cut_while_their_cost_is_whole()
    {
        Assert.Equal(Severity.Weakness, Only("beyond_horizon", Cases.Of([Cases.Outcome() with { Cohorts = [1, 2] }], [Cases.Input(1e6)], years: 3)));
        Assert.Equal(Severity.Notice, Only("beyond_horizon", Cases.Of([Cases.Outcome()], [Cases.Input(1e6)], years: 2)));
    }

    [Fact]
    public void A_base_ratio_that_is_not_the_expected_one()
    {
        Outcome Drawn(double atBase) =>
            Cases.Outcome() with
            {
                Quantity = Cases.Number("jobs", atBase, "job/year") with { Distribution = new Distribution.Uniform(20, 60) },
            };
        Assert.Contains(Drawing(Of(Drawn(30))), w => w.Code == "base_off_expected");
        Assert.DoesNotContain(Drawing(Of(Drawn(40))), w => w.Code == "base_off_expected");
    }

    [Fact]
    public void Payers_are_not_reproached_with_not_having_been_asked()
    {
        Scenario payers = Cases.JobCoaching with { Map = Cases.JobCoaching.Map with { Stakeholders = [new(Cases.Nhs, Involvement: null)] } };
        NotFound("stakeholders_not_asked", payers);
    }

    [Fact]
    public void A_single_outcome_is_not_reproached_with_being_all_of_the_value() => NotFound("dominant_outcome", Cases.JobCoaching);

    [Fact]
    public void What_reaches_more_of_the_result_is_said_first()
    {
        Assert.Equal("self_report", First(own: 50, weak: 1));
        Assert.Equal("weak_evidence", First(own: 1, weak: 50));

        static Outcome Weak(string id, double jobs, Evidence evidence) =>
            Cases.Outcome(years: 1) with
            {
                Id = id,
                Stakeholder = Cases.Charity,
                Quantity = Cases.Number(id, jobs, "job/year") with { Evidence = evidence },
            };

        static string First(double own, double weak) =>
            Assurer
                .Check(SroiResult.Of(Of(Weak("a", own, Compared with { IsSelfReported = true, MarylandScale = 4 }), Weak("b", weak, Compared))))
                .First(w => w.Code is "self_report" or "weak_evidence")
                .Code;
    }

    private static Scenario Of(params Outcome[] outcomes) => Cases.Of([.. outcomes], [Cases.Input(1e6)]);

    private static IReadOnlyList<Warning> Drawing(Scenario scenario)
    {
        SroiResult result = SroiResult.Of(scenario);
        return Assurer.Check(result, Simulation.Of(result.SocialReturn, 20_000, 1).Run());
    }

    private static Severity Only(string code, Scenario scenario) => Assurer.Check(SroiResult.Of(scenario)).Single(w => w.Code == code).Severity;

    private static void Found(string code, Scenario scenario) => Assert.Single(Assurer.Check(SroiResult.Of(scenario)), w => w.Code == code);

    private static void NotFound(string code, Scenario scenario) =>
        Assert.DoesNotContain(Assurer.Check(SroiResult.Of(scenario)), w => w.Code == code);
}
