using Sroi.Cli.Declarations;
using Sroi.Cli.Settings;
using Sroi.Model;
using Sroi.Model.Reading;
using Sroi.Parameters.Reading;
using Sroi.Presentation.Pages;
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
        ParameterLibrary library = Source.OpenToWrite(terminal);
        string own = Source.ToWrite(terminal, library),
            file = Out is not null ? terminal.PathOf(Out) : Path.Combine(own, "scenarios", Name + ".yaml");
        CheckTarget(library, Name, file, Out is not null);
        SavedAnswers saved = new(file);
        IReadOnlyDictionary<string, string> answers = new Interview(terminal, library, saved).Ask(Answers);
        if (Out is null)
        {
            LibrarySettings.Make(own, library);
        }

        (string text, IReadOnlyList<string> assumed) = ScenarioText.Of(Name, library, answers);
        Write(terminal, LibrarySettings.Reopened(library, own), file, text, assumed);
        saved.Discard();
        return CommandLine.Done;
    }

    private static void CheckTarget(ParameterLibrary library, string id, string file, bool isElsewhere)
    {
        if (id.Length == 0 || !char.IsAsciiLetterLower(id[0]) || id.Any(c => !(char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_')))
        {
            throw new CommandException(
                $"'{id}' is not a valid name. Use lower-case letters, digits and _, starting with a letter.",
                CommandLine.WrongCommandLine
            );
        }

        string[] shipped = [.. library.FilesUnder("scenarios").Where(known => !isElsewhere && Path.GetFileNameWithoutExtension(known) == id)];
        if (File.Exists(file) || shipped.Length > 0)
        {
            throw new CommandException(
                $"{(shipped.Length > 0 ? shipped[0] : file)} already exists and was not changed. Choose another name, or another file with --out.",
                CommandLine.WrongCommandLine
            );
        }
    }

    // The file is read back before it is kept, so that it always passes check.
    private void Write(Terminal terminal, ParameterLibrary library, string file, string text, IReadOnlyList<string> assumed)
    {
        string part = Path.Combine(Path.GetDirectoryName(file)!, $".{Path.GetFileNameWithoutExtension(file)}.part.yaml");
        try
        {
            WholeFiles.Write(part, text);
            Scenario scenario = library.Scenario(part);
            File.Move(part, file);
            int outcomes = scenario.Map.Outcomes.Length,
                inputs = scenario.Map.Inputs.Length;
            terminal.Out.WriteLine($"Written: {file}");
            terminal.Write(
                Page.Of(page =>
                {
                    page.Line(
                        $"{scenario.Title}: {outcomes} outcome{(outcomes == 1 ? "" : "s")}, {inputs} input{(inputs == 1 ? "" : "s")}. Open the file: every number has a place for its source."
                    );
                    page.Line("Assumed, because it was not asked or not known. Each is in the file, to be changed:");
                    page.List([.. assumed.Distinct()]);
                })
            );
            terminal.Out.WriteLine($"Next: sroi run {CaseNames.Word(library.NameOf("scenarios", file))}{Source.Options}");
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
