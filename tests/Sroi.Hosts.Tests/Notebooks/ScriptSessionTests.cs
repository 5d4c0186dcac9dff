using System.Diagnostics;
using System.Globalization;
using Sroi.Notebooks.Cells;

namespace Sroi.Hosts.Tests.Notebooks;

/// <summary>Cells that run one after the other, and what becomes of what they say.</summary>
public sealed class ScriptSessionTests : SessionTest
{
    [Fact]
    public async Task A_cell_knows_what_the_cells_before_it_declared()
    {
        await Run("int people = 60;\nint Twice(int x) => 2 * x;\nrecord Pair(int Left, int Right);");
        await Run("using System.Globalization;\nvar pair = new Pair(people, Twice(people));");
        RecordedOutput output = await Run("pair.Right.ToString(CultureInfo.InvariantCulture)");
        Assert.Equal("120", output.Plain);
        Assert.Equal(["result"], output.Calls);
    }

    [Fact]
    public async Task A_variable_may_be_declared_anew_with_another_type()
    {
        await Run("var x = 1;");
        await Run("var x = \"one\";");
        Assert.Equal("one", (await Run("x")).Plain);
    }

    [Fact]
    public async Task A_cell_may_await()
    {
        RecordedOutput output = await Run("await Task.Delay(1);\nvar sum = await Task.Run(() => 40 + 2);\nConsole.WriteLine(\"done\");\nsum");
        Assert.Equal(("42", "done\n"), (output.Plain, output.Standard));
    }

    [Fact]
    public async Task Awaiting_and_blocking_together_do_not_lock_up() =>
        Assert.Equal("7", (await Run("async Task<int> Later() { await Task.Delay(5); return 7; }\nawait Task.Delay(1);\nLater().Result")).Plain);

    [Fact]
    public async Task The_library_needs_no_import() => Assert.Equal("0.25", (await Run("Share.Of(0.25).Value")).Plain);

    [Fact]
    public async Task Nothing_is_shown_of_nothing()
    {
        Assert.Empty((await Run("string? none = null;\nnone")).Calls);
        Assert.Empty((await Run("Console.Write(\"\")")).Calls);
        Assert.Empty((await Run("")).Calls);
    }

    [Fact]
    public async Task What_is_displayed_can_be_replaced()
    {
        RecordedOutput output = await Run("var shown = display(\"first\");\nshown.Update(\"second\");\n3.Display();");
        Assert.Equal(["first", "second", "3"], output.Displays.Select(d => d.Data["text/plain"]));
        Assert.StartsWith("display ", output.Calls[0], StringComparison.Ordinal);
        Assert.Equal(output.Calls[0].Replace("display", "update", StringComparison.Ordinal), output.Calls[1]);
    }

    [Fact]
    public async Task Text_comes_before_what_is_shown_after_it()
    {
        RecordedOutput output = await Run("Console.Write(1);\ndisplay(2);\nConsole.Error.Write(3);\nConsole.Write(4);\n5");
        Assert.Equal(["stdout", "display", "stderr", "stdout", "result"], output.Calls.Select(call => call.Split(' ')[0]));
    }

    [Fact]
    public async Task Many_lines_come_in_few_batches()
    {
        RecordedOutput output = await Run("for (int i = 0; i < 200_000; i++) Console.WriteLine(i);");
        Assert.EndsWith("\n199999\n", output.Standard, StringComparison.Ordinal);
        Assert.Equal(200_000, output.Standard.Count(c => c == '\n'));
        Assert.InRange(output.Calls.Count, 1, 300);
    }

    [Fact]
    public async Task Output_without_end_is_cut_and_says_so_once()
    {
        RecordedOutput output = await Run("var line = new string('x', 1_000_000);\nfor (int i = 0; i < 120; i++) Console.Write(line);");
        Assert.Equal(100_000_000, output.Standard.Length);
        Assert.Equal("\n[Output cut: a cell shows at most 100 MB. Write large results to a file.]\n", output.Errors);
    }

