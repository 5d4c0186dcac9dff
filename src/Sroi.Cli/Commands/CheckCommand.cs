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
internal sealed record CheckCommand(string[] Paths, LibrarySettings Source) : IRunnable
{
    public static Declaration Declared =>
        new(
            "check",
            "Check files for problems and list the limitations of scenarios.",
            given => new CheckCommand(
                given.Arguments("PATH", "Scenarios, overlays, batch plans or folders (default: every file of the library).", ArgumentArity.ZeroOrMore),
                LibrarySettings.Of(given)
            )
        );

    public int Run(Terminal terminal)
    {
        ParameterLibrary library = Source.Open(terminal, Paths.FirstOrDefault());
        IEnumerable<Problem> problems =
        [
            .. Paths.Length == 0 ? ProblemsOf(() => library.All()) : [],
            .. Files(terminal, library, Paths).SelectMany(file => Check(terminal, library, file, listsLimitations: Paths.Length > 0)),
        ];
        if (problems.Any())
        {
            return Problems.Print([.. problems.Distinct()], terminal);
        }

        terminal.Out.WriteLine("No problems.");
        return CommandLine.Done;
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

    private static IReadOnlyList<Problem> Check(Terminal terminal, ParameterLibrary library, string file, bool listsLimitations)
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

        return kind is "scenarios" or ".." ? CheckScenario(terminal, library, file, listsLimitations) : ProblemsOf(() => library.All());
    }

    private static IReadOnlyList<Problem> CheckScenario(Terminal terminal, ParameterLibrary library, string file, bool listsLimitations)
    {
        List<Problem> problems = [];
        List<Scenario> cases = [];
        problems.AddRange(ProblemsOf(() => cases.Add(library.Scenario(file))));
        if (cases.Count == 0)
        {
            if (problems.Count == 0)
            {
                terminal.Out.WriteLine($"{Path.GetFileNameWithoutExtension(file)}: a template; its values have not been filled in yet.");
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
            string count = $"{cases[0].Id}: {serious} serious limitation{(serious == 1 ? "" : "s")}, {warnings.Count} in all: ";
            terminal.Write(WeakSpotPage.Of(count + string.Join(", ", warnings.Select(w => w.Code)) + ".", listsLimitations ? warnings : []));
        }

        return problems;
    }

    // Whether a file has a top-level field that only overlays, or only plans, have.
    private static bool Has(string file, string field) =>
        Lines(file).Any(line => line.StartsWith(field, StringComparison.Ordinal));

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
