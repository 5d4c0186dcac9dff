using System.CommandLine;
using Sroi.Files;
using Sroi.Parameters;
using Sroi.Presentation.Pages;
using Sroi.Reports;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi parameters search WORDS</c>: figures by the words that people use for them.</summary>
internal static class ParametersSearchCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string[]> words = new("WORDS")
        {
            Description = "What you look for, such as: hospital bed.",
            Arity = ArgumentArity.OneOrMore,
        };
        Option<string?> folder = Common.Folder();
        Option<bool> json = Common.Json();
        Command command = new("search", "Find a figure by words in its label, its notes and its other names; the best first.") { words, json, folder };
        command.SetAction(parsed =>
        {
            ParameterLibrary library = Common.Library(terminal, parsed.GetValue(folder));
            string asked = string.Join(' ', parsed.GetRequiredValue(words));
            IReadOnlyList<FoundParameter> found = ParameterSearch.Of(library, asked);
            if (parsed.GetValue(json))
            {
                terminal.Out.Write(ParameterJson.Write([.. found.Select(one => library.Parameter(one.Id))]));
                return CommandLine.Done;
            }

            foreach (string gap in Gaps(library, asked))
            {
                terminal.Out.WriteLine(gap);
            }

            if (found.Count > 0)
            {
                terminal.Write(ParameterPage.Found(asked, found));
            }
            else if (!Gaps(library, asked).Any())
            {
                terminal.Out.WriteLine($"Nothing is found for '{asked}'. Try another word, or write your own figure: see parameters/README.md.");
            }

            return CommandLine.Done;
        });
        return command;
    }

    // What is not to be had is listed in a table, a line each: | what | why |.
    private static IEnumerable<string> Gaps(ParameterLibrary library, string asked)
    {
        string path = Path.Combine(library.Folder, "unit_costs", "GAPS.md");
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
