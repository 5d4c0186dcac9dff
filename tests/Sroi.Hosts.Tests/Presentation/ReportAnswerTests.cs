using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Parameters;
using Sroi.Parameters.Distributions;
using Sroi.Presentation.Pages;
using Sroi.Presentation.Reports;

namespace Sroi.Hosts.Tests.Presentation;

/// <summary>The answer of a report: never a ratio without its uncertainty, never without its main limitations.</summary>
public class ReportAnswerTests
{
    public static TheoryData<string, string?> All => ShownCases.All;

    [Theory]
    [MemberData(nameof(All))]
    public void A_ratio_stands_with_its_interval_or_with_why_it_has_none(string service, string? variant)
    {
        ServiceReport report = ServiceReport.Of(service, variant);
        string answer = AnswerText.Answer(report.Report);
        Assert.Contains($"<p class=\"sroi-say\">{PageHtml.Words(answer)}</p>", report.Html, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"NaN|∞|  | \.|\.\.| is left", answer);
        Assert.Equal(report.Report.Result.SroiRatio is not null, answer.StartsWith("Each £1 invested brings back about ", StringComparison.Ordinal));
        if (report.Report.Result.SroiRatio is { } ratio)
        {
            Assert.StartsWith(
                $"Each £1 invested brings back about {AnswerText.Pence(ratio, 0)} of value that could be counted. {Interval(report.Report)}",
                answer,
                StringComparison.Ordinal
            );
        }
    }

    [Theory]
    [InlineData(0.1524, 0, "15p")]
    [InlineData(-0.0791, 0.004, "−8p")]
    [InlineData(0.452, 0.06, "50p")]
    [InlineData(0.994, 0, "99p")]
    [InlineData(0.996, 0, "£1.00")]
    [InlineData(1.926, 0, "£1.93")]
    [InlineData(-1.5, 0, "−£1.50")]
    [InlineData(-0.001, 0, "0p")]
    public void Less_than_a_pound_is_pence(double amount, double error, string written) => Assert.Equal(written, AnswerText.Pence(amount, error));

    [Theory]
    [MemberData(nameof(All))]
    public void The_three_most_serious_limitations_come_first_and_all_follow_with_what_to_do(string service, string? variant)
    {
        ServiceReport report = ServiceReport.Of(service, variant);
        Scenario scenario = report.Report.Result.Scenario;
        Assert.NotEmpty(report.Report.Limitations);
        string front = report.Words[..report.Words.IndexOf(" Annex for analysts ", StringComparison.Ordinal)];
        Assert.All(
            report.Report.Limitations.Take(3),
            one => Assert.Contains($"{LimitationText.Message(scenario, one)} What would help: {one.WhatToDo}", front, StringComparison.Ordinal)
        );
        Assert.Equal(report.Report.Limitations.Min(one => one.Severity), report.Report.Limitations[0].Severity);
        Assert.All(
            report.Report.Limitations,
            one =>
                Assert.Contains(
                    $"{one.Severity}: {LimitationText.Message(scenario, one)} {one.WhatToDo} (Principle: {one.Principle}.)",
                    report.Words,
                    StringComparison.Ordinal
                )
        );
    }

    [Theory]
    [MemberData(nameof(All))]
    public void No_limitation_names_a_parameter_by_its_id(string service, string? variant)
    {
        ServiceReport report = ServiceReport.Of(service, variant);
        string front = report.Words[..report.Words.IndexOf(" Annex for analysts ", StringComparison.Ordinal)];
        Assert.All(
            report.Report.Result.Scenario.Parameters.Values.Where(parameter => parameter.Name.Contains('_')),
            parameter => Assert.DoesNotContain(parameter.Name, front, StringComparison.Ordinal)
        );
    }

    // 189,000 + 151,200 ÷ 1.035 + 120,960 ÷ 1.071225 = 448,004.41 for 100,000.
    [Fact]
    public void Where_nothing_varies_it_says_so() =>
        Assert.Equal(
            "Each £1 invested brings back about £4.48 of value that could be counted. This is a single figure: no parameter of the case has a spread, so its uncertainty is not known. Over 5 years the value that could be counted exceeds the cost by £348,004.",
            AnswerOf(Cases.JobCoaching)
        );

    [Fact]
    public void Where_nothing_is_valued_there_is_a_cost_and_no_ratio() =>
        Assert.Equal(
            "No outcome could be valued, so there is no ratio and no net present value. The service costs £100,000, £2,500 for each person served. Its outcomes are listed below in words.",
            AnswerOf(Cases.Of([], [Cases.Input(100_000)]) with { PeopleServed = Cases.Number("people", 40, "person") })
        );

    // Usual care costs 60,000 more: 448,004.41 + 60,000 is left.
    [Fact]
    public void Where_the_service_costs_less_than_usual_care_there_is_no_ratio_to_mean_anything()
    {
        Input usual = Cases.Input(1) with { Id = "usual", Amount = Cases.Money("usual", 160_000, "GBP"), IsBaseline = true };
        Assert.Equal(
            "The service costs no more than what it is compared with, so a ratio has no meaning and the net present value decides. Over 5 years the value that could be counted exceeds the cost by £508,004.",
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
            "Each £1 invested brings back about £4.48 of value that could be counted. The ratio has no interval, because in some draws the inputs are not above zero; the net present value is the better guide. Over 5 years the value that could be counted exceeds the cost by £348,004; the net present value lies between £",
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
            return "This is a single figure: no parameter of the case has a spread, ";
        }

        if (report.Draws.SroiRatio is not { Percentiles.IsEmpty: false, Outside: 0 } ratio)
        {
            return "The ratio has no interval, ";
        }

        return $"Allowing for uncertainty, it lies between {AnswerText.Pence(ratio, 0.025)} and {AnswerText.Pence(ratio, 0.975)} in 95 of 100 draws, and exceeds £1 in ";
    }
}
