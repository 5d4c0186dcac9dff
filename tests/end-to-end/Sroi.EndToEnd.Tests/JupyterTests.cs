using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Sroi.EndToEnd.Tests;

/// <summary>The notebooks that Jupyter ran with our kernel, and the pages that it made of them.</summary>
public sealed partial class JupyterTests(OfflineBrowser browser) : IClassFixture<OfflineBrowser>
{
    public static TheoryData<string> Notebooks => [.. WrittenFiles.Notebooks];

    public static TheoryData<string> Pages => [.. WrittenFiles.JupyterPages];

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void No_cell_fails(string name) =>
        Findings.AreNone(CodeCells(name).SelectMany(Outputs).Where(output => (string?)output["output_type"] == "error").Select(Text));

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void Every_cell_shows_the_charts_that_it_names(string name)
    {
        JsonNode[] cells = [.. CodeCells(name)];

        // A cell names each of its charts once, as Charts.Tornado(…) or BatchCharts.Drivers(…), and none in a loop.
        Assert.Equal(
            cells.Select(cell => ChartNamed().Count(Joined(cell["source"]))),
            cells.Select(cell => Outputs(cell).Sum(output => ChartShown().Count(Joined(output["data"]?["text/html"]))))
        );
        Assert.Contains(cells, cell => ChartNamed().IsMatch(Joined(cell["source"])));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_page_of_a_notebook_has_live_charts(string name)
    {
        OpenedPage opened = await browser.OpenedAsync(WrittenFiles.Jupyter, name);
        Assert.NotEmpty(opened.Charts);
        Findings.AreNone(opened.Charts.Where(chart => !chart.HasDrawn || !chart.StillIsHidden).Select(chart => chart.Name));
    }

    private static IEnumerable<JsonNode> CodeCells(string name) =>
        JsonNode.Parse(File.ReadAllText(WrittenFiles.PathOf(WrittenFiles.Jupyter, name + ".ipynb")))!["cells"]!
            .AsArray()
            .OfType<JsonNode>()
            .Where(cell => (string?)cell["cell_type"] == "code");

    private static IEnumerable<JsonNode> Outputs(JsonNode cell) => cell["outputs"]!.AsArray().OfType<JsonNode>();

    private static string Text(JsonNode output) => $"{output["ename"]}: {output["evalue"]}";

    private static string Joined(JsonNode? text) =>
        text is JsonArray lines ? string.Concat(lines.Select(line => (string?)line)) : (string?)text ?? "";

    [GeneratedRegex(@"Charts\.\w+\(")]
    private static partial Regex ChartNamed();

    [GeneratedRegex("<figure [^>]*data-sroi-chart=")]
    private static partial Regex ChartShown();
}
