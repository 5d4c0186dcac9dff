using System.Text;

namespace Sroi.Presentation.Pages;

/// <summary>A table as HTML. Where it is too narrow for the columns, each row becomes a card of labels and values.</summary>
internal static class TableHtml
{
    // A table of so many columns is read on a telephone as it is.
    private const int MostColumnsOfNarrow = 3;

    public static string Write(PageTable table)
    {
        bool isStacked = table.Columns.Length > MostColumnsOfNarrow;
        StringBuilder html = new("<div class=\"sroi-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"");
        html.Append(PageHtml.Text((table.Title ?? "Table").Replace('\n', ' ')))
            .Append($"\"><table class=\"sroi-table{(isStacked ? " sroi-stack\" role=\"table" : "")}\">\n");
        if (table.Title is { } title)
        {
            html.Append($"<caption>{PageHtml.Words(title)}</caption>\n");
        }

        html.Append($"<thead{Role(isStacked, "rowgroup")}><tr{Role(isStacked, "row")}>");
        foreach (PageColumn column in table.Columns)
        {
            string tag = column.Heading.Length == 0 ? "td" : "th";
            string scope = column.Heading.Length == 0 ? "" : " scope=\"col\"" + Role(isStacked, "columnheader");
            html.Append($"<{tag}{scope}{Look(null, column)}>{PageHtml.Words(column.Heading)}</{tag}>");
        }

        html.Append($"</tr></thead>\n<tbody{Role(isStacked, "rowgroup")}>\n");
        foreach (PageRow row in table.Rows)
        {
            Row(html, table, row, isStacked);
        }

        html.Append("</tbody></table></div>\n");
        if (!table.Folded.IsEmpty)
        {
            string others = $"{(table.Title is { } whole ? $"{whole}: " : "")}the other {table.Folded.Length:N0} rows";
            html.Append($"<details><summary>{PageHtml.Text(others)}</summary>\n");
            html.Append(Write(table with { Title = others, Rows = table.Folded, Folded = [] })).Append("</details>\n");
        }

        return html.ToString();
    }

    private static void Row(StringBuilder html, PageTable table, PageRow row, bool isStacked)
    {
        html.Append($"<tr{Role(isStacked, "row")}{PageHtml.Class(row.Tone)}>");
        foreach ((int index, string cell) in row.Cells.Index())
        {
            bool isHeader = index == 0 && cell.Length > 0;
            string tag = isHeader ? "th" : "td",
                scope = isHeader ? " scope=\"row\"" : "",
                role = Role(isStacked, isHeader ? "rowheader" : "cell"),
                label = isStacked && !isHeader ? $" data-label=\"{Label(table.Columns[index])}\"" : "";
            bool isPicture = IsBar(cell);
            string[] looks = [.. new[] { isPicture ? "sroi-bar" : null, isStacked && cell.Length == 0 ? "sroi-empty" : null }.OfType<string>()];
            string look = Look(looks.Length == 0 ? null : string.Join(' ', looks), table.Columns[index]);
            html.Append($"<{tag}{scope}{role}{label}{(isPicture ? " aria-hidden=\"true\"" : "")}{look}>{PageHtml.Words(cell)}</{tag}>");
        }

        html.Append("</tr>\n");
    }

    private static string Role(bool isStacked, string role) => isStacked ? $" role=\"{role}\"" : "";

    // A heading that was broken within a word is whole again.
    private static string Label(PageColumn column) => PageHtml.Text(column.Heading.Replace("-\n", "", StringComparison.Ordinal).Replace('\n', ' '));

    // A bar made of characters is a picture of its neighbours, and read out it is noise.
    private static bool IsBar(string cell) => cell.AsSpan().ContainsAny('░', '█', '│');

    private static string Look(string? own, PageColumn column)
    {
        string[] classes = [.. new[] { own, column.IsNumber ? "sroi-number" : null }.OfType<string>()];
        return classes.Length == 0 ? "" : $" class=\"{string.Join(' ', classes)}\"";
    }
}
