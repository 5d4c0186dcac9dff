using System.Collections.Immutable;
using System.Globalization;
using Sroi.Parameters;
using Sroi.Parameters.Reading;
using Sroi.Quantities;
using Sroi.Showing;

namespace Sroi.Reports;

/// <summary>A table of a result to compute with: columns under the names of the JSON, values in full.</summary>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">Its rows, a value for each column: a <see cref="double"/>, an <see cref="int"/> or <see cref="long"/>, a <see cref="bool"/>, a string, or null for none.</param>
public sealed record ResultTable(ImmutableArray<TableColumn> Columns, ImmutableArray<ImmutableArray<object?>> Rows) : Result
{
    // In Japanese and Chinese settings the full-width signs begin a formula too.
    private const string FormulaStarts = "=+-@\t\r\n＝＋－＠";

    /// <summary>The table as comma-separated text (RFC 4180): a heading, then a row each; a point for decimals, an empty cell for none.</summary>
    /// <remarks>A text that a spreadsheet would run as a formula begins with an apostrophe; hidden characters are written out.</remarks>
    public string ToCsv() =>
        string.Concat(Rows.Select(row => CsvRow(row)).Prepend(string.Join(',', Columns.Select(column => Quoted(column.Name))) + "\r\n"));

    /// <summary>A row as comma-separated text.</summary>
    internal static string CsvRow(IEnumerable<object?> values) => string.Join(',', values.Select(Cell)) + "\r\n";

    /// <summary>The table as JSON: an array with an object for each row; null for none.</summary>
    public string ToJson() =>
        JsonText.Write(json =>
        {
            json.WriteStartArray();
            foreach (ImmutableArray<object?> row in Rows)
            {
                json.WriteStartObject();
                for (int column = 0; column < Columns.Length; column++)
                {
                    json.WriteAny(Columns[column].Name, row[column]);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
        });

    /// <summary>Some of its columns, in the order given.</summary>
    /// <exception cref="UnknownNameException">It has no such column; the nearest one is named.</exception>
    public ResultTable Select(params string[] names)
    {
        int[] kept = [.. names.Select(Place)];
        return new([.. kept.Select(column => Columns[column])], [.. Rows.Select(row => kept.Select(column => row[column]).ToImmutableArray())]);
    }

    private int Place(string name)
    {
        for (int column = 0; column < Columns.Length; column++)
        {
            if (Columns[column].Name == name)
            {
                return column;
            }
        }

        throw new UnknownNameException($"The table has no column '{name}'.{Nearest.HintOrAll(name, [.. Columns.Select(column => column.Name)])}");
    }

    internal static ResultTable Of(IEnumerable<TableColumn> columns, IEnumerable<object?[]> rows) =>
        new([.. columns], [.. rows.Select(row => row.ToImmutableArray())]);

    private static string Cell(object? value) =>
        value switch
        {
            null => "",
            double number => number.ToString("R", CultureInfo.InvariantCulture),
            bool truth => truth ? "true" : "false",
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => Quoted(value.ToString()!),
        };

    // A text that a spreadsheet would run as a formula begins with an apostrophe, as OWASP advises against CSV injection; numbers stay as they are.
    private static string Quoted(string text)
    {
        string visible = VisibleText.Of(text);
        string safe = visible.Length > 0 && FormulaStarts.Contains(visible[0]) ? "'" + visible : visible;
        return safe.AsSpan().ContainsAny(",\"\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}

/// <summary>A column of a table.</summary>
/// <param name="Name">Its name, which is that of the JSON.</param>
/// <param name="Kind">What its values are.</param>
public sealed record TableColumn(string Name, ColumnKind Kind)
{
    /// <summary>Its heading for a reader.</summary>
    public string Label { get; init; } = Name.Replace('_', ' ');

    /// <summary>Its unit; empty for names, for numbers of things, and for numbers each of which has a unit of its own.</summary>
    public string Unit { get; init; } = "";

    /// <summary>What it is.</summary>
    public string Meaning { get; init; } = "";
}

/// <summary>What the values of a column are.</summary>
public enum ColumnKind
{
    /// <summary>Numbers in double precision.</summary>
    Number,

    /// <summary>Whole numbers.</summary>
    Count,

    /// <summary>Text.</summary>
    Text,

    /// <summary>True or false.</summary>
    Truth,
}
