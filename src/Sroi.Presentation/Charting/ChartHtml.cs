using System.Security.Cryptography;
using System.Text;
using Plotly.NET;
using Sroi.Presentation.Pages;

namespace Sroi.Presentation.Charting;

/// <summary>A chart as HTML: a still picture that every reader can show, made live where plotly.js is in the document, with its figures as a table.</summary>
internal static class ChartHtml
{
    /// <summary>The attribute that marks the charts of a document.</summary>
    public const string Attribute = "data-sroi-chart=";

    public static string Write(Chart chart)
    {
        string json = Escaped(PlotlyFigure.Json(chart));
        return Figure(
            $"{Word(chart.Name)}-{Address(json)}",
            json,
            $"""
            <div class="sroi-still">{ChartSvg.Picture(chart)}</div>
            <div class="sroi-live" role="img" aria-label="{PageHtml.Text(chart.Title + " " + chart.Alternative)}" hidden></div>
            <figcaption>{PageHtml.Words(chart.Source)}</figcaption>
            <details><summary>What this chart shows, in words and figures</summary>
            <p>{PageHtml.Words(chart.Alternative)}</p>
            {TableHtml.Write(chart.Figures)}</details>

            """
        );
    }

    /// <summary>A chart that was made with Plotly.NET directly.</summary>
    public static string Write(GenericChart chart)
    {
        string json = Escaped(GenericChart.toJson(chart));
        return Figure($"plotly-{Address(json)}", json, "<div class=\"sroi-live\" role=\"img\" aria-label=\"A chart made with Plotly.NET\"></div>\n");
    }

    private static string Figure(string id, string json, string content) =>
        $"""
            <figure class="sroi sroi-chart" {Attribute}"{id}">
            {content}<script type="application/json" data-sroi-figure="{id}">{json}</script>
            <script>{PlotlyScript.Draw(id)}</script>
            </figure>

            """;

    // Text within a script must not end it.
    private static string Escaped(string json) => json.Replace("<", "\\u003c", StringComparison.Ordinal);

    // Used in attributes and in the script that finds the chart.
    private static string Word(string name) => string.Concat(name.Where(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-'));

    // Equal charts have equal addresses; both are drawn.
    private static string Address(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)))[..12];
}
