using System.Collections.Immutable;
using Sroi.Parameters.Reading;
using Sroi.Quantities;

namespace Sroi.Parameters.Importing;

/// <summary>What a new edition of a table changes in a library: the figures that the library has from it, as they were and as they are.</summary>
/// <param name="Changes">Figures that differ, in the order of the library.</param>
/// <param name="Unchanged">How many are as they were.</param>
/// <param name="Gone">Ids of figures whose row the new edition no longer has.</param>
public sealed record EditionUpdate(ImmutableArray<FigureChange> Changes, int Unchanged, ImmutableArray<string> Gone)
{
    // Ten times the old figure, or a tenth of it, is a slip and no change of price.
    private const double Absurd = 10;

    /// <summary>Compares a table with the figures that a library has from the same source.</summary>
    /// <param name="library">The library.</param>
    /// <param name="title">How the title of the source begins.</param>
    /// <param name="file">The table's file, for messages.</param>
    /// <param name="table">The table.</param>
    /// <param name="edition">Its edition.</param>
    /// <param name="provider">The organisation whose own figures are taken; null for the national ones.</param>
    /// <exception cref="InvalidFilesException">The edition is older than what is there, or a figure cannot be right; all problems are listed.</exception>
    public static EditionUpdate Of(ParameterLibrary library, string title, string file, ImportedTable table, string edition, string? provider)
    {
        ProblemList problems = new();
        Parameter[] known = [.. library.All().Where(p => p.Source?.Key is not null && p.Source.Title.StartsWith(title, StringComparison.Ordinal))];
        if (known.FirstOrDefault(p => p.Edition is { } there && Edition.Compare(edition, there) < 0) is { } newer)
        {
            problems.Add(
                file,
                line: null,
                $"edition {edition} is older than {newer.Edition}, which the library has.",
                "Nothing is changed. Import a newer edition."
            );
            problems.ThrowIfAny();
        }

        ILookup<string, ImportedFigure> byDepartment = table.Figures.ToLookup(figure => Department(figure.Key));
        if (provider is not null && table.Figures.All(figure => figure.Provider != provider))
        {
            string hint = Nearest.Hint(provider, table.Figures.Select(figure => figure.Provider).OfType<string>().Distinct());
            problems.Add(
                file,
                line: null,
                $"no row is of the organisation '{provider}'.{hint}",
                "A table of organisations has a column with their code."
            );
            problems.ThrowIfAny();
        }

        List<FigureChange> changes = [];
        List<string> gone = [];
        int unchanged = 0;
        foreach (Parameter was in known)
        {
            ImportedFigure[] rows = [.. RowsOf(was.Source!.Key!, byDepartment).Where(row => provider is null || row.Provider == provider)];
            if (rows.Length == 0)
            {
                gone.Add(was.Id);
                continue;
            }

            double now = Math.Round(Mean(rows), 2);
            if (was.Value > 0 && (now > Absurd * was.Value || now < was.Value / Absurd))
            {
                problems.Add(
                    file,
                    rows[0].Row.Line,
                    $"{was.Source.Key}: {Figures.Number(now)} is {(now > was.Value ? "more than ten times" : "less than a tenth of")} the {Figures.Number(was.Value)} of {was.Id}.",
                    "Check the figure and its unit; nothing is changed."
                );
            }
            else if (Math.Abs(now - was.Value) < 0.005 && was.PriceYear == rows[0].PriceYear)
            {
                unchanged++;
            }
            else
            {
                changes.Add(new(was, now, rows[0].PriceYear));
            }
        }

        problems.ThrowIfAny();
        return new([.. changes], unchanged, [.. gone]);
    }

    /// <summary>The overlay that makes the changes, as the text of a file.</summary>
    /// <param name="title">What the table is.</param>
    /// <param name="publisher">Who published it.</param>
    /// <param name="edition">Its edition.</param>
    /// <param name="licence">What may be done with it.</param>
    public string ToOverlay(string title, string publisher, string edition, string licence) =>
        $"# yaml-language-server: $schema=../schema/overlay.schema.json\ntitle: {YamlText.Quoted($"{title}, edition {edition}")}\nset:\n"
        + string.Concat(
            Changes.Select(change =>
                $"  {change.Was.Id}:\n    value: {YamlText.Number(change.Is)}\n    price_year: {change.PriceYear}\n    edition: {YamlText.Quoted(edition)}\n"
                + $"    licence: {YamlText.Quoted(licence)}\n    why: {YamlText.Quoted($"edition {edition} in place of {change.Was.Edition}")}\n"
                + $"    source: {{title: {YamlText.Quoted(title)}, publisher: {YamlText.Quoted(publisher)}, key: {YamlText.Quoted(change.Was.Source!.Key!)}, kind: statistics}}\n"
            )
        );

    // department/code, department/code+code, or department/* for all of it.
    private static IEnumerable<ImportedFigure> RowsOf(string key, ILookup<string, ImportedFigure> byDepartment)
    {
        string department = Department(key);
        IEnumerable<ImportedFigure> rows = byDepartment[department];
        if (department.Length == key.Length)
        {
            return rows.Where(row => row.Key == key);
        }

        string[] codes = key[(department.Length + 1)..].Split('+');
        return codes is ["*"] ? rows : rows.Where(row => codes.Contains(row.Key[(department.Length + 1)..]));
    }

    private static string Department(string key) => key.LastIndexOf('/') is > 0 and var at ? key[..at] : key;

    // Total cost ÷ activity, where the table says how much there was.
    private static double Mean(ImportedFigure[] rows)
    {
        double activity = rows.Sum(row => row.Activity ?? 0);
        return activity > 0 ? rows.Sum(row => row.Value * (row.Activity ?? 0)) / activity : rows.Average(row => row.Value);
    }
}

/// <summary>A figure of a library that a new edition changes.</summary>
/// <param name="Was">The figure as it was.</param>
/// <param name="Is">The new value.</param>
/// <param name="PriceYear">Whose prices the new value is in.</param>
public sealed record FigureChange(Parameter Was, double Is, PriceYear PriceYear);
