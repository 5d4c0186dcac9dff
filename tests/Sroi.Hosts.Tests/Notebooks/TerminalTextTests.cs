using Sroi.Notebooks.Documents;
using Sroi.Notebooks.Running;

namespace Sroi.Hosts.Tests.Notebooks;

/// <summary>What a terminal would show of what a cell wrote.</summary>
public sealed class TerminalTextTests
{
    [Theory]
    [InlineData("1 %\r2 %\r3 %\ndone", "3 %\ndone")]
    [InlineData("100 %\r20 %", "20 %%")]
    [InlineData("a\r\nb\r\n", "a\nb\n")]
    [InlineData("abc\b\bxy", "axy")]
    [InlineData("working |\b/\b-\bdone", "working done")]
    [InlineData("long line\r\u001b[Kshort", "short")]
    [InlineData("\u001b[31mred\u001b[0m plain", "\u001b[31mred\u001b[0m plain")]
    [InlineData("\u001b]0;title\atext\u001b[2J", "text")]
    [InlineData("£ 😀\rx", "x 😀")]
    [InlineData("plain\ttext", "plain\ttext")]
    public void Lines_are_what_they_became(string written, string shown) => Assert.Equal(shown, TerminalText.Settled(written));

    [Theory]
    [InlineData("\u001b[31m<red>\u001b[0m plain", "<span style=\"color:#b00020;\">&lt;red&gt;</span> plain")]
    [InlineData("\u001b[38;2;0;255;0mgreen", "<span style=\"color:#00ff00;\">green</span>")]
    [InlineData("\u001b[1;4mboth\u001b[22;24mno", "<span style=\"font-weight:bold;text-decoration:underline;\">both</span>no")]
    [InlineData("\u001b[38;5;196mx\u001b[39my", "<span style=\"color:#ff0000;\">x</span>y")]
    [InlineData("\u001b[2Ja\u0007b", "ab")]
    public void Colours_are_HTML(string written, string html) => Assert.Equal(html, AnsiHtml.Of(written));

    [Fact]
    public async Task A_progress_line_is_stored_as_it_ended()
    {
        using NotebookFolder folder = new();
        NotebookFile notebook = NotebookFile.Read(
            folder.Write("a.ipynb", "for (int i = 0; i <= 100; i++) Console.Write($\"\\r{i} %\");\nConsole.WriteLine();")
        );
        ExecutedNotebook executed = await NotebookRun.RunAsync(notebook, _ => { }, default);
        Assert.Equal("[\"100 %\\n\"]", executed.Notebook.Cells[0].Json["outputs"]![0]!["text"]!.ToJsonString());
        Assert.Contains("<pre class=\"stdout\">100 %\n</pre>", NotebookHtml.Write(executed.Notebook), StringComparison.Ordinal);
    }
}
