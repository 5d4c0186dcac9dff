using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Sroi.Notebooks.Documents;

namespace Sroi.Notebooks.Running;

/// <summary>An executed notebook as one self-contained HTML page: text, results, and folded code.</summary>
public static class NotebookHtml
{
    /// <summary>The page.</summary>
    public static string Write(NotebookFile notebook)
    {
        MarkdownText markdown = new(notebook.Folder);
        StringBuilder body = new();
        foreach (NotebookCell cell in notebook.Cells)
        {
            if (cell.Kind == CellKind.Markdown && cell.Says.Input != Shown.Not)
            {
                string text = markdown.Html(cell);
                body.Append("<section class=\"text\">\n")
                    .Append(cell.Says.Input == Shown.Folded ? Folded("Text", text) : text)
                    .Append("</section>\n");
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
        CellTags says = cell.Says;
        // An unexpected failure is shown, whatever the tags say.
        bool hasFailed = !says.MayFail && cell.Outputs.Any(IsError);
        JsonObject[] outputs = [.. cell.Outputs.Where(output => says.Output != Shown.Not || hasFailed && IsError(output))];
        if (says.Input == Shown.Not && outputs.Length == 0)
        {
            return;
        }

        string number = cell.ExecutionCount is { } count ? string.Create(CultureInfo.InvariantCulture, $" of cell {count}") : " (not run)";
        body.Append("<section class=\"cell\">\n");
        if (says.Input != Shown.Not)
        {
            bool isOpen =
                outputs.Any(IsError) || cell.Tags.Any(tag => tag.EndsWith("parameters", StringComparison.Ordinal)) && says.Input == Shown.Open;
            body.Append(CultureInfo.InvariantCulture, $"<details{(isOpen ? " open" : "")}><summary>Code{number}</summary>")
                .Append(
                    CultureInfo.InvariantCulture,
                    $"<pre><code class=\"language-csharp\">{WebUtility.HtmlEncode(cell.Source)}</code></pre></details>\n"
                );
        }

        string results = string.Concat(outputs.Select(output => Result(output, number, markdown)));
        bool isFolded = says.Output == Shown.Folded && outputs.Length > 0 && !hasFailed;
        body.Append(isFolded ? Folded($"Result{number}", results) : results).Append("</section>\n");
    }

    // Wide output scrolls, also by keyboard.
    private static string Result(JsonObject output, string number, MarkdownText markdown) =>
        $"<div class=\"output\" tabindex=\"0\" role=\"group\" aria-label=\"Result{number}\">{OutputHtml.Of(output, markdown)}</div>\n";

    private static string Folded(string summary, string html) => $"<details><summary>{summary}</summary>\n{html}</details>\n";

    private static bool IsError(JsonObject output) => JsonText.Single(output["output_type"]) == "error";
}
