using Sroi.Presentation.Charting;
using Sroi.Presentation.Pages;

namespace Sroi.Presentation;

/// <summary>A document of HTML that needs nothing else: styles and plotly.js are in it, and nothing is fetched from the network.</summary>
public static class HtmlDocument
{
    /// <summary>The document. Where its body has charts, plotly.js is put in once, however often the body brings it.</summary>
    /// <param name="title">Its title, as plain text.</param>
    /// <param name="body">What stands in it, as HTML: a <c>main</c> with one <c>h1</c>.</param>
    public static string Write(string title, string body)
    {
        string bare = PlotlyScript.Without(body);
        bool isLive = bare.Length < body.Length || bare.Contains(ChartHtml.Attribute, StringComparison.Ordinal);
        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{PageHtml.Text(title)}</title>
            <style>
            {HtmlStyle.Document}
            {HtmlStyle.Fragment}
            </style>
            {(isLive ? PlotlyScript.Element() : "")}</head>
            <body>
            {bare}<script>{OpenForPrint}</script>
            </body>
            </html>

            """;
    }

    // Where the style cannot, folded parts are opened for print.
    private const string OpenForPrint =
        "window.addEventListener('beforeprint',function(){document.querySelectorAll('details').forEach(function(part){part.open=true;});});";
}
