using System.Text.Json;
using System.Text.Json.Nodes;
using Sroi.Presentation.Charting;

namespace Sroi.Hosts.Tests.Presentation;

/// <summary>What a chart hands to plotly.js, read back from its HTML.</summary>
internal static class PlotlyJson
{
    public static JsonNode Of(Chart chart)
    {
        string html = chart.ToHtml();
        const string start = "<script type=\"application/json\" data-sroi-figure=";
        int from = html.IndexOf('>', html.IndexOf(start, StringComparison.Ordinal)) + 1;
        return JsonNode.Parse(html[from..html.IndexOf("</script>", from, StringComparison.Ordinal)])!;
    }

    public static JsonNode[] Traces(Chart chart) => [.. Of(chart)["data"]!.AsArray().Select(trace => trace!)];

    public static double[] Numbers(JsonNode trace, string name) => trace[name].Deserialize<double[]>()!;
}
