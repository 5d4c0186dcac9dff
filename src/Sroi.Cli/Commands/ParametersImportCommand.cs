using System.CommandLine;
using Sroi.Evaluation;
using Sroi.Parameters;
using Sroi.Parameters.Importing;
using Sroi.Presentation.Pages;
using Sroi.Quantities;
using Sroi.Reports;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi parameters import ncc | gmca | price-index FILE</c>: a new edition of a published table, as an overlay or a file of the user's own.</summary>
internal static class ParametersImportCommand
{
    private const string NccTitle = "National Cost Collection",
        GmcaTitle = "Unit Cost Database";

    public static Command Create(Terminal terminal) =>
        new("import", "Read a new edition of a published table; the old edition is kept, and what changes is shown.")
        {
            Table(
                terminal,
                "ncc",
                "The National Schedule of NHS Costs (.csv or .xlsx), or the file of organisations' own costs.",
                new(NccTitle, "NHS England", "OGL v3", "nhscii", (file, rows, edition) => TableImport.Ncc(file, rows, YearOf(file, edition)))
            ),
            Table(
                terminal,
                "gmca",
                "The Unit Cost Database of Greater Manchester (.csv or .xlsx).",
                new(GmcaTitle, "Greater Manchester Combined Authority", "CC BY 4.0", "gdp_deflator", (file, rows, _) => TableImport.Gmca(file, rows))
            ),
            PriceIndex(terminal),
        };

    private static Command Table(Terminal terminal, string name, string what, PublishedTable published)
    {
        Argument<string> file = new("FILE") { Description = what };
        Option<string> edition = new("--edition") { Description = "The edition, such as 2025/26 or v3.0.", HelpName = "E", Required = true };
        Option<string?> output = new("--out") { Description = "The overlay to write; parameters/overlays/NAME_EDITION.yaml where left out.", HelpName = "FILE" },
            whole = new("--file") { Description = "Write every row as a file of parameters too, such as parameters/unit_costs/ncc.yaml.", HelpName = "FILE" },
            provider = new("--provider") { Description = "Take the costs of this organisation, where the table has them.", HelpName = "CODE" },
            licence = new("--licence") { Description = $"What may be done with the table; {published.Licence} where left out.", HelpName = "L" },
            folder = Common.Folder();
        Command command = new(name, what) { file, edition, output, whole, provider, licence, folder };
        command.SetAction(parsed =>
        {
            string named = parsed.GetRequiredValue(file),
                asked = parsed.GetRequiredValue(edition),
                terms = parsed.GetValue(licence) ?? published.Licence;
            RefuseForbidding(named, terms);
            ParameterLibrary library = Common.Library(terminal, parsed.GetValue(folder));
            ImportedTable table = published.Read(named, SheetFile.Read(terminal.PathOf(named), named), asked);
            EditionUpdate update = EditionUpdate.Of(library, published.Title, named, table, asked, parsed.GetValue(provider));
            string overlay = Target(terminal, parsed.GetValue(output) ?? Path.Combine(library.Folder, "overlays", FileName(name, asked)));
            string? all = parsed.GetValue(whole) is { } path ? Target(terminal, path) : null;
            terminal.Out.WriteLine($"{named}: {table.Figures.Count:N0} figures read; {table.Withheld:N0} rows have none{(table.AsText > 0 ? $"; {table.AsText:N0} were written with £ or commas" : "")}.");
            if (all is not null)
            {
                WholeFiles.Write(all, ParameterFileText.Of(table, $"{published.Title} {asked}", published.Publisher, asked, terms, published.Index));
                terminal.Out.WriteLine($"Written: {all}");
            }

            terminal.Write(UpdatePage.Of(update));
            if (update.Changes.Length > 0)
            {
                WholeFiles.Write(overlay, update.ToOverlay($"{published.Title} {asked}", published.Publisher, asked, terms));
                terminal.Out.WriteLine($"Written: {overlay}");
                terminal.Write(UpdatePage.Of(CaseEffect.All(library, [], library, [library.Overlay(overlay)])));
                terminal.Out.WriteLine($"Use it: sroi run SCENARIO --overlay {Path.GetFileNameWithoutExtension(overlay)}");
            }

            return CommandLine.Done;
        });
        return command;
    }

