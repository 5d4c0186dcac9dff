using Sroi.Cli.Declarations;
using Sroi.Cli.Settings;
using Sroi.Parameters;
using Sroi.Parameters.Reading;
using Sroi.Presentation.Pages;
using Sroi.Quantities;
using Sroi.Reports;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi parameters set ID VALUE</c>: a provider's own cost in place of the national average, in the user's overlay.</summary>
internal sealed record ParametersSetCommand(
    string Id,
    string Value,
    string? PriceYear,
    string SourceTitle,
    ParametersSetCommand.Reason Because,
    string? File,
    LibrarySettings Source
) : IRunnable
{
    private const string Usual = "local_costs";

    public static Declaration Declared =>
        new(
            "set",
            "Replace a national cost by your own, in your own overlay.",
            given => new ParametersSetCommand(
                given.Argument("ID", "The parameter, such as unit_costs.health.ae_attendance."),
                given.Argument("VALUE", "Your own value, in the unit of the one it replaces."),
                given.Text("--price-year", "YEAR", "The price year, such as 2025-26."),
                given.Required("--source", "TEXT", "Where it comes from, such as 'Our trust, reference cost'."),
                new(
                    given.Text("--why", "TEXT", "The reason for using it instead of the national one."),
                    given.Text("--author", "NAME", "The author, for a new overlay.")
                ),
                given.Text("--overlay", "FILE", $"The overlay to write to: a name under parameters/overlays, or a path (default: {Usual})."),
                LibrarySettings.Of(given)
            )
        );

    public int Run(Terminal terminal)
    {
        ParameterLibrary library = Source.OpenToWrite(terminal);
        if (!library.Ids().Contains(Id))
        {
            throw new UnknownNameException($"There is no parameter '{Id}'.{NearestFigures.Hint(library, Id)}");
        }

        if (library.Parameter(Id).Unit.IsMoney && PriceYear is null)
        {
            throw new CommandException($"--price-year is missing: {Id} is money, which needs a price year.", CommandLine.WrongCommandLine);
        }

        string name = File ?? Usual;
        string path = CaseNames.IsPath(name) ? terminal.PathOf(name) : Path.Combine(Source.ToWrite(terminal, library), "overlays", name + ".yaml");
        string begun = System.IO.File.Exists(path) ? Files.UserFile.ReadText(path).TrimEnd() + "\n" : Begin();
        LibrarySettings.Make(Source.ToWrite(terminal, library), library);
        Write(terminal, library, path, begun + Change());
        return CommandLine.Done;
    }

    private string Begin() =>
        "# yaml-language-server: $schema=../schema/overlay.schema.json\ntitle: Our own costs\n"
        + (Because.Author is { } who ? $"author: {Quoted(who)}\n" : "")
        + "set:\n";

    private string Change() =>
        $"  {Id}:\n    value: {Plain(Value)}\n"
        + (PriceYear is null ? "" : $"    price_year: {Quoted(PriceYear)}\n")
        + $"    why: {Quoted(Because.Why ?? "our own cost in place of the national average")}\n"
        + $"    source: {{title: {Quoted(SourceTitle)}, kind: records}}\n";

    // Read back before it is kept, so that the old file stays if the change does not fit.
    private void Write(Terminal terminal, ParameterLibrary library, string path, string text)
    {
        string part = Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileNameWithoutExtension(path)}.part.yaml");
        try
        {
            WholeFiles.Write(part, text);
            Overlay read = library.Overlay(part);
            Parameter now = library.Changed(read).Last(p => p.Id == Id);
            if (now.Changes[^1].Was is > 0 and var was && (now.Value > 10 * was || now.Value < was / 10))
            {
                terminal.Error.WriteLine(
                    $"Please check: {Figures.Number(now.Value)} is {(now.Value > was ? "more than ten times" : "less than a tenth of")} the national {Figures.Number(was)}."
                );
            }

            System.IO.File.Move(part, path, overwrite: true);
            terminal.Out.WriteLine($"Written: {path}");
            terminal.Write(ParameterPage.Of(now));
            terminal.Out.WriteLine(
                $"Use it: sroi run SCENARIO --overlay {CaseNames.Word(LibrarySettings.Reopened(library, Source.ToWrite(terminal, library)).NameOf("overlays", path))}{Source.Options}"
            );
        }
        catch (InvalidFilesException error)
        {
            throw new InvalidFilesException([.. error.Problems.Select(problem => problem with { File = path })]);
        }
        finally
        {
            WholeFiles.Discard(part);
        }
    }

    private static string Plain(string value) => value.Replace("£", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal).Trim();

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>The reason for a change, and its author.</summary>
    internal sealed record Reason(string? Why, string? Author);
}
