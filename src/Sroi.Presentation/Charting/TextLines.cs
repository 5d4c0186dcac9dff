namespace Sroi.Presentation.Charting;

/// <summary>Text broken into lines, and how wide it is at most in the fonts that readers have.</summary>
internal static class TextLines
{
    /// <summary>The width of a character of a chart's text of 12 pixels; of DejaVu Sans, the widest of the usual fonts.</summary>
    public const double Character = 7.4;

    /// <summary>The width of a character of a chart's title, 16 pixels and bold.</summary>
    public const double TitleCharacter = 10.8;

    /// <summary>Lines of at most so many characters, but for longer words.</summary>
    public static IEnumerable<string> Of(string text, int width)
    {
        string line = "";
        foreach (string word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = word;
            }
            else
            {
                line = line.Length == 0 ? word : $"{line} {word}";
            }
        }

        yield return line;
    }

    /// <summary>Lines of a text that has breaks of its own.</summary>
    public static IEnumerable<string> OfAll(string text, int width) => text.Split('\n').SelectMany(line => Of(line, width));

    /// <summary>The width of the longest word.</summary>
    public static double LongestWord(IEnumerable<string> texts) =>
        texts.SelectMany(text => text.Split(' ', '\n')).Select(word => word.Length).DefaultIfEmpty().Max() * Character;
}
