using System.Collections.Immutable;

namespace Sroi.Presentation.Pages;

/// <summary>A table while its rows are written.</summary>
internal sealed class TableBuilder
{
    private readonly string? _title;
    private readonly ImmutableArray<PageColumn> _columns;
    private readonly ImmutableArray<PageRow>.Builder _rows = ImmutableArray.CreateBuilder<PageRow>();

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

    public PageTable Done() => new(_title, _columns, _rows.ToImmutable());
}
