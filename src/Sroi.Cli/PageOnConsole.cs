using Spectre.Console;
using Sroi.Presentation.Pages;

namespace Sroi.Cli;

/// <summary>A page in a terminal: in colour where it can be, wrapped to the width.</summary>
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
                    console.Write(Drawn(table.Content));
                    break;
                default:
                    console.WriteLine();
                    break;
            }
        }
    }

    private static Table Drawn(PageTable page)
    {
        Table table = new() { Border = TableBorder.Simple, Expand = false };
        if (page.Title is { } title)
        {
            table.Title = new TableTitle(Markup.Escape(title), new Style(decoration: Decoration.Bold));
        }

        foreach (PageColumn column in page.Columns)
        {
            table.AddColumn(
                new TableColumn(Markup.Escape(column.Heading))
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
            Tone.Strong => $"[bold]{Markup.Escape(text)}[/]",
            Tone.Faint => $"[dim]{Markup.Escape(text)}[/]",
            Tone.Caution => $"[yellow]{Markup.Escape(text)}[/]",
            Tone.Grave => $"[red]{Markup.Escape(text)}[/]",
            _ => Markup.Escape(text),
        };
}
