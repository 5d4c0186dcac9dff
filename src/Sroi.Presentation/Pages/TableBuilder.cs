using System.Collections.Immutable;

namespace Sroi.Presentation.Pages;

/// <summary>A table while its rows are written.</summary>
internal sealed class TableBuilder
{
    private const int MostRows = 100,
        RowsBeforeFold = 30;

    private readonly string? _title;
    private readonly ImmutableArray<PageColumn> _columns;
    private readonly ImmutableArray<PageRow>.Builder _rows = ImmutableArray.CreateBuilder<PageRow>();
    private readonly ImmutableArray<PageRow>.Builder _folded = ImmutableArray.CreateBuilder<PageRow>();

    private TableBuilder(string? title, ImmutableArray<PageColumn> columns) => (_title, _columns) = (title, columns);

    public static TableBuilder Of(string? title, params (string Heading, bool IsNumber)[] columns) =>
        new(title, [.. columns.Select(column => new PageColumn(column.Heading, column.IsNumber))]);

    /// <summary>A table with a row for each of some things, from its columns: heading, whether it is a number, and the cell of a row.</summary>
    public static TableBuilder Of<T>(string? title, IEnumerable<T> rows, params (string Heading, bool IsNumber, Func<T, string> Cell)[] columns) =>
        Of(title, rows, _ => Tone.Plain, columns);

    /// <summary>The same, where rows differ in how they are said.</summary>
    public static TableBuilder Of<T>(
        string? title,
        IEnumerable<T> rows,
        Func<T, Tone> tone,
        params (string Heading, bool IsNumber, Func<T, string> Cell)[] columns
    )
    {
        TableBuilder table = new(title, [.. columns.Select(column => new PageColumn(column.Heading, column.IsNumber))]);
        foreach (T row in rows)
        {
            table.Row(columns.Select(column => column.Cell(row)), tone(row));
        }

        return table;
    }

    public void Row(IEnumerable<string> cells, Tone tone = Tone.Plain) => _rows.Add(new([.. cells], tone));

    public void Row(string label, string value, Tone tone = Tone.Plain) => Row([label, value], tone);

    /// <summary>Adds a row for each of some items. Of very many the first stand in the table, one row says how many others there are, and theirs are folded.</summary>
    /// <param name="items">The items.</param>
    /// <param name="row">The cells of an item's row.</param>
    /// <param name="others">The cells of the row for the others, after the first, which says how many they are.</param>
    /// <param name="size">By which the items are ordered where they are very many, the largest first; null for the order that they have.</param>
    /// <param name="tone">How an item's row is said.</param>
    public void Rows<T>(
        IEnumerable<T> items,
        Func<T, IEnumerable<string>> row,
        Func<IReadOnlyList<T>, IEnumerable<string>>? others = null,
        Func<T, double>? size = null,
        Func<T, Tone>? tone = null
    )
    {
        T[] all = [.. items];
        PageRow Of(T item) => new([.. row(item)], tone?.Invoke(item) ?? Tone.Plain);
        if (all.Length <= MostRows)
        {
            _rows.AddRange(all.Select(Of));
            return;
        }

        T[] ordered = size is null ? all : [.. all.OrderByDescending(size)],
            rest = ordered[RowsBeforeFold..];
        string[] cells = [$"… and {rest.Length:N0} others", .. others?.Invoke(rest) ?? []];
        _rows.AddRange(ordered.Take(RowsBeforeFold).Select(Of));
        Row([.. cells, .. Enumerable.Repeat("", _columns.Length - cells.Length)], Tone.Faint);
        _folded.AddRange(rest.Select(Of));
    }

    public PageTable Done() => new(_title, _columns, _rows.ToImmutable()) { Folded = _folded.ToImmutable() };
}
