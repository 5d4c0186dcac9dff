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

    public void Row(IEnumerable<string> cells, Tone tone = Tone.Plain) => _rows.Add(new([.. cells], tone));

    public void Row(string label, string value, Tone tone = Tone.Plain) => Row([label, value], tone);

    public PageTable Done() => new(_title, _columns, _rows.ToImmutable());
}
