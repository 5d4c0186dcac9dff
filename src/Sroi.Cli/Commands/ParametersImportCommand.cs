using Sroi.Cli.Declarations;
using Sroi.Cli.Settings;
using Sroi.Evaluation;
using Sroi.Parameters;
using Sroi.Parameters.Importing;
using Sroi.Parameters.Reading;
using Sroi.Presentation.Pages;
using Sroi.Quantities;
using Sroi.Reports;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi parameters import ncc | gmca | price-index FILE</c>: a new edition of a published table, as an overlay or a file of your own parameters.</summary>
internal static class ParametersImportCommand
{
    private static readonly PublishedTable s_ncc = new(
        "ncc",
        "National Cost Collection",
        "NHS England",
        "OGL v3",
        "nhscii",
        (file, rows, edition) => TableImport.Ncc(file, rows, YearOf(file, edition))
    );

    private static readonly PublishedTable s_gmca = new(
        "gmca",
        "Unit Cost Database",
        "Greater Manchester Combined Authority",
        "CC BY 4.0",
        "gdp_deflator",
        (file, rows, _) => TableImport.Gmca(file, rows)
    );

    public static Declaration Declared =>
        new("import", "Read a new edition of a published table and show what changes. The old edition is kept.")
        {
            Commands =
            [
                TableCommand.Declared(s_ncc, "The National Schedule of NHS Costs, or the file of organisations' own costs (.csv or .xlsx)."),
                TableCommand.Declared(s_gmca, "The Unit Cost Database of Greater Manchester (.csv or .xlsx)."),
                IndexCommand.Declared,
            ],
        };

    private sealed record TableCommand(
        PublishedTable Published,
        string File,
        string Edition,
        TableTargets To,
        string? Provider,
        string Licence,
        LibrarySettings Source
    ) : IRunnable
    {
        public static Declaration Declared(PublishedTable published, string what) =>
            new(
                published.Name,
                what,
                given => new TableCommand(
                    published,
                    given.Argument("FILE", what),
                    given.Required("--edition", "E", "The edition, such as 2025/26 or v3.0."),
                    new(
                        given.Text("--out", "FILE", $"The overlay to write (default: parameters/overlays/{published.Name}_EDITION.yaml)."),
                        given.Text(
                            "--file",
                            "FILE",
                            $"Also write every row to a file of parameters, such as parameters/unit_costs/{published.Name}.yaml."
                        )
                    ),
                    given.Text("--provider", "CODE", "Use the costs of this organisation, if the table has them."),
                    given.Text("--licence", "L", $"The licence of the table (default: {published.Licence}).") ?? published.Licence,
                    LibrarySettings.Of(given)
                )
            );

        public int Run(Terminal terminal)
        {
            RefuseForbidding(File, Licence);
            ParameterLibrary library = Source.OpenToWrite(terminal);
            ImportedTable table = Published.Read(File, SheetFile.Read(terminal.PathOf(File), File), Edition);
            EditionUpdate update = EditionUpdate.Of(library, Published.Title, File, table, Edition, Provider);
            string overlay = Target(
                terminal,
                To.Overlay ?? Path.Combine(Source.ToWrite(terminal, library), "overlays", FileName(Published.Name, Edition))
            );
            string? all = To.Whole is { } path ? Target(terminal, path) : null;
            terminal.Out.WriteLine(
                $"{File}: {table.Figures.Count:N0} figures read; {table.Withheld:N0} rows have none{(table.AsText > 0 ? $"; {table.AsText:N0} were written with £ or commas" : "")}."
            );
            if (table.Nameless.Count > 0)
            {
                terminal.Out.WriteLine($"Not imported, because they have a figure but no code: rows {string.Join(", ", table.Nameless.Take(20))}.");
            }

            string title = $"{Published.Title} {Edition}";
            if (all is not null)
            {
                WholeFiles.Write(all, ParameterFileText.Of(table, title, Published.Publisher, Edition, Licence, Published.Index));
                terminal.Out.WriteLine($"Written: {all}");
            }

            terminal.Write(UpdatePage.Of(update));
            if (update.Changes.Length > 0)
            {
                string own = Source.ToWrite(terminal, library);
                LibrarySettings.Make(own, library);
                WholeFiles.Write(overlay, update.ToOverlay(title, Published.Publisher, Edition, Licence));
                terminal.Out.WriteLine($"Written: {overlay}");
                terminal.Write(UpdatePage.Of(CaseEffect.All(library, [], library, [library.Overlay(overlay)])));
                terminal.Out.WriteLine(
                    $"Use it: sroi run SCENARIO --overlay {CaseNames.Word(LibrarySettings.Reopened(library, own).NameOf("overlays", overlay))}{Source.Options}"
                );
            }

            return CommandLine.Done;
        }
    }

