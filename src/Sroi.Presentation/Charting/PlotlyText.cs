namespace Sroi.Presentation.Charting;

/// <summary>Text as plotly.js writes it: it reads tags in what it is given, and a label is a name, never a link or a style.</summary>
internal static class PlotlyText
{
    public static string Plain(string text) => text.Replace("<", "&lt;", StringComparison.Ordinal);
}
