using System.Text.Json.Nodes;
using Plotly.NET;
using Sroi.Presentation.Charting;
using Chart = Sroi.Presentation.Charting.Chart;

namespace Sroi.Hosts.Tests.Presentation;

/// <summary>The live charts: the same figures as the still pictures, the same also by way of Plotly.NET, and any text only text.</summary>
public class PlotlyTests
{
    public static TheoryData<string, string?> All => ShownCases.All;

    [Theory]
    [MemberData(nameof(All))]
    public void A_bar_of_the_live_chart_is_as_long_as_in_the_picture(string service, string? variant) =>
        Assert.All(
            ServiceCharts.Of(service, variant).Where(one => one.Chart.Series.All(s => s is not Series.Grid)),
            one => AssertSameBars(one.Chart)
        );

    [Theory]
    [MemberData(nameof(All))]
    public void Each_series_is_a_trace_with_its_values(string service, string? variant) =>
        Assert.All(
            ServiceCharts.Of(service, variant).Select(one => one.Chart),
            chart =>
                Assert.All(
                    chart.Series.Zip(PlotlyJson.Traces(chart)),
                    pair =>
                    {
                        (string at, string value) = chart.IsSideways ? ("y", "x") : ("x", "y");
                        Assert.Equal(Places(pair.First), PlotlyJson.Numbers(pair.Second, at));
                        Assert.Equal(Values(pair.First), PlotlyJson.Numbers(pair.Second, value));
                    }
                )
        );

    [Theory]
    [MemberData(nameof(All))]
    public void By_way_of_plotly_net_it_is_the_same_chart(string service, string? variant) =>
        Assert.All(
            ServiceCharts.Of(service, variant).Select(one => one.Chart),
            chart =>
            {
                JsonNode own = PlotlyJson.Of(chart),
                    other = JsonNode.Parse(GenericChart.toJson(chart.ToPlotly()))!;
                Assert.True(JsonNode.DeepEquals(own["data"], other["data"]), chart.Name);
                Assert.True(JsonNode.DeepEquals(own["layout"], other["layout"]), chart.Name);
                Assert.True(JsonNode.DeepEquals(own["config"], other["config"]), chart.Name);
            }
        );

    [Theory]
    [InlineData("</script><script>alert(1)</script>?", "&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;?")]
    [InlineData("R&D &amp; \"quoted\" < 1?", "R&amp;D &amp;amp; \"quoted\" &lt; 1?")]
    public void Text_of_any_kind_is_text_in_the_live_chart(string text, string written)
    {
        Chart chart = SmallChart.Of(isSideways: false, 1) with { Title = text, Alternative = text, Source = text };
        chart = chart with
        {
            Series = [new Series.Bars(text, Ink.Gain, [new(0, 0, 1) { Label = text }])],
            Positions = chart.Positions with { Categories = [text] },
            Marks = [new(1, text, Dash.Solid)],
        };
        JsonNode json = PlotlyJson.Of(chart);
        Assert.Equal($"<b>{written}</b>", json["layout"]!["title"]!["text"]!.GetValue<string>());
        Assert.Equal(written, json["layout"]!["annotations"]![0]!["text"]!.GetValue<string>());
        Assert.Equal(written, json["layout"]!["xaxis"]!["ticktext"]![0]!.GetValue<string>().Replace("<br>", " ", StringComparison.Ordinal));
        Assert.Equal(written, json["data"]![0]!["name"]!.GetValue<string>());
        Assert.Equal(written, json["data"]![0]!["text"]![0]!.GetValue<string>());
        Assert.Equal($"{written}<br>{written}: {written}", json["data"]![0]!["hovertext"]![0]!.GetValue<string>());
        AssertTwoScripts(chart.ToHtml());
    }

    // What plotly.js is told in and what draws it.
    private static void AssertTwoScripts(string html)
    {
        Assert.Equal(3, html.Split("<script").Length);
        Assert.Equal(3, html.Split("</script>").Length);
    }

    // One factor from values to pixels for all bars of a chart, from the longest of them.
    private static void AssertSameBars(Chart chart)
    {
        string along = chart.IsSideways ? "width" : "height",
            value = chart.IsSideways ? "x" : "y";
        double[] values =
        [
            .. PlotlyJson
                .Traces(chart)
                .Where(trace => trace["type"]!.GetValue<string>() == "bar")
                .SelectMany(trace => PlotlyJson.Numbers(trace, value)),
        ];
        double[] pixels = [.. Drawing.Of(chart).Rectangles.Take(values.Length).Select(bar => Drawing.Number(bar, along))];
        double scale = values.Length == 0 ? 0 : pixels.Max() / values.Max(Math.Abs);
        Assert.Equal(values.Length, pixels.Length);
        Assert.All(values.Zip(pixels), bar => Assert.Equal(double.IsFinite(scale) ? Math.Abs(bar.First) * scale : 0, bar.Second, 0.02));
    }

    private static IEnumerable<double> Places(Series series) =>
        series switch
        {
            Series.Bars bars => bars.Items.Select(bar => bar.At),
            Series.Curve curve => curve.Points.Select(point => point.At),
            Series.Band band => band.Points.Concat(band.Points.Reverse()).Select(point => point.At),
            Series.Dots dots => dots.Points.Select(point => point.At),
            Series.Grid grid => grid.Across,
            _ => [],
        };

    private static IEnumerable<double> Values(Series series) =>
        series switch
        {
            Series.Bars bars => bars.Items.Select(bar => bar.To - bar.From),
            Series.Curve curve => curve.Points.Select(point => point.Value),
            Series.Band band => band.Points.Select(point => point.Low).Concat(band.Points.Reverse().Select(point => point.High)),
            Series.Dots dots => dots.Points.Select(point => point.Value),
            Series.Grid grid => grid.Up,
            _ => [],
        };
}
