using System.Text.Json.Nodes;
using Sroi.Notebooks;
using Sroi.Notebooks.Documents;

namespace Sroi.Hosts.Tests.Notebooks;

/// <summary>Notebook files: read, kept as they are, and refused with a reason.</summary>
public sealed class NotebookFileTests : IDisposable
{
    private readonly NotebookFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_not_understood_is_kept()
    {
        NotebookFile notebook = NotebookFile.Read(_folder.Write("a.ipynb", "md:# Title", "tag:slow\nvar x = 1;\nx"));
        Assert.Equal(["# Title", "var x = 1;\nx"], notebook.Cells.Select(cell => cell.Source));
        Assert.Equal([CellKind.Markdown, CellKind.Code], notebook.Cells.Select(cell => cell.Kind));
        Assert.Equal(["slow"], notebook.Cells[1].Tags);
        notebook.Write(_folder["b.ipynb"]);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(File.ReadAllText(_folder["a.ipynb"])), JsonNode.Parse(File.ReadAllText(_folder["b.ipynb"]))));
        Assert.EndsWith("\n \"nbformat\": 4,\n \"nbformat_minor\": 5\n}\n", File.ReadAllText(_folder["b.ipynb"]), StringComparison.Ordinal);
        Assert.Equal(["a.ipynb", "b.ipynb"], Directory.EnumerateFileSystemEntries(_folder.Path).Select(Path.GetFileName).Order());
    }

    [Theory]
    [InlineData("{\n \"cells\": [,]\n}", "x.ipynb, line 2, position 12: not valid JSON. ',' is an invalid start of a value.")]
    [InlineData("[]", "x.ipynb is not a notebook: its top level is not an object with 'cells' and 'nbformat'.")]
    [InlineData("{}", "x.ipynb is not a notebook: it needs 'nbformat' and a list of 'cells'.")]
    [InlineData("{\"nbformat\": 4}", "x.ipynb is not a notebook: it needs 'nbformat' and a list of 'cells'.")]
    [InlineData("{\"nbformat\": 3}", "x.ipynb is a notebook of format 3; this reads format 4. Open it in Jupyter and save it again.")]
    [InlineData("{\"nbformat\": 4, \"cells\": [1]}", "x.ipynb, cells[0] is not a cell: it needs a 'cell_type' and a 'source'.")]
    [InlineData(
        "{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"sheet\", \"source\": \"\"}]}",
        "x.ipynb, cells[0]: 'sheet' is not a type of cell; the types are code, markdown and raw."
    )]
    [InlineData(
        "{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"code\", \"source\": 3}]}",
        "x.ipynb, cells[0]: 'source' must be text or a list of lines."
    )]
    [InlineData(
        "{\"nbformat\": 4, \"cells\": [], \"metadata\": {\"kernelspec\": {\"language\": \"python\"}}}",
        "x.ipynb is a notebook of python; this runs C#. Choose the kernel 'SROI (C#)' in Jupyter and save it again."
    )]
    public void What_is_no_notebook_of_ours_is_told(string text, string message)
    {
        File.WriteAllText(_folder["x.ipynb"], text);
        Assert.Equal(message, Assert.Throws<NotebookException>(() => NotebookFile.Read(_folder["x.ipynb"])).Message);
    }

    [Fact]
    public void A_notebook_that_is_not_there_is_told() =>
        Assert.Equal(
            $"There is no notebook {_folder["y.ipynb"]}.",
            Assert.Throws<NotebookException>(() => NotebookFile.Read(_folder["y.ipynb"])).Message
        );
}
