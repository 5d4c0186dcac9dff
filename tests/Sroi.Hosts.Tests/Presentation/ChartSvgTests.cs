using System.Xml.Linq;
using Sroi.Presentation.Charting;

namespace Sroi.Hosts.Tests.Presentation;

/// <summary>The still pictures: well-formed, told in words, nothing out of sight, bars where their values are.</summary>
public class ChartSvgTests
{
    public static TheoryData<string, string?> All => ShownCases.All;

    [Theory]
    [MemberData(nameof(All))]
    public void A_picture_is_well_formed_and_told_in_words(string service, string? variant) =>
        Assert.All(
            ServiceCharts.Of(service, variant),
            one =>
            {
                Drawing drawing = Drawing.Of(one.Chart);
                Assert.Equal("{http://www.w3.org/2000/svg}svg", drawing.Root.Name);
                Assert.Equal("img", drawing.Root.Attribute("role")?.Value);
                Assert.Equal($"{one.Chart.Title} {one.Chart.Alternative}", drawing.Root.Attribute("aria-label")?.Value);
                Assert.True(drawing.IsFinite);
                Assert.DoesNotContain(
                    "http",
                    drawing.Source.Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal),
                    StringComparison.Ordinal
                );
            }
        );

    [Theory]
    [MemberData(nameof(All))]
    public void No_text_leaves_the_picture(string service, string? variant) =>
        Assert.All(
            ServiceCharts.Of(service, variant).SelectMany(one => Drawing.Of(one.Chart).Texts.Select(text => (one.Chart.Name, Text: text))),
            one =>
            {
                if (one.Text.Attribute("transform") is null)
                {
                    (double from, double to) = Drawing.Reach(one.Text);
                    Assert.True(from >= 0 && to <= 760, $"{one.Name}: '{one.Text.Value}' reaches from {from:0} to {to:0}");
                }
            }
        );

    [Theory]
    [MemberData(nameof(All))]
    public void Everything_lies_above_the_lower_edge(string service, string? variant) =>
        Assert.All(
            ServiceCharts.Of(service, variant).Select(one => Drawing.Of(one.Chart)),
            drawing =>
            {
                double height = Drawing.Number(drawing.Root, "height");
                Assert.Equal($"0 0 760 {drawing.Root.Attribute("height")!.Value}", drawing.Root.Attribute("viewBox")!.Value);
                Assert.All(
                    drawing.Texts.Where(text => text.Attribute("y") is not null),
                    text => Assert.InRange(Drawing.Number(text, "y"), 0, height)
                );
                Assert.All(drawing.Rectangles, bar => Assert.InRange(Drawing.Number(bar, "y") + Drawing.Number(bar, "height"), 0, height));
            }
        );

    [Theory]
    [MemberData(nameof(All))]
    public void The_picture_has_title_axes_and_source(string service, string? variant) =>
        Assert.All(
            ServiceCharts.Of(service, variant),
            one =>
            {
                string[] texts = [.. Drawing.Of(one.Chart).Texts.Select(text => text.Value)];
                string all = string.Join(' ', texts);
                Assert.Contains(one.Chart.Title, all, StringComparison.Ordinal);
                Assert.Contains(one.Chart.Source, all, StringComparison.Ordinal);
                Assert.Contains(one.Chart.IsSideways ? one.Chart.Values.Title : one.Chart.Positions.Title, texts);
            }
        );

    // Two places from −0.6 to 1.6 over 658.4 pixels from 71.6 (42, and 29.6 for ticks of four characters) to 730; values from 0
    // to 100 and 8 % more over 300 pixels below 45 (24, 21 for one line of title).
    [Fact]
    public void An_upright_bar_stands_where_its_value_is()
    {
        XElement[] bars = [.. Drawing.Of(SmallChart.Of(isSideways: false, 100, 54)).Rectangles];
        AssertAt(bars[0], 71.6 + (0.25 / 2.2 * 658.4), 345 - (100 / 108.0 * 300), 0.7 / 2.2 * 658.4, 100 / 108.0 * 300);
        AssertAt(bars[1], 71.6 + (1.25 / 2.2 * 658.4), 345 - 150, 0.7 / 2.2 * 658.4, 150);
    }

    // Values from −50 to 100, 4 % of 150 more at each side: −56 to 106 over 702.6 pixels from 27.4 (20, one character of 7.4); two rows of 40
    // pixels below 45 are 2.2 places.
    [Fact]
    public void A_bar_that_lies_runs_from_nothing_to_either_side()
    {
        XElement[] bars = [.. Drawing.Of(SmallChart.Of(isSideways: true, 100, -50)).Rectangles];
        double zero = 27.4 + (56 / 162.0 * 702.6);
        AssertAt(bars[0], zero, 45 + (0.25 / 2.2 * 80), 100 / 162.0 * 702.6, 0.7 / 2.2 * 80);
        AssertAt(bars[1], zero - (50 / 162.0 * 702.6), 45 + (1.25 / 2.2 * 80), 50 / 162.0 * 702.6, 0.7 / 2.2 * 80);
    }

    [Theory]
    [InlineData("</script><script>alert(1)</script>?")]
    [InlineData("R&D, \"quoted\" and 'quoted' < or > 1?")]
    public void Text_of_any_kind_is_text_in_the_picture(string title)
    {
        Chart chart = SmallChart.Of(isSideways: false, 1) with { Title = title, Alternative = title, Source = title };
        Drawing drawing = Drawing.Of(chart);
        Assert.Equal($"{title} {title}", drawing.Root.Attribute("aria-label")!.Value);
        Assert.Equal(2, drawing.Texts.Count(text => text.Value == title));
        Assert.DoesNotContain("<script", drawing.Source, StringComparison.Ordinal);
    }

    // Half of the last printed digit, a hundredth of a pixel.
    private static void AssertAt(XElement bar, double x, double y, double width, double height)
    {
        Assert.Equal(x, Drawing.Number(bar, "x"), 0.0051);
        Assert.Equal(y, Drawing.Number(bar, "y"), 0.0051);
        Assert.Equal(width, Drawing.Number(bar, "width"), 0.0051);
        Assert.Equal(height, Drawing.Number(bar, "height"), 0.0051);
    }
}
