namespace Sroi.Presentation.Charting;

/// <summary>A chart as a still picture: SVG that needs nothing else, for reports, e-mail, print and places without JavaScript.</summary>
internal static class ChartSvg
{
    /// <summary>A document of its own, with title, source line and what it shows in words.</summary>
    public static string Write(Chart chart) => new SvgDrawing(chart, [.. TextLines.Of(chart.Source, 125)]).Document();

    /// <summary>The picture alone, where the source line stands beside it.</summary>
    public static string Picture(Chart chart) => new SvgDrawing(chart, []).Document();
}
