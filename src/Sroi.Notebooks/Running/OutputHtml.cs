using System.Net;
using System.Text.Json.Nodes;
using Sroi.Notebooks.Documents;
using Sroi.Notebooks.Mathematics;
using Sroi.Presentation.Charting;

namespace Sroi.Notebooks.Running;

/// <summary>One output of a cell as HTML; of several types, the richest.</summary>
internal static class OutputHtml
{
    public static string Of(JsonObject output, MarkdownText markdown) =>
        JsonText.Single(output["output_type"]) switch
        {
            "stream" => Stream(output),
            "error" => Error(output),
            _ => Value(output["data"] as JsonObject ?? [], markdown),
        };

    private static string Stream(JsonObject output) =>
        $"<pre class=\"{(JsonText.Single(output["name"]) == "stderr" ? "stderr" : "stdout")}\">{AnsiHtml.Of(TerminalText.Settled(JsonText.Read(output["text"])))}</pre>";

    private static string Error(JsonObject output)
    {
        string lines = string.Join('\n', (output["traceback"] as JsonArray ?? []).Select(line => JsonText.Read(line)));
        string heading = $"<strong>{Encoded(JsonText.Read(output["ename"]))}</strong>";
        return $"<div class=\"error\" role=\"alert\"><p>This cell failed: {heading}</p><pre>{AnsiHtml.Of(lines)}</pre></div>";
    }

    private static string Value(JsonObject data, MarkdownText markdown)
    {
        string? Text(string type) => data.ContainsKey(type) ? JsonText.Read(data[type]) : null;
        return Text("text/html") is { } html ? OfflineHtml.Of(PlotlyScript.Without(html))
            : Text("image/svg+xml") is { } svg ? OfflineHtml.Of(svg)
            : Text("image/png") is { } png ? Image("png", png, Text("text/plain"))
            : Text("image/jpeg") is { } jpeg ? Image("jpeg", jpeg, Text("text/plain"))
            : Text("text/latex") is { } latex ? MathMl.Display(MathMl.Bare(latex))
            : Text("text/markdown") is { } text ? markdown.Html(text, attachments: null)
            : (Text("application/javascript") ?? Text("text/javascript")) is { } script ? $"<script>{script}</script>"
            : $"<pre>{AnsiHtml.Of(Text("text/plain") ?? Text("application/json") ?? "")}</pre>";
    }

    private static string Image(string kind, string base64, string? alternative)
    {
        string data = string.Concat(base64.Where(c => !char.IsWhiteSpace(c)));
        return $"<img src=\"data:image/{kind};base64,{data}\" alt=\"{Encoded(alternative ?? "Figure")}\">";
    }

    private static string Encoded(string text) => WebUtility.HtmlEncode(text);
}
