namespace Sroi.Presentation.Charting;

/// <summary>Text broken into lines of about so many characters.</summary>
internal static class TextLines
{
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
}
