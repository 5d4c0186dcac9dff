using System.Net;

namespace Sroi.Notebooks.Running;

/// <summary>The page around a notebook: the one place that knows its head, its looks and what it may load.</summary>
internal static class NotebookPage
{
    // Everything is in the page itself; the policy makes sure of it whatever a cell has put out.
    private const string Policy =
        "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval' blob:; worker-src blob:; "
        + "style-src 'unsafe-inline'; img-src data: blob:; font-src data:";

    private const string Style = """
        :root { color-scheme: light; }
        body { margin: 0; font: 1rem/1.55 system-ui, sans-serif; color: #1a1a1a; background: #fff; }
        main { max-width: 60rem; margin: 0 auto; padding: 1.5rem; }
        h1, h2, h3 { line-height: 1.25; }
        a { color: #0b4f9e; }
        table { border-collapse: collapse; margin: .75rem 0; font-variant-numeric: tabular-nums; }
        th, td { border-bottom: 1px solid #c8c8c8; padding: .25rem .6rem; text-align: left; vertical-align: top; }
        thead th { border-bottom: 2px solid #555; }
        pre { overflow-x: auto; padding: .6rem .8rem; background: #f6f6f6; font-size: .875rem; white-space: pre-wrap; }
        td pre { margin: 0; padding: 0; background: none; }
        .output { overflow-x: auto; margin: .75rem 0; }
        .output img, .output svg { max-width: 100%; }
        .stderr { border-left: 4px solid #8a5a00; }
        .error { border-left: 4px solid #b00020; padding: .1rem 1rem; background: #fdf3f4; }
        details > summary { cursor: pointer; color: #555; font-size: .875rem; }
        summary:focus-visible, a:focus-visible { outline: 3px solid #0b4f9e; outline-offset: 2px; }
        @media print {
          main { max-width: none; padding: 0; }
          .cell > details:not([open]) { display: none; }
          .output, table, figure { break-inside: avoid; }
          h1, h2, h3 { break-after: avoid; }
        }
        """;

    public static string Of(string title, bool hasHeading, string body)
    {
        string encoded = WebUtility.HtmlEncode(title);
        string heading = hasHeading ? "" : $"<h1>{encoded}</h1>\n";
        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="{Policy}">
            <title>{encoded}</title>
            <style>
            {Style}
            </style>
            </head>
            <body>
            <main>
            {heading}{body}</main>
            </body>
            </html>

            """.ReplaceLineEndings("\n");
    }
}