    private static Command PriceIndex(Terminal terminal)
    {
        Argument<string> file = new("FILE") { Description = "The Treasury's table of the GDP deflator (.csv or .xlsx)." };
        Option<string> edition = new("--edition") { Description = "The month of the edition, such as 'September 2026'.", HelpName = "MONTH", Required = true },
            id = new("--index") { Description = "The index that it takes the place of.", HelpName = "ID", DefaultValueFactory = _ => "gdp_deflator" };
        Option<string?> folder = Common.Folder();
        Command command = new("price-index", "The Treasury's table of the GDP deflator.") { file, edition, id, folder };
        command.SetAction(parsed =>
        {
            string named = parsed.GetRequiredValue(file),
                asked = parsed.GetRequiredValue(edition),
                index = parsed.GetRequiredValue(id);
            DateOnly month = PriceIndexImport.Month(asked) ?? throw Wrong($"'{asked}' is not the month of an edition; write 'September 2026' or 2026-09.");
            ParameterLibrary before = Common.Library(terminal, parsed.GetValue(folder));
            if (!before.Indices.TryGetValue(index, out PriceIndex? old))
            {
                throw new UnknownNameException($"There is no price index '{index}'.{Nearest.HintOrAll(index, [.. before.Indices.Keys])}");
            }

            if (old.Edition is { } there && Edition.Compare(asked, there) <= 0)
            {
                throw new InvalidFilesException([new Problem(named, Line: null, $"edition {asked} is not newer than {there}, which the library has; nothing is changed.")]);
            }

            IReadOnlyList<IndexLevel> levels = PriceIndexImport.Read(named, SheetFile.Read(terminal.PathOf(named), named), month);
            string path = Target(terminal, Path.Combine(before.Folder, "own", "price_indices.yaml"));
            WholeFiles.Write(path, PriceIndexImport.ToText(index, old.Label, levels, asked));
            terminal.Out.WriteLine($"Written: {path} ({levels.Count} financial years, {levels.Count(level => level.IsForecast)} of them forecasts)");
            ParameterLibrary after = ParameterLibrary.Open(before.Folder);
            foreach (IndexLevel level in after.Indices[index].Levels.Where(level => level.Earlier is not null))
            {
                terminal.Out.WriteLine($"  {PriceYear.Financial(level.Start)}: {Figures.Number(level.Level)}, was {Figures.Number(Math.Round(level.Earlier!.Was, 4))} on the same base");
            }

            terminal.Write(UpdatePage.Of(CaseEffect.All(before, [], after, [])));
            return CommandLine.Done;
        });
        return command;
    }

    // What may not be changed may not be turned into an overlay that is passed on.
    private static void RefuseForbidding(string file, string licence)
    {
        if (licence.Contains("ND", StringComparison.Ordinal) || licence.Contains("NC", StringComparison.Ordinal))
        {
            throw new InvalidFilesException(
                [
                    new Problem(
                        file,
                        Line: null,
                        $"its licence ({licence}) does not allow a changed or commercial copy; nothing is written.",
                        "Keep its numbers in a folder of your own: parameters/own/NAME with a bank.yaml."
                    ),
                ]
            );
        }
    }

    private static PriceYear YearOf(string file, string edition) =>
        PriceYear.TryParse(edition.Replace('/', '-'), out PriceYear year) && year.IsFinancial
            ? year
            : throw Wrong($"'{edition}' is not a financial year; the edition of {file} is written 2025/26.");

    private static string FileName(string name, string edition) =>
        $"{name}_{string.Concat(edition.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'))}.yaml";

    private static string Target(Terminal terminal, string path)
    {
        string full = terminal.PathOf(path);
        return File.Exists(full) ? throw Wrong($"There is a file {full} already; it is left as it is, and nothing is written. Name another, or move it.") : full;
    }

    private static CommandException Wrong(string message) => new(message, CommandLine.WrongCommandLine);

    private sealed record PublishedTable(
        string Title,
        string Publisher,
        string Licence,
        string Index,
        Func<string, IReadOnlyList<SheetRow>, string, ImportedTable> Read
    );
}
