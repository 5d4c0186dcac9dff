using System.Text;
using Sroi.Quantities;

namespace Sroi.Presentation.Pages;

/// <summary>A page as plain text: tables in columns, long lines broken.</summary>
internal static class PageText
{
    private const int Width = 110;

    public static string Write(Page page)
    {
        StringBuilder text = new();
        foreach (PageBlock block in page.Blocks)
        {
            switch (block)
            {
                case PageBlock.Line line:
                    Wrap(text, VisibleText.Of(line.Text));
                    break;
                case PageBlock.Table table:
                    Write(text, table.Content);
                    break;
                default:
                    text.Append('\n');
                    break;
            }
        }

        return text.ToString().TrimEnd('\n');
    }

    private static void Write(StringBuilder text, PageTable table)
    {
        if (table.Title is { } title)
        {
            text.Append(VisibleText.Of(title)).Append('\n');
        }

        string[][][] rows = [Lines(table.Columns.Select(column => column.Heading)), .. table.Rows.Select(row => Lines(row.Cells))];
        int[] widths = [.. table.Columns.Select((_, column) => rows.Max(row => row[column].Max(line => line.Length)))];
        foreach ((int index, string[][] row) in rows.Index())
        {
            for (int line = 0; line < row.Max(cell => cell.Length); line++)
            {
                IEnumerable<string> cells = row.Select(
                    (cell, column) =>
                        table.Columns[column].IsNumber ? At(cell, line).PadLeft(widths[column]) : At(cell, line).PadRight(widths[column])
                );
                text.Append(string.Join("  ", cells).TrimEnd()).Append('\n');
            }

            if (index == 0)
            {
                text.Append(string.Join("  ", widths.Select(width => new string('-', width)))).Append('\n');
            }
        }
    }

    private static string[][] Lines(IEnumerable<string> cells) => [.. cells.Select(cell => VisibleText.Of(cell).Split('\n'))];

    private static string At(string[] lines, int index) => index < lines.Length ? lines[index] : "";

    private static void Wrap(StringBuilder text, string line)
    {
        string indent = line[..(line.Length - line.TrimStart().Length)];
        int column = indent.Length;
        text.Append(indent);
        foreach (string word in line[indent.Length..].Split(' '))
        {
            if (column + word.Length > Width && column > indent.Length)
            {
                text.Length--;
                text.Append('\n').Append(indent);
                column = indent.Length;
            }

            text.Append(word).Append(' ');
            column += word.Length + 1;
        }

        text.Length--;
        text.Append('\n');
    }
}
