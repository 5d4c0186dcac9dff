using System.Text.RegularExpressions;
using Sroi.Evaluation;
using Sroi.Hosts.Tests.Commands;
using Sroi.Model;

namespace Sroi.Hosts.Tests.Presentation;

/// <summary>Every report has what it rests on: each number's source, what is not valued, who was asked, and how to make it again.</summary>
public class ReportContentTests
{
    public static TheoryData<string, string?> All => ShownCases.All;

    [Theory]
    [MemberData(nameof(All))]
    public void Every_number_is_there_with_its_source(string service, string? variant)
    {
        ServiceReport report = ServiceReport.Of(service, variant);
        Assert.Equal(
            report.Report.Result.Scenario.Parameters.IsEmpty,
            report.Words.Contains("The case uses no parameter.", StringComparison.Ordinal)
        );
        Assert.All(
            report.Report.Result.Scenario.Parameters.Values,
            number =>
            {
                Assert.Contains(Words(number.Label), report.Words, StringComparison.Ordinal);
                Assert.Contains(Words(number.Source?.ToString() ?? "no source"), report.Words, StringComparison.Ordinal);
                Assert.Contains(Words(number.Weakness ?? ""), report.Words, StringComparison.Ordinal);
            }
        );
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Everyone_who_was_asked_everything_valued_and_not_valued_is_there(string service, string? variant)
    {
        ServiceReport report = ServiceReport.Of(service, variant);
        ImpactMap map = report.Report.Result.Scenario.Map;
        Assert.All(map.Outcomes, outcome => Assert.Contains(Words(outcome.Change), report.Words, StringComparison.Ordinal));
        Assert.All(map.NotValued, change => Assert.Contains(Words(change.Why), report.Words, StringComparison.Ordinal));
        Assert.All(map.Stakeholders, one => Assert.Contains(Words(one.Party.Label), report.Words, StringComparison.Ordinal));
        Assert.Contains(Words(report.Report.Result.Scenario.Question ?? ""), report.Words, StringComparison.Ordinal);
        Assert.Contains(Words(report.Report.Result.Scenario.Description ?? ""), report.Words, StringComparison.Ordinal);
        Assert.Contains(Words(report.Report.Result.Scenario.Note ?? ""), report.Words, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void It_says_with_which_command_it_is_made_again(string service, string? variant)
    {
        ServiceReport report = ServiceReport.Of(service, variant);
        string chosen = variant is null ? "" : $" --variant {variant}";
        Assert.Contains(
            $"<pre tabindex=\"0\"><code>sroi report {service}{chosen} --draws 2000 --seed 7 --out case.html</code></pre>",
            report.Html,
            StringComparison.Ordinal
        );
        string figure = report.Report.Result.SroiRatio is null ? "parameters" : "ratio";
        Assert.Contains($"down to its sources: 'sroi explain {service} {figure}{chosen}'.", report.Words, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_variant_says_that_it_is_one_and_what_it_did(string service, string? variant)
    {
        ServiceReport report = ServiceReport.Of(service, variant);
        Assert.Equal(variant is not null, report.Words.Contains("Changed from the base case (", StringComparison.Ordinal));
        Assert.Equal(variant is not null, report.Html.Contains("<h2 id=\"changes\">", StringComparison.Ordinal));
        Assert.Contains(Words(report.Report.Result.Scenario.Variant?.Title ?? ""), report.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("croydon_sun", "as_claimed")]
    [InlineData("wheels_to_meals", null)]
    [InlineData("sleepwell", null)]
    public void The_same_seed_gives_the_same_bytes(string service, string? variant) =>
        Assert.Equal(ServiceReport.Fresh(service, variant).ToDocument(), ServiceReport.Fresh(service, variant).ToDocument());

    [Fact]
    public void The_command_in_it_makes_the_same_report_again()
    {
        string folder = TestFolder.Fresh();
        string command = "report croydon_sun --variant as_claimed --overlay croydon_icb --draws 2000 --seed 7";
        Assert.Equal(0, Command.Run($"{command} --out {folder}/first.html").Code);
        string first = File.ReadAllText(Path.Combine(folder, "first.html"));
        const string start = "<code>sroi ";
        int from = first.IndexOf(start, StringComparison.Ordinal) + start.Length;
        string again = first[from..first.IndexOf("</code>", from, StringComparison.Ordinal)];
        Assert.Equal($"{command} --out case.html", again);
        Assert.Equal(0, Command.Run(again.Replace("case.html", $"{folder}/second.html", StringComparison.Ordinal)).Code);
        Assert.Equal(first, File.ReadAllText(Path.Combine(folder, "second.html")));
    }

    [Fact]
    public void Where_nothing_is_valued_no_section_pretends_that_something_is()
    {
        ServiceReport report = ServiceReport.Of("sleepwell", null);
        Assert.Null(report.Report.Tornado);
        Assert.Null(report.Report.Decision);
        Assert.DoesNotContain("invested brings back", report.Words, StringComparison.Ordinal);
        Assert.Contains("No outcome is valued.", report.Words, StringComparison.Ordinal);
        Assert.Contains("No outcome is valued, so no parameter can change a decision about value.", report.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("data-sroi-chart=\"ratio_distribution", report.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void It_says_who_prepared_it_for_whom_and_when_with_the_logo()
    {
        byte[] picture = [0x89, 0x50, 0x4E, 0x47, 1, 2, 3];
        Prepared prepared = new()
        {
            By = "Ada <Lovelace>",
            Organisation = "Fields & Friends",
            For = "The trustees",
            Date = "2026-11",
            Logo = new("image/png", [.. picture]),
        };
        ServiceReport report = ServiceReport.Of(SocialReturn.Of(Cases.JobCoaching with { Prepared = prepared }));
        Assert.Contains(
            "Prepared by Ada <Lovelace> Organisation Fields & Friends For The trustees Date 2026-11 Delivery",
            report.Words,
            StringComparison.Ordinal
        );
        Assert.Contains($"src=\"data:image/png;base64,{Convert.ToBase64String(picture)}\"", report.Html, StringComparison.Ordinal);
        Assert.Contains("Prepared by not stated", ServiceReport.Of(SocialReturn.Of(Cases.JobCoaching)).Words, StringComparison.Ordinal);
    }

    // A percentage far below nought and the like is no advice to anybody.
    [Theory]
    [MemberData(nameof(All))]
    public void No_switching_value_outside_the_feasible_range_is_shown(string service, string? variant)
    {
        ServiceReport report = ServiceReport.Of(service, variant);
        if (report.Report.Switching is not { } switching)
        {
            return;
        }

        string table = Regex.Match(report.Html, "<caption>Switching values .*?</table>", RegexOptions.Singleline).Value;
        int feasible = switching.Values.Count(row => row is { Value: not null, WithinSupport: true });
        Assert.DoesNotContain(">(", table, StringComparison.Ordinal);
        Assert.Equal(feasible, Regex.Count(table, "<th scope=\"row\""));
        Assert.Equal(
            feasible < switching.Values.Length,
            report.Words.Contains("No feasible value of any of these alone changes", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Where_nothing_varies_nothing_is_drawn()
    {
        ServiceReport report = ServiceReport.Of("wheels_to_meals", null);
        Assert.Null(report.Report.Tornado);
        Assert.Null(report.Report.Decision);
        Assert.Contains(
            "No parameter of this case has a spread, so the uncertainty of its figures is not known. That is a limitation, not a strength.",
            report.Words,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("data-sroi-chart=\"ratio_distribution", report.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("data-sroi-chart=\"tornado", report.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_case_without_anything_has_a_report()
    {
        ServiceReport report = ServiceReport.Of(SocialReturn.Of(Cases.Of([], [])));
        Assert.Contains("No cost is stated and no outcome could be valued", report.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("£0", report.Words, StringComparison.Ordinal);
        Assert.Contains("None is recorded.", report.Words, StringComparison.Ordinal);
    }

    // Line breaks and runs of spaces read as one space.
    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
