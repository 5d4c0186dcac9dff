using System.Text.RegularExpressions;

namespace Sroi.Hosts.Tests.Presentation;

/// <summary>The document of every report: in order for a screen reader, whole by itself, every picture told in words.</summary>
public class ReportHtmlTests
{
    public static TheoryData<string, string?> All => ShownCases.All;

    [Theory]
    [MemberData(nameof(All))]
    public void Headings_descend_one_by_one_from_the_only_title(string service, string? variant)
    {
        int[] levels =
        [
            .. ServiceReport
                .Of(service, variant)
                .Tags.Where(tag => !tag.IsEnd && Regex.IsMatch(tag.Name, "^h[1-6]$"))
                .Select(tag => tag.Name[1] - '0'),
        ];
        Assert.Equal(1, levels[0]);
        Assert.Single(levels, 1);
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, $"h{pair.First} is followed by h{pair.Second}"));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_picture_is_told_in_words(string service, string? variant)
    {
        ServiceReport report = ServiceReport.Of(service, variant);
        HtmlTag[] pictures = [.. report.Tags.Where(tag => !tag.IsEnd && (tag.Name == "svg" || tag["role"] == "img"))];
        // A register without a cost or a value has nothing to draw.
        Assert.Equal(report.Report.Result is { Inputs.IsEmpty: true, Outcomes.IsEmpty: true }, pictures.Length == 0);
        Assert.All(pictures, picture => Assert.Equal("img", picture["role"]));
        Assert.All(pictures, picture => Assert.Matches(@"\? .*\d.*\.$", picture["aria-label"]));
        Assert.DoesNotContain(report.Tags, tag => tag.Name == "img");
        int figures = report.Tags.Count(tag => tag is { Name: "figure", IsEnd: false });
        Assert.Equal(figures, report.Tags.Count(tag => tag is { Name: "figcaption", IsEnd: false }));
        Assert.Equal(figures, report.Tags.Count(tag => tag is { Name: "summary", IsEnd: false }));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Links_lead_to_what_is_there_and_nothing_is_there_twice(string service, string? variant)
    {
        ServiceReport report = ServiceReport.Of(service, variant);
        string[] ids = [.. report.Tags.Select(tag => tag["id"]).Where(id => id.Length > 0)],
            links = [.. report.Tags.Where(tag => tag.Name == "a" && !tag.IsEnd).Select(tag => tag["href"])],
            sections = [.. report.Tags.Where(tag => tag is { Name: "h2", IsEnd: false }).Select(tag => tag["id"])];
        // The contents are those of the annex; the first pages need none.
        sections = sections[(Array.IndexOf(sections, "annex") + 1)..];
        Assert.Equal(ids.Distinct(), ids);
        Assert.Equal(sections.Select(id => "#" + id), links);
        string[] charts = [.. report.Tags.Select(tag => tag["data-sroi-chart"]).Where(id => id.Length > 0)];
        Assert.Equal(charts.Distinct(), charts);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Nothing_is_fetched_from_anywhere(string service, string? variant)
    {
        ServiceReport report = ServiceReport.Of(service, variant);
        Assert.DoesNotContain(report.Tags, tag => tag.Name is "link" or "iframe" or "object" or "embed");
        Assert.DoesNotContain(report.Tags.SelectMany(tag => tag.Attributes.Keys), name => name is "src" or "srcset" or "action");
        Assert.All(
            report.Tags.Select(tag => tag["href"]).Where(href => href.Length > 0),
            href => Assert.StartsWith("#", href, StringComparison.Ordinal)
        );
        Assert.StartsWith("default-src 'none'; ", report.Tags.Single(tag => tag["http-equiv"].Length > 0)["content"], StringComparison.Ordinal);
        Assert.DoesNotMatch(@"url\(|@import", report.Html);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_table_has_headings_and_a_name(string service, string? variant)
    {
        ServiceReport report = ServiceReport.Of(service, variant);
        string[] tables = [.. Regex.Matches(report.Html, "<table.*?</table>", RegexOptions.Singleline).Select(match => match.Value)];
        Assert.True(tables.Length >= (report.Report.Result is { Inputs.IsEmpty: true, Outcomes.IsEmpty: true } ? 1 : 3));
        Assert.All(tables, table => Assert.Contains("<th scope=\"col\"", table, StringComparison.Ordinal));
        Assert.All(tables, table => Assert.Contains("<th scope=\"row\"", table, StringComparison.Ordinal));
        Assert.All(report.Tags.Where(tag => tag["role"] == "region"), region => Assert.NotEmpty(region["aria-label"]));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_document_says_its_language_its_title_and_what_is_its_main_part(string service, string? variant)
    {
        ServiceReport report = ServiceReport.Of(service, variant);
        string title = report.Report.Result.Scenario.Title;
        Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">", report.Html, StringComparison.Ordinal);
        Assert.StartsWith($" {title} Social return on investment {title} ", report.Words, StringComparison.Ordinal);
        Assert.Single(report.Tags, tag => tag is { Name: "main", IsEnd: false });
        Assert.Equal("Contents of the annex", report.Tags.Single(tag => tag is { Name: "nav", IsEnd: false })["aria-label"]);
    }

    // Once for all charts; 3.6 MB of it.
    [Fact]
    public void Plotly_is_in_the_document_once()
    {
        string whole = ServiceReport.Of("croydon_sun", null).Report.ToDocument();
        Assert.Equal(2, whole.Split("<script data-sroi-plotly>").Length);
        Assert.DoesNotContain("<script data-sroi-plotly>", ServiceReport.Of("croydon_sun", null).Html, StringComparison.Ordinal);
    }
}
