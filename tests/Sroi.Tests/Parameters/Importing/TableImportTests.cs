using System.Globalization;
using Sroi.Parameters;
using Sroi.Parameters.Importing;
using Sroi.Parameters.Reading;
using Sroi.Quantities;

namespace Sroi.Tests.Parameters.Importing;

/// <summary>New editions of published tables, and what may be wrong with them.</summary>
public class TableImportTests
{
    private const string Heading = "department_code,currency_code,currency_desc,activity,unit_cost,cost";

    private static readonly ParameterLibrary Library = ParameterLibrary.Open(TestFolder.Parameters);

    private static readonly PriceYear Year = PriceYear.Parse("2025-26");

    [Fact]
    public void Columns_are_found_by_their_headings_in_any_order_and_below_a_title()
    {
        ImportedTable table = Ncc(
            "National Cost Collection\n\nUnit cost,Activity,Currency description,Currency code,Total cost,Department\n62.5,100,Hear & Treat,01,6250,Ambulance"
        );
        ImportedFigure only = Assert.Single(table.Figures);
        Assert.Equal(("Ambulance/01", 62.5, 100, "GBP/incident"), (only.Key, only.Value, only.Activity, only.Unit));
    }

    [Fact]
    public void Costs_with_pounds_and_commas_are_read_and_counted()
    {
        ImportedTable table = Ncc($"{Heading}\nCritical care,XC06Z,One organ,10,\"£1,862.81\",\"18,628.10\"");
        Assert.Equal((1862.81, 1), (table.Figures[0].Value, table.AsText));
    }

    [Fact]
    public void A_row_without_a_figure_is_counted()
    {
        ImportedTable table = Ncc($"{Heading}\nAmbulance,01,Hear & Treat,100,62.5,6250\nAmbulance,09,Rare,,,\nAmbulance,08,Small,*,*,*");
        Assert.Equal((1, 2), (table.Figures.Count, table.Withheld));
    }

    [Theory]
    [InlineData("Ambulance,01,Hear & Treat,100,-62.5,-6250", "the cost -62.5 is below zero")]
    [InlineData("Ambulance,01,Hear & Treat,100,about 60,6000", "the cost 'about 60' is not a number")]
    [InlineData("Ambulance,01,Hear & Treat,6250,100,62.5", "activity 6250 × unit cost 100 is not the total 62.5.")]
    [InlineData("Ambulance,01,Hear & Treat,100,62.5,6250\nAmbulance,01,Hear & Treat,100,63.5,6350", "Ambulance/01 is there twice: row 2 and row 3.")]
    [InlineData("Ambulance,01,Hear & Treat,100,\"1.234,50\",123450", "is not a number")]
    public void A_row_that_cannot_be_right_is_listed_and_nothing_is_read(string rows, string expected) =>
        Assert.Contains(expected, Refused(() => Ncc($"{Heading}\n{rows}")), StringComparison.Ordinal);

    [Fact]
    public void Every_bad_row_is_listed_at_once()
    {
        string message = Refused(() => Ncc($"{Heading}\nAmbulance,01,A,1,x,1\nAmbulance,02,B,1,y,1\nAmbulance,03,C,1,3,3"));
        Assert.Equal(2, message.Split('\n').Length);
    }

