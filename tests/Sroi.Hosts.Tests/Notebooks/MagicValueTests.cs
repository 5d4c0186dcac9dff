using Sroi.Notebooks.Cells;

namespace Sroi.Hosts.Tests.Notebooks;

/// <summary>Variables and files that magics bring: #!set, #!value, #!share, #!import.</summary>
public sealed class MagicValueTests : SessionTest
{
    [Theory]
    [InlineData("#!set --name url --value https://example.org/a\nurl", "https://example.org/a")]
    [InlineData("#!set --name words --value \"one two\"\nwords", "one two")]
    [InlineData("var x = 3;\n#!set --name y --value @csharp:x\ny + 1", "4")]
    [InlineData("#!value --name text\n{ \"a\": 1 }\n#!csharp\ntext", "{ \"a\": 1 }")]
    [InlineData("#!value --name text --from-value 7\ntext", "7")]
    [InlineData("var x = 3;\n#!share x --from csharp --as z\nz", "3")]
    [InlineData("#!value --name a\nb\n#!csharp\n#!share --from value a\na", "b")]
    public async Task A_magic_declares_a_variable(string code, string shown) => Assert.Equal(shown, (await Run(code)).Plain);

    [Fact]
    public async Task A_value_comes_from_a_file_and_is_shown_as_its_type()
    {
        await File.WriteAllTextAsync(Path.Combine(Folder, "data.json"), "{\"a\":1}");
        RecordedOutput output = await Run("#!value --name json --from-file data.json --mime-type application/json\njson.Length");
        Assert.Equal("{\"a\":1}", output.Displays.Single().Data["application/json"]);
        Assert.Equal("7", output.Plain);
    }

    [Fact]
    public async Task A_question_is_asked()
    {
        RecordedOutput output = new() { Answer = question => $"<{question}>" };
        await Session.RunAsync("#!set --name who --value @input:\"Who are you?\"\nwho", output);
        Assert.Equal("<Who are you?>", output.Plain);
        Assert.Equal("#!set: There is nobody to ask.", (await Fails("#!set --name who --value @input:Who")).Message);
    }

    [Fact]
    public async Task JavaScript_gets_values_of_CSharp()
    {
        RecordedOutput output = await Run("var people = new[] { 1, 2 };\n#!javascript\n#!share people --from csharp\nalert(people);");
        Assert.Equal("const people = [1,2];\nalert(people);", output.Displays.Single().Data["application/javascript"]);
    }

    [Theory]
    [InlineData(
        "#!share x --from fsharp",
        "#!share: there is no kernel 'fsharp' to get a value from: this kernel runs C# only. Compute the value in C#."
    )]
    [InlineData("#!share poeple --from csharp", "#!share: no cell has declared 'poeple'. Did you mean 'people'?")]
    [InlineData("#!share people", "#!share: write #!share NAME --from csharp [--as NAME].")]
    [InlineData("#!set --name x --vale 3", "#!set: there is no option '--vale'. Did you mean '--value'?")]
    [InlineData("#!set --name 3x --value 3", "#!set: '3x' cannot be the name of a variable in C#.")]
    [InlineData(
        "#!set --name x --value @sql:y",
        "#!set: there is no kernel 'sql' to get a value from: this kernel runs C# only. Compute the value in C#."
    )]
    [InlineData("#!import", "#!import: write #!import FILE.")]
    [InlineData("#!import a.fsx", "#!import: there is no file {0}/a.fsx.")]
    [InlineData("#!html\n#!share people --from csharp", "#!share: values can be shared with JavaScript and C#, not with Html.")]
    [InlineData(
        "#!connect mssql --kernel-name db",
        "#!connect: there are no other kernels to connect to: this kernel runs C# only. Use a package from C# in its place, such as a database's."
    )]
    [InlineData("#!sql-sales\nselect 1", "#!sql-sales: this kernel runs C# only. Write the cell in C#, or tag it 'skip-execution'.")]
    public async Task What_cannot_be_is_said(string magic, string message)
    {
        await Run("var people = 60;");
        CellOutcome.Failed failed = await Fails(magic);
        Assert.Equal(
            ("MagicError", string.Format(System.Globalization.CultureInfo.InvariantCulture, message, Folder)),
            (failed.Name, failed.Message)
        );
    }

    [Fact]
    public async Task The_cells_of_other_files_run()
    {
        await Write("setup.dib", "#!markdown\n# No\n#!csharp\nint Twice(int x) => 2 * x;\n#!fsharp\nlet x = 1\n#!csharp\n#!import more.cs");
        await Write("more.cs", "#r \"nuget: Sroi\"\nclass Person { public int Age => 7; }");
        Assert.Equal("14", (await Run("#!import setup.dib\nTwice(new Person().Age)")).Plain);
        using NotebookFolder folder = new();
        string notebook = folder.Write("a.ipynb", "md:text", "var fromNotebook = 5;");
        Assert.Equal("5", (await Run($"#!import \"{notebook}\"\nfromNotebook")).Plain);
    }

    [Fact]
    public async Task A_cell_of_another_file_that_fails_is_named()
    {
        await Write("setup.dib", "#!csharp\nvar kept = 1;\n#!csharp\n\nvar y = 1;\nthrow new Exception(\"no\");");
        CellOutcome.Failed failed = await Fails("var a = 1;\n#!import setup.dib\nvar after = 1;");
        Assert.Equal(("System.Exception", "setup.dib, cell 2, line 2: no", (int?)2), (failed.Name, failed.Message, failed.Line));
        Assert.Equal("1", (await Run("kept")).Plain);
        Assert.Equal("CompilationError", (await Fails("after")).Name);
    }

    [Fact]
    public async Task A_file_that_imports_itself_is_said()
    {
        await Write("a.dib", "#!csharp\n#!import b.dib");
        await Write("b.dib", "#!csharp\n#!import a.dib");
        Assert.EndsWith("#!import: a.dib imports itself: a.dib, then b.dib.", (await Fails("#!import a.dib")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task IPythons_way_of_writing_magics_is_read()
    {
        Assert.StartsWith("SROI kernel", (await Run("%about")).Displays.Single().Data["text/plain"], StringComparison.Ordinal);
        RecordedOutput output = await Run("var a = 7;\nvar b = a\n% 4;\n%%html\n<b>x</b>");
        Assert.Equal("<b>x</b>", output.Displays.Single().Data["text/html"]);
        Assert.Equal("3", (await Run("b")).Plain);
    }

    [Fact]
    public async Task A_diagram_in_words_is_text()
    {
        MimeBundle shown = (await Run("#!mermaid\ngraph TD; A-->B")).Displays.Single();
        Assert.Equal("graph TD; A-->B", shown.Data["text/plain"]);
    }

    private Task Write(string file, string text) => File.WriteAllTextAsync(Path.Combine(Folder, file), text);
}
