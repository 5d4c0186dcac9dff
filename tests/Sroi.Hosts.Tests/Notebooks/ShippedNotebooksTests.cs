using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Sroi.Assurance;
using Sroi.Batch.Plans;
using Sroi.Batch.Plans.Reading;
using Sroi.Batch.Results;
using Sroi.Batch.Running;
using Sroi.Batch.Summaries;
using Sroi.Evaluation;
using Sroi.Model.Reading;
using Sroi.Notebooks.Documents;
using Sroi.Notebooks.Running;
using Sroi.Parameters.Reading;
using Sroi.Presentation.Charting.Pictures;
using Sroi.Presentation.Pages;
using Sroi.Sensitivity;
using Sroi.Sensitivity.Decisions;
using Sroi.Sensitivity.OneAtATime;
using Sroi.Sensitivity.Variance;
using Sroi.Uncertainty.Running;

namespace Sroi.Hosts.Tests.Notebooks;

/// <summary>The seven notebooks, each run from its first cell to its last: what they show is what the library says.</summary>
public sealed partial class ShippedNotebooksTests
{
    private static readonly string Folder = Path.Combine(TestFolder.Root, "notebooks");
    private static readonly ParameterLibrary Library = ParameterLibrary.Open(TestFolder.Parameters);

    public static TheoryData<string> Names { get; } =
    [.. Directory.EnumerateFiles(Folder, "*.ipynb").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];

    [Fact]
    public void There_are_seven() =>
        Assert.Equal(
            [
                "01_first_business_case.ipynb",
                "02_adjusting_costs.ipynb",
                "03_how_sure.ipynb",
                "04_what_matters.ipynb",
                "05_co_production_compared.ipynb",
                "06_method_and_validation.ipynb",
                "07_batch.ipynb",
            ],
            Names.Select(row => row.Data)
        );

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_runs_and_draws_every_chart_that_it_promises(string name)
    {
        NotebookFile executed = await Run(name);
        int promised = executed.Cells.Where(cell => cell.Kind == CellKind.Code).Sum(cell => Promise().Count(cell.Source));
        Assert.InRange(promised, 1, 12);
        Assert.Equal(promised, executed.Cells.Sum(cell => Shown(cell).Sum(html => Drawn().Count(html))));
    }

