using Sroi.Presentation.Charting;
using Sroi.Presentation.Pages;

namespace Sroi.Presentation;

/// <summary>A document of HTML that needs nothing else: styles and plotly.js are in it, and nothing is fetched from the network.</summary>
public static class HtmlDocument
{
    /// <summary>The document. Where its body has charts, plotly.js is put in once, however often the body brings it.</summary>
    /// <param name="title">Its title, as plain text.</param>
    /// <param name="body">Its content as HTML: a <c>main</c> with one <c>h1</c>.</param>
    /// <param name="style">Rules of style of its own; empty for none.</param>
    public static string Write(string title, string body, string style = "")
    {
        string bare = PlotlyScript.Without(body);
        return $"""
            <!DOCTYPE html>
            <html lang="en-GB">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="{Policy}">
            <title>{PageHtml.Text(title)}</title>
            <style>
            {HtmlStyle.Fragment}
            {HtmlStyle.Document}
            {style}
            </style>
            {(PlotlyScript.IsNeededBy(bare) ? PlotlyScript.Element() : "")}</head>
            <body>
            {bare}<script>{OpenForPrint}</script>
            </body>
            </html>

            """;
    }

    // Everything is in the document itself; the policy makes sure of it, whatever the body has in it.
    private const string Policy =
        "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval' blob:; worker-src blob:; "
        + "style-src 'unsafe-inline'; img-src data: blob:; font-src data:; "
        // These two do not follow from the default.
        + "form-action 'none'; base-uri 'none'";

    // Where the style cannot, the figures of charts are opened for print.
    private const string OpenForPrint =
        "window.addEventListener('beforeprint',function(){document.querySelectorAll('details').forEach(function(part){part.open=true;});});";
}
