namespace Sroi.Hosts.Tests.Notebooks;

/// <summary>What notebooks of C# written for .NET Interactive use.</summary>
public sealed class OtherNotebooksTests : SessionTest
{
    [Theory]
    [InlineData(
        "using static Microsoft.DotNet.Interactive.Formatting.PocketViewTags;\ndisplay(span[style:\"color:red\"](b(\"x\"), \"<y>\"));",
        "<span style=\"color:red\"><b>x</b>&lt;y&gt;</span>"
    )]
    [InlineData("display(HTML(\"<b>x</b>\"));", "<b>x</b>")]
    [InlineData(
        "Formatter.Register<Version>((v, writer) => writer.Write(\"<i>v</i>\"), mimeType: \"text/html\");\nnew Version(1, 2).Display();",
        "<i>v</i>"
    )]
    [InlineData("object x = HTML(\"<i>o</i>\");\nx.Display();", "<i>o</i>")]
    [InlineData("KernelInvocationContext.Current.DisplayAs(\"<u>x</u>\", \"text/html\");", "<u>x</u>")]
    [InlineData("CSS(\"b { color: red }\");", "<style>b { color: red }</style>")]
    public async Task Pieces_of_HTML_are_shown(string code, string html)
    {
        RecordedOutput output = await Run(code);
        Assert.Equal(html, output.Displays.Single().Data["text/html"]);
        Assert.Equal("", output.Standard);
    }

    [Fact]
    public async Task Values_are_shown_in_the_types_that_are_asked_for()
    {
        RecordedOutput output = await Run("new { Name = \"A\", Salary = 42 }.Display(\"application/json\", \"text/plain\");");
        Assert.Equal("{\"Name\":\"A\",\"Salary\":42}", output.Displays.Single().Data["application/json"]);
        Assert.Equal(2, output.Displays.Single().Data.Count);
    }

    [Fact]
    public async Task Scripts_and_formulas_are_shown_as_what_they_are()
    {
        Assert.Equal("alert(1)", (await Run("Javascript(\"alert(1)\");")).Displays.Single().Data["application/javascript"]);
        Assert.Equal("x^2", (await Run("(LaTeXString)\"x^2\"")).LastResult!.Data["text/latex"]);
    }

    [Fact]
    public async Task Questions_are_asked()
    {
        RecordedOutput output = new() { Answer = question => $"<{question}>" };
        await Session.RunAsync("using Microsoft.DotNet.Interactive;\nConsole.ReadLine() + await Kernel.GetInputAsync(\"Who?\")", output);
        Assert.Equal("<><Who?>", output.Plain);
    }

    [Fact]
    public async Task An_interrupted_cell_can_ask_whether_it_is()
    {
        Task<Sroi.Notebooks.Cells.CellOutcome> running = Session.RunAsync(
            "await Task.Delay(-1, KernelInvocationContext.Current.CancellationToken);",
            new RecordedOutput()
        );
        await Task.Delay(1500);
        Session.Interrupt();
        Assert.IsType<Sroi.Notebooks.Cells.CellOutcome.Interrupted>(await running.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Theory]
    [InlineData(
        "Kernel.Root.Add(1);",
        "Kernel.Root belongs to .NET Interactive, whose kernels and commands are not available: this kernel runs only C# cells."
    )]
    [InlineData("using XPlot.Plotly;", "It is in a package: write first #r \"nuget: XPlot.Plotly\".")]
    [InlineData(
        "using Microsoft.DotNet.Interactive.Commands;",
        "This namespace belongs to .NET Interactive, which is not available here. Remove the line and the code that uses it."
    )]
    [InlineData("span(\"x\")", "For tags of HTML write first: using static Microsoft.DotNet.Interactive.Formatting.PocketViewTags;")]
    public async Task What_is_not_here_is_said(string code, string message) =>
        Assert.EndsWith(message, (await Fails(code)).Message, StringComparison.Ordinal);
}
