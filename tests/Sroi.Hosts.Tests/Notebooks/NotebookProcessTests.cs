using System.Diagnostics;
using Sroi.Hosts.Tests.Commands;

namespace Sroi.Hosts.Tests.Notebooks;

/// <summary>Cells that end the process in which they run, or would keep it for ever.</summary>
public sealed class NotebookProcessTests : IDisposable
{
    private readonly NotebookFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(
        "Environment.Exit(0);",
        "The cell ended the process with Environment.Exit, and with it the run. Let the cell finish, or throw an exception."
    )]
    [InlineData(
        "new System.Threading.Thread(() => Environment.Exit(3)).Start();\nawait Task.Delay(-1);",
        "The cell ended the process with Environment.Exit, and with it the run. Let the cell finish, or throw an exception."
    )]
    [InlineData(
        "AppDomain.CurrentDomain.ProcessExit += (_, _) => System.Threading.Thread.Sleep(-1);\nEnvironment.Exit(0);",
        "The cell ended the process with Environment.Exit, and with it the run. Let the cell finish, or throw an exception."
    )]
    [InlineData("Environment.FailFast(\"no more\");", "The cell ended the process with Environment.FailFast: no more")]
    [InlineData(
        "int Deep(int n) => n + Deep(n + 1);\nDeep(0)",
        "The cell ended the process: stack overflow. Look for a method that calls itself without end."
    )]
    [InlineData(
        "System.Diagnostics.Process.GetCurrentProcess().Kill();",
        "The process of the cell was killed, probably because memory ran out. Reduce the memory the cell needs."
    )]
    public async Task A_cell_that_ends_the_process_is_named_and_what_was_done_is_kept(string cell, string reason)
    {
        _folder.Write("a.ipynb", "Console.WriteLine(41 + 1);", cell, "\"never\" + 1");
        Command run = await Run("a.ipynb", "--out", "a.html", "--out", "b.ipynb");
        Assert.Equal(1, run.Code);
        Assert.Equal($"a.ipynb, cell 2: {reason}", run.Errors.TrimEnd('\n').Split('\n')[^1]);
        string page = File.ReadAllText(_folder["a.html"]);
        Assert.Contains("42", page, StringComparison.Ordinal);
        Assert.Contains("This cell failed", page, StringComparison.Ordinal);
        Assert.DoesNotContain("never1", File.ReadAllText(_folder["b.ipynb"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_cell_wrote_before_it_ended_the_process_is_kept()
    {
        _folder.Write("a.ipynb", "Console.WriteLine(41 + 1);\nEnvironment.Exit(0);");
        await Run("a.ipynb", "--out", "a.html");
        Assert.Contains("42", File.ReadAllText(_folder["a.html"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("new System.Threading.Thread(() => System.Threading.Thread.Sleep(-1)).Start();")]
    [InlineData("AppDomain.CurrentDomain.ProcessExit += (_, _) => System.Threading.Thread.Sleep(-1);")]
    [InlineData("var timer = new System.Threading.Timer(_ => Console.Write(1), null, 0, 1);")]
    [InlineData("class Stuck { ~Stuck() => System.Threading.Thread.Sleep(-1); }\nfor (int i = 0; i < 9; i++) new Stuck();\nGC.Collect();")]
    public async Task What_a_cell_leaves_behind_does_not_keep_the_run(string cell)
    {
        _folder.Write("a.ipynb", cell, "41 + 1");
        Command run = await Run("a.ipynb", "--out", "a.html");
        Assert.Equal((0, $"Written: {_folder["a.html"]}\n"), (run.Code, run.Output));
        Assert.Contains("<pre>42</pre>", File.ReadAllText(_folder["a.html"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_process_that_a_cell_starts_ends_with_the_run()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no command that only waits.");
        _folder.Write("a.ipynb", "var p = System.Diagnostics.Process.Start(\"sleep\", \"10000\");\nFile.WriteAllText(\"id\", $\"{p.Id}\");");
        Assert.Equal(0, (await Run("a.ipynb")).Code);
        int id = int.Parse(File.ReadAllText(_folder["id"]));
        Assert.True(SpinWait.SpinUntil(() => Process.GetProcesses().All(process => process.Id != id), TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public void The_signal_of_control_C_stops_the_run()
    {
        string path = _folder.Write("a.ipynb", "1", "File.WriteAllText(\"runs\", \"\");\nwhile (true) { }");
        AssertStopped(TestProcess.StartInterruptible(_folder.Path, TestProcess.Sroi, "notebook", "run", path, "--out", "b.ipynb"), "INT");
    }

    [Fact]
    public void Started_with_that_signal_ignored_it_is_stopped_by_the_one_to_end()
    {
        string path = _folder.Write("a.ipynb", "1", "File.WriteAllText(\"runs\", \"\");\nwhile (true) { }");
        AssertStopped(TestProcess.StartInBackground(_folder.Path, TestProcess.Sroi, "notebook", "run", path, "--out", "b.ipynb"), "TERM");
    }

    private void AssertStopped(TestProcess run, string signal)
    {
        using (run)
        {
            Assert.True(SpinWait.SpinUntil(() => File.Exists(_folder["runs"]), TestProcess.Bound));
            run.Signal(signal);
            Assert.Equal(130, run.End());
            Assert.EndsWith($"a.ipynb was stopped in cell 2.{Environment.NewLine}", run.Errors.Result, StringComparison.Ordinal);
            Assert.True(File.Exists(_folder["b.ipynb"]));
        }
    }

    private Task<Command> Run(params string[] args) =>
        Task.Run(() => Command.Run(["notebook", "run", .. args], folder: _folder.Path)).WaitAsync(TestProcess.Bound);
}
