using System.Text.RegularExpressions;
using Sroi.Hosts.Tests.Commands;

namespace Sroi.Hosts.Tests.Notebooks;

/// <summary><c>sroi notebook run</c>.</summary>
public sealed partial class NotebookCommandTests : IDisposable
{
    private readonly NotebookFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_notebook_runs_with_other_parameters_and_is_written_twice()
    {
        _folder.Write("a.ipynb", "tag:parameters\nint people = 1;", "2 * people");
        Command run = Run("a.ipynb", "-p", "people=30", "--out", "out/a.html", "--out", "out/a.ipynb");
        Assert.Equal((0, $"Written: {_folder["out/a.html"]}\nWritten: {_folder["out/a.ipynb"]}\n"), (run.Code, run.Output));
        Assert.Equal("cell 1 of 3: _ s\ncell 2 of 3: _ s\ncell 3 of 3: _ s\n", Seconds().Replace(run.Errors, "_ s"));
        Assert.Contains("<pre>60</pre>", File.ReadAllText(_folder["out/a.html"]), StringComparison.Ordinal);
        Assert.Contains("\"injected-parameters\"", File.ReadAllText(_folder["out/a.ipynb"]), StringComparison.Ordinal);
        Assert.Equal(["a.html", "a.ipynb"], Directory.EnumerateFileSystemEntries(_folder["out"]).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void Without_out_nothing_is_written()
    {
        _folder.Write("a.ipynb", "Console.WriteLine(1);");
        Command run = Run("a.ipynb");
        Assert.Equal((0, ""), (run.Code, run.Output));
        Assert.Single(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void A_cell_that_fails_is_named_and_what_was_done_is_kept()
    {
        _folder.Write("a.ipynb", "1", "\nint zero = 0;\n1 / zero", "3");
        Command run = Run("a.ipynb", "--out", "a.html");
        Assert.Equal(1, run.Code);
        Assert.EndsWith(
            "s\na.ipynb, cell 2, line 3: System.DivideByZeroException: Attempted to divide by zero.\n",
            run.Errors,
            StringComparison.Ordinal
        );
        Assert.Contains("This cell failed", File.ReadAllText(_folder["a.html"]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_that_does_not_compile_is_named()
    {
        _folder.Write("a.ipynb", "int x = \"a\";");
        Assert.EndsWith(
            "s\na.ipynb, cell 1, line 1: (1, 9): CS0029: Cannot implicitly convert type 'string' to 'int'\n",
            Run("a.ipynb").Errors,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_file_that_is_no_notebook_is_told()
    {
        File.WriteAllText(_folder["a.ipynb"], "{}");
        Command run = Run("a.ipynb");
        Assert.Equal((1, "a.ipynb is not a notebook: it needs 'nbformat' and a list of 'cells'.\n"), (run.Code, run.Errors));
    }

    [Theory]
    [InlineData("-p drws=1", "'drws' is not a parameter of a.ipynb. Did you mean 'draws'?\n")]
    [InlineData("-p draws", "--parameter takes NAME=VALUE; found 'draws'.\n")]
    [InlineData("--out a.pdf", "--out takes a file name that ends in .html or .ipynb; found a.pdf.\n")]
    [InlineData("--out a.ipynb", "--out would overwrite the notebook, a.ipynb. Choose another file.\n")]
    public void A_wrong_command_line_is_told_before_anything_runs(string options, string message)
    {
        _folder.Write("a.ipynb", "tag:parameters\nint draws = 1;");
        Command run = Run(["a.ipynb", .. options.Split(' ')]);
        Assert.Equal((2, message), (run.Code, run.Errors));
    }

    private Command Run(params string[] args) => Command.Run(["notebook", "run", .. args], folder: _folder.Path);

    [GeneratedRegex(@"\d+\.\d s")]
    private static partial Regex Seconds();
}
