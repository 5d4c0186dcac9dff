using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using Sroi.Files;
using Sroi.Parameters.Importing;
using Sroi.Parameters.Reading;

namespace Sroi.Cli;

/// <summary>Reads the rows of a published table: comma-separated values, or a spreadsheet.</summary>
internal static class SheetFile
{
    private const int MostRows = 500_000;

    // The reader looks up the encoding of older spreadsheets even if it does not need it.
    static SheetFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>All rows of all sheets.</summary>
    /// <param name="path">Where the file is.</param>
    /// <param name="name">The file as the user named it.</param>
    /// <exception cref="InvalidFilesException">It cannot be read, or is neither.</exception>
    public static IReadOnlyList<SheetRow> Read(string path, string name)
    {
        try
        {
            List<SheetRow> rows = [];
            foreach (SheetRow row in Rows(path, name).Where(row => row.Cells.Any(cell => cell.Length > 0)))
            {
                rows.Add(row);
                if (rows.Count > MostRows)
                {
                    throw Refused(name, $"it has more than {MostRows:N0} rows.");
                }
            }

            return rows;
        }
        catch (UnreadableFileException error)
        {
            throw Refused(name, error.Message);
        }
        catch (Exception error) when (error is HeaderException or ExcelReaderException or InvalidDataException or System.Xml.XmlException)
        {
            throw Refused(name, $"it is not a spreadsheet that can be read: {error.Message}");
        }
    }

    private static IEnumerable<SheetRow> Rows(string path, string name) =>
        Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".csv" => Csv(UserFile.ReadText(path)),
            ".xlsx" => Sheets(UserFile.Read(path)),
            var ending => throw Refused(name, $"it ends in '{ending}'; tables are .csv or .xlsx."),
        };

    private static IEnumerable<SheetRow> Csv(string text)
    {
        CsvConfiguration plain = new(CultureInfo.InvariantCulture) { BadDataFound = null, IgnoreBlankLines = false };
        using CsvParser parser = new(new StringReader(text), plain);
        while (parser.Read())
        {
            yield return new("", parser.RawRow, [.. parser.Record ?? []]);
        }
    }

    private static IEnumerable<SheetRow> Sheets(byte[] bytes)
    {
        using IExcelDataReader reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(bytes));
        do
        {
            for (int line = 1; reader.Read(); line++)
            {
                yield return new(reader.Name, line, [.. Enumerable.Range(0, reader.FieldCount).Select(at => Text(reader.GetValue(at)))]);
            }
        } while (reader.NextResult());
    }

    private static string Text(object? cell) =>
        cell switch
        {
            null => "",
            double number => number.ToString("R", CultureInfo.InvariantCulture),
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            _ => cell.ToString() ?? "",
        };

    private static InvalidFilesException Refused(string name, string why) => new([new Problem(name, Line: null, why)]);
}
