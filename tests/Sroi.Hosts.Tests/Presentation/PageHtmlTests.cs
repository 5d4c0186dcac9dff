using Sroi.Presentation.Pages;

namespace Sroi.Hosts.Tests.Presentation;

/// <summary>Pages as HTML: text is text, and tables tell a screen reader what heads what.</summary>
public class PageHtmlTests
{
    private const string Hostile = "<b>R&D</b> \"x\" 'y'";
    private const string Written = "&lt;b&gt;R&amp;D&lt;/b&gt; &quot;x&quot; &#39;y&#39;";

    [Fact]
    public void Text_of_any_kind_is_text_everywhere()
    {
        PageTable table = new(Hostile, [new(Hostile, IsNumber: false)], [new([Hostile], Tone.Plain)]);
        Assert.Equal(
            $"""
            <div class="sroi">
            <p class="sroi-grave">{Written}</p>
            <div class="sroi-scroll" tabindex="0" role="region" aria-label="{Written}"><table class="sroi-table">
            <caption>{Written}</caption>
            <thead><tr><th scope="col">{Written}</th></tr></thead>
            <tbody>
            <tr><th scope="row">{Written}</th></tr>
            </tbody></table></div>
            </div>

            """.ReplaceLineEndings("\n"),
            PageHtml.Write(new Page([new PageBlock.Line(Hostile, Tone.Grave), new PageBlock.Table(table)]))
        );
    }

    // Characters that make a bar are a picture of their neighbours, and a first cell without text heads nothing.
    [Fact]
    public void Headings_head_columns_and_rows()
    {
        PageTable table = new(
            null,
            [new("name", IsNumber: false), new("value\n(GBP)", IsNumber: true), new("", IsNumber: false)],
            [new(["a", "1", "███"], Tone.Strong), new(["", "2", ""], Tone.Plain)]
        );
        Assert.Equal(
            """
            <div class="sroi-scroll" tabindex="0" role="region" aria-label="Table"><table class="sroi-table">
            <thead><tr><th scope="col">name</th><th scope="col" class="sroi-number">value<br>(GBP)</th><td></td></tr></thead>
            <tbody>
            <tr class="sroi-strong"><th scope="row">a</th><td class="sroi-number">1</td><td aria-hidden="true" class="sroi-bar">███</td></tr>
            <tr><td></td><td class="sroi-number">2</td><td></td></tr>
            </tbody></table></div>

            """.ReplaceLineEndings("\n"),
            TableHtml.Write(table)
        );
    }

    [Fact]
    public void A_column_of_numbers_without_a_heading_has_one_class_attribute()
    {
        PageTable table = new(null, [new("name", IsNumber: false), new("", IsNumber: true)], [new(["a", "░█"], Tone.Plain)]);
        Assert.Equal("sroi-bar sroi-number", HtmlTags.Of(TableHtml.Write(table)).Last(tag => tag is { Name: "td", IsEnd: false })["class"]);
    }

    [Fact]
    public void A_title_of_two_lines_is_one_line_as_a_label()
    {
        PageTable table = new("From gross\nto net", [new("name", IsNumber: false)], [new(["a"], Tone.Plain)]);
        Assert.Equal("From gross to net", HtmlTags.Of(TableHtml.Write(table))[0]["aria-label"]);
    }

    [Fact]
    public void A_page_alone_brings_its_style()
    {
        string html = new Page([new PageBlock.Line("text", Tone.Plain)]).ToHtml();
        Assert.StartsWith("<style>", html, StringComparison.Ordinal);
        Assert.EndsWith("</style>\n<div class=\"sroi\">\n<p>text</p>\n</div>\n", html, StringComparison.Ordinal);
    }
}
