using System.CommandLine;
using Sroi.Assurance;
using Sroi.Batch.Plans;
using Sroi.Batch.Plans.Reading;
using Sroi.Cli.Declarations;
using Sroi.Cli.Settings;
using Sroi.Evaluation;
using Sroi.Files;
using Sroi.Model;
using Sroi.Model.Reading;
using Sroi.Parameters;
using Sroi.Parameters.Reading;
using Sroi.Presentation.Pages;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi check</c>: every problem in every file, and the limitations of scenarios.</summary>
internal sealed record CheckCommand(string[] Paths, LibrarySettings Source, OutputForm Form) : IRunnable
{
    public static Declaration Declared =>
        new(
            "check",
            "Check files for problems and list the limitations of scenarios.",
            given => new CheckCommand(
                given.Arguments(
                    "PATH",
                    "Scenarios, overlays, batch plans or folders (default: every file of the library).",
                    ArgumentArity.ZeroOrMore
                ),
                LibrarySettings.Of(given),
                OutputForm.WithoutCsv(given)
            )
        );

    public int Run(Terminal terminal)
    {
        ParameterLibrary library = Source.Open(terminal, Paths.FirstOrDefault());
        CheckedFiles result = new();
        if (Paths.Length == 0)
        {
            result.Problems.AddRange(ProblemsOf(() => library.All()));
        }

        string[] files = [.. Files(terminal, library, Paths)];
        foreach (string file in files)
        {
            result.Problems.AddRange(Check(result, library, file));
        }

        if (Paths.Length == 0)
        {
            result.Folders = [.. library.Folders.All.Select((folder, at) => FolderOf(terminal, library, files, folder, at))];
        }

        return Print(terminal, result, result.Problems.Distinct().ToArray());
    }

    private int Print(Terminal terminal, CheckedFiles result, Problem[] problems)
    {
        if (Form.IsJson)
        {
            terminal.Out.Write(result.ToJson(problems));
            return problems.Length > 0 ? CommandLine.FilesHaveProblems : CommandLine.Done;
        }

        foreach (string template in result.Templates)
        {
            terminal.Out.WriteLine($"{template}: a template; its values have not been filled in yet.");
        }

        foreach ((string id, IReadOnlyList<Warning> warnings) in result.Scenarios)
        {
            int serious = warnings.Count(w => w.Severity == Severity.Serious);
            string count = $"{id}: {serious} serious limitation{(serious == 1 ? "" : "s")}, {warnings.Count} in all: ";
            terminal.Write(WeakSpotPage.Of(count + string.Join(", ", warnings.Select(w => w.Code)) + ".", Paths.Length > 0 ? warnings : []));
        }

        foreach (string note in result.Notes)
        {
            terminal.Write(Page.Of(page => page.Line(note)));
        }

        if (result.Folders.Count > 0)
        {
            IEnumerable<string> folders = result.Folders.Select(folder =>
                $"{folder.Files} {(folder.IsShipped ? "shipped with the program" : $"in {folder.Folder}")}"
            );
            terminal.Write(Page.Of(page => page.Line($"Checked: the parameters, and scenarios, overlays and plans: {string.Join(", ", folders)}.")));
        }

        if (problems.Length > 0)
        {
            return Problems.Print(problems, terminal);
        }

        terminal.Out.WriteLine("No problems.");
        return CommandLine.Done;
    }

    private static (string, int, bool) FolderOf(Terminal terminal, ParameterLibrary library, string[] files, string folder, int at) =>
        (
            FolderText.Short(folder, terminal),
            files.Count(file => library.Folders.FolderOf(file) == folder),
            library.Folders.IsShipped && at == library.Folders.All.Length - 1
        );

    private static IEnumerable<string> Files(Terminal terminal, ParameterLibrary library, string[] given)
    {
        if (given.Length == 0)
        {
            return library.FilesUnder("overlays").Concat(library.FilesUnder("scenarios")).Concat(library.FilesUnder("batches"));
        }

        return given.SelectMany(path =>
            Directory.Exists(terminal.PathOf(path))
                ? ParameterLibrary.FilesIn(terminal.PathOf(path))
                : (IEnumerable<string>)[Locate(terminal, library, path)]
        );
    }

    private static string Locate(Terminal terminal, ParameterLibrary library, string path)
    {
        string resolved = CaseNames.Resolved(terminal, path);
        foreach ((string kind, string what) in new[] { ("scenarios", "scenario"), ("overlays", "overlay"), ("batches", "batch plan") })
        {
            try
            {
                return library.Locate(kind, resolved, what);
            }
            catch (UnknownNameException) when (resolved == path)
            {
                // The name may belong to another kind of file.
            }
        }

        return library.Locate("scenarios", resolved, "scenario, overlay or batch plan");
    }

    private static IReadOnlyList<Problem> Check(CheckedFiles result, ParameterLibrary library, string file)
    {
        string kind = (library.Folders.Relative(file) ?? "..").Split(Path.DirectorySeparatorChar)[0];
        if (kind == "batches" || (kind == ".." && Has(file, "draws:")))
        {
            return ProblemsOf(() => BatchPlan.Read(library, file));
        }

        if (kind == "overlays" || (kind == ".." && Has(file, "set:")))
        {
            return ProblemsOf(() => CheckOverlay(result, library, file));
        }

        return kind is "scenarios" or ".." ? CheckScenario(result, library, file) : ProblemsOf(() => library.All());
    }

    // Short names are those of the scenario that the overlay names.
    private static void CheckOverlay(CheckedFiles result, ParameterLibrary library, string file)
    {
        Overlay overlay = library.Overlay(file);
        result.Notes.AddRange(overlay.Unstated.Select(what => $"overlay {overlay.Id}: {what}"));
        if (overlay.Case is not { } scenario)
        {
            return;
        }

        try
        {
            _ = library.Scenario(scenario, variant: null, overlay);
        }
        catch (UnknownNameException error)
        {
            throw new InvalidFilesException([new(file, Line: null, $"case: {error.Message}")]);
        }
    }

    private static IReadOnlyList<Problem> CheckScenario(CheckedFiles result, ParameterLibrary library, string file)
    {
        List<Problem> problems = [];
        List<Scenario> cases = [];
        problems.AddRange(ProblemsOf(() => cases.Add(library.Scenario(file))));
        if (cases.Count == 0)
        {
            if (problems.Count == 0)
            {
                result.Templates.Add(Path.GetFileNameWithoutExtension(file));
            }

            return problems;
        }

        foreach (VariantTitle variant in cases[0].Variants)
        {
            problems.AddRange(ProblemsOf(() => library.Scenario(file, variant.Id)));
        }

        if (problems.Count == 0)
        {
            result.Scenarios.Add((cases[0].Id, Assurer.Check(SroiResult.Of(cases[0]))));
        }

        return problems;
    }

    // Whether a file has a top-level field that only overlays, or only plans, have.
    private static bool Has(string file, string field) => Lines(file).Any(line => line.StartsWith(field, StringComparison.Ordinal));

    // A file that cannot be read is treated as a scenario, whose reader reports why.
    private static string[] Lines(string file)
    {
        try
        {
            return UserFile.ReadText(file, most: 1_000_000).Split('\n');
        }
        catch (UnreadableFileException)
        {
            return [];
        }
    }

    private static IReadOnlyList<Problem> ProblemsOf(Action read)
    {
        try
        {
            read();
            return [];
        }
        catch (InvalidFilesException error)
        {
            return error.Problems;
        }
        catch (UnfilledTemplateException)
        {
            return [];
        }
    }
}
