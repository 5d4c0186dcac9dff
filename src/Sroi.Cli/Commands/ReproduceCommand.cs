using System.CommandLine;
using System.Text.Json;
using Sroi.Assurance;
using Sroi.Evaluation;
using Sroi.Files;
using Sroi.Parameters.Reading;
using Sroi.Reports;
using Sroi.Uncertainty.Running;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi reproduce</c>: runs a simulation again from what a result says of itself, and tells whether the figures are the same.</summary>
internal static class ReproduceCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string> file = new("RESULT") { Description = "A result.json or manifest.json that 'sroi run … --draws … --out DIR' wrote." };
        Option<string?> folder = Common.Folder();
        Option<bool> json = Common.Json();
        Command command = new("reproduce", "Run a simulation again from its result, and tell whether it is the same to the last bit.")
        {
            file,
            json,
            folder,
        };
        command.SetAction(parsed =>
        {
            string path = terminal.PathOf(parsed.GetRequiredValue(file));
            RunManifest manifest = RunManifest.Read(path);
            ParameterLibrary library = Common.Library(terminal, parsed.GetValue(folder), manifest.Scenario);
            Simulation simulation = manifest.Again(library) with { Breakdown = Breakdown.Everything };
            SimulationResult result = RunCommand.Simulated(terminal, simulation);
            SroiResult atBase = SroiResult.Of(simulation.SocialReturn);
            string again = ResultJson.Write(atBase, result, Assurer.Check(atBase, result));
            if (parsed.GetValue(json))
            {
                terminal.Out.Write(again);
            }

            return Compare(terminal, path, again, parsed.GetValue(json));
        });
        return command;
    }

    private static int Compare(Terminal terminal, string path, string again, bool isQuiet)
    {
        using JsonDocument saved = JsonDocument.Parse(UserFile.ReadText(path)),
            made = JsonDocument.Parse(again);
        if (!saved.RootElement.TryGetProperty("simulation", out JsonElement before))
        {
            if (!isQuiet)
            {
                terminal.Out.WriteLine("Run again from the manifest alone; give the result.json beside it to compare the figures.");
            }

            return CommandLine.Done;
        }

        string[] different = [.. Different(before, made.RootElement.GetProperty("simulation"), "").Take(20)];
        if (different.Length == 0)
        {
            if (!isQuiet)
            {
                terminal.Out.WriteLine("The same, to the last bit.");
            }

            return CommandLine.Done;
        }

        terminal.Error.WriteLine($"These figures are not the same: {string.Join(", ", different)}.");
        return CommandLine.FilesHaveProblems;
    }

    // What says how far a run was to go is not part of what came out of it.
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
