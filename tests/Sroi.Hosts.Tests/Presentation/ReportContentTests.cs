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
        Assert.NotEmpty(report.Report.Result.Scenario.Parameters);
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
        Assert.Contains($"down to its source: 'sroi explain {service} {figure}{chosen}'.", report.Words, StringComparison.Ordinal);
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
        Assert.DoesNotContain("put in returns", report.Words, StringComparison.Ordinal);
        Assert.Contains("Nothing is valued; see what is not valued, and why.", report.Words, StringComparison.Ordinal);
        Assert.Contains("Nothing is valued, so that no number can turn a decision about value.", report.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("data-sroi-chart=\"ratio_distribution", report.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_varies_nothing_is_drawn()
    {
        ServiceReport report = ServiceReport.Of("wheels_to_meals", null);
        Assert.Null(report.Report.Tornado);
        Assert.Null(report.Report.Decision);
        Assert.Contains(
            "No number of this case has a spread, so nothing here says how sure the figures are. That is a weakness, not a strength.",
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
        Assert.Contains("Nothing that changes could honestly be valued", report.Words, StringComparison.Ordinal);
        Assert.Contains("Nothing is recorded here.", report.Words, StringComparison.Ordinal);
    }

    // Line breaks and runs of spaces read as one space.
    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
