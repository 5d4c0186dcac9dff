namespace Sroi.Presentation.Charting;

/// <summary>A chart as a still picture: SVG that needs nothing else, for reports, e-mail, print and places without JavaScript.</summary>
internal static class ChartSvg
{
    /// <summary>A document of its own, with title, source line and what it shows in words.</summary>
    public static string Write(Chart chart) => new SvgDrawing(chart, [.. TextLines.Of(chart.Source, 105)]).Document();

    /// <summary>The picture alone, for a place that has the source line beside it: as it is, and for a telephone.</summary>
    public static string Picture(Chart chart) =>
        $"<div class=\"sroi-full\">{new SvgDrawing(chart, []).Document()}</div><div class=\"sroi-narrow\">{new SvgDrawing(NarrowChart.Of(chart), []).Document()}</div>";
}
