using System.Net;
using Sroi.Presentation;

namespace Sroi.Notebooks.Running;

/// <summary>The page around a notebook, with the styles of notebook elements.</summary>
internal static class NotebookPage
{
    private const string Style = """
        .output { overflow-x: auto; margin: .75rem 0; }
        .output table, .text table { border-collapse: collapse; }
        .output th, .output td, .text th, .text td { border-bottom: 1px solid #c8c8c8; padding: .25rem .6rem; text-align: left; vertical-align: top; }
        .output .sroi-number { text-align: right; }
        .stderr { border-left: 4px solid #8a5a00; }
        .error { border-left: 4px solid #b00020; padding: .1rem 1rem; background: #fdf3f4; }
        math[display="block"] { overflow-x: auto; margin: .75rem 0; }
        .cell > details > summary, .text > details > summary { cursor: pointer; color: #555; font-size: .875rem; }
        @media print { .cell > details:not([open]) { display: none; } }
        """;

    public static string Of(string title, bool hasHeading, string body)
    {
        string heading = hasHeading ? "" : $"<h1>{WebUtility.HtmlEncode(title)}</h1>\n";
        return HtmlDocument.Write(title, $"<main>\n{heading}{body}</main>\n", Style).ReplaceLineEndings("\n");
    }
}
