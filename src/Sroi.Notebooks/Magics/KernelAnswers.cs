using System.Collections.Immutable;
using System.Net;
using System.Text;
using Sroi.Notebooks.Cells;
using Sroi.Notebooks.Showing;

namespace Sroi.Notebooks.Magics;

/// <summary>Answers about the kernel: its magics, its variables, its version.</summary>
internal static class KernelAnswers
{
    private const int LongestValue = 80;

    public static MimeBundle About()
    {
        string version = typeof(KernelAnswers).Assembly.GetName().Version!.ToString(fieldCount: 3);
        return MimeBundle.Plain($"SROI kernel for C# notebooks, version {version}, on .NET {Environment.Version}.");
    }

    public static MimeBundle Magics() => Table(["magic", "what it does"], Magic.All.Select(magic => new[] { magic.Name, magic.Does }));

    public static MimeBundle Names(IEnumerable<Variable> variables) =>
        MimeBundle.Plain(string.Join('\n', variables.Select(variable => variable.Name)));

    public static MimeBundle Values(IEnumerable<Variable> variables) =>
        Table(["variable", "type", "value"], variables.Select(variable => new[] { variable.Name, variable.Type, Short(variable.Value) }));

    private static string Short(object? value)
    {
        string text = ShownValue.Of(value)?.Data.GetValueOrDefault("text/plain")?.ReplaceLineEndings(" ") ?? "null";
        return text.Length <= LongestValue ? text : $"{text[..(LongestValue - 1)]}…";
    }

    private static MimeBundle Table(string[] head, IEnumerable<string[]> body)
    {
        string[][] rows = [head, .. body];
        int[] widths = [.. head.Select((_, column) => rows.Max(row => row[column].Length))];
        IEnumerable<string> lines = rows.Select(row => string.Join("  ", row.Select((cell, i) => cell.PadRight(widths[i]))).TrimEnd());
        StringBuilder html = new("<table><thead><tr>");
        html.AppendJoin("", head.Select(cell => $"<th scope=\"col\">{cell}</th>")).Append("</tr></thead><tbody>");
        foreach (string[] row in rows.Skip(1))
        {
            html.Append("<tr>").AppendJoin("", row.Select(cell => $"<td>{WebUtility.HtmlEncode(cell)}</td>")).Append("</tr>");
        }

        return new(
            ImmutableDictionary<string, string>
                .Empty.Add("text/html", html.Append("</tbody></table>").ToString())
                .Add("text/plain", string.Join('\n', lines))
        );
    }
}

/// <summary>A variable that a cell declared.</summary>
internal sealed record Variable(string Name, string Type, object? Value);
