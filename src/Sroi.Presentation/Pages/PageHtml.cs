using System.Net;
using System.Text;
using Sroi.Quantities;

namespace Sroi.Presentation.Pages;

/// <summary>A page as HTML, to stand within a document: tables with headings that a screen reader reads out, nothing said by colour alone.</summary>
internal static class PageHtml
{
    public static string Write(Page page)
    {
        StringBuilder html = new("<div class=\"sroi\">\n");
        foreach (PageBlock block in page.Blocks)
        {
            switch (block)
            {
                case PageBlock.Line line:
                    html.Append($"<p{Class(line.Tone)}>{Text(line.Text)}</p>\n");
                    break;
                case PageBlock.Table table:
                    html.Append(Write(table.Content));
                    break;
            }
        }

        return html.Append("</div>\n").ToString();
    }

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
