using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Data.Analysis;
using Sroi.Quantities;

namespace Sroi.Notebooks.Showing;

/// <summary>The first rows of a data frame as a table, with its size.</summary>
internal static class DataFrameTable
{
    private const int Shown = 20;

    public static string Html(DataFrame frame)
    {
        StringBuilder html = new("<table><thead><tr>");
        foreach (DataFrameColumn column in frame.Columns)
        {
            html.Append("<th scope=\"col\">").Append(WebUtility.HtmlEncode(VisibleText.Of(column.Name))).Append("</th>");
        }

        html.Append("</tr></thead><tbody>");
        foreach (object?[] row in Head(frame))
        {
            html.Append("<tr>");
            foreach (object? value in row)
            {
                html.Append(IsNumber(value) ? "<td style=\"text-align:right\">" : "<td style=\"text-align:left\">")
                    .Append(WebUtility.HtmlEncode(Text(value)))
                    .Append("</td>");
            }

            html.Append("</tr>");
        }

        return html.Append("</tbody></table><p>").Append(Size(frame)).Append("</p>").ToString();
    }

    public static string Text(DataFrame frame)
    {
        string[][] rows =
        [
            [.. frame.Columns.Select(column => VisibleText.Of(column.Name))],
            .. Head(frame).Select(row => row.Select(Text).ToArray()),
        ];
        int[] widths = [.. Enumerable.Range(0, frame.Columns.Count).Select(column => rows.Max(row => row[column].Length))];
        bool[] areNumbers = [.. frame.Columns.Select(column => column.IsNumericColumn())];
        StringBuilder text = new();
        foreach (string[] row in rows)
        {
            IEnumerable<string> cells = row.Select((cell, i) => areNumbers[i] ? cell.PadLeft(widths[i]) : cell.PadRight(widths[i]));
            text.Append(string.Join("  ", cells).TrimEnd()).Append('\n');
        }

        return text.Append(Size(frame)).ToString();
    }

    private static IEnumerable<object?[]> Head(DataFrame frame) =>
        Enumerable.Range(0, (int)Math.Min(Shown, frame.Rows.Count)).Select(row => frame.Columns.Select(column => (object?)column[row]).ToArray());

    private static string Size(DataFrame frame)
    {
        string rows = frame.Rows.Count == 1 ? "row" : "rows";
        string columns = frame.Columns.Count == 1 ? "column" : "columns";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{(frame.Rows.Count > Shown ? $"First {Shown} of " : "")}{frame.Rows.Count} {rows}, {frame.Columns.Count} {columns}"
        );
    }

    private static string Text(object? value) => VisibleText.Of(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");

    private static bool IsNumber(object? value) =>
        value is sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal;
}