    [Fact]
    public async Task Late_output_belongs_to_the_cell_that_started_it()
    {
        TaskCompletionSource<string> late = new();
        RecordedOutput first = new() { OnStream = late.SetResult };
        await Session.RunAsync("var go = new TaskCompletionSource();\n_ = Task.Run(async () => { await go.Task; Console.Write(\"late\"); });", first);
        RecordedOutput second = await Run("go.SetResult();");
        Assert.Equal("late", await late.Task.WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.Equal("", second.Standard);
    }

    [Fact]
    public async Task A_cell_can_ask()
    {
        RecordedOutput output = new() { Answer = prompt => prompt + "Ada" };
        await Session.RunAsync("var name = Console.ReadLine();\nvar other = Ask(\"Who? \");\nname + \"; \" + other", output);
        Assert.Equal("Ada; Who? Ada", output.Plain);
    }

    [Fact]
    public async Task A_cell_that_throws_keeps_what_it_had_declared()
    {
        CellOutcome.Failed failed = await Fails("var kept = 5;\nint Half(int x) => x / (x - x);\n\nHalf(kept);\nvar never = 6;");
        Assert.Equal(("System.DivideByZeroException", "Attempted to divide by zero.", (int?)2), (failed.Name, failed.Message, failed.Line));
        Assert.Equal(["System.DivideByZeroException: Attempted to divide by zero.", "   at Half, line 2", "   at line 4"], failed.Traceback);
        Assert.Equal("5", (await Run("kept")).Plain);
    }

    [Fact]
    public async Task A_cell_that_fails_in_an_earlier_one_names_its_own_line()
    {
        await Run("void Pay(int pounds)\n{\n    throw new InvalidOperationException($\"no {pounds}\", new ArgumentException(\"why\"));\n}");
        CellOutcome.Failed failed = await Fails("\nPay(3);");
        Assert.Equal(("System.InvalidOperationException", "no 3", (int?)2), (failed.Name, failed.Message, failed.Line));
        Assert.Equal(
            [
                "System.InvalidOperationException: no 3",
                "   at Pay, line 3 of an earlier cell",
                "   at line 2",
                "caused by System.ArgumentException: why",
            ],
            failed.Traceback
        );
    }

    [Fact]
    public async Task A_cell_that_does_not_compile_lists_every_error()
    {
        CellOutcome.Failed failed = await Fails("int x = \"a\";\nvar y = nothing;");
        Assert.Equal("CompilationError", failed.Name);
        Assert.Equal(1, failed.Line);
        Assert.Equal(
            "(1, 9): CS0029: Cannot implicitly convert type 'string' to 'int'\n(2, 9): CS0103: The name 'nothing' does not exist in the current context",
            failed.Message
        );
        Assert.Equal(failed.Message.Split('\n'), failed.Traceback);
    }

    [Fact]
    public async Task What_nobody_catches_in_the_background_is_told_and_ends_nothing()
    {
        TaskCompletionSource told = new();
        RecordedOutput output = new() { OnStream = _ => told.TrySetResult() };
        await Session.RunAsync(
            "var thread = new System.Threading.Thread(() => throw new ArgumentException(\"lost\"));\nthread.Start();\nthread.Join();",
            output
        );
        await told.Task.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.StartsWith("Unhandled in the background: System.ArgumentException: lost\n   at ", output.Errors, StringComparison.Ordinal);
        Assert.Equal("2", (await Run("1 + 1")).Plain);
    }

    [Theory]
    [InlineData("Console.WriteLine(\"on\");\nint i = 0;\nwhile (true) { try { i++; } catch (Exception) { } }")]
    [InlineData("Console.WriteLine(\"on\");\nwhile (true) { try { while (true) { } } catch (Exception) { } }")]
    [InlineData("Console.WriteLine(\"on\");\nSystem.Threading.Thread.Sleep(-1);")]
    [InlineData("Console.WriteLine(\"on\");\nwhile (true) { try { System.Threading.Thread.Sleep(-1); } catch (Exception) { } }")]
    [InlineData("Console.WriteLine(\"on\");\nawait Task.Delay(-1);")]
    [InlineData("await Task.Delay(1);\nConsole.WriteLine(\"on\");\nwhile (true) { }")]
    [InlineData("Console.WriteLine(\"on\");\nTask.Delay(-1).Wait();")]
    public async Task An_interrupt_ends_a_cell_and_keeps_the_session(string code)
    {
        RecordedOutput output = new() { OnStream = _ => Session.Interrupt() };
        Task<CellOutcome> run = Session.RunAsync("var before = 3;\n" + code, output);
        Assert.Equal(new CellOutcome.Interrupted(), await run.WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.Equal("3", (await Run("before")).Plain);
    }

    [Fact]
    public async Task An_interrupt_without_a_cell_does_nothing()
    {
        await Run("1");
        Session.Interrupt();
        Assert.Equal("2", (await Run("2")).Plain);
    }

    [Fact]
    public async Task Memory_stays_flat_over_many_cells()
    {
        await Run("var total = 0;");
        long before = Process.GetCurrentProcess().WorkingSet64;
        for (int i = 0; i < 40; i++)
        {
            await Run("total += 1;");
        }

        long grown = Process.GetCurrentProcess().WorkingSet64 - before;
        Assert.Equal("40", (await Run("total")).Plain);
        Assert.InRange(grown, long.MinValue, 200_000_000);
    }

    [Theory]
    [InlineData("var x{0} = {0}; x{0} + 1")]
    [InlineData("var x = {0}; x + 1")]
    [InlineData("using System.Globalization;\nvar x{0} = {0}.ToString(CultureInfo.InvariantCulture); x{0}")]
    [InlineData("class C{0} {{ public int Of(int n) => n + {0}; }}\nFunc<int, int> f{0} = n => new C{0}().Of(n); f{0}(1)")]
    public async Task What_a_cell_keeps_does_not_grow_with_the_cells_before_it(string cell)
    {
        const int Cells = 300;
        for (int i = 0; i < 10; i++)
        {
            await Run(string.Format(CultureInfo.InvariantCulture, cell, i));
        }

        long before = GC.GetTotalMemory(forceFullCollection: true);
        for (int i = 10; i < 10 + Cells; i++)
        {
            await Run(string.Format(CultureInfo.InvariantCulture, cell, i));
        }

        Assert.InRange((GC.GetTotalMemory(forceFullCollection: true) - before) / Cells, long.MinValue, 150_000);
    }

    [Fact]
    public async Task After_many_cells_the_first_is_known_as_ever()
    {
        await Run(
            "using System.Globalization;\nint people = 60;\nint Twice(int x) => 2 * x;\nstatic int Next(this int x) => x + 1;\nenum Size { Small }"
        );
        for (int i = 0; i < 30; i++)
        {
            await Run($"var x{i} = {i};");
        }

        await Fails("throw new Exception();");
        await Run("var people = \"sixty\";");
        Assert.Equal(
            "sixty 8 29 Small 4",
            (await Run("$\"{people} {Twice(x3.Next())} {x29} {Size.Small} {4.ToString(CultureInfo.InvariantCulture)}\"")).Plain
        );
        CellCompletion found = await Session.CompleteAsync("x1", 2);
        Assert.Superset(new HashSet<string> { "x1", "x10", "x19" }, found.Items.Select(choice => choice.Text).ToHashSet());
    }

    [Fact]
    public async Task An_expression_is_evaluated_for_a_front_end()
    {
        await Run("var x = 4;");
        Assert.Equal("5", (await Session.EvaluateAsync("x + 1")).Data["text/plain"]);
        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => Session.EvaluateAsync("y"));
        Assert.Equal("CompilationError: (1, 1): CS0103: The name 'y' does not exist in the current context", error.Message);
    }

    [Theory]
    [InlineData("1 + 1", CellCompleteness.Complete)]
    [InlineData("if (true) {", CellCompleteness.Incomplete)]
    [InlineData("var x =", CellCompleteness.Incomplete)]
    [InlineData("var x = 1;\nx", CellCompleteness.Complete)]
    [InlineData("int 1 = 2;", CellCompleteness.Invalid)]
    [InlineData("#!html\n<b>", CellCompleteness.Complete)]
    [InlineData("#!nothing", CellCompleteness.Invalid)]
    public void A_cell_is_known_to_be_complete(string code, CellCompleteness expected) => Assert.Equal(expected, Session.IsComplete(code));
}
