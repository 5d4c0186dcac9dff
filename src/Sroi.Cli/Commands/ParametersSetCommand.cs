using System.CommandLine;
using Sroi.Parameters;
using Sroi.Presentation.Pages;
using Sroi.Quantities;
using Sroi.Reports;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi parameters set ID VALUE</c>: a provider's own cost in place of the national average, in an overlay of the user's.</summary>
internal static class ParametersSetCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string> id = new("ID") { Description = "The figure, such as unit_costs.health.ae_attendance, or words to look for it." },
            value = new("VALUE") { Description = "Your own figure, in the unit of the one it replaces." };
        Option<string?> year = new("--price-year") { Description = "Whose prices it is in, such as 2025-26.", HelpName = "YEAR" },
            source = new("--source") { Description = "Where it comes from, such as 'Our trust, reference cost'.", HelpName = "TEXT", Required = true },
            why = new("--why") { Description = "Why it is used in place of the national one.", HelpName = "TEXT" },
            author = new("--author") { Description = "Who says so; for a new overlay.", HelpName = "NAME" },
            folder = Common.Folder();
        Option<string> overlay = new("--overlay")
        {
            Description = "The overlay to write to: a name under parameters/overlays, or a path.",
            HelpName = "FILE",
            DefaultValueFactory = _ => "local_costs",
        };
        Command command = new("set", "Put your own cost in place of the national one, in an overlay of your own.") { id, value, year, source, why, author, overlay, folder };
        command.SetAction(parsed =>
        {
            ParameterLibrary library = Common.Library(terminal, parsed.GetValue(folder));
            string asked = parsed.GetRequiredValue(id);
            if (!library.Ids().Contains(asked))
            {
                throw new UnknownNameException($"There is no figure '{asked}'.{NearestFigures.Hint(library, asked)}");
            }

            Parameter was = library.Parameter(asked);
            if (was.Unit.IsMoney && parsed.GetValue(year) is null)
            {
                throw new CommandException($"--price-year is missing: {asked} is money, and money needs the year whose prices it is in.", CommandLine.WrongCommandLine);
            }

            string name = parsed.GetRequiredValue(overlay);
            string path = name.Contains('/') || name.Contains('\\') || name.EndsWith(".yaml", StringComparison.Ordinal) ? terminal.PathOf(name) : Path.Combine(library.Folder, "overlays", name + ".yaml");
            string change =
                $"  {asked}:\n    value: {Plain(parsed.GetRequiredValue(value))}\n"
                + (parsed.GetValue(year) is { } prices ? $"    price_year: {Quoted(prices)}\n" : "")
                + $"    why: {Quoted(parsed.GetValue(why) ?? "our own cost in place of the national average")}\n"
                + $"    source: {{title: {Quoted(parsed.GetValue(source)!)}, kind: records}}\n";
            string text = File.Exists(path)
                ? File.ReadAllText(path).TrimEnd() + "\n" + change
                : $"# yaml-language-server: $schema=../schema/overlay.schema.json\ntitle: Our own costs\n"
                    + (parsed.GetValue(author) is { } who ? $"author: {Quoted(who)}\n" : "")
                    + $"set:\n{change}";
            Write(terminal, library, path, text, asked);
            return CommandLine.Done;
        });
        return command;
    }

    // Read back before it is kept, so that what was there stays where the change does not fit.
    private static void Write(Terminal terminal, ParameterLibrary library, string path, string text, string id)
    {
        string part = Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileNameWithoutExtension(path)}.part.yaml");
        try
        {
            WholeFiles.Write(part, text);
            Overlay read = library.Overlay(part);
            Parameter now = library.Changed(read).Last(p => p.Id == id);
            if (now.Changes[^1].Was is > 0 and var was && (now.Value > 10 * was || now.Value < was / 10))
            {
                terminal.Error.WriteLine($"Look again: {Figures.Number(now.Value)} is {(now.Value > was ? "more than ten times" : "less than a tenth of")} the national {Figures.Number(was)}.");
            }

            File.Move(part, path, overwrite: true);
            terminal.Out.WriteLine($"Written: {path}");
            terminal.Write(ParameterPage.Of(now));
            terminal.Out.WriteLine($"Use it: sroi run SCENARIO --overlay {Path.GetFileNameWithoutExtension(path)}");
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
}
