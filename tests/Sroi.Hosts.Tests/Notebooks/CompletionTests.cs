using System.Diagnostics;
using Sroi.Notebooks.Cells;
using Sroi.Notebooks.Execution;

namespace Sroi.Hosts.Tests.Notebooks;

/// <summary>What may stand at a position, and what stands there.</summary>
public sealed class CompletionTests : SessionTest
{
    [Fact]
    public async Task Members_are_completed()
    {
        await Run("var scores = new List<int> { 1 };");
        const string Code = "scores.Add";
        CellCompletion completion = await Session.CompleteAsync(Code, Code.Length);
        Assert.Equal((7, 10), (completion.Start, completion.End));
        Assert.Equal(new CompletionChoice("Add", "method"), completion.Items[0]);
        Assert.Contains(new CompletionChoice("AddRange", "method"), completion.Items);
        Assert.DoesNotContain(completion.Items, item => item.Text == "Clear");
    }

    [Fact]
    public async Task Variables_of_earlier_cells_keywords_and_the_library_are_completed()
    {
        await Run("var deadweight = 0.25;");
        Assert.Contains("deadweight", await Texts("var y = dead"));
        Assert.Contains("foreach", await Texts("fore"));
        Assert.Contains("Share", await Texts("Shar"));
        Assert.Contains("Of", await Texts("Share.O"));
        Assert.Contains("display", await Texts("disp"));
    }

    [Fact]
    public async Task Variables_of_the_cell_itself_are_completed_in_the_middle()
    {
        const string Code = "int people = 3;\nvar y = peo + 1;";
        CellCompletion completion = await Session.CompleteAsync(Code, Code.IndexOf("peo +", StringComparison.Ordinal) + 3);
        Assert.Equal("people", completion.Items[0].Text);
    }

    [Fact]
    public async Task Figures_are_found_in_a_text_by_the_words_for_them()
    {
        const string Code = "var bed = \"hospital bed\";";
        using ScriptSession session = ScriptSession.Create(TestFolder.Root);
        CellCompletion completion = await session.CompleteAsync(Code, Code.IndexOf("bed\"", StringComparison.Ordinal) + 3);
        Assert.Equal((11, 23), (completion.Start, completion.End));
        Assert.Contains(new CompletionChoice("unit_costs.mental_health.bed_day", "parameter"), completion.Items.Take(5));
        const string Begun = "var x = \"unit_costs.health.ae_a";
        Assert.Equal("unit_costs.health.ae_attendance", (await session.CompleteAsync(Begun, Begun.Length)).Items[0].Text);
    }

    [Fact]
    public async Task Magics_are_completed()
    {
        CellCompletion completion = await Session.CompleteAsync("#!ma", 4);
        Assert.Equal((0, 4), (completion.Start, completion.End));
        Assert.Equal([new CompletionChoice("#!markdown", "magic")], completion.Items);
    }

    [Fact]
    public async Task A_warm_answer_is_quick()
    {
        await Run("var scores = new List<int> { 1 };");
        await Texts("scores.");
        long start = Stopwatch.GetTimestamp();
        await Texts("scores.A");
        Assert.InRange(Stopwatch.GetElapsedTime(start).TotalMilliseconds, 0, 1000);
    }

    [Fact]
    public async Task What_stands_somewhere_is_told_with_its_documentation()
    {
        MimeBundle shown = (await Session.InspectAsync("var half = Share.Of(0.5);", 18))!;
        Assert.StartsWith("Share Share.Of(double fraction)", shown.Data["text/plain"], StringComparison.Ordinal);
        Assert.StartsWith("<pre>Share Share.Of(double fraction)", shown.Data["text/html"], StringComparison.Ordinal);
        Assert.Contains("\n\n", shown.Data["text/plain"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inside_a_call_what_is_called_is_told()
    {
        MimeBundle shown = (await Session.InspectAsync("Math.Sqrt(", 10))!;
        Assert.StartsWith(
            "double Math.Sqrt(double d)\n\nReturns the square root of a specified number.",
            shown.Data["text/plain"],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Where_nothing_stands_nothing_is_told() => Assert.Null(await Session.InspectAsync("   ", 1));

    private async Task<IEnumerable<string>> Texts(string code) => (await Session.CompleteAsync(code, code.Length)).Items.Select(item => item.Text);
}
