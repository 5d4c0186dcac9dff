using System.Diagnostics;
using System.Globalization;
using System.Text;
using Sroi.Parameters;
using Sroi.Parameters.Importing;
using Sroi.Parameters.Reading;
using Sroi.Quantities;

namespace Sroi.Tests.Published;

/// <summary>The whole published tables, where they lie beside the repository; an extract of them is in the repository and is always tried.</summary>
public class SourceDataTests
{
    private static readonly string Data = Path.Combine(Path.GetDirectoryName(TestFolder.Root)!, "shared", "data");

    private static readonly string Extract = Path.Combine(TestFolder.Root, "tests", "Sroi.Tests", "Published", "ncc_extract_2024_25.csv");

    [Fact]
    public void The_extract_agrees_with_the_shipped_figures() => AgreesWithTheLibrary(Extract);

    [Fact]
    public void The_National_Cost_Collection_is_imported_within_five_seconds_and_agrees_row_by_row()
    {
        string file = Path.Combine(Data, "ncc_national_schedule_2024_25.csv");
        Assert.SkipUnless(File.Exists(file), "The whole table is not here.");
        Stopwatch watch = Stopwatch.StartNew();
        List<SheetRow> rows = Rows(file);
        ImportedTable table = TableImport.Ncc(file, rows, PriceYear.Parse("2024-25"));
        string text = ParameterFileText.Of(table, "National Cost Collection 2024/25", "NHS England", "2024/25", "OGL v3", "nhscii");
        watch.Stop();
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
        Assert.Equal(13362, table.Figures.Count + table.Withheld);
        // Each row in its place, compared with the file itself.
        Dictionary<string, double> read = table.Figures.ToDictionary(figure => figure.Key, figure => figure.Value);
        foreach (SheetRow row in rows.Skip(1).Where(row => row.At(4).Length > 0))
        {
            Assert.Equal(double.Parse(row.At(4), CultureInfo.InvariantCulture), read[$"{row.At(0)}/{row.At(1)}"]);
        }

        Assert.Equal(table.Figures.Count, text.Split("\n  value: ").Length - 1);
        AgreesWithTheLibrary(file);
    }

    [Fact]
    public void The_Manchester_database_is_imported_whole()
    {
        string file = Path.Combine(Data, "gmca_unit_cost_database_v1_4.csv");
        Assert.SkipUnless(File.Exists(file), "The whole table is not here.");
        ImportedTable table = TableImport.Gmca(file, Rows(file));
        int printed = Rows(file).Count(row => double.TryParse(row.At(8), NumberStyles.Float, CultureInfo.InvariantCulture, out _));
        Assert.InRange(printed, 670, 684);
        // One row of the published table has a figure and no code.
        Assert.Single(table.Nameless);
        Assert.Equal(printed - 1, table.Figures.Count(figure => figure.Key.EndsWith(" fiscal", StringComparison.Ordinal)));
        EditionUpdate update = EditionUpdate.Of(ParameterLibrary.Open(TestFolder.Parameters), "Unit Cost Database", file, table, "v1.4", null);
        Assert.Empty(update.Gone);
        // The library rounds to the pound or the penny.
        Assert.All(update.Changes, change => Assert.Equal(change.Was.Value, change.Is, tolerance: 0.51));
    }

    [Fact]
    public void Every_figure_that_was_ready_to_ship_is_in_the_library()
    {
        string file = Path.Combine(Data, "unit_costs_2026.csv");
        Assert.SkipUnless(File.Exists(file), "The table is not here.");
        Parameter[] all = [.. ParameterLibrary.Open(TestFolder.Parameters).All()];
        string[] missing =
        [
            .. Rows(file)
                .Skip(1)
                .Where(row => !row.At(0).StartsWith("wellby_", StringComparison.Ordinal))
                .Where(row =>
                    !all.Any(p =>
                        Math.Abs(p.Value - double.Parse(row.At(2), CultureInfo.InvariantCulture)) < 0.006 && p.PriceYear?.ToString() == row.At(6)
                    )
                )
                .Select(row => row.At(0)),
        ];
        Assert.Empty(missing);
    }

    private static void AgreesWithTheLibrary(string file)
    {
        ImportedTable table = TableImport.Ncc(file, Rows(file), PriceYear.Parse("2024-25"));
        EditionUpdate update = EditionUpdate.Of(
            ParameterLibrary.Open(TestFolder.Parameters),
            "National Cost Collection",
            file,
            table,
            "2024/25",
            null
        );
        // A few were read to the pound, and averages over many rows differ by the rows that are too small to be printed.
        Assert.All(
            update.Changes,
            change => Assert.Equal(change.Was.Value, change.Is, tolerance: change.Was.Source!.Key!.EndsWith('*') ? change.Was.Value / 1000 : 0.5)
        );
        Assert.True(update.Unchanged > 20);
    }

    private static List<SheetRow> Rows(string file) => [.. File.ReadLines(file).Select((line, at) => new SheetRow("", at + 1, [.. Cells(line)]))];

    private static List<string> Cells(string line)
    {
        List<string> cells = [];
        StringBuilder cell = new();
        bool isQuoted = false;
        foreach (char c in line)
        {
            if (c == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (c == ',' && !isQuoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(c);
            }
        }

        cells.Add(cell.ToString());
        return cells;
    }
}
