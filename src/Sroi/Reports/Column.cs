using System.Globalization;
using System.Text.Json;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Reports;

/// <summary>A column of the rows of a result, described once: JSON, CSV, data frames, Parquet and pages are written from it.</summary>
/// <typeparam name="T">A row.</typeparam>
public sealed record Column<T>
{
    /// <summary>A column.</summary>
    /// <param name="name">Its name in files.</param>
    /// <param name="label">Its heading for a reader.</param>
    /// <param name="format">How its values are written.</param>
    /// <param name="of">
    /// The value of a row: a text, a number, true or false, a list of texts or numbers, another object (<see cref="JsonPart"/>), or null for none.
    /// </param>
    internal Column(string name, string label, ColumnFormat format, Func<T, object?> of) => (Name, Label, Format, Of) = (name, label, format, of);

    /// <summary>A column of estimates: files have the standard error beside the value, under the same name with <c>_se</c>.</summary>
    internal Column(string name, string label, ColumnFormat format, Func<T, Estimate?> of)
        : this(name, label, format, row => (object?)of(row)) => IsEstimate = true;

    /// <summary>Its name in files.</summary>
    public string Name { get; internal init; }

    /// <summary>Its heading for a reader.</summary>
    public string Label { get; }

    /// <summary>How its values are written.</summary>
    public ColumnFormat Format { get; }

    /// <summary>Whether its values are numbers.</summary>
    public bool IsNumber => Format is not (ColumnFormat.Text or ColumnFormat.Truth);

    /// <summary>The unit of its values; empty for texts, and for numbers each of which has a unit of its own.</summary>
    public string Unit { get; internal init; } = "";

    /// <summary>What it is, where the heading does not say it all.</summary>
    public string Meaning { get; internal init; } = "";

    /// <summary>The value of a row.</summary>
    public Func<T, object?> Of { get; internal init; }

    /// <summary>Which files have it.</summary>
    internal ColumnUse Use { get; init; }

    internal bool IsEstimate { get; private init; }

    /// <summary>The same column of rows that have such a row as a part.</summary>
    internal Column<TWhole> For<TWhole>(Func<TWhole, T> part) =>
        new(Name, Label, Format, whole => Of(part(whole)))
        {
            Unit = Unit,
            Meaning = Meaning,
            Use = Use,
            IsEstimate = IsEstimate,
        };

    /// <summary>Its columns in a table: two for an estimate.</summary>
    public IEnumerable<TableColumn> InTable()
    {
        TableColumn own = new(Name, Kind)
        {
            Label = Label,
            Unit = UnitOf,
            Meaning = Meaning.Length == 0 ? Label : Meaning,
        };
        return IsEstimate
            ? [own, own with { Name = $"{Name}_se", Label = $"{Label}, standard error", Meaning = $"standard error of {Name}" }]
            : [own];
    }

    /// <summary>The cells of a row in a table: two for an estimate.</summary>
    public IEnumerable<object?> Cells(T row) =>
        Of(row) switch
        {
            Estimate estimate => [estimate.Value, estimate.StandardError],
            null when IsEstimate => [null, null],
            IEnumerable<string> texts => [string.Join(' ', texts)],
            IEnumerable<double> numbers => [string.Join(' ', numbers.Select(number => number.ToString("R", CultureInfo.InvariantCulture)))],
            var value => [value],
        };

    internal void Write(Utf8JsonWriter json, T row)
    {
        object? value = Of(row);
        if (IsEstimate)
        {
            json.WriteEstimate(Name, (Estimate?)value);
            return;
        }

        json.WriteAny(Name, value);
    }

    private ColumnKind Kind =>
        Format switch
        {
            ColumnFormat.Text => ColumnKind.Text,
            ColumnFormat.Truth => ColumnKind.Truth,
            ColumnFormat.Count => ColumnKind.Count,
            _ => ColumnKind.Number,
        };

    private string UnitOf =>
        Unit.Length > 0 ? Unit
        : Format == ColumnFormat.Pounds ? "GBP"
        : Format == ColumnFormat.Ratio ? "ratio"
        : Format is ColumnFormat.Percent or ColumnFormat.Chance ? "share"
        : "";
}

/// <summary>How the values of a column are written for a reader; in files numbers are in full.</summary>
public enum ColumnFormat
{
    /// <summary>As it is.</summary>
    Text,

    /// <summary>True or false.</summary>
    Truth,

    /// <summary>A whole number.</summary>
    Count,

    /// <summary>A number in a unit of its own.</summary>
    Number,

    /// <summary>An amount in GBP.</summary>
    Pounds,

    /// <summary>A ratio.</summary>
    Ratio,

    /// <summary>A share as a percentage.</summary>
    Percent,

    /// <summary>A probability.</summary>
    Chance,
}

/// <summary>Which files have a column.</summary>
internal enum ColumnUse
{
    /// <summary>JSON and tables.</summary>
    Everywhere,

    /// <summary>JSON alone: what a table has in columns or rows of its own.</summary>
    Json,

    /// <summary>Tables alone.</summary>
    Table,
}

/// <summary>An object within an object of JSON.</summary>
/// <param name="Write">Writes what is in it.</param>
internal sealed record JsonPart(Action<Utf8JsonWriter> Write);

/// <summary>Rows written from their columns.</summary>
internal static class ColumnRows
{
    extension<T>(IReadOnlyList<Column<T>> columns)
    {
        /// <summary>The rows as a table.</summary>
        public ResultTable Table(IEnumerable<T> rows)
        {
            Column<T>[] shown = [.. columns.Where(column => column.Use != ColumnUse.Json)];
            return ResultTable.Of(
                shown.SelectMany(column => column.InTable()),
                rows.Select(row => shown.SelectMany(column => column.Cells(row)).ToArray())
            );
        }

        /// <summary>What is in the object of a row.</summary>
        public void Write(Utf8JsonWriter json, T row)
        {
            foreach (Column<T> column in columns.Where(column => column.Use != ColumnUse.Table))
            {
                column.Write(json, row);
            }
        }

        /// <summary>The object of a row within another; null for none.</summary>
        public JsonPart? Part(T? row) => row is null ? null : new(json => columns.Write(json, row));

        /// <summary>The same columns of rows that have such a row as a part.</summary>
        public IEnumerable<Column<TWhole>> For<TWhole>(Func<TWhole, T> part) => columns.Select(column => column.For(part));

        /// <summary>Some of the columns, in the order given.</summary>
        public IReadOnlyList<Column<T>> Only(params string[] names) => [.. names.Select(name => columns.First(column => column.Name == name))];
    }

    /// <summary>A list of objects, one for each row.</summary>
    public static void WriteRows<T>(this Utf8JsonWriter json, string name, IReadOnlyList<Column<T>> columns, IEnumerable<T> rows) =>
        json.WriteObjects(name, rows, row => columns.Write(json, row));
}