    [Fact]
    public void Missing_headings_are_named_with_those_that_are_there()
    {
        string message = Refused(() => Ncc("a,b,c\n1,2,3"));
        Assert.Contains(
            "no row has the headings that are needed ('currency code', 'activity', 'unit cost'); the headings found are: a, b, c.",
            message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_new_edition_changes_the_figures_that_the_library_has_from_it()
    {
        EditionUpdate update = Update(
            $"{Heading}\nAmbulance,01,Hear & Treat,100,70,7000\nAmbulance,02,See & Treat,100,364.35,36435\nEmergency Care,VB01Z,A,1,300,300\nEmergency Care,VB11Z,B,3,100,300",
            "2025/26"
        );
        Assert.Equal(70, update.Changes.Single(c => c.Was.Id == "unit_costs.ambulance.hear_and_treat").Is);
        // (1 × 300 + 3 × 100) ÷ 4
        Assert.Equal(150, update.Changes.Single(c => c.Was.Id == "unit_costs.health.ae_attendance").Is);
        Assert.Contains("unit_costs.ambulance.see_and_convey", update.Gone);
    }

    [Fact]
    public void The_overlay_of_an_edition_can_be_laid_on_and_says_its_edition()
    {
        using ParameterCopy copy = new();
        string path = Path.Combine(copy.Path, "overlays", "ncc_2025_26.yaml");
        File.WriteAllText(
            path,
            Update($"{Heading}\nAmbulance,01,Hear & Treat,100,70,7000", "2025/26")
                .ToOverlay("National Cost Collection 2025/26", "NHS England", "2025/26", "OGL v3")
        );
        ParameterLibrary library = ParameterLibrary.Open(copy.Path);
        Parameter now = Assert.Single(library.Changed(library.Overlay("ncc_2025_26")));
        Assert.Equal((70, "2025-26", "2025/26", "OGL v3"), (now.Value, now.PriceYear.ToString(), now.Edition, now.Licence));
    }

    [Fact]
    public void An_older_edition_is_refused() =>
        Assert.Contains(
            "edition 2022/23 is older than 2024/25",
            Refused(() => Update($"{Heading}\nAmbulance,01,A,1,70,70", "2022/23")),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData(700, "more than ten times")]
    [InlineData(5, "less than a tenth of")]
    public void Ten_times_the_old_figure_is_a_slip(double value, string expected) =>
        Assert.Contains(
            expected,
            Refused(() => Update(string.Create(CultureInfo.InvariantCulture, $"{Heading}\nAmbulance,01,A,1,{value},{value}"), "2025/26")),
            StringComparison.Ordinal
        );

    [Fact]
    public void An_organisation_has_its_own_cost_and_all_of_them_a_variation()
    {
        const string Rows = "org code,department,currency code,currency description,activity,unit cost\n";
        string rows = Rows + string.Join('\n', Enumerable.Range(1, 5).Select(n => $"R{n},Ambulance,01,Hear & Treat,100,{60 + n}"));
        ImportedTable table = Ncc(rows);
        Assert.Equal(62, EditionUpdate.Of(Library, "National Cost Collection", "f.csv", table, "2025/26", "R2").Changes[0].Is);
        Assert.Equal(63, EditionUpdate.Of(Library, "National Cost Collection", "f.csv", table, "2025/26", null).Changes[0].Is);
        // The sd of 61 to 65 is √2.
        Assert.Contains(
            "variation: {between: providers, distribution: {gamma: {mean: 63, sd: 1.414",
            ParameterFileText.Of(table, "t", "p", "2025/26", "OGL v3", "nhscii"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "no row is of the organisation 'R9'",
            Refused(() => EditionUpdate.Of(Library, "National Cost Collection", "f.csv", table, "2025/26", "R9")),
            StringComparison.Ordinal
        );
    }

    // A made-up v3.0 with the columns of v1.4.
    [Fact]
    public void The_Manchester_database_is_read_by_the_columns_of_its_first_edition()
    {
        const string Gmca = "code,description,unit,agency1,fiscal,fiscal_year,economic,economic_year,social,social_year\n";
        ImportedTable table = TableImport.Gmca(
            "gmca.csv",
            Rows(
                Gmca
                    + "HO1.0,Complex eviction,Per incident,Local authority,\"£9,100\",2025/26,,,,\nCR2.0,Domestic violence,Per incident,Multiple,4000,2025/26,2000,2025/26,9000,2025/26"
            )
        );
        Assert.Equal(["HO1.0 fiscal", "CR2.0 fiscal", "CR2.0 economic", "CR2.0 social"], table.Figures.Select(f => f.Key));
        EditionUpdate update = EditionUpdate.Of(Library, "Unit Cost Database", "gmca.csv", table, "v3.0", null);
        Assert.Equal(9100, update.Changes.Single(c => c.Was.Id == "unit_costs.housing.complex_eviction").Is);
        Assert.Equal(9000, update.Changes.Single(c => c.Was.Id == "unit_costs.crime.domestic_violence_incident_social").Is);
        Assert.Contains(
            "the unit '17 bananas' is not known",
            Refused(() => TableImport.Gmca("g.csv", Rows(Gmca + "X1,A,17 bananas,NHS,1,2025/26,,,,"))),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "'soon' is not a price year",
            Refused(() => TableImport.Gmca("g.csv", Rows(Gmca + "X1,A,Per day,NHS,1,soon,,,,"))),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("2022/23", "2024/25", -1)]
    [InlineData("v3.0", "v1.4", 1)]
    [InlineData("v1.10", "v1.4", 1)]
    [InlineData("September 2026", "March 2026", 1)]
    [InlineData("2024/25", "2024/25", 0)]
    public void Editions_are_compared_as_they_are_written(string first, string second, int expected) =>
        Assert.Equal(expected, Math.Sign(Edition.Compare(first, second)));

    [Fact]
    public void The_Treasurys_table_becomes_an_index_with_forecasts_from_its_month()
    {
        IReadOnlyList<IndexLevel> levels = PriceIndexImport.Read(
            "d.csv",
            Rows(
                "GDP deflators\nFinancial year,GDP Deflator at market prices,per cent change\n2024-25,100.0,4.0\n2025-26,103.2,3.2\n2026-27,105.5,2.2\nCalendar year,,\n2024,100,"
            ),
            new DateOnly(2026, 9, 1)
        );
        Assert.Equal(
            [(2024, 100.0, false), (2025, 103.2, false), (2026, 105.5, true)],
            levels.Select(level => (level.Start, level.Level, level.IsForecast))
        );
    }

    [Theory]
    [InlineData("2024-25,100\n2026-27,105", "years are missing between")]
    [InlineData("2024-25,100\n2025-26,3.2", "prices would change by")]
    [InlineData("2024-25,100\n2024-25,101", "is there twice")]
    [InlineData("2024-25,none", "is not a level above zero")]
    public void A_table_that_is_no_index_is_refused(string rows, string expected) =>
        Assert.Contains(
            expected,
            Refused(() => PriceIndexImport.Read("d.csv", Rows("Financial year,GDP deflator\n" + rows), new DateOnly(2026, 9, 1))),
            StringComparison.Ordinal
        );

    private static EditionUpdate Update(string text, string edition) =>
        EditionUpdate.Of(Library, "National Cost Collection", "ncc.csv", Ncc(text), edition, provider: null);

    private static ImportedTable Ncc(string text) => TableImport.Ncc("ncc.csv", Rows(text), Year);

    private static List<SheetRow> Rows(string text) => [.. text.Split('\n').Select((line, at) => new SheetRow("", at + 1, [.. Cells(line)]))];

    // Commas within quotes are part of a cell.
    private static IEnumerable<string> Cells(string line)
    {
        bool isQuoted = false;
        System.Text.StringBuilder cell = new();
        foreach (char c in line)
        {
            if (c == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (c == ',' && !isQuoted)
            {
                yield return cell.ToString();
                cell.Clear();
            }
            else
            {
                cell.Append(c);
            }
        }

        yield return cell.ToString();
    }

    private static string Refused(Action act) => Assert.Throws<InvalidFilesException>(act).Message;
}
