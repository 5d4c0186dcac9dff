using System.Security.Cryptography;
using System.Text;
using Sroi.Presentation.Pages;

namespace Sroi.Presentation.Charting;

/// <summary>A chart as HTML: a still picture that every reader can show, made live where plotly.js is in the document, with its figures as a table.</summary>
internal static class ChartHtml
{
    public static string Write(Chart chart)
    {
        string json = Escaped(Plotly.NET.GenericChart.toJson(chart.ToPlotly()));
        string id = $"{chart.Name}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)))[..12]}";
        return $"""
            <figure class="sroi sroi-chart" data-sroi-chart="{id}">
            <div class="sroi-still">{ChartSvg.Picture(chart)}</div>
            <div class="sroi-live" role="img" aria-label="{PageHtml.Text(chart.Title + " " + chart.Alternative)}" hidden></div>
            <figcaption>{PageHtml.Text(chart.Source)}</figcaption>
            <details><summary>What this chart shows, in words and figures</summary>
            <p>{PageHtml.Text(chart.Alternative)}</p>
            {PageHtml.Write(chart.Figures)}</details>
            <script type="application/json" data-sroi-figure="{id}">{json}</script>
            <script>{PlotlyScript.Draw(id)}</script>
            </figure>

            """;
    }

    // Text within a script must not end it.
    private static string Escaped(string json) => json.Replace("<", "\\u003c", StringComparison.Ordinal);
}
