using System.Globalization;
using System.Text.RegularExpressions;

namespace Sroi.Notebooks.Mathematics;

/// <summary>Takes formulas out of Markdown before it is parsed, as Jupyter does, and puts them back as MathML.</summary>
internal sealed partial class MathText
{
    // Private-use characters, which notebooks do not contain.
    private const char Before = '\uE000',
        After = '\uE001';

    private readonly List<string> _elements = [];

    /// <summary>The Markdown with a placeholder for each formula. Code is unchanged.</summary>
    public string TakeOut(string markdown) =>
        Pieces()
            .Replace(
                markdown.Replace(Before, ' ').Replace(After, ' '),
                piece =>
                    piece.Groups["code"].Success ? piece.Value
                    : piece.Groups["display"] is { Success: true } display ? Place(MathMl.Display(display.Value))
                    : piece.Groups["environment"].Success ? Place(MathMl.Display(piece.Value))
                    : Place(MathMl.Inline(piece.Groups["inline"].Value))
            );

    /// <summary>The HTML with its formulas.</summary>
    public string PutBack(string html) => Places().Replace(html, place => Element(place) ?? "");

    /// <summary>A line of plain text with formulas as typed.</summary>
    public string PutBackAsTyped(string text) => Places().Replace(text, place => Element(place) is { } element ? MathMl.Source(element) : "");

    // Null for a placeholder that is not ours, as HTML entities can produce.
    private string? Element(Match place) =>
        int.TryParse(place.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number < _elements.Count
            ? _elements[number]
            : null;

    private string Place(string element)
    {
        _elements.Add(element);
        return string.Create(CultureInfo.InvariantCulture, $"{Before}{_elements.Count - 1}{After}");
    }

    // Dollars of money do not delimit formulas: an opening one has no space after it, and a closing one has no space before it and no digit after it.
    [GeneratedRegex(
        @"(?<code>^[ ]{0,3}(?<fence>`{3,}|~{3,})[^\n]*\n(.*?\n)??[ ]{0,3}\k<fence>[^\n]*$|(?<!`)(?<ticks>`+)(?!`).+?(?<!`)\k<ticks>(?!`)|\\\$)"
            + @"|(?<!\\)\$\$(?<display>.+?)\$\$"
            + @"|\\\\\[(?<display>.+?)\\\\\]|^[ ]{0,3}\\\[(?<display>.+?)\\\][ ]*$"
            + @"|(?<environment>\\begin\{(?<name>(equation|align|alignat|gather|multline|eqnarray|displaymath|math)\*?)\}.*?\\end\{\k<name>\})"
            + @"|\\\\\((?<inline>.+?)\\\\\)|(?<!\\)\\\((?<inline>.+?)\\\)"
            + @"|\$(?![\s\d]*\$)(?!\s)(?<inline>(?:[^$\n\\]|\\.|\n(?!\s*\n))+?)(?<!\s)\$(?![\d])",
        RegexOptions.Singleline | RegexOptions.Multiline,
        matchTimeoutMilliseconds: 2_000
    )]
    private static partial Regex Pieces();

    [GeneratedRegex(@"\uE000(\d+)\uE001")]
    private static partial Regex Places();
}
