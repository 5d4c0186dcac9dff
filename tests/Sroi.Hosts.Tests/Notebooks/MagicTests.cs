using Sroi.Notebooks.Cells;

namespace Sroi.Hosts.Tests.Notebooks;

/// <summary>Lines that are not C#: languages, questions to the kernel, files.</summary>
public sealed class MagicTests : SessionTest
{
    [Fact]
    public async Task A_language_holds_until_the_next_one()
    {
        RecordedOutput output = await Run("var x = 1;\n#!markdown\n# Head\n* one\n#!html\n<b>x</b>\n#!js\nalert(1)\n#!csharp\nx + 1");
        Assert.Equal(["text/markdown", "text/html", "application/javascript"], output.Displays.Select(shown => shown.Data.Keys.Single()));
        Assert.Equal(["# Head\n* one", "<b>x</b>", "alert(1)"], output.Displays.Select(shown => shown.Data.Values.Single()));
        Assert.Equal("2", output.Plain);
    }

    [Fact]
    public async Task Lines_of_code_after_a_magic_keep_their_numbers()
    {
        CellOutcome.Failed failed = await Fails("#!markdown\nText\n#!c#\nint zero = 0;\n1 / zero");
        Assert.Equal(5, failed.Line);
    }

    [Fact]
    public async Task What_looks_like_a_magic_inside_a_text_is_text() =>
        Assert.Equal("#!/bin/sh\n#r \"x\"", (await Run("var script = @\"#!/bin/sh\n#r \"\"x\"\"\";\n/*\n#!fsharp\n*/\nscript")).Plain);

    [Fact]
    public async Task A_timed_cell_tells_how_long_it_took()
    {
        RecordedOutput output = await Run("#!time\n1 + 1");
        Assert.Equal("2", output.Plain);
        Assert.Matches(@"^Wall time: \d+\.\d ms$", output.Displays.Single().Data["text/plain"]);
    }

    [Fact]
    public async Task Variables_are_listed()
    {
        await Run("var people = 60;\nList<double> prices = [1.5];\nint Twice(int x) => 2 * x;");
        await Run("var people = \"many\";");
        Assert.Equal("people\nprices", (await Run("#!who")).Displays.Single().Data["text/plain"]);
        Assert.Equal(
            "variable  type          value\npeople    string        many\nprices    List<double>  [1.5]",
            (await Run("#!whos")).Displays.Single().Data["text/plain"]
        );
    }

    [Fact]
    public async Task The_kernel_says_what_it_is_and_can()
    {
        Assert.StartsWith(
            "SROI kernel for C# notebooks, version 0.1.0, on .NET 10.",
            (await Run("#!about")).Displays.Single().Data["text/plain"],
            StringComparison.Ordinal
        );
        Assert.Contains("\n#!time ", (await Run("#!lsmagic")).Displays.Single().Data["text/plain"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_language_is_refused_before_anything_runs()
    {
        CellOutcome.Failed failed = await Fails("var ran = 1;\n#!fsharp\nlet x = 1");
        Assert.Equal(
            ("MagicError", "#!fsharp: this kernel runs C# only. Write the cell in C#, or tag it 'skip-execution'.", (int?)2),
            (failed.Name, failed.Message, failed.Line)
        );
        Assert.Equal("CompilationError", (await Fails("ran")).Name);
    }

    [Fact]
    public async Task An_unknown_magic_is_told_with_the_nearest_one() =>
        Assert.Equal(
            "#!markdwon: there is no such magic. Did you mean '#!markdown'? Supported: #!about, #!c#, #!csharp, #!html, #!import, #!javascript, #!js, "
                + "#!lsmagic, #!markdown, #!mermaid, #!set, #!share, #!time, #!value, #!who, #!whos.",
            (await Fails("#!markdwon\ntext")).Message
        );

    [Fact]
    public async Task Nothing_stands_after_a_magic() =>
        Assert.Equal("#!html takes nothing after it; found '--x'.", (await Fails("#!html --x\n<b>")).Message);

    [Fact]
    public async Task A_file_is_loaded_from_the_notebooks_folder()
    {
        await File.WriteAllTextAsync(Path.Combine(Folder, "costs.csx"), "int Cost(int people)\n{\n    return 100 / people;\n}");
        Assert.Equal("50", (await Run("#load \"costs.csx\"\nCost(2)")).Plain);
        CellOutcome.Failed failed = await Fails("Cost(0)");
        Assert.Equal(
            ["System.DivideByZeroException: Attempted to divide by zero.", "   at Cost, line 3 of costs.csx", "   at line 1"],
            failed.Traceback
        );
    }

    [Fact]
    public async Task An_assembly_that_is_not_there_is_told()
    {
        CellOutcome.Failed failed = await Fails("\n#r \"nothing.dll\"");
        string path = Path.Combine(Folder, "nothing.dll");
        Assert.Equal(
            ("ReferenceError", $"#r \"nothing.dll\": there is no file {path}. For a package write #r \"nuget: ID\".", (int?)2),
            (failed.Name, failed.Message, failed.Line)
        );
    }

    [Fact]
    public async Task What_is_no_assembly_is_told()
    {
        await File.WriteAllTextAsync(Path.Combine(Folder, "text.dll"), "text");
        Assert.Equal("#r \"text.dll\": text.dll is not a .NET assembly.", (await Fails("#r \"text.dll\"")).Message);
    }

    [Fact]
    public async Task An_assembly_beside_the_notebook_is_used_with_what_it_needs()
    {
        string cases = Path.Combine(AppContext.BaseDirectory, "xunit.v3.assert.dll");
        File.Copy(cases, Path.Combine(Folder, "xunit.v3.assert.dll"));
        Assert.Equal("xunit.v3.assert", (await Run("#r \"xunit.v3.assert.dll\"\ntypeof(Xunit.Assert).Assembly.GetName().Name")).Plain);
        Assert.Equal("", (await Run("#r \"xunit.v3.assert.dll\"")).Standard);
    }

    [Fact]
    public async Task An_assembly_of_the_kernel_is_there_already()
    {
        File.Copy(typeof(Sroi.Model.Scenario).Assembly.Location, Path.Combine(Folder, "Sroi.dll"));
        Assert.Equal(
            "True",
            (await Run("#r \"Sroi.dll\"\ntypeof(Scenario).Assembly.Location.Length > 0 && typeof(Scenario) == typeof(Sroi.Model.Scenario)")).Plain
        );
    }
}