    // For Jupyter and for an installation of .NET Interactive alike: nbformat 4.5, C# cells, no results kept, nothing that belongs in the library.
    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_a_story_of_short_cells(string name)
    {
        JsonNode root = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, name)))!;
        Assert.Equal((4, 5), ((int)root["nbformat"]!, (int)root["nbformat_minor"]!));
        Assert.Equal(
            (".net-csharp", "C#"),
            ((string)root["metadata"]!["kernelspec"]!["name"]!, (string)root["metadata"]!["kernelspec"]!["language"]!)
        );
        JsonNode[] cells = [.. root["cells"]!.AsArray()!];
        Assert.StartsWith("# ", (string)cells[0]["source"]![0]!, StringComparison.Ordinal);
        JsonNode[] code = [.. cells.Where(cell => (string)cell["cell_type"]! == "code")];
        Assert.InRange(code.Length, 7, 12);
        Assert.Single(code, cell => cell["metadata"]!["tags"]?[0]?.ToString() == "parameters");
        Assert.All(code, cell => Assert.InRange(cell["source"]!.AsArray().Count, 1, 8));
        Assert.All(code, cell => Assert.Empty(cell["outputs"]!.AsArray()));
        Assert.All(code, cell => Assert.Null(cell["execution_count"]));
        Assert.Equal(cells.Length, cells.Select(cell => (string)cell["id"]!).Distinct().Count());
    }

    [Fact]
    public async Task The_first_shows_the_figures_of_the_library()
    {
        NotebookFile executed = await Run("01_first_business_case.ipynb");
        SroiResult result = SroiResult.Of(Library.Scenario("croydon_sun"));
        SimulationResult sure = Simulation.Of(result.SocialReturn, 100_000, 2026).Run();
        Has(executed, result.Scenario.ToHtml());
        Has(executed, result.ToHtml());
        Has(executed, Charts.Waterfall(result).ToHtml());
        Has(executed, Charts.WhoPaysWhoGains(result).ToHtml());
        Has(executed, Charts.CashFlow(result).ToHtml());
        Has(executed, Charts.RatioDistribution(sure).ToHtml());
        Has(executed, WeakSpotPage.Of(Assurer.Check(result, sure)).ToHtml());
        Has(executed, Comparison.Of(result, SroiResult.Of(Library.Scenario("croydon_sun", "as_claimed"))).ToHtml());
    }

    [Fact]
    public async Task The_second_takes_another_overlay()
    {
        NotebookFile executed = await Run("02_adjusting_costs.ipynb", ("overlay", "before_corrections_2026"), ("draws", "20000"));
        Overlay overlay = Library.Overlay("before_corrections_2026");
        SroiResult before = SroiResult.Of(Library.Scenario("croydon_sun")),
            after = SroiResult.Of(Library.Scenario("croydon_sun", variant: null, overlay));
        Has(executed, Comparison.Of(before, after).ToHtml());
        Has(executed, Charts.Changes(Comparison.Of(before, after)).ToHtml());
        Has(executed, Charts.RatioDistribution(Simulation.Of(after.SocialReturn, 20_000, 2026).Run()).ToHtml());
    }

    [Fact]
    public async Task The_third_and_the_fourth_show_what_the_library_says_of_the_centre()
    {
        SocialReturn social = SocialReturn.Of(Library.Scenario("marco_cavallo_centre"));
        NotebookFile sure = await Run("03_how_sure.ipynb");
        Has(sure, Simulation.Of(social, 100_000, 2026).Run().ToHtml());
        Has(sure, ShapleyEffects.Of(TargetFigure.NetPresentValue(social), 2026).ToHtml());
        NotebookFile matters = await Run("04_what_matters.ipynb");
        TargetFigure left = TargetFigure.NetPresentValue(social);
        Has(matters, Charts.Tornado(Tornado.Of(left)).ToHtml());
        Has(matters, SwitchingValues.Of(left).ToHtml());
        Has(matters, Evpi.Of(Decision.Between([DecisionOption.Of(social)], 20_000, 2026)).ToHtml());
    }

    [Fact]
    public async Task The_fifth_compares_and_the_sixth_reproduces()
    {
        string[] services = ["croydon_sun", "arizona_peer_employment", "expert_patients_programme", "marco_cavallo_centre", "peer_led_groups"];
        Decision cautious = Decision.Between([.. services.Select(name => DecisionOption.Of(SocialReturn.Of(Library.Scenario(name))))], 20_000, 2026);
        Has(await Run("05_co_production_compared.ipynb"), Charts.Ratios(OptionComparison.Of(cautious)).ToHtml());
        NotebookFile method = await Run("06_method_and_validation.ipynb");
        Has(method, PublishedChecks.Of(Library).ToHtml());
        Assert.Contains("Equal: True", method.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_seventh_shows_what_the_results_of_the_batch_say()
    {
        NotebookFile executed = await Run("07_batch.ipynb");
        string folder = Directory.CreateTempSubdirectory("sroi-test-").FullName;
        try
        {
            BatchPlan plan = BatchPlan.Read(Library, "marco_cavallo_centre");
            new BatchRunner(plan, Library) { Folder = folder }.Run();
            BatchSummary summary = DataSet.Open(folder).Summary();
            Has(executed, summary.ToHtml());
            Has(executed, BatchCharts.Drivers(summary).ToHtml());
            Has(executed, BatchCharts.RatioOver(DataSet.Open(folder), "admissions_elsewhere").ToHtml());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<NotebookFile> Run(string name, params (string, string)[] parameters)
    {
        NotebookFile notebook = NotebookParameters.Set(NotebookFile.Read(Path.Combine(Folder, name)), parameters);
        ExecutedNotebook executed = await NotebookRun.RunAsync(notebook, _ => { }, CancellationToken.None);
        Assert.Null(executed.Failure);
        return executed.Notebook;
    }

    // The first chart of a session comes with plotly.js before it.
    private static void Has(NotebookFile executed, string html) =>
        Assert.Contains(executed.Cells.SelectMany(Shown), shown => shown.EndsWith(html, StringComparison.Ordinal));

    private static IEnumerable<string> Shown(NotebookCell cell) =>
        cell.Kind == CellKind.Code
            ? cell
                .Outputs.Select(output => output["data"]?["text/html"])
                .OfType<JsonNode>()
                .Select(html => html is JsonArray lines ? string.Concat(lines.Select(line => (string)line!)) : (string)html!)
            : [];

    [GeneratedRegex(@"Charts\.\w+\(")]
    private static partial Regex Promise();

    [GeneratedRegex("<figure class=\"sroi sroi-chart\"")]
    private static partial Regex Drawn();
}
