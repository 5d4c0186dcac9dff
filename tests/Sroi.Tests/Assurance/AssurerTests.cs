using Sroi.Assurance;
using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Parameters;
using Sroi.Quantities;

namespace Sroi.Tests.Assurance;

/// <summary>Each weakness is found on the smallest case that has it, and not on the same case mended.</summary>
public class AssurerTests
{
    private static readonly Evidence BeforeAndAfter = new()
    {
        Measure = "rate_ratio",
        Design = "before-after",
        MarylandScale = 1,
        IsControlled = false,
        IsSelfReported = true,
        Country = "US",
    };
    private static readonly Evidence Randomised = new()
    {
        Measure = "rate_ratio",
        Design = "randomised",
        MarylandScale = 5,
        IsControlled = true,
        Country = "GB",
    };

    [Fact]
    public void A_sound_case_has_no_serious_weakness() => Assert.DoesNotContain(Warnings(Cases.JobCoaching), w => w.Severity == Severity.Serious);

    [Fact]
    public void No_deadweight_on_an_uncontrolled_effect()
    {
        Outcome claimed = With(BeforeAndAfter) with { Deadweight = Formula.Number(0) };
        Found("no_deadweight", Cases.Of([claimed], [Cases.Input(1e6)]));
        NotFound("no_deadweight", Cases.Of([With(BeforeAndAfter)], [Cases.Input(1e6)]));
        NotFound("no_deadweight", Cases.Of([With(Randomised) with { Deadweight = Formula.Number(0) }], [Cases.Input(1e6)]));
    }

    [Fact]
    public void Attribution_on_top_of_a_controlled_effect()
    {
        Found("attribution_on_controlled", Cases.Of([With(Randomised)], [Cases.Input(1e6)]));
        NotFound(
            "attribution_on_controlled",
            Cases.Of([With(Randomised) with { Deadweight = Formula.Number(0), Attribution = Formula.Number(0) }], [Cases.Input(1e6)])
        );
    }

    [Fact]
    public void Self_report_weak_design_and_another_country()
    {
        Scenario weak = Cases.Of([With(BeforeAndAfter)], [Cases.Input(1e6)]) with { Country = "GB" };
        Scenario sound = Cases.Of([With(Randomised)], [Cases.Input(1e6)]) with { Country = "GB" };
        foreach (string code in new[] { "self_report", "weak_evidence", "other_country" })
        {
            Found(code, weak);
            NotFound(code, sound);
        }
    }

    [Fact]
    public void The_same_saving_counted_twice()
    {
        Outcome again = Cases.Outcome() with { Id = "again" };
        Found("double_counting", Cases.Of([Cases.Outcome(), again], [Cases.Input(1e6)]));
        NotFound("double_counting", Cases.Of([Cases.Outcome(years: 1), again with { Starts = 3 }], [Cases.Input(1e6)]));
        NotFound("double_counting", Cases.Of([Cases.Outcome(), again with { Stakeholder = Cases.Charity }], [Cases.Input(1e6)]));
    }

    [Fact]
    public void Wellbys_and_qalys_for_the_same_people()
    {
        Outcome Counting(string id, string unit) =>
            Cases.Outcome() with
            {
                Id = id,
                Quantity = Cases.Number(id, 1, unit),
                Proxy = Cases.Proxy(1, BenefitKind.Social) with { Value = Cases.Money(id + "_value", 1, $"GBP/{unit}") },
            };
        Found("wellby_and_qaly", Cases.Of([Counting("a", "WELLBY"), Counting("b", "QALY")], [Cases.Input(1e6)]));
        NotFound(
            "wellby_and_qaly",
            Cases.Of([Counting("a", "WELLBY"), Counting("b", "QALY") with { Stakeholder = Cases.Charity }], [Cases.Input(1e6)])
        );
    }

    [Fact]
    public void A_transfer_counted_as_a_gain()
    {
        Parameter benefit = Cases.Money("benefit", 5_000, "GBP/job") with { IsTransfer = true };
        Found("transfer_as_gain", Cases.Of([Cases.Outcome() with { Proxy = Cases.Proxy(1) with { Value = benefit } }], [Cases.Input(1e6)]));
        NotFound("transfer_as_gain", Cases.JobCoaching);
    }

    [Fact]
    public void An_average_cost_taken_for_cash()
    {
        Parameter average = Cases.Money("average", 5_000, "GBP/job") with { Cashable = Share.Of(0), Benefit = BenefitKind.Fiscal };
        FinancialProxy proxy = Cases.Proxy(1, BenefitKind.Fiscal, Cases.Nhs) with { Value = average };
        Found("average_cost_as_cash", Cases.Of([Cases.Outcome() with { Proxy = proxy with { Cashable = Share.Of(0.5) } }], [Cases.Input(1e6)]));
        Found("average_cost", Cases.Of([Cases.Outcome() with { Proxy = proxy }], [Cases.Input(1e6)]));
        NotFound("average_cost", Cases.JobCoaching);
    }

