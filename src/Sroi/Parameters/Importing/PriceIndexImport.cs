using System.Globalization;
using System.Text;
using Sroi.Parameters.Reading;
using Sroi.Quantities;

namespace Sroi.Parameters.Importing;

/// <summary>Reads the Treasury's table of the GDP deflator, and writes it as an index of the user's own.</summary>
public static class PriceIndexImport
{
    private const double Absurd = 0.5;

    private static readonly Dictionary<string, string[]> Wanted = new()
    {
        ["year"] = ["financial year", "year"],
        ["level"] = ["gdp deflator at market prices", "gdp deflator", "deflator", "index", "level"],
    };

    /// <summary>The levels by financial year.</summary>
    /// <param name="file">The file, for messages.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="edition">The month of the edition, such as <c>September 2026</c>; years that end after its first day are forecasts.</param>
    /// <exception cref="InvalidFilesException">A column is missing, or rows are no levels; all are listed.</exception>
    public static IReadOnlyList<IndexLevel> Read(string file, IReadOnlyList<SheetRow> rows, DateOnly edition)
    {
        ProblemList problems = new();
        SortedDictionary<int, IndexLevel> levels = [];
        Columns? columns = null;
        SheetRow[] sheet = [];
        foreach (IGrouping<string, SheetRow> one in rows.GroupBy(row => row.Sheet))
        {
            sheet = [.. one];
            columns = Columns.Find(sheet, Wanted, ["year", "level"]);
            if (columns is not null)
            {
                break;
            }
        }

        if (columns is null)
        {
            problems.Add(
                file,
                line: null,
                $"no row has the headings 'Financial year' and 'GDP deflator at market prices'; the headings found are: {Columns.Seen(rows)}."
            );
            problems.ThrowIfAny();
        }

        foreach (SheetRow row in sheet.Where(row => row.Line > columns!.HeadingLine && PriceYear.TryParse(row.At(columns["year"]), out _)))
        {
            PriceYear year = PriceYear.Parse(row.At(columns!["year"]));
            string cell = row.At(columns["level"]);
            if (!year.IsFinancial || CellNumber.IsWithheld(cell))
            {
                continue;
            }

            if (CellNumber.Read(cell) is not > 0)
            {
                problems.Add(file, row.Line, $"{row.Where}: '{cell}' is not a level above zero.");
            }
            else if (!levels.TryAdd(year.Start, new(year.Start, CellNumber.Read(cell)!.Value, new DateOnly(year.Start + 1, 3, 31) >= edition)))
            {
                problems.Add(file, row.Line, $"{row.Where}: {year} is there twice.");
            }
        }

        Check(file, levels, problems);
        problems.ThrowIfAny();
        return [.. levels.Values];
    }

    /// <summary>The index as the text of a file of the user's own.</summary>
    /// <param name="id">Its id, that of the shipped index it takes the place of.</param>
    /// <param name="label">Its name in words.</param>
    /// <param name="levels">The levels.</param>
    /// <param name="edition">The edition.</param>
    public static string ToText(string id, string label, IReadOnlyList<IndexLevel> levels, string edition)
    {
        StringBuilder text = new("# yaml-language-server: $schema=../schema/price_indices.schema.json\n");
        text.Append(
            $"# Imported; it takes the place of the shipped index, whose edition is kept under another name.\n{id}:\n  label: {YamlText.Quoted(label)}\n  financial_years:\n"
        );
        foreach (IndexLevel level in levels)
        {
            string figure = YamlText.Number(level.Level);
            text.Append($"    {PriceYear.Financial(level.Start)}: {(level.IsForecast ? $"{{value: {figure}, forecast: true}}" : figure)}\n");
        }

        text.Append("  source: {title: 'GDP deflators at market prices, and money GDP', publisher: HM Treasury, kind: statistics}\n");
        text.Append($"  edition: {YamlText.Quoted(edition)}\n  licence: OGL v3\n");
        return text.ToString();
    }

    /// <summary>The first day of an edition's month; null if the text is no month.</summary>
    public static DateOnly? Month(string edition) =>
        DateOnly.TryParseExact(edition, ["MMMM yyyy", "MMM yyyy", "yyyy-MM"], CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly month)
            ? month
            : null;

    private static void Check(string file, SortedDictionary<int, IndexLevel> levels, ProblemList problems)
    {
        if (levels.Count == 0 && !problems.Any)
        {
            problems.Add(file, line: null, "the table has no financial year with a level, such as 2024-25.");
        }

        foreach ((IndexLevel before, IndexLevel after) in levels.Values.Zip(levels.Values.Skip(1)))
        {
            if (after.Start != before.Start + 1)
            {
                problems.Add(
                    file,
                    line: null,
                    $"after {PriceYear.Financial(before.Start)} comes {PriceYear.Financial(after.Start)}; years are missing between."
                );
            }
            else if (Math.Abs((after.Level / before.Level) - 1) > Absurd)
            {
                problems.Add(
                    file,
                    line: null,
                    $"from {PriceYear.Financial(before.Start)} to {PriceYear.Financial(after.Start)} prices would change by {Figures.Percent((after.Level / before.Level) - 1)}.",
                    "The column may hold something else than levels."
                );
            }
        }
    }
}
