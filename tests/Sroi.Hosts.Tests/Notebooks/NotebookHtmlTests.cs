using System.Text.RegularExpressions;
using Sroi.Notebooks.Documents;
using Sroi.Notebooks.Running;

namespace Sroi.Hosts.Tests.Notebooks;

/// <summary>The page of a notebook that has run.</summary>
public sealed class NotebookHtmlTests : IDisposable
{
    private readonly NotebookFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Text_tables_and_headings_are_a_page_with_a_title()
    {
        string page = await Page("md:## Riverside & co\n\n|a|b|\n|-|-|\n|1|2|\n\n#### Deep\n[link](https://example.org)", "md:# Deep");
        Assert.StartsWith("<!DOCTYPE html>\n<html lang=\"en-GB\">\n", page, StringComparison.Ordinal);
        Assert.Contains("<title>Riverside &amp; co</title>", page, StringComparison.Ordinal);
        Assert.Contains("<h1 id=\"riverside--co\">Riverside &amp; co</h1>", page, StringComparison.Ordinal);
        Assert.Contains("<h2 id=\"deep\">Deep</h2>", page, StringComparison.Ordinal);
        Assert.Contains("<h1 id=\"deep-1\">Deep</h1>", page, StringComparison.Ordinal);
        Assert.Contains("<td>1</td>", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://example.org\">link</a>", page, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(page, "<main>"));
    }

    [Fact]
    public async Task Without_a_heading_the_file_gives_the_title() =>
        Assert.Contains("<main>\n<h1>a</h1>\n", await Page("md:text"), StringComparison.Ordinal);

    [Fact]
    public async Task Code_is_folded_and_outputs_are_shown()
    {
        string page = await Page("Console.Write(\"a < b\");\n\"x & y\"", "#!markdown\n**bold**", "HTML(\"<i>as it is</i>\")");
        Assert.Contains(
            "<details><summary>Code of cell 1</summary><pre><code class=\"language-csharp\">Console.Write(&quot;a &lt; b&quot;);",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains(Result(1) + "<pre class=\"stdout\">a &lt; b</pre></div>", page, StringComparison.Ordinal);
        Assert.Contains(Result(1) + "<pre>x &amp; y</pre></div>", page, StringComparison.Ordinal);
        Assert.Contains("<strong>bold</strong>", page, StringComparison.Ordinal);
        Assert.Contains(Result(3) + "<i>as it is</i></div>", page, StringComparison.Ordinal);
    }

    // A result that is wider than the page is scrolled, so that it can be reached by the keyboard and has a name.
    private static string Result(int cell) => $"<div class=\"output\" tabindex=\"0\" role=\"group\" aria-label=\"Result of cell {cell}\">";

    [Fact]
    public async Task A_cell_that_failed_is_open_and_says_why()
    {
        string page = await Page("throw new Exception(\"<no>\");", "2");
        Assert.Contains("<details open><summary>Code of cell 1</summary>", page, StringComparison.Ordinal);
        Assert.Contains(
            "<div class=\"error\" role=\"alert\"><p>This cell failed: <strong>System.Exception</strong></p>",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains("System.Exception: &lt;no&gt;\n   at line 1</pre>", page, StringComparison.Ordinal);
        Assert.Contains("<summary>Code (not run)</summary>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Tags_without_an_end_do_not_take_for_ever()
    {
        string open = string.Concat(Enumerable.Repeat("<script src=", 20_000));
        Assert.Equal(open, OfflineHtml.Of(open));
        string frames = OfflineHtml.Of(string.Concat(Enumerable.Repeat("<iframe src=a>", 20_000)));
        Assert.DoesNotContain("iframe", frames, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_fetched_from_the_network()
    {
        string page = await Page(
            "#!html\n<script src=\"https://example.org/a.js\"></script><script>var kept = 1;</script><link rel=stylesheet href=https://example.org/b.css>"
                + "<iframe src='//example.org'></iframe><p>kept</p>",
            "md:<script src=https://example.org/c.js></script>"
        );
        Assert.DoesNotContain(
            "example.org",
            page.Split("<details>")[0] + Regex.Replace(page, "<details>.*?</details>", "", RegexOptions.Singleline),
            StringComparison.Ordinal
        );
        Assert.Contains("<script>var kept = 1;</script>", page, StringComparison.Ordinal);
        Assert.Contains("<p>kept</p>", page, StringComparison.Ordinal);
        Assert.Contains("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("a <img src=x onerror=alert(1)> b")]
    [InlineData("a <script>alert(1)</script> b")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<svg onload=alert(1)>")]
    [InlineData("<a href='javascript:alert(1)'>x</a>")]
    [InlineData("<a href=' java&#115;cript&#58;alert(1)'>x</a>")]
    [InlineData("<p style=\"x\" onclick=\"alert(1)\">x</p>")]
    [InlineData("<details open ontoggle=alert(1)>")]
    [InlineData("<!-- --!><img src=x onerror=alert(1)> -->")]
    [InlineData("<div\nonmouseover=alert(1)>x</div>")]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt:alert(1))")]
    [InlineData("[x](java&#10;script:alert(1))")]
    [InlineData("[x](vbscript:alert(1))")]
    [InlineData("[x](data:text/html,alert(1))")]
    [InlineData("![x](javascript:alert(1))")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("[x]: javascript:alert(1)\n\n[x]")]
    public async Task Markdown_runs_nothing(string markdown)
    {
        string page = await Page("md:# Title\n\n" + markdown);
        string body = page[page.IndexOf("<main>", StringComparison.Ordinal)..page.IndexOf("</main>", StringComparison.Ordinal)];
        Assert.DoesNotContain("<script", body, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("<[^>]*(\\son\\w+\\s*=|(href|src)=[\"']?\\s*(java|vb|data:text))", body);
    }

    [Fact]
    public async Task Markdown_keeps_the_html_that_shapes_text() =>
        Assert.Contains(
            "H<sub>2</sub>O<br/><details><summary>more</summary><a href=\"https://example.org\">x</a></details>",
            await Page("md:H<sub>2</sub>O<br/><details><summary>more</summary><a href=\"https://example.org\">x</a></details>"),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task Pictures_beside_the_notebook_are_put_in()
    {
        File.WriteAllBytes(_folder["dot.png"], [1, 2, 3]);
        Assert.Contains("<img src=\"data:image/png;base64,AQID\" alt=\"A dot\" />", await Page("md:![A dot](dot.png)"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_frame_is_a_table_that_says_how_long_it_is()
    {
        string page = await Page(
            "using Microsoft.Data.Analysis;\nnew DataFrame(new DoubleDataFrameColumn(\"x\", Enumerable.Range(0, 30).Select(i => i + 0.5)))"
        );
        Assert.Contains(
            "<table><thead><tr><th scope=\"col\">x</th></tr></thead><tbody><tr><td style=\"text-align:right\">0.5</td>",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains("19.5</td></tr></tbody></table><p>First 20 of 30 rows, 1 column</p>", page, StringComparison.Ordinal);
    }

    private async Task<string> Page(params string[] cells)
    {
        ExecutedNotebook executed = await NotebookRun.RunAsync(NotebookFile.Read(_folder.Write("a.ipynb", cells)), _ => { }, default);
        return NotebookHtml.Write(executed.Notebook);
    }
}
