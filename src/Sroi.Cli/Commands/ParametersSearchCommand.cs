using System.CommandLine;
using Sroi.Cli.Declarations;
using Sroi.Cli.Settings;
using Sroi.Files;
using Sroi.Parameters.Reading;
using Sroi.Presentation.Pages;
using Sroi.Reports;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi parameters search WORDS</c>: finds parameters by common words for them.</summary>
internal sealed record ParametersSearchCommand(string Words, LibrarySettings Source, OutputForm Form) : IRunnable
{
    public static Declaration Declared =>
        new(
            "search",
            "Find parameters by words in their labels, notes and other names, best match first.",
            given => new ParametersSearchCommand(
                string.Join(' ', given.Arguments("WORDS", "The words to look for, such as: hospital bed.", ArgumentArity.OneOrMore)),
                LibrarySettings.Of(given),
                OutputForm.WithoutCsv(given)
            )
        );

    public int Run(Terminal terminal)
    {
        ParameterLibrary library = Source.Open(terminal);
        IReadOnlyList<FoundParameter> found = ParameterSearch.Of(library, Words);
        return Form.Print(
            terminal,
            () => ParameterJson.Write([.. found.Select(one => library.Parameter(one.Id))]),
            () => ParameterPage.Found(Words, found, [.. Gaps(library, Words).Take(3)])
        );
    }

    // What is not available is listed in a table, a line each: | what | why |.
    private static IEnumerable<string> Gaps(ParameterLibrary library, string asked)
    {
        string path = Path.Combine(library.Folders.All[^1], "unit_costs", "GAPS.md");
        string[] words = [.. asked.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        return UserFile.IsThere(path)
            ? UserFile
                .ReadText(path)
                .Split('\n')
                .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
                .Where(cells => cells is ["", _, _, ""] && words.All(word => cells[1].Contains(word, StringComparison.OrdinalIgnoreCase)))
                .Select(cells => $"Not in the library: {cells[1]}. {cells[2]}")
            : [];
    }
}