    [Fact]
    public void Stakeholders_who_were_never_asked()
    {
        Scenario unasked = Cases.JobCoaching with { Map = Cases.JobCoaching.Map with { Stakeholders = [new(Cases.Members, Involvement: null)] } };
        Found("stakeholders_not_asked", unasked);
        NotFound("stakeholders_not_asked", Cases.JobCoaching);
    }

    [Fact]
    public void Numbers_without_a_source()
    {
        Parameter guess = Cases.Number("guess", 1, "job/year") with
        {
            Source = new() { Title = "Assumption", Kind = SourceKind.Assumption },
        };
        Found("unsourced_numbers", Cases.Of([Cases.Outcome() with { Quantity = guess }], [Cases.Input(1e6)]));
        NotFound("unsourced_numbers", Cases.JobCoaching with { Parameters = Cases.JobCoaching.Parameters.Add(guess.Id, guess) });
        NotFound("unsourced_numbers", Cases.JobCoaching);
    }

    [Fact]
    public void One_outcome_over_half_the_value()
    {
        Outcome Of(string id, double jobs) =>
            Cases.Outcome() with
            {
                Id = id,
                Quantity = Cases.Number(id, jobs, "job/year"),
                Stakeholder = Cases.Charity,
            };
        Found("dominant_outcome", Cases.Of([Of("a", 10), Of("b", 6)], [Cases.Input(1e6)]));
        NotFound("dominant_outcome", Cases.Of([Of("a", 10), Of("b", 10)], [Cases.Input(1e6)]));
    }

    // 189,000 in one year for 18,000 is 10.5; for 19,000 it is 9.9.
    [Fact]
    public void A_ratio_above_ten()
    {
        Found("high_ratio", Cases.Of([Cases.Outcome(years: 1)], [Cases.Input(18_000)]));
        NotFound("high_ratio", Cases.Of([Cases.Outcome(years: 1)], [Cases.Input(19_000)]));
    }

    [Fact]
    public void Value_that_rests_on_prices_of_low_confidence()
    {
        Parameter weak = Cases.Money("price", 10_000, "GBP/job") with { Confidence = Confidence.Low };
        Found("low_confidence_value", Cases.Of([Cases.Outcome() with { Proxy = Cases.Proxy(1) with { Value = weak } }], [Cases.Input(1e6)]));
        NotFound("low_confidence_value", Cases.JobCoaching);
    }

    [Fact]
    public void Nothing_valued_inputs_of_nothing_and_value_beyond_the_horizon()
    {
        Found("nothing_valued", Cases.Of([], [Cases.Input(1)]));
        Found("inputs_not_positive", Cases.Of([Cases.Outcome()], []));
        Found("beyond_horizon", Cases.Of([Cases.Outcome(years: 3)], [Cases.Input(1e6)], years: 2));
        foreach (string code in new[] { "nothing_valued", "inputs_not_positive", "beyond_horizon" })
        {
            NotFound(code, Cases.JobCoaching);
        }
    }

    [Fact]
    public void Stale_prices_are_one_warning_however_many_there_are()
    {
        Scenario stale = Cases.JobCoaching with { Notices = [new("stale_price", "A is old.", "a"), new("stale_price", "B is old.", "b")] };
        Warning warning = Assert.Single(Warnings(stale), w => w.Code == "stale_price");
        Assert.Equal(("A is old. B is old.", "a, b"), (warning.Message, warning.Where));
    }

    [Fact]
    public void The_gravest_comes_first_and_each_once()
    {
        Scenario weak = Cases.Of([With(BeforeAndAfter) with { Deadweight = Formula.Number(0) }], [Cases.Input(1_000)]);
        Severity[] ranks = [.. Warnings(weak).Select(w => w.Severity)];
        Assert.Equal(ranks.Order(), ranks);
        Assert.Equal(Warnings(weak).Count, Warnings(weak).DistinctBy(w => w.Code).Count());
        Assert.All(
            Warnings(weak),
            warning => Assert.False(string.IsNullOrWhiteSpace(warning.WhatToDo) || string.IsNullOrWhiteSpace(warning.Principle))
        );
    }

    private static Outcome With(Evidence evidence)
    {
        Parameter effect = Cases.Number("effect", 0.7, "ratio") with { Evidence = evidence };
        return Cases.Outcome() with { Quantity = (Formula)Cases.Number("jobs", 40, "job/year") * ((Formula)effect).Remainder };
    }

    private static IReadOnlyList<Warning> Warnings(Scenario scenario) => Assurer.Check(SroiResult.Of(scenario));

    private static void Found(string code, Scenario scenario) => Assert.Single(Warnings(scenario), w => w.Code == code);

    private static void NotFound(string code, Scenario scenario) => Assert.DoesNotContain(Warnings(scenario), w => w.Code == code);
}
