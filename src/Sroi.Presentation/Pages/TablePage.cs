using System.Globalization;
using Sroi.Quantities;
using Sroi.Reports;

namespace Sroi.Presentation.Pages;

/// <summary>A table of a result, as it is; a long or wide one from its beginning.</summary>
public static class TablePage
{
    internal const int MostRows = 100;
    private const int MostColumns = 40;

    /// <summary>The table, its first hundred rows and forty columns.</summary>
    public static Page Of(ResultTable table) => Of(table, MostColumns);

    /// <summary>The table with all its columns, its first hundred rows.</summary>
    public static Page OfAllColumns(ResultTable table) => Of(table, table.Columns.Length);

    private static Page Of(ResultTable table, int columns) =>
        Page.Of(page =>
        {
            TableBuilder rows = TableBuilder.Of(
                null,
                [.. table.Columns.Take(columns).Select(column => (column.Name, column.Kind is ColumnKind.Number or ColumnKind.Count))]
            );
            foreach (var row in table.Rows.Take(MostRows))
            {
                rows.Row(row.Take(columns).Select(Cell));
            }

            page.Add(rows);
            if (table.Rows.Length > MostRows)
            {
                page.Line($"{table.Rows.Length - MostRows} more rows of {table.Rows.Length}.", Tone.Faint);
            }

            if (table.Columns.Length > columns)
            {
                page.Line($"{table.Columns.Length - columns} more columns of {table.Columns.Length}.", Tone.Faint);
            }
        });

    private static string Cell(object? value) =>
        value switch
        {
            null => "",
            double number => Figures.Number(number),
            bool truth => truth ? "true" : "false",
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString()!,
        };
}
