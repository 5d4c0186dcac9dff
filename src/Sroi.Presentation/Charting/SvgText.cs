using System.Globalization;
using System.Net;

namespace Sroi.Presentation.Charting;

/// <summary>Numbers, lines and text as SVG has them.</summary>
internal static class SvgText
{
    public static string Path(IEnumerable<(double X, double Y)> points) =>
        "M" + string.Join("L", points.Select(point => $"{Number(point.X)} {Number(point.Y)}"));

    public static string Dashes(Dash dash) =>
        dash switch
        {
            Dash.Dashed => " stroke-dasharray=\"7 5\"",
            Dash.Dotted => " stroke-dasharray=\"2 4\"",
            Dash.DashDotted => " stroke-dasharray=\"8 4 2 4\"",
            _ => "",
        };

    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    public static string Text(string text) => WebUtility.HtmlEncode(text);
}
