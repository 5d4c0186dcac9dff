using System.Text;
using Sroi.Notebooks;
using Sroi.Notebooks.Documents;
using Sroi.Notebooks.Running;

namespace Sroi.Hosts.Tests.Notebooks;

/// <summary>Files of .NET Interactive that are no JSON.</summary>
public sealed class DibTests : IDisposable
{
    private const string Meta =
        "#!meta\n\n{\"kernelInfo\":{\"defaultKernelName\":\"csharp\",\"items\":[{\"aliases\":[],\"name\":\"sql-sales\"}]}}\n\n";

    private readonly NotebookFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Cells_begin_with_their_language()
    {
        NotebookFile notebook = Read(
            $"{Meta}#!csharp\n\nvar x = 1;\n#!time\n\nx\n\n#!markdown\n\n# Title\n\n#!html\n<b>x</b>\n#!sql-sales\nselect 1\n#!c#\n\n"
        );
        Assert.Equal(["var x = 1;\n#!time\n\nx", "# Title", "<b>x</b>", "select 1"], notebook.Cells.Select(cell => cell.Source));
        Assert.Equal([CellKind.Code, CellKind.Markdown, CellKind.Code, CellKind.Code], notebook.Cells.Select(cell => cell.Kind));
    }

    [Fact]
    public async Task Marks_and_line_ends_of_Windows_are_read_and_the_cells_run()
    {
        byte[] text =
        [
            0xEF,
            0xBB,
            0xBF,
            .. Encoding.UTF8.GetBytes($"{Meta}#!csharp\nvar people = 60;\n#!markdown\n# Title\n#!csharp\npeople / 2".Replace("\n", "\r\n")),
        ];
        await File.WriteAllBytesAsync(_folder["a.dib"], text);
        ExecutedNotebook executed = await NotebookRun.RunAsync(NotebookFile.Read(_folder["a.dib"]), _ => { }, default);
        Assert.Null(executed.Failure);
        string page = NotebookHtml.Write(executed.Notebook);
        Assert.Contains("<title>Title</title>", page, StringComparison.Ordinal);
        Assert.Contains("<pre>30</pre>", page, StringComparison.Ordinal);
        File.WriteAllText(_folder["b.ipynb"], executed.Notebook.ToJson());
        Assert.Equal(3, NotebookFile.Read(_folder["b.ipynb"]).Cells.Length);
    }

    [Fact]
    public void What_stands_before_the_first_language_is_in_the_notebooks_own() =>
        Assert.Equal(["csharp"], Read("1 + 1").Cells.Select(cell => (string?)cell.Json["metadata"]!["polyglot_notebook"]!["kernelName"]));

    [Fact]
    public void A_head_that_is_no_JSON_is_said() =>
        Assert.StartsWith(
            "a.dib: the text after '#!meta' is not JSON. ",
            Assert.Throws<NotebookException>(() => Read("#!meta\n{kernel}\n#!csharp\n1")).Message,
            StringComparison.Ordinal
        );

    private NotebookFile Read(string text)
    {
        File.WriteAllText(_folder["a.dib"], text);
        return NotebookFile.Read(_folder["a.dib"]);
    }
}
