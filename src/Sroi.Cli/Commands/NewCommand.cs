using Sroi.Cli.Declarations;
using Sroi.Cli.Settings;
using Sroi.Model;
using Sroi.Model.Reading;
using Sroi.Parameters.Reading;
using Sroi.Quantities;
using Sroi.Reports;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi new</c>: asks about a service in everyday words, or takes the answers as options, and writes a scenario that passes check.</summary>
internal sealed record NewCommand(string Name, string? Out, LibrarySettings Source, IReadOnlyDictionary<string, string?> Answers) : IRunnable
{
    public static Declaration Declared =>
        new(
            "new",
            "Write a scenario for your own service from your answers to some questions.",
            given => new NewCommand(
                given.Argument("NAME", "A name for the scenario: lower-case letters, digits and _."),
                given.Text("--out", "FILE", "The file to write (default: parameters/scenarios/NAME.yaml)."),
                LibrarySettings.Of(given),
                Questionnaire.All.ToDictionary(
                    question => question.Option,
                    question => given.Text("--" + question.Option, question.Option, question.Text)
                )
            )
        );

    public int Run(Terminal terminal)
    {
        ParameterLibrary library = Source.Open(terminal);
        string file = Out is not null ? terminal.PathOf(Out) : Path.Combine(library.Folder, "scenarios", Name + ".yaml");
        CheckTarget(Name, file);
        IReadOnlyDictionary<string, string> answers = Questionnaire.Answer(terminal, library, Answers);
        Unit amount = Unit.Pounds / Unit.Year / library.Parameter(answers["proxy"]).Unit / Unit.Person;
        Write(terminal, library, file, ScenarioText.Of(Name, answers, amount));
        return CommandLine.Done;
    }

    private static void CheckTarget(string id, string file)
    {
        if (id.Length == 0 || !char.IsAsciiLetterLower(id[0]) || id.Any(c => !(char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_')))
        {
            throw new CommandException(
                $"'{id}' is not a valid name. Use lower-case letters, digits and _, starting with a letter.",
                CommandLine.WrongCommandLine
            );
        }

        if (File.Exists(file))
        {
            throw new CommandException(
                $"{file} already exists and was not changed. Choose another name, or another file with --out.",
                CommandLine.WrongCommandLine
            );
        }
    }

    // The file is read back before it is kept, so that it always passes check.
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
                $"Next: sroi run {(Path.GetDirectoryName(file) == Path.Combine(library.Folder, "scenarios") ? Path.GetFileNameWithoutExtension(file) : CaseNames.Word(file))}"
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
