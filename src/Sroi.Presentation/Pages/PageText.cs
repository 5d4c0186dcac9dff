using System.Text;
using Sroi.Quantities;

namespace Sroi.Presentation.Pages;

/// <summary>Blocks as plain text: tables in columns, long lines broken.</summary>
internal sealed class PageText : PageMedium
{
    private const int Width = 110;

    private readonly StringBuilder _text = new();

    private PageText() { }

    public static string Write(Page page)
    {
        PageText medium = new();
        medium.Write(page.Blocks);
        return medium._text.ToString().TrimEnd('\n');
    }

    public override void Write(PageBlock.Line line) => Wrap(VisibleText.Of(line.Text));

    public override void Write(PageBlock.Space space) => _text.Append('\n');

    public override void Write(PageBlock.Heading heading)
    {
        string text = VisibleText.Of(heading.Text);
        _text.Append('\n').Append(text).Append('\n').Append(new string(heading.Section is null ? '-' : '=', text.Length)).Append('\n');
        if (heading.Remark.Length > 0)
        {
            Wrap(VisibleText.Of(heading.Remark));
        }
    }

    public override void Write(PageBlock.List list)
    {
        foreach (string item in list.Items)
        {
            Wrap($"- {VisibleText.Of(item)}");
        }
    }

    public override void Write(PageBlock.Picture picture)
    {
        Wrap(picture.Content.ToString());
        Write(picture.Content.Figures);
    }

    public override void Write(PageBlock.Note note) => Wrap($"{note.Label}: {VisibleText.Of(note.Text)}");

    public override void Write(PageBlock.Masthead masthead)
    {
        Wrap(VisibleText.Of(masthead.Title));
        Wrap(VisibleText.Of(masthead.Lead));
        Write(masthead.Facts);
    }

    public override void Write(PageBlock.Answer answer)
    {
        Wrap(VisibleText.Of(answer.Question));
        Wrap(VisibleText.Of($"{(answer.Figure is { } figure ? $"{figure}. " : "")}{answer.Text}"));
        Write(answer.Facts);
    }

    public override void Write(PageBlock.Points points)
    {
        foreach (Point point in points.Items)
        {
            Wrap($"- {VisibleText.Of(point.InALine)}");
        }
    }

    public override void Write(PageBlock.Annex annex)
    {
        Write(new PageBlock.Heading(annex.Text, "annex"));
        Wrap(annex.Remark);
    }

    private void Write(IEnumerable<Fact> facts)
    {
        foreach (Fact fact in facts)
        {
            Wrap(VisibleText.Of($"{fact.Label}: {fact.Value}"));
        }
    }

    public override void Write(PageBlock.Code code) => _text.Append($"    {VisibleText.Of(code.Text)}\n");

    public override void Write(PageBlock.Table table) => Write(table.Content);

    private void Write(PageTable table)
    {
        if (table.Title is { } title)
        {
            _text.Append(VisibleText.Of(title)).Append('\n');
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
                _text.Append(string.Join("  ", cells).TrimEnd()).Append('\n');
            }

            if (index == 0)
            {
                _text.Append(string.Join("  ", widths.Select(width => new string('-', width)))).Append('\n');
            }
        }
    }

    private static string[][] Lines(IEnumerable<string> cells) => [.. cells.Select(cell => VisibleText.Of(cell).Split('\n'))];

    private static string At(string[] lines, int index) => index < lines.Length ? lines[index] : "";

    private void Wrap(string line)
    {
        string indent = line[..(line.Length - line.TrimStart().Length)];
        int column = indent.Length;
        _text.Append(indent);
        foreach (string word in line[indent.Length..].Split(' '))
        {
            if (column + word.Length > Width && column > indent.Length)
            {
                _text.Length--;
                _text.Append('\n').Append(indent);
                column = indent.Length;
            }

            _text.Append(word).Append(' ');
            column += word.Length + 1;
        }

        _text.Length--;
        _text.Append('\n');
    }
}
