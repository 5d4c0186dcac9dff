using System.Globalization;
using Spectre.Console;
using Sroi.Presentation.Pages;
using Sroi.Quantities;

namespace Sroi.Cli;

/// <summary>Writes a page to a terminal, in colour if the terminal has colours, wrapped to its width.</summary>
internal static class PageOnConsole
{
    public static void Write(IAnsiConsole console, Page page)
    {
        foreach (PageBlock block in page.Blocks)
        {
            switch (block)
            {
                case PageBlock.Line line:
                    console.MarkupLine(Marked(line.Text, line.Tone));
                    break;
                case PageBlock.Table table:
                    Write(console, table.Content);
                    break;
                default:
                    console.WriteLine();
                    break;
            }
        }
    }

    private static void Write(IAnsiConsole console, PageTable page)
    {
        if (page.Columns.Length <= 2 || LeastWidth(page) <= console.Profile.Width)
        {
            console.Write(Drawn(page));
            return;
        }

        if (page.Title is { } title)
        {
            console.MarkupLine(Marked(title, Tone.Strong));
        }

        for (int row = 0; row < page.Rows.Length; row++)
        {
            console.Write(Drawn(Record(page, row)));
        }
    }

    // Numbers are never broken, and words only if they are long.
    private static int LeastWidth(PageTable page)
    {
        const int LongWord = 12,
            Around = 3;
        int Of(PageColumn column, IEnumerable<string> texts) =>
            column.IsNumber
                ? texts.SelectMany(text => text.Split('\n')).Max(line => line.Length)
                : Math.Min(LongWord, texts.SelectMany(text => text.Split(' ', '\n')).Max(word => word.Length));
        return page.Columns.Select((column, index) => Of(column, page.Rows.Select(row => row.Cells[index]).Prepend(column.Heading)) + Around).Sum() + 1;
    }

    // A row of a table that is too wide, as a separate table with one line for each column.
    private static PageTable Record(PageTable page, int row)
    {
        string number = string.Create(CultureInfo.InvariantCulture, $"row {row + 1} of {page.Rows.Length}");
        return page with
        {
            Title = null,
            Columns = [new PageColumn("column", IsNumber: false), new PageColumn(number, IsNumber: false)],
            Rows = [.. page.Columns.Zip(page.Rows[row].Cells, (column, cell) => page.Rows[row] with { Cells = [column.Heading, cell] })],
        };
    }

    private static Table Drawn(PageTable page)
    {
        Table table = new() { Border = TableBorder.Simple, Expand = false };
        if (page.Title is { } title)
        {
            table.Title = new TableTitle(Shown(title), new Style(decoration: Decoration.Bold));
        }

        foreach (PageColumn column in page.Columns)
        {
            table.AddColumn(
                new TableColumn(Shown(column.Heading))
                {
                    Alignment = column.IsNumber ? Justify.Right : Justify.Left,
                    NoWrap = column.IsNumber,
                }
            );
        }

        foreach (PageRow row in page.Rows)
        {
            table.AddRow([.. row.Cells.Select(cell => new Markup(Marked(cell, row.Tone)))]);
        }

        return table;
    }

    private static string Marked(string text, Tone tone) =>
        tone switch
        {
            Tone.Strong => $"[bold]{Shown(text)}[/]",
            Tone.Faint => $"[dim]{Shown(text)}[/]",
            Tone.Caution => $"[yellow]{Shown(text)}[/]",
            Tone.Grave => $"[red]{Shown(text)}[/]",
            _ => Shown(text),
        };

    // Brackets are text, not markup, and hidden characters are made visible.
    private static string Shown(string text) => Markup.Escape(VisibleText.Of(text));
}
