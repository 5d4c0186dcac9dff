using System.CommandLine;
using Sroi.Assurance;
using Sroi.Batch.Plans;
using Sroi.Batch.Plans.Reading;
using Sroi.Evaluation;
using Sroi.Files;
using Sroi.Model;
using Sroi.Model.Reading;
using Sroi.Parameters;
using Sroi.Parameters.Reading;
using Sroi.Presentation.Pages;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi check</c>: every problem in every file, and the weak spots of scenarios.</summary>
internal static class CheckCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string[]> paths = new("PATH")
        {
            Description = "Scenarios, overlays, batch plans or folders; all files of the library where left out.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        Option<string?> folder = Common.Folder();
        Command command = new("check", "Find every problem in every file, and the weak spots of scenarios.") { paths, folder };
        command.SetAction(parsed =>
        {
            string[] given = parsed.GetValue(paths) ?? [];
            ParameterLibrary library = Common.Library(terminal, parsed.GetValue(folder), given.FirstOrDefault());
            List<Problem> problems = [];
            if (given.Length == 0)
            {
                problems.AddRange(ProblemsOf(() => library.All()));
            }

            foreach (string file in Files(terminal, library, given))
            {
                problems.AddRange(Check(terminal, library, file, listWeakSpots: given.Length > 0));
            }

            if (problems.Count > 0)
            {
                return Problems.Tell([.. problems.Distinct()], terminal);
            }

            terminal.Out.WriteLine("No problems.");
            return CommandLine.Done;
        });
        return command;
    }

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
        string resolved = Common.Resolved(terminal, path);
        foreach ((string kind, string what) in new[] { ("scenarios", "scenario"), ("overlays", "overlay"), ("batches", "batch plan") })
        {
            try
            {
                return library.Locate(kind, resolved, what);
            }
            catch (UnknownNameException) when (resolved == path)
            {
                // A name may be of another kind.
            }
        }

        return library.Locate("scenarios", resolved, "scenario, overlay or batch plan");
    }

    private static IReadOnlyList<Problem> Check(Terminal terminal, ParameterLibrary library, string file, bool listWeakSpots)
    {
        string inLibrary = Path.GetRelativePath(library.Folder, Path.GetFullPath(file));
        string kind = inLibrary.Split(Path.DirectorySeparatorChar)[0];
        if (kind == "batches" || (kind == ".." && Has(file, "draws:")))
        {
            return ProblemsOf(() => BatchPlan.Read(library, file));
        }

        if (kind == "overlays" || (kind == ".." && Has(file, "set:")))
        {
            return ProblemsOf(() => library.Overlay(file));
        }

        return kind is "scenarios" or ".." ? CheckScenario(terminal, library, file, listWeakSpots) : ProblemsOf(() => library.All());
    }

    private static IReadOnlyList<Problem> CheckScenario(Terminal terminal, ParameterLibrary library, string file, bool listWeakSpots)
    {
        List<Problem> problems = [];
        List<Scenario> cases = [];
        problems.AddRange(ProblemsOf(() => cases.Add(library.Scenario(file))));
        if (cases.Count == 0)
        {
            if (problems.Count == 0)
            {
                terminal.Out.WriteLine($"{Path.GetFileNameWithoutExtension(file)}: a template; its numbers are yet to be filled in.");
            }

            return problems;
        }

        foreach (VariantTitle variant in cases[0].Variants)
        {
            problems.AddRange(ProblemsOf(() => library.Scenario(file, variant.Id)));
        }

        if (problems.Count == 0)
        {
            IReadOnlyList<Warning> warnings = Assurer.Check(SroiResult.Of(cases[0]));
            int serious = warnings.Count(w => w.Severity == Severity.Serious);
            string count = $"{cases[0].Id}: {serious} serious weak spot{(serious == 1 ? "" : "s")}, {warnings.Count} in all: ";
            terminal.Write(WeakSpotPage.Of(count + string.Join(", ", warnings.Select(w => w.Code)) + ".", listWeakSpots ? warnings : []));
        }

        return problems;
    }

    // What only an overlay, or only a plan, has at its top.
    private static bool Has(string file, string field) =>
        Lines(file).Any(line => line.StartsWith(field, StringComparison.Ordinal));

    // What cannot be read is no overlay and no plan; it is read, and told, as a scenario.
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
