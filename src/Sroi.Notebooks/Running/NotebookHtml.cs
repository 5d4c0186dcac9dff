using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Sroi.Notebooks.Running;

/// <summary>A notebook that has run as one page of HTML that needs nothing else: text, results, and the code folded away.</summary>
public static class NotebookHtml
{
    /// <summary>The page.</summary>
    public static string Write(NotebookFile notebook)
    {
        MarkdownText markdown = new(notebook.Folder);
        StringBuilder body = new();
        foreach (NotebookCell cell in notebook.Cells)
        {
            if (cell.Kind == CellKind.Markdown)
            {
                body.Append("<section class=\"text\">\n").Append(markdown.Html(cell)).Append("</section>\n");
            }
            else if (cell.Kind == CellKind.Code && cell.Source.Trim().Length > 0)
            {
                AppendCode(body, cell, markdown);
            }
        }

        return NotebookPage.Of(
            markdown.Title ?? Path.GetFileNameWithoutExtension(notebook.Path),
            hasHeading: markdown.Title is not null,
            body.ToString()
        );
    }

    private static void AppendCode(StringBuilder body, NotebookCell cell, MarkdownText markdown)
    {
        JsonObject[] outputs = [.. cell.Outputs];
        bool isOpen = outputs.Any(output => TypeOf(output) == "error") || cell.Tags.Any(tag => tag.EndsWith("parameters", StringComparison.Ordinal));
        string number = cell.ExecutionCount is { } count ? string.Create(CultureInfo.InvariantCulture, $" of cell {count}") : " (not run)";
        body.Append("<section class=\"cell\">\n")
            .Append(CultureInfo.InvariantCulture, $"<details{(isOpen ? " open" : "")}><summary>Code{number}</summary>")
            .Append(
                CultureInfo.InvariantCulture,
                $"<pre><code class=\"language-csharp\">{WebUtility.HtmlEncode(cell.Source)}</code></pre></details>\n"
            );
        foreach (JsonObject output in outputs)
        {
            // What is too wide is scrolled, by the keyboard too.
            body.Append(CultureInfo.InvariantCulture, $"<div class=\"output\" tabindex=\"0\" role=\"group\" aria-label=\"Result{number}\">")
                .Append(OutputHtml.Of(output, markdown))
                .Append("</div>\n");
        }

        body.Append("</section>\n");
    }

    private static string? TypeOf(JsonObject output) => (string?)output["output_type"];
}
