using System.Globalization;
using Spectre.Console;
using Sroi.Presentation.Pages;
using Sroi.Quantities;

namespace Sroi.Cli;

/// <summary>Blocks in a terminal: in colour where it can be, wrapped to the width.</summary>
internal sealed class PageOnConsole(IAnsiConsole console) : PageMedium
{
    public static void Write(IAnsiConsole console, Page page) => new PageOnConsole(console).Write(page.Blocks);

    public override void Write(PageBlock.Line line) => console.MarkupLine(Marked(line.Text, line.Tone));

    public override void Write(PageBlock.Table table) => Write(console, table.Content);

    public override void Write(PageBlock.Space space) => console.WriteLine();

    public override void Write(PageBlock.Heading heading)
    {
        console.WriteLine();
        console.MarkupLine(Marked(heading.Text, Tone.Strong));
    }

    public override void Write(PageBlock.List list)
    {
        foreach (string item in list.Items)
        {
            console.MarkupLine(Marked($"- {item}", Tone.Plain));
        }
    }

    public override void Write(PageBlock.Picture picture)
    {
        console.MarkupLine(Marked(picture.Content.ToString(), Tone.Plain));
        Write(console, picture.Content.Figures);
    }

    public override void Write(PageBlock.Note note) => console.MarkupLine(Marked($"{note.Label}: {note.Text}", note.Tone));

    public override void Write(PageBlock.Code code) => console.MarkupLine(Marked($"    {code.Text}", Tone.Plain));

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
