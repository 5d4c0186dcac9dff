using System.Globalization;
using System.Net;
using System.Text;
using Sroi.Quantities;

namespace Sroi.Presentation.Charting;

/// <summary>What a still picture is drawn on.</summary>
internal sealed class SvgCanvas
{
    /// <summary>Keeps what is written over lines and bars clear of them.</summary>
    public const string Halo = "paint-order=\"stroke\" stroke=\"#ffffff\" stroke-width=\"4\"";

    private readonly StringBuilder _svg = new();

    /// <summary>Anything else.</summary>
    public void Append(string svg) => _svg.Append(svg);

    /// <inheritdoc/>
    public override string ToString() => _svg.ToString();

    /// <summary>A dot. Its shape distinguishes it without colour; an open one hides nothing.</summary>
    public void Dot((double X, double Y) at, Ink ink)
    {
        double size = ink == Ink.Result ? 13 : 7;
        string shape =
            ink == Ink.Gain
                ? $"<circle cx=\"{Number(at.X)}\" cy=\"{Number(at.Y)}\" r=\"6\""
                : $"<path d=\"{Path([(at.X, at.Y - size), (at.X + size, at.Y), (at.X, at.Y + size), (at.X - size, at.Y)])}Z\"";
        string paint =
            ink == Ink.Result ? $"fill=\"none\" stroke=\"{Inks.Hex(ink)}\" stroke-width=\"3\"" : $"fill=\"{Inks.Hex(ink)}\" stroke=\"{Inks.Text}\"";
        _svg.Append($"{shape} {paint}/>\n");
    }

    /// <summary>A line.</summary>
    public void Line((double X, double Y) from, (double X, double Y) to, string color, double width, Dash dash) =>
        _svg.Append(
            $"<line x1=\"{Number(from.X)}\" y1=\"{Number(from.Y)}\" x2=\"{Number(to.X)}\" y2=\"{Number(to.Y)}\" stroke=\"{color}\" stroke-width=\"{Number(width)}\"{Dashes(dash)}/>\n"
        );

    /// <summary>Text.</summary>
    public void Write(double x, double y, string text, string attributes) =>
        _svg.Append($"<text x=\"{Number(x)}\" y=\"{Number(y)}\"{(attributes.Length == 0 ? "" : " " + attributes)}>{Text(text)}</text>\n");

    /// <summary>A path through points.</summary>
    public static string Path(IEnumerable<(double X, double Y)> points) =>
        "M" + string.Join("L", points.Select(point => $"{Number(point.X)} {Number(point.Y)}"));

    /// <summary>The attribute of a broken line.</summary>
    public static string Dashes(Dash dash) =>
        dash switch
        {
            Dash.Dashed => " stroke-dasharray=\"7 5\"",
            Dash.Dotted => " stroke-dasharray=\"2 4\"",
            Dash.DashDotted => " stroke-dasharray=\"8 4 2 4\"",
            _ => "",
        };

    /// <summary>A number in few digits.</summary>
    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Text as SVG has it.</summary>
    public static string Text(string text) => WebUtility.HtmlEncode(VisibleText.Of(text));
}