    private sealed record IndexCommand(string File, string Edition, string Index, LibrarySettings Source) : IRunnable
    {
        public static Declaration Declared =>
            new(
                "price-index",
                "The Treasury's table of the GDP deflator (.csv or .xlsx).",
                given => new IndexCommand(
                    given.Argument("FILE", "The table."),
                    given.Required("--edition", "MONTH", "The month of the edition, such as 'September 2026'."),
                    given.Text("--index", "ID", "The index it replaces (default: gdp_deflator).") ?? "gdp_deflator",
                    LibrarySettings.Of(given)
                )
            );

        public int Run(Terminal terminal)
        {
            DateOnly month =
                PriceIndexImport.Month(Edition) ?? throw Wrong($"'{Edition}' is not the month of an edition; write 'September 2026' or 2026-09.");
            ParameterLibrary before = Source.OpenToWrite(terminal);
            string own = Source.ToWrite(terminal, before);
            if (!before.Indices.TryGetValue(Index, out PriceIndex? old))
            {
                throw new UnknownNameException($"There is no price index '{Index}'.{Nearest.HintOrAll(Index, [.. before.Indices.Keys])}");
            }

            if (old.Edition is { } there && Parameters.Importing.Edition.Compare(Edition, there) <= 0)
            {
                throw new InvalidFilesException([
                    new Problem(File, Line: null, $"edition {Edition} is not newer than {there}, the edition in the library; nothing was changed."),
                ]);
            }

            IReadOnlyList<IndexLevel> levels = PriceIndexImport.Read(File, SheetFile.Read(terminal.PathOf(File), File), month);
            string path = Target(terminal, Path.Combine(own, "own", "price_indices.yaml"));
            WholeFiles.Write(path, PriceIndexImport.ToText(Index, old.Label, levels, Edition));
            terminal.Out.WriteLine($"Written: {path} ({levels.Count} financial years, {levels.Count(level => level.IsForecast)} of them forecasts)");
            ParameterLibrary after = LibrarySettings.Reopened(before, own);
            foreach (IndexLevel level in after.Indices[Index].Levels.Where(level => level.Earlier is not null))
            {
                terminal.Out.WriteLine(
                    $"  {PriceYear.Financial(level.Start)}: {Figures.Number(level.Level)}, was {Figures.Number(Math.Round(level.Earlier!.Was, 4))} on the same base"
                );
            }

            terminal.Write(UpdatePage.Of(CaseEffect.All(before, [], after, [])));
            return CommandLine.Done;
        }
    }

    // Data that may not be changed must not become an overlay that is passed on.
    private static void RefuseForbidding(string file, string licence)
    {
        if (licence.Contains("ND", StringComparison.Ordinal) || licence.Contains("NC", StringComparison.Ordinal))
        {
            throw new InvalidFilesException([
                new Problem(
                    file,
                    Line: null,
                    $"its licence ({licence}) does not allow changed or commercial copies; nothing was written.",
                    "Keep its numbers in a folder of your own: parameters/own/NAME with a bank.yaml."
                ),
            ]);
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
        return File.Exists(full) ? throw Wrong($"{full} already exists and was not changed. Choose another file, or move this one.") : full;
    }

    private static CommandException Wrong(string message) => new(message, CommandLine.WrongCommandLine);

    private sealed record TableTargets(string? Overlay, string? Whole);

    private sealed record PublishedTable(
        string Name,
        string Title,
        string Publisher,
        string Licence,
        string Index,
        Func<string, IReadOnlyList<SheetRow>, string, ImportedTable> Read
    );
}
