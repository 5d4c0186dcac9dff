using System.Text.Json.Nodes;
using Sroi.Hosts.Tests.Commands;
using Sroi.Notebooks.Documents;
using Sroi.Notebooks.Running;

namespace Sroi.Hosts.Tests.Notebooks;

/// <summary>Every notebook about a case runs for each shipped case, and for one that <c>sroi new</c> wrote.</summary>
public sealed class NotebooksOfCasesTests
{
    private static readonly string s_folder = Path.Combine(TestFolder.Root, "notebooks");

    // The kinds of cases: without a variant as_claimed, with nothing valued, with fixed numbers only, with usual care; the others are like one of them.
    public static TheoryData<string> Cases { get; } =
    [
        .. Directory
            .EnumerateFiles(Path.Combine(TestFolder.Parameters, "scenarios"), "*.yaml")
            .Select(file => Path.GetFileNameWithoutExtension(file))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task They_run_for_a_shipped_case(string name) => await RunAll(name, name);

    [Fact]
    public async Task They_run_for_a_case_that_was_just_made()
    {
        string folder = TestFolder.Fresh(),
            file = Path.Combine(folder, "made.yaml");
        Command made = Command.Run([
            "new",
            "made",
            "--out",
            file,
            "--title=Made",
            "--delivery=co-produced",
            "--who=members",
            "--people=60",
            "--cost=85000",
            "--price-year=2024-25",
            "--paid-by=nhs",
            "--change=Less lonely",
            "--proxy=unit_costs.wellbeing.chronic_loneliness_year",
            "--amount=0.05",
            "--deadweight=10%",
            "--attribution=20%",
        ]);
        Assert.True(made.Code == 0, made.Errors);
        await RunAll(file, "made");
        Directory.Delete(folder, recursive: true);
    }

    private static async Task RunAll(string scenario, string id)
    {
        foreach (
            string notebook in new[] { "01_first_business_case", "02_adjusting_costs", "03_how_sure", "04_what_matters", "06_method_and_validation" }
        )
        {
            NotebookFile file = NotebookParameters.Set(
                NotebookFile.Read(Path.Combine(s_folder, notebook + ".ipynb")),
                [("scenario", scenario), ("draws", "1000")]
            );
            ExecutedNotebook executed = await NotebookRun.RunAsync(file, _ => { }, CancellationToken.None);
            Assert.True(executed.Failure is null, $"{notebook}: {executed.Failure}");
            if (notebook[1] is '1' or '2')
            {
                NotebookCell last = executed.Notebook.Cells.Last(cell => cell.Kind == CellKind.Code);
                Assert.Contains(
                    $"--out {id}.html",
                    string.Concat(last.Outputs.Select(output => output["text"]).OfType<JsonNode>().Select(text => text.ToJsonString())),
                    StringComparison.Ordinal
                );
            }
        }
    }
}
