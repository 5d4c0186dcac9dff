using System.Globalization;
using Spectre.Console;
using Sroi.Presentation.Pages;
using Sroi.Quantities;

namespace Sroi.Cli;

/// <summary>Blocks in a terminal: in colour where it can be, wrapped to the width.</summary>
internal sealed class PageOnConsole(IAnsiConsole console) : PageMedium
{
    public static void Write(IAnsiConsole console, Page page) => new PageOnConsole(console).Write(page.Blocks);

    public override void Write(PageBlock.Line line)
    {
        // A command is never broken, so that it can be copied.
        int width = console.Profile.Width;
        string markup = Marked(line.Text, line.Tone);
        console.Profile.Width = line.Text.StartsWith("  sroi ", StringComparison.Ordinal) ? Math.Max(width, markup.Length) : width;
        console.MarkupLine(markup);
        console.Profile.Width = width;
    }

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
            console.Write(Drawn(page, console.Profile.Width));
            return;
        }

        if (page.Title is { } title)
        {
            console.MarkupLine(Marked(title, Tone.Strong));
        }

        for (int row = 0; row < page.Rows.Length; row++)
        {
            console.Write(Drawn(Record(page, row), console.Profile.Width));
        }
    }

    // Numbers are never broken, headings only between words, and other words only if they are long.
    private const int LongWord = 12,
        Around = 3;

    private static int LeastWidth(PageTable page) => page.Columns.Select((_, index) => Least(page, index) + Around).Sum() + 1;

    private static int Least(PageTable page, int index)
    {
        int heading = Longest([page.Columns[index].Heading], ' ', '\n');
        return page.Columns[index].IsNumber
            ? Math.Max(heading, Longest(Cells(page, index), '\n'))
            : Math.Max(heading, Math.Min(LongWord, Longest(Cells(page, index), ' ', '\n')));
    }

    private static int Natural(PageTable page, int index) => Longest(Cells(page, index).Prepend(page.Columns[index].Heading), '\n');

    private static IEnumerable<string> Cells(PageTable page, int index) => page.Rows.Select(row => row.Cells[index]);

    private static int Longest(IEnumerable<string> texts, params char[] breaks) =>
        texts.SelectMany(text => text.Split(breaks)).Select(part => part.Length).DefaultIfEmpty().Max();

    // The widths of columns in a table that is too wide: what each needs at least, then what is left, to columns of words first, from the left.
    private static int[]? Widths(PageTable page, int total)
    {
        int[] natural = [.. page.Columns.Select((_, index) => Natural(page, index))];
        if (natural.Sum(width => width + Around) + 1 <= total)
        {
            return null;
        }

        int[] widths = [.. page.Columns.Select((_, index) => Least(page, index))];
        int left = total - widths.Sum(width => width + Around) - 1;
        foreach (int index in Enumerable.Range(0, widths.Length).OrderBy(index => page.Columns[index].IsNumber))
        {
            int more = Math.Clamp(natural[index] - widths[index], 0, Math.Max(0, left));
            (widths[index], left) = (widths[index] + more, left - more);
        }

        return left < 0 ? null : widths;
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

    private static Table Drawn(PageTable page, int total)
    {
        int[]? widths = Widths(page, total);
        Table table = new() { Border = TableBorder.Simple, Expand = false };
        if (page.Title is { } title)
        {
            table.Title = new TableTitle(Shown(title), new Style(decoration: Decoration.Bold));
        }

        foreach ((int index, PageColumn column) in page.Columns.Index())
        {
            table.AddColumn(
                new TableColumn(Shown(column.Heading))
                {
                    Alignment = column.IsNumber ? Justify.Right : Justify.Left,
                    NoWrap = column.IsNumber && widths is null,
                    Width = widths?[index],
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
