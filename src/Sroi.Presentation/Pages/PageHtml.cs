using System.Net;
using System.Text;
using Sroi.Quantities;

namespace Sroi.Presentation.Pages;

/// <summary>Blocks as HTML, to stand within a document: tables with headings that a screen reader reads out, nothing said by colour alone.</summary>
internal sealed class PageHtml : PageMedium
{
    private readonly StringBuilder _html = new();

    private PageHtml() { }

    /// <summary>A page in an element of its own.</summary>
    public static string Write(Page page) => $"<div class=\"sroi\">\n{Of(page.Blocks)}</div>\n";

    /// <summary>Blocks one after the other.</summary>
    public static string Of(IEnumerable<PageBlock> blocks)
    {
        PageHtml medium = new();
        medium.Write(blocks);
        return medium._html.ToString();
    }

    public override void Write(PageBlock.Line line) => _html.Append($"<p{Class(line.Tone)}>{Text(line.Text)}</p>\n");

    public override void Write(PageBlock.Table table) => _html.Append(Write(table.Content));

    public override void Write(PageBlock.Space space) { }

    public override void Write(PageBlock.Heading heading) =>
        _html.Append(heading.Section is { } section ? $"<h2 id=\"{section}\">{Text(heading.Text)}</h2>\n" : $"<h3>{Text(heading.Text)}</h3>\n");

    public override void Write(PageBlock.List list) =>
        _html.Append($"<ul>\n{string.Concat(list.Items.Select(item => $"<li>{Text(item)}</li>\n"))}</ul>\n");

    public override void Write(PageBlock.Picture picture) => _html.Append(picture.Content.ToFragment());

    public override void Write(PageBlock.Note note) =>
        _html.Append(
            $"<div class=\"{(note.Tone == Tone.Caution ? "caveat" : "answer")}\" role=\"region\" aria-label=\"{Text(note.Label)}\"><p>{Text(note.Text)}</p></div>\n"
        );

    public override void Write(PageBlock.Code code) => _html.Append($"<pre tabindex=\"0\"><code>{Text(code.Text)}</code></pre>\n");

    public override void Write(PageBlock.Part part) => _html.Append(Write(part.Content));

    public static string Write(PageTable table)
    {
        StringBuilder html = new("<div class=\"sroi-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"");
        html.Append(Text((table.Title ?? "Table").Replace('\n', ' '))).Append("\"><table class=\"sroi-table\">\n");
        if (table.Title is { } title)
        {
            html.Append($"<caption>{Text(title)}</caption>\n");
        }

        html.Append("<thead><tr>");
        foreach (PageColumn column in table.Columns)
        {
            string tag = column.Heading.Length == 0 ? "td" : "th";
            string scope = column.Heading.Length == 0 ? "" : " scope=\"col\"";
            html.Append($"<{tag}{scope}{Look(null, column)}>{Text(column.Heading)}</{tag}>");
        }

        html.Append("</tr></thead>\n<tbody>\n");
        foreach (PageRow row in table.Rows)
        {
            html.Append($"<tr{Class(row.Tone)}>");
            foreach ((int index, string cell) in row.Cells.Index())
            {
                string tag = index == 0 && cell.Length > 0 ? "th" : "td";
                string scope = tag == "th" ? " scope=\"row\"" : "";
                bool isPicture = IsBar(cell);
                string look = Look(isPicture ? "sroi-bar" : null, table.Columns[index]);
                html.Append($"<{tag}{scope}{(isPicture ? " aria-hidden=\"true\"" : "")}{look}>{Text(cell)}</{tag}>");
            }

            html.Append("</tr>\n");
        }

        html.Append("</tbody></table></div>\n");
        if (!table.Folded.IsEmpty)
        {
            string others = $"{(table.Title is { } whole ? $"{whole}: " : "")}the other {table.Folded.Length:N0} rows";
            html.Append($"<details><summary>{Text(others)}</summary>\n");
            html.Append(Write(table with { Title = others, Rows = table.Folded, Folded = [] })).Append("</details>\n");
        }

        return html.ToString();
    }

    // A bar made of characters is a picture of its neighbours, and read out it is noise.
    private static bool IsBar(string cell) => cell.AsSpan().ContainsAny('░', '█', '│');

    private static string Look(string? own, PageColumn column)
    {
        string[] classes = [.. new[] { own, column.IsNumber ? "sroi-number" : null }.OfType<string>()];
        return classes.Length == 0 ? "" : $" class=\"{string.Join(' ', classes)}\"";
    }

    private static string Class(Tone tone) => tone == Tone.Plain ? "" : $" class=\"sroi-{tone.ToString().ToLowerInvariant()}\"";

    public static string Text(string text) => WebUtility.HtmlEncode(VisibleText.Of(text)).Replace("\n", "<br>", StringComparison.Ordinal);
}
