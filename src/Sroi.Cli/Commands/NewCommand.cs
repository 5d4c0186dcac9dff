using System.CommandLine;
using Sroi.Model;
using Sroi.Model.Reading;
using Sroi.Parameters.Reading;
using Sroi.Quantities;
using Sroi.Reports;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi new</c>: asks a charity's questions in its own words, or takes the answers as options, and writes a scenario that passes check.</summary>
internal static class NewCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string> name = new("NAME") { Description = "The name of the new scenario: lower-case letters, digits and _." };
        Option<string?> output = new("--out")
        {
            Description = "The file to write; parameters/scenarios/NAME.yaml where left out.",
            HelpName = "FILE",
        };
        Option<string?> folder = Common.Folder();
        Dictionary<string, Option<string?>> options = Questionnaire.All.ToDictionary(
            question => question.Option,
            question => new Option<string?>("--" + question.Option) { Description = question.Text }
        );
        Command command = new("new", "Write a scenario for your own service: answer questions, or give the answers as options.")
        {
            name,
            output,
            folder,
        };
        foreach (Option<string?> option in options.Values)
        {
            command.Add(option);
        }

        command.SetAction(parsed =>
        {
            string id = parsed.GetRequiredValue(name);
            ParameterLibrary library = Common.Library(terminal, parsed.GetValue(folder));
            string file = parsed.GetValue(output) is { } path ? terminal.PathOf(path) : Path.Combine(library.Folder, "scenarios", id + ".yaml");
            CheckTarget(id, file);
            Dictionary<string, string?> given = options.ToDictionary(o => o.Key, o => parsed.GetValue(o.Value));
            IReadOnlyDictionary<string, string> answers = Questionnaire.Answer(terminal, library, given);
            Unit amount = Unit.Pounds / Unit.Year / library.Parameter(answers["proxy"]).Unit / Unit.Person;
            Write(terminal, library, file, ScenarioText.Of(id, answers, amount));
            return CommandLine.Done;
        });
        return command;
    }

    private static void CheckTarget(string id, string file)
    {
        if (id.Length == 0 || !char.IsAsciiLetterLower(id[0]) || id.Any(c => !(char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_')))
        {
            throw new CommandException(
                $"'{id}' is not a name: use lower-case letters, digits and _, beginning with a letter.",
                CommandLine.WrongCommandLine
            );
        }

        if (File.Exists(file))
        {
            throw new CommandException(
                $"There is a file {file} already; it is left as it is. Choose another name or --out.",
                CommandLine.WrongCommandLine
            );
        }
    }

    // The file is read back before it is kept, so that what is written always passes check.
    private static void Write(Terminal terminal, ParameterLibrary library, string file, string text)
    {
        string part = Path.Combine(Path.GetDirectoryName(file)!, $".{Path.GetFileNameWithoutExtension(file)}.part.yaml");
        try
        {
            WholeFiles.Write(part, text);
            Scenario scenario = library.Scenario(part);
            File.Move(part, file);
            terminal.Out.WriteLine($"Written: {file}");
            terminal.Out.WriteLine(
                $"{scenario.Title}: {scenario.Map.Outcomes.Length} outcome, {scenario.Map.Inputs.Length} inputs. Open the file: every number has a place for its source."
            );
            terminal.Out.WriteLine(
                $"Next: sroi run {(Path.GetDirectoryName(file) == Path.Combine(library.Folder, "scenarios") ? Path.GetFileNameWithoutExtension(file) : file)}"
            );
        }
        catch (Exception error) when (error is UnauthorizedAccessException or (IOException and not UnwrittenFileException))
        {
            throw new UnwrittenFileException(file, error);
        }
        finally
        {
            WholeFiles.Discard(part);
        }
    }
}
