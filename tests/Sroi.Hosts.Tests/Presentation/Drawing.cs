using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Sroi.Presentation.Charting;

namespace Sroi.Hosts.Tests.Presentation;

/// <summary>A still picture read back: its texts and where they reach, its rectangles, every number in it.</summary>
internal sealed partial class Drawing
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private Drawing(string svg) => (Source, Root) = (svg, XDocument.Parse(svg).Root!);

    public string Source { get; }

    public XElement Root { get; }

    public IEnumerable<XElement> Texts => Root.Descendants(Svg + "text");

    /// <summary>The rectangles after that of the paper.</summary>
    public IEnumerable<XElement> Rectangles => Root.Descendants(Svg + "rect").Skip(1);

    public static Drawing Of(Chart chart) => new(chart.ToSvg());

    public static double Number(XElement element, string name) => double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);

    /// <summary>Whether every coordinate, also within paths, is a finite number.</summary>
    public bool IsFinite => !NoNumber().IsMatch(string.Concat(Root.Descendants().SelectMany(one => one.Attributes()).Select(a => a.Value + " ")));

    /// <summary>From where to where a text that runs across reaches, at half of its size for each character, as a common letter takes.</summary>
    public static (double From, double To) Reach(XElement text)
    {
        double size = double.Parse(text.Attribute("font-size")?.Value ?? "12", CultureInfo.InvariantCulture),
            width = text.Value.Length * size * 0.5,
            x = Number(text, "x");
        return text.Attribute("text-anchor")?.Value switch
        {
            "end" => (x - width, x),
            "middle" => (x - (width / 2), x + (width / 2)),
            _ => (x, x + width),
        };
    }

    [GeneratedRegex("NaN|∞|Infinity|E[+-]?[0-9]{2}")]
    private static partial Regex NoNumber();
}
