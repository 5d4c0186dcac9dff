using System.Net;
using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Parameters;
using Sroi.Parameters.Distributions;
using Sroi.Presentation.Reports;
using Sroi.Quantities;

namespace Sroi.Hosts.Tests.Presentation;

/// <summary>The answer of a report: never a ratio without how sure it is, never without its gravest weak spot.</summary>
public class ReportAnswerTests
{
    public static TheoryData<string, string?> All => ShownCases.All;

    [Theory]
    [MemberData(nameof(All))]
    public void A_ratio_stands_with_its_interval_or_with_why_it_has_none(string service, string? variant)
    {
        ServiceReport report = ServiceReport.Of(service, variant);
        string answer = AnswerText.Answer(report.Report);
        Assert.Contains(
            $"<div class=\"answer\" role=\"region\" aria-label=\"The answer\"><p>{WebUtility.HtmlEncode(answer)}</p></div>",
            report.Html,
            StringComparison.Ordinal
        );
        Assert.DoesNotMatch(@"NaN|∞|  | \.|\.\.", answer);
        Assert.Equal(
            report.Report.Result.SroiRatio is not null,
            answer.StartsWith("At base-case values each £1 put in returns £", StringComparison.Ordinal)
        );
        if (report.Report.Result.SroiRatio is { } ratio)
        {
            Assert.StartsWith(
                $"At base-case values each £1 put in returns {Figures.Pounds(ratio)} of value. {Interval(report.Report)}",
                answer,
                StringComparison.Ordinal
            );
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_caveat_is_the_gravest_weak_spot_and_all_others_follow_with_what_to_do(string service, string? variant)
    {
        ServiceReport report = ServiceReport.Of(service, variant);
        Assert.NotEmpty(report.Report.WeakSpots);
        Assert.Contains(
            $"<div class=\"caveat\" role=\"region\" aria-label=\"The main caveat\"><p>Read it with its gravest weak spot: {WebUtility.HtmlEncode(report.Report.WeakSpots[0].Message)}</p></div>",
            report.Html,
            StringComparison.Ordinal
        );
        Assert.Equal(report.Report.WeakSpots.Min(spot => spot.Severity), report.Report.WeakSpots[0].Severity);
        Assert.All(
            report.Report.WeakSpots,
            spot =>
                Assert.Contains(
                    $"{spot.Severity}: {spot.Message} {spot.WhatToDo} (Principle: {spot.Principle}.)",
                    report.Words,
                    StringComparison.Ordinal
                )
        );
    }

    // 189,000 + 151,200 ÷ 1.035 + 120,960 ÷ 1.071225 = 448,004.41 for 100,000.
    [Fact]
    public void Where_nothing_varies_it_says_so() =>
        Assert.Equal(
            "At base-case values each £1 put in returns £4.48 of value. No number of this case has a spread: this is one figure, and nothing here says how sure it is. When the inputs are paid, £348,004 is left.",
            AnswerOf(Cases.JobCoaching)
        );

    [Fact]
    public void Where_nothing_is_valued_there_is_a_cost_and_no_ratio() =>
        Assert.Equal(
            "Nothing that changes could honestly be valued, so there is no ratio and no net present value. The service costs £100,000, £2,500 for each person served. What it changes is listed below in words.",
            AnswerOf(Cases.Of([], [Cases.Input(100_000)]) with { PeopleServed = Cases.Number("people", 40, "person") })
        );

    // Usual care costs 60,000 more: 448,004.41 + 60,000 is left.
    [Fact]
    public void Where_the_service_costs_less_than_usual_care_there_is_no_ratio_to_mean_anything()
    {
        Input usual = Cases.Input(1) with { Id = "usual", Amount = Cases.Money("usual", 160_000, "GBP"), IsBaseline = true };
        Assert.Equal(
            "The service costs no more than what it is held against, so that a ratio would mean nothing; it is judged by what is left. When the inputs are paid, £508,004 is left.",
            AnswerOf(Cases.Of([Cases.Outcome()], [Cases.Input(100_000), usual]))
        );
    }

    // Inputs of −50,000 to 150,000: at base a ratio, and no interval of it.
    [Fact]
    public void Where_inputs_are_not_above_zero_in_every_draw_the_ratio_has_no_interval()
    {
        Parameter cost = Cases.Money("cost", 100_000, "GBP") with { Distribution = new Distribution.Uniform(-50_000, 150_000) };
        string answer = AnswerOf(Cases.Of([Cases.Outcome()], [Cases.Input(1) with { Amount = cost }]));
        Assert.StartsWith(
            "At base-case values each £1 put in returns £4.48 of value. Over the draws the ratio has no interval, since the inputs are not above zero in all of them; read what is left instead. When the inputs are paid, £348,004 is left; in 95 of 100 draws between £",
            answer,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Fewer_draws_than_a_report_takes_are_refused() =>
        Assert.Equal(
            "draws",
            Assert.Throws<ArgumentOutOfRangeException>(() => CaseReport.Of(SocialReturn.Of(Cases.JobCoaching), 1_999, 1)).ParamName
        );

    private static string AnswerOf(Scenario scenario) => AnswerText.Answer(ServiceReport.Of(SocialReturn.Of(scenario)).Report);

    private static string Interval(CaseReport report)
    {
        if (report.Draws.Parameters.IsEmpty)
        {
            return "No number of this case has a spread: ";
        }

        if (report.Draws.SroiRatio is not { Percentiles.IsEmpty: false, Outside: 0 } ratio)
        {
            return "Over the draws the ratio has no interval, ";
        }

        string End(double p) => Figures.Pounds(ratio.Percentile(p).Value, ratio.Percentile(p).StandardError);
        return $"With every uncertain number varied at once it lies, in 95 of 100 draws, between {End(0.025)} and {End(0.975)}, and in ";
    }
}
