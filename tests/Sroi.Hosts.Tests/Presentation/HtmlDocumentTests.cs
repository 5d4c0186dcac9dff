using System.Text.RegularExpressions;
using Sroi.Presentation;

namespace Sroi.Hosts.Tests.Presentation;

/// <summary>A document sends nothing anywhere, whatever stands in it.</summary>
public partial class HtmlDocumentTests
{
    // What the standard lets fall back on default-src needs no rule of its own; forms and the base of links do not fall back.
    [Theory]
    [InlineData("default-src 'none'")]
    [InlineData("form-action 'none'")]
    [InlineData("base-uri 'none'")]
    public void Its_policy_forbids_it(string rule) =>
        Assert.Contains(rule, Policy().Match(HtmlDocument.Write("title", "<main></main>")).Groups[1].Value.Split("; "));

    [Fact]
    public void A_title_is_text() =>
        Assert.Contains(
            "<title>&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;</title>",
            HtmlDocument.Write("</title><script>alert(1)</script>", ""),
            StringComparison.Ordinal
        );

    [GeneratedRegex("http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\"")]
    private static partial Regex Policy();
}
