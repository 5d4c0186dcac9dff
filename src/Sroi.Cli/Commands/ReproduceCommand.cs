using System.Text.Json;
using Sroi.Assurance;
using Sroi.Cli.Declarations;
using Sroi.Cli.Settings;
using Sroi.Evaluation;
using Sroi.Files;
using Sroi.Reports;
using Sroi.Uncertainty.Running;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi reproduce</c>: runs a saved simulation again and compares the figures.</summary>
internal sealed record ReproduceCommand(string Result, LibrarySettings Source, OutputForm Form) : IRunnable
{
    public static Declaration Declared =>
        new(
            "reproduce",
            "Run a saved simulation again and check that the figures are identical, bit for bit.",
            given => new ReproduceCommand(
                given.Argument("RESULT", "A result.json or manifest.json written by 'sroi run … --draws … --out DIR'."),
                LibrarySettings.Of(given),
                OutputForm.WithoutCsv(given)
            )
        );

    public int Run(Terminal terminal)
    {
        string path = terminal.PathOf(Result);
        RunManifest manifest = RunManifest.Read(path);
        Simulation simulation = manifest.Again(Source.Open(terminal, manifest.Scenario)) with { Breakdown = Breakdown.Everything };
        SimulationResult result = RunCommand.Simulated(terminal, simulation);
        SroiResult atBase = SroiResult.Of(simulation.SocialReturn);
        string again = ResultJson.Write(atBase, result, Assurer.Check(atBase, result));
        if (Form.IsJson)
        {
            terminal.Out.Write(again);
        }

        return Compare(terminal, path, again, Form.IsJson);
    }

    private static int Compare(Terminal terminal, string path, string again, bool isQuiet)
    {
        using JsonDocument saved = JsonDocument.Parse(UserFile.ReadText(path)),
            made = JsonDocument.Parse(again);
        if (!saved.RootElement.TryGetProperty("simulation", out JsonElement before))
        {
            if (!isQuiet)
            {
                terminal.Out.WriteLine("The simulation ran again. A manifest has no figures to compare: name the result.json beside it.");
            }

            return CommandLine.Done;
        }

        string[] different = [.. Different(before, made.RootElement.GetProperty("simulation"), "").Take(20)];
        if (different.Length == 0)
        {
            if (!isQuiet)
            {
                terminal.Out.WriteLine("Identical, bit for bit.");
            }

            return CommandLine.Done;
        }

        terminal.Error.WriteLine($"These figures differ: {string.Join(", ", different)}.");
        return CommandLine.FilesHaveProblems;
    }

    // The stopping rule is not part of the result.
    private static IEnumerable<string> Different(JsonElement before, JsonElement after, string name)
    {
        if (before.ValueKind == JsonValueKind.Object && after.ValueKind == JsonValueKind.Object)
        {
            return before
                .EnumerateObject()
                .Where(field => name.Length > 0 || field.Name is not ("convergence" or "stopped"))
                .SelectMany(field =>
                    after.TryGetProperty(field.Name, out JsonElement other)
                        ? Different(field.Value, other, name.Length == 0 ? field.Name : $"{name}.{field.Name}")
                        : [$"{name}.{field.Name}"]
                );
        }

        return before.GetRawText() == after.GetRawText() || JsonElement.DeepEquals(before, after) ? [] : [name];
    }
}
