using Sroi.Hosts.Tests.Commands;
using Sroi.Notebooks.Documents;
using Sroi.Notebooks.Running;

namespace Sroi.Hosts.Tests.Notebooks;

/// <summary>When a run ends: after a failure or not, and after how long a cell.</summary>
public sealed class RunRulesTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly NotebookFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_run_keeps_going_and_lists_its_failures()
    {
        _folder.Write("a.ipynb", "throw new Exception(\"one\");", "var x = 2;\nx", "#!fsharp\nlet y = 1", "x + 1");
        Command run = Command.Run(["notebook", "run", "a.ipynb", "--keep-going", "--out", "b.html"], folder: _folder.Path);
        Assert.Equal(1, run.Code);
        Assert.EndsWith(
            "s\na.ipynb, cell 1, line 1: System.Exception: one\n"
                + "a.ipynb, cell 3, line 1: MagicError: #!fsharp: this kernel runs C# only. Write the cell in C#, or tag it 'skip-execution'.\n"
                + "a.ipynb: 2 cells failed.\n",
            run.Errors,
            StringComparison.Ordinal
        );
        Assert.Contains("<pre>3</pre>", File.ReadAllText(_folder["b.html"]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_that_takes_too_long_is_named()
    {
        // The first one: how long a compiler takes to start does not matter then.
        _folder.Write("a.ipynb", "await Task.Delay(-1);", "3");
        Command run = Command.Run(["notebook", "run", "a.ipynb", "--cell-timeout", "3500ms"], folder: _folder.Path);
        Assert.Equal(1, run.Code);
        Assert.EndsWith("a.ipynb, cell 1: The cell took longer than 3.5 s and was interrupted.\n", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("while (true) { }")]
    [InlineData("while (true) { try { System.Threading.Thread.Sleep(10); } catch (Exception) { } }")]
    public async Task A_loop_that_never_ends_is_interrupted_and_the_next_cell_runs(string loop)
    {
        await Warm();
        ExecutedNotebook executed = await Run(new(KeepsGoing: true, TimeSpan.FromSeconds(3)), "var x = 2;", $"tag:raises-exception\n{loop}", "x");
        Assert.Equal([(2, "CellTimeout")], executed.Failures.Select(failed => (failed.Number, failed.Name)));
        Assert.Contains("\"2\"", executed.Notebook.Cells[2].Json["outputs"]!.ToJsonString(), StringComparison.Ordinal);
    }

    // While an exception passes, nothing ends a finally block.
    [Fact]
    public async Task A_cell_that_no_interrupt_can_end_ends_the_run()
    {
        await Warm();
        ExecutedNotebook executed = await Run(
            new(KeepsGoing: true, TimeSpan.FromSeconds(3)),
            "Console.WriteLine(\"begun\");\ntry { try { throw new Exception(); } finally { var until = Environment.TickCount64 + 20_000; "
                + "while (Environment.TickCount64 < until) { } } } catch (Exception) { }",
            "2"
        );
        Assert.Equal("The cell took longer than 3 s and did not end when it was interrupted, so the run ends here.", executed.Failure!.Message);
        Assert.Null(executed.Notebook.Cells[1].Json["execution_count"]);
        Assert.Contains("<pre class=\"stdout\">begun", NotebookHtml.Write(executed.Notebook), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("0")]
    [InlineData("-5s")]
    [InlineData("１s")]
    public void A_time_that_is_none_is_said(string time)
    {
        _folder.Write("a.ipynb", "1");
        Command run = Command.Run(["notebook", "run", "a.ipynb", $"--cell-timeout={time}"], folder: _folder.Path);
        Assert.Equal(
            (2, $"--cell-timeout takes a time above zero and up to 24 days, such as 60s, 5m or 1h; found '{time}'.\n"),
            (run.Code, run.Errors)
        );
    }

    // The compiler takes seconds with its first cell, which is no fault of that cell.
    private Task<ExecutedNotebook> Warm() => Run(new(), "var x = 1;\nx");

    private Task<ExecutedNotebook> Run(RunRules rules, params string[] cells) =>
        NotebookRun.RunAsync(NotebookFile.Read(_folder.Write("a.ipynb", cells)), rules, _ => { }, default).WaitAsync(Patience);
}
