using System.IO.Compression;
using System.Text.Json;

namespace Sroi.Hosts.Tests.Commands;

/// <summary>Finding a figure, one's own in its place, and new editions of published tables.</summary>
public sealed class ParameterCommandTests : IDisposable
{
    private const string Heading = "department_code,currency_code,currency_desc,activity,unit_cost,cost\n";

    private readonly ParameterCopy _copy = new();

    public void Dispose() => _copy.Dispose();

    [Fact]
    public void A_search_is_at_most_a_screenful_of_80_columns_and_best_first()
    {
        Command found = Command.Run("parameters search hospital bed");
        string[] lines = found.Output.TrimEnd('\n').Split('\n');
        Assert.Equal(0, found.Code);
        Assert.InRange(lines.Length, 2, 25);
        Assert.All(lines, line => Assert.True(line.Length <= 80, line));
        Assert.Contains("unit_costs.mental_health.bed_day", found.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_gap_says_why_and_what_to_do_instead() =>
        Assert.StartsWith("Not in the library: Debt", Command.Run("parameters search debt").Output, StringComparison.Ordinal);

    [Fact]
    public void The_list_has_two_hundred_figures_with_edition_and_licence()
    {
        using JsonDocument list = JsonDocument.Parse(Command.Run("parameters list unit_costs. --json").Output);
        JsonElement[] figures = [.. list.RootElement.GetProperty("parameters").EnumerateArray()];
        Assert.True(figures.Length >= 200);
        Assert.All(
            figures,
            figure =>
                Assert.All(
                    new[] { "source", "price_year", "index", "edition", "licence", "confidence", "distribution", "saves" },
                    name => figure.GetProperty(name)
                )
        );
    }

    [Fact]
    public void What_is_not_there_is_answered_with_what_is_near()
    {
        Command shown = Command.Run(["parameters", "show", "hospital bed"]);
        Assert.Equal(2, shown.Code);
        Assert.Contains("The nearest are:\n     unit_costs.", shown.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Ones_own_cost_takes_the_place_of_the_national_one_in_one_command()
    {
        Command set = Run(
            "parameters",
            "set",
            "unit_costs.health.ae_attendance",
            "£1,241",
            "--price-year",
            "2024-25",
            "--source",
            "Our trust's cost"
        );
        Assert.Equal(("", 0), (set.Errors, set.Code));
        Assert.Contains("was £280.17 per attendance", set.Output, StringComparison.Ordinal);
        Command second = Run("parameters", "set", "unit_costs.health.day_case", "900", "--price-year", "2024-25", "--source", "Our trust's cost");
        Assert.Equal(0, second.Code);
        string overlay = File.ReadAllText(At("overlays/local_costs.yaml"));
        Assert.Contains("ae_attendance", overlay, StringComparison.Ordinal);
        Assert.Contains("day_case", overlay, StringComparison.Ordinal);
        Assert.Equal(0, Run("run", "croydon_sun", "--overlay", "local_costs").Code);
    }

    [Theory]
    [InlineData("unit_costs.health.ae_attendence", "Did you mean 'unit_costs.health.ae_attendance'?", 2)]
    [InlineData("unit_costs.health.ae_attendance", "", 1)]
    public void What_does_not_fit_changes_nothing(string id, string expected, int code)
    {
        Command set = Run("parameters", "set", id, "-5", "--price-year", "2024-25", "--source", "x");
        Assert.Equal(code, set.Code);
        Assert.Contains(expected, set.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(At("overlays/local_costs.yaml")));
    }

    [Fact]
    public void A_new_edition_becomes_an_overlay_and_says_what_it_does_to_the_cases()
    {
        string file = Write(
            "ncc.csv",
            Heading + "Mental Health Provider Spell,200MHPS,Acute,100,750,75000\nAmbulance,01,Hear & Treat,10,62.37,623.7\n"
        );
        Command import = Run("parameters", "import", "ncc", file, "--edition", "2025/26");
        Assert.Equal(("", 0), (import.Errors, import.Code));
        Assert.Contains("£719.10", import.Output, StringComparison.Ordinal);
        Assert.Contains("Marco Cavallo Centre", import.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(At("overlays/ncc_2025_26.yaml")));
        Command again = Run("parameters", "import", "ncc", file, "--edition", "2025/26");
        Assert.Equal(2, again.Code);
        Assert.Contains("already exists and was not changed", again.Errors, StringComparison.Ordinal);
        Command refresh = Run("parameters", "refresh", "ncc_2025_26");
        // Two cases use the bed day: Arizona with two variants, Marco Cavallo with three.
        Assert.Contains("7 of 25 cases change.", refresh.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_spreadsheet_is_read_like_a_file_of_values()
    {
        string file = At("ncc.xlsx");
        Spreadsheet(
            file,
            "Ambulance",
            [
                ["National schedule"],
                [],
                ["Currency code", "Currency description", "Activity", "Unit cost", "Total cost"],
                ["01", "Hear & Treat", 10.0, 70.5, 705.0],
            ]
        );
        Command import = Run("parameters", "import", "ncc", file, "--edition", "2025/26");
        Assert.Equal(("", 0), (import.Errors, import.Code));
        Assert.Contains("£70.50", import.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ambulance,01,Hear & Treat,10,-1,-10\n", "2025/26", "below zero")]
    [InlineData("Ambulance,01,Hear & Treat,10,700,7000\n", "2025/26", "more than ten times")]
    [InlineData("Ambulance,01,Hear & Treat,10,70,700\n", "2023/24", "is older than 2024/25")]
    public void A_table_that_cannot_be_right_changes_nothing(string rows, string edition, string expected)
    {
        Command import = Run("parameters", "import", "ncc", Write("ncc.csv", Heading + rows), "--edition", edition);
        Assert.Equal(1, import.Code);
        Assert.Contains(expected, import.Errors.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.EnumerateFiles(At("overlays")), path => path.Contains("ncc", StringComparison.Ordinal));
    }

    [Fact]
    public void A_licence_that_forbids_is_refused()
    {
        Command import = Run("parameters", "import", "gmca", Write("g.csv", "code\n"), "--edition", "v3.0", "--licence", "CC BY-NC-ND");
        Assert.Equal(1, import.Code);
        Assert.Contains("does not allow changed or commercial copies", import.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_newer_deflator_becomes_an_index_of_ones_own()
    {
        string rows = string.Join('\n', Enumerable.Range(1999, 32).Select(year => $"{year}-{(year + 1) % 100:00},{50 + ((year - 1999) * 2)}"));
        string file = Write("deflators.csv", "Financial year,GDP deflator at market prices\n" + rows);
        Command import = Run("parameters", "import", "price-index", file, "--edition", "September 2026");
        Assert.Equal(("", 0), (import.Errors, import.Code));
        Assert.True(File.Exists(At("own/price_indices.yaml")));
        Assert.Contains("cases change", import.Output, StringComparison.Ordinal);
        Assert.Equal(1, Run("parameters", "import", "price-index", file, "--edition", "March 2026").Code);
        Assert.Equal(2, Run("parameters", "import", "price-index", file, "--edition", "soon").Code);
    }

    private Command Run(params string[] args) => Command.Run([.. args, "--parameters", _copy.Path]);

    private string At(string name) => Path.Combine(_copy.Path, name);

    private string Write(string name, string text)
    {
        File.WriteAllText(At(name), text);
        return At(name);
    }

    // The least that a spreadsheet is made of.
    private static void Spreadsheet(string path, string sheet, object[][] rows)
    {
        using ZipArchive zip = ZipFile.Open(path, ZipArchiveMode.Create);
        Part(
            zip,
            "[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>"
        );
        Part(
            zip,
            "_rels/.rels",
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
        );
        Part(
            zip,
            "xl/workbook.xml",
            $"<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"{sheet}\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
        );
        Part(
            zip,
            "xl/_rels/workbook.xml.rels",
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
        );
        string cells = string.Concat(
            rows.Select(
                (row, y) =>
                    $"<row r=\"{y + 1}\">"
                    + string.Concat(
                        row.Select(
                            (cell, x) =>
                                cell is double number
                                    ? FormattableString.Invariant($"<c r=\"{(char)('A' + x)}{y + 1}\"><v>{number}</v></c>")
                                    : $"<c r=\"{(char)('A' + x)}{y + 1}\" t=\"inlineStr\"><is><t>{System.Security.SecurityElement.Escape((string)cell)}</t></is></c>"
                        )
                    )
                    + "</row>"
            )
        );
        Part(
            zip,
            "xl/worksheets/sheet1.xml",
            $"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{cells}</sheetData></worksheet>"
        );
    }

    private static void Part(ZipArchive zip, string name, string text)
    {
        using StreamWriter to = new(zip.CreateEntry(name).Open());
        to.Write(text);
    }
}
