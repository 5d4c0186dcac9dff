using System.Globalization;
using System.Text.RegularExpressions;
using Sroi.Presentation;
using Sroi.Presentation.Charting;
using Sroi.Presentation.Reports;

namespace Sroi.Hosts.Tests.Presentation;

/// <summary>Colours by the formulas of WCAG 2.2: text can be read on its ground, and what stands side by side is told apart in grey.</summary>
public class InkTests
{
    // Level AA, text of common size.
    private const double Readable = 4.5;

    // Level AA, parts of pictures that are needed to understand them.
    private const double Apart = 3;

    [Theory]
    [InlineData("#ffffff", "#000000", 21)]
    [InlineData("#ffffff", "#ffffff", 1)]
    // Published examples of the formula: #777777 just fails and #767676 just passes on white.
    [InlineData("#ffffff", "#777777", 4.48)]
    [InlineData("#ffffff", "#767676", 4.54)]
    public void The_formula_gives_what_is_published(string one, string other, double contrast) => Assert.Equal(contrast, Contrast(one, other), 0.005);

    [Theory]
    [InlineData(Inks.Text)]
    [InlineData(Inks.Faint)]
    public void Text_in_charts_can_be_read(string ink) => Assert.True(Contrast(ink, Inks.Paper) >= Readable);

    // The darkest cells that a grid has.
    [Theory]
    [InlineData(Ink.Gain, 0.55)]
    [InlineData(Ink.Loss, 0.9)]
    public void Text_on_the_cells_of_a_grid_can_be_read(Ink ink, double share) =>
        Assert.True(Contrast(Inks.Text, Inks.Mixed(ink, share)) >= Readable);

    [Fact]
    public void Text_in_pages_and_reports_can_be_read_on_every_ground_that_they_have()
    {
        string style = HtmlStyle.Fragment + HtmlStyle.Document;
        string[] texts = [.. Colors(style, @"(?<![-\w])color:(#[0-9a-f]+)")],
            grounds = [.. Colors(style, @"background:(#[0-9a-f]+)")];
        Assert.True(texts.Length >= 5 && grounds.Length >= 3);
        Assert.All(
            texts.SelectMany(text => grounds.Select(ground => (text, ground))),
            pair => Assert.True(Contrast(pair.text, pair.ground) >= Readable)
        );
    }

    [Theory]
    [InlineData("ink")]
    [InlineData("ink2")]
    [InlineData("gain")]
    [InlineData("cost")]
    public void Text_of_the_first_pages_of_a_report_can_be_read(string token)
    {
        string style = ReportStyle.Of("Title");
        string Token(string name) => Assert.Single(Colors(style[..style.IndexOf('}', StringComparison.Ordinal)], $"--{name}:(#[0-9a-f]+)"));
        Assert.All(new[] { "#ffffff", Token("panel") }, ground => Assert.True(Contrast(Token(token), ground) >= Readable));
    }

    // Side by side in the same picture: what is paid and gained, low and high ends, below and above 1; cells of two sides.
    [Fact]
    public void Gains_and_losses_are_told_apart_in_grey() => Assert.True(Contrast(Inks.Hex(Ink.Gain), Inks.Hex(Ink.Loss)) >= Apart);

    [Theory]
    [InlineData(Ink.Gain)]
    [InlineData(Ink.Result)]
    [InlineData(Ink.Second)]
    [InlineData(Ink.Fourth)]
    [InlineData(Ink.Neutral)]
    public void Lines_and_bars_stand_out_from_the_paper(Ink ink) => Assert.True(Contrast(Inks.Hex(ink), Inks.Paper) >= Apart);

    [Fact]
    public void Each_ink_has_a_colour_of_its_own() =>
        Assert.Equal(Enum.GetValues<Ink>().Length, Enum.GetValues<Ink>().Select(Inks.Hex).Distinct().Count());

    // The light inks are paired with dark ones, and lines are broken, each alternative's in a way of its own.
    [Fact]
    public void Alternatives_differ_in_colour_and_neighbours_in_stroke_too()
    {
        Assert.Equal(7, Enumerable.Range(0, 7).Select(Inks.OfAlternative).Distinct().Count());
        Assert.All(Enumerable.Range(0, 12), i => Assert.Equal(4, Enumerable.Range(i, 4).Select(Inks.DashOf).Distinct().Count()));
    }

    // Half way from white to #005b96: 127.5, 173 and 202.5, halves to the even number.
    [Fact]
    public void A_mixture_lies_between_paper_and_ink() => Assert.Equal("#80adca", Inks.Mixed(Ink.Gain, 0.5));

    private static IEnumerable<string> Colors(string style, string pattern) =>
        Regex.Matches(style, pattern).Select(match => match.Groups[1].Value).Select(Long).Distinct();

    private static string Long(string color) => color.Length == 4 ? "#" + string.Concat(color[1..].Select(c => $"{c}{c}")) : color;

    private static double Contrast(string one, string other)
    {
        double first = Luminance(one),
            second = Luminance(other);
        return (Math.Max(first, second) + 0.05) / (Math.Min(first, second) + 0.05);
    }

    private static double Luminance(string color)
    {
        double Part(int at)
        {
            double share = int.Parse(color.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Part(1)) + (0.7152 * Part(3)) + (0.0722 * Part(5));
    }
}
