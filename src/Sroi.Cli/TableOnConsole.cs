using System.Globalization;
using Spectre.Console;
using Sroi.Presentation.Pages;

namespace Sroi.Cli;

/// <summary>
/// Tables in a terminal. No word and no number is broken: labels get their width first, then the columns move closer together, then the table is continued below
/// with its first column repeated, and at last each row is a table of its own.
/// </summary>
internal static class TableOnConsole
{
    // Words that are longer, such as addresses, may be broken.
    private const int LongWord = 34;

    // The room of a column beyond its text: usually, and where columns are close.
    private const int Usual = 3,
        Close = 2;

    public static void Write(IAnsiConsole console, PageTable table)
    {
        int total = console.Profile.Width;
        if (Fits(table, total, Close))
        {
            console.Write(Drawn(table, total));
            return;
        }

        if (Parts(table, total) is { } parts)
        {
            foreach ((int index, PageTable part) in parts.Index())
            {
                console.Write(Drawn(index == 0 ? part : part with { Title = null }, total));
            }

            return;
        }

        if (table.Title is { } title)
        {
            console.MarkupLine(PageOnConsole.Marked(title, Tone.Strong));
        }

        for (int row = 0; row < table.Rows.Length; row++)
        {
            console.Write(Drawn(Record(table, row), total));
        }
    }

    private static bool Fits(PageTable table, int total, int around) => LeastWidth(table, around) <= total;

    private static int LeastWidth(PageTable table, int around) => table.Columns.Select((_, index) => Least(table, index) + around).Sum() + 1;

    private static int Least(PageTable table, int index)
    {
        int heading = Longest([table.Columns[index].Heading], ' ', '\n');
        return table.Columns[index].IsNumber
            ? Math.Max(heading, Longest(Cells(table, index), '\n'))
            : Math.Max(heading, Math.Min(LongWord, Longest(Cells(table, index), ' ', '\n')));
    }

    private static int Natural(PageTable table, int index) => Longest(Cells(table, index).Prepend(table.Columns[index].Heading), '\n');

    private static IEnumerable<string> Cells(PageTable table, int index) => table.Rows.Select(row => row.Cells[index]);

    private static int Longest(IEnumerable<string> texts, params char[] breaks) =>
        texts.SelectMany(text => text.Split(breaks)).Select(part => part.Length).DefaultIfEmpty().Max();

    // The widths of columns in a table that is too wide: what each needs at least, then what is left, to columns of words first, from the left.
    private static int[]? Widths(PageTable table, int total, int around)
    {
        int[] natural = [.. table.Columns.Select((_, index) => Natural(table, index))];
        if (natural.Sum(width => width + around) + 1 <= total)
        {
            return null;
        }

        int[] widths = [.. table.Columns.Select((_, index) => Least(table, index))];
        int left = total - widths.Sum(width => width + around) - 1;
        foreach (int index in Enumerable.Range(0, widths.Length).OrderBy(index => table.Columns[index].IsNumber))
        {
            int more = Math.Clamp(natural[index] - widths[index], 0, Math.Max(0, left));
            (widths[index], left) = (widths[index] + more, left - more);
        }

        return left < 0 ? null : widths;
    }

    // A table of labels and numbers in parts, each with the labels first; null if a column does not fit beside them.
    private static List<PageTable>? Parts(PageTable table, int total)
    {
        if (table.Columns.Length < 3 || table.Columns[0].IsNumber || table.Columns.Skip(1).Any(column => !column.IsNumber))
        {
            return null;
        }

        List<PageTable> parts = [];
        for (int next = 1; next < table.Columns.Length; )
        {
            int count = Enumerable
                .Range(1, table.Columns.Length - next)
                .TakeWhile(columns => Fits(Part(table, next, columns), total, Usual))
                .LastOrDefault();
            if (count == 0)
            {
                return null;
            }

            parts.Add(Part(table, next, count));
            next += count;
        }

        return parts;
    }

    private static PageTable Part(PageTable table, int from, int count)
    {
        int[] columns = [0, .. Enumerable.Range(from, count)];
        return table with
        {
            Columns = [.. columns.Select(index => table.Columns[index])],
            Rows = [.. table.Rows.Select(row => row with { Cells = [.. columns.Select(index => row.Cells[index])] })],
        };
    }

    // A row of a table that is too wide, as a separate table with one line for each column.
    private static PageTable Record(PageTable table, int row)
    {
        string number = string.Create(CultureInfo.InvariantCulture, $"row {row + 1} of {table.Rows.Length}");
        return table with
        {
            Title = null,
            Columns = [new PageColumn("column", IsNumber: false), new PageColumn(number, IsNumber: false)],
            Rows = [.. table.Columns.Zip(table.Rows[row].Cells, (column, cell) => table.Rows[row] with { Cells = [column.Heading, cell] })],
        };
    }

    private static Table Drawn(PageTable table, int total)
    {
        int around = Fits(table, total, Usual) ? Usual : Close;
        int[]? widths = Widths(table, total, around);
        Table drawn = new() { Border = TableBorder.Simple, Expand = false };
        if (table.Title is { } title)
        {
            drawn.Title = new TableTitle(PageOnConsole.Shown(title), new Style(decoration: Decoration.Bold));
        }

        foreach ((int index, PageColumn column) in table.Columns.Index())
        {
            drawn.AddColumn(
                new TableColumn(PageOnConsole.Shown(column.Heading))
                {
                    Alignment = column.IsNumber ? Justify.Right : Justify.Left,
                    NoWrap = column.IsNumber && widths is null,
                    Width = widths?[index],
                    Padding = new Padding(around == Usual ? 1 : 0, 0, 1, 0),
                }
            );
        }

        foreach (PageRow row in table.Rows)
        {
            drawn.AddRow([.. row.Cells.Select(cell => new Markup(PageOnConsole.Marked(cell, row.Tone)))]);
        }

        return drawn;
    }
}
