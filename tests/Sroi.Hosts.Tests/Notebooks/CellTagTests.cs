using Sroi.Notebooks.Documents;
using Sroi.Notebooks.Running;

namespace Sroi.Hosts.Tests.Notebooks;

/// <summary>Tags that hide or skip cells.</summary>
public sealed class CellTagTests : IDisposable
{
    private readonly NotebookFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("remove-input", false, true)]
    [InlineData("remove_input", false, true)]
    [InlineData("remove-output", true, false)]
    [InlineData("remove_cell", false, false)]
    [InlineData("hide-input", true, true)]
    public async Task A_page_leaves_out_what_its_tag_says(string tag, bool hasCode, bool hasResult)
    {
        string page = await Page($"tag:{tag}\nint half = 60 / 2;\nhalf");
        Assert.Equal(
            (hasCode, hasResult),
            (page.Contains("int half", StringComparison.Ordinal), page.Contains("<pre>30</pre>", StringComparison.Ordinal))
        );
    }

    [Theory]
    [InlineData("hide-output")]
    [InlineData("hide_cell")]
    public async Task A_hidden_result_is_folded(string tag) =>
        Assert.Contains(
            "<details><summary>Result of cell 1</summary>\n<div class=\"output\" tabindex=\"0\" role=\"group\" aria-label=\"Result of cell 1\"><pre>30</pre></div>\n</details>",
            await Page($"tag:{tag}\n60 / 2"),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("skip-execution")]
    [InlineData("skip_execution")]
    public async Task A_cell_that_is_skipped_does_not_run(string tag)
    {
        ExecutedNotebook executed = await Run("1", $"tag:{tag}\nthrow new Exception();", "3");
        Assert.Null(executed.Failure);
        Assert.Equal(["1", null, "2"], executed.Notebook.Cells.Select(cell => cell.Json["execution_count"]?.ToJsonString()));
    }

    [Fact]
    public async Task A_failure_that_was_not_expected_is_shown_whatever_the_tag()
    {
        Assert.Contains("This cell failed", await Page("tag:remove-cell\nthrow new Exception();"), StringComparison.Ordinal);
        Assert.Contains(
            "<details open><summary>Code of cell 1</summary>",
            await Page("tag:remove-output\nthrow new Exception();"),
            StringComparison.Ordinal
        );
    }

    private Task<ExecutedNotebook> Run(params string[] cells) =>
        NotebookRun.RunAsync(NotebookFile.Read(_folder.Write("a.ipynb", cells)), _ => { }, default);

    private async Task<string> Page(params string[] cells) => NotebookHtml.Write((await Run(cells)).Notebook);
}
