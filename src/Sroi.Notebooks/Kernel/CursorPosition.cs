using System.Text;

namespace Sroi.Notebooks.Kernel;

/// <summary>Positions in a text: Unicode characters on the wire, UTF-16 units in a .NET string.</summary>
internal static class CursorPosition
{
    /// <summary>The position in UTF-16 units, at most the end.</summary>
    public static int ToUtf16(string text, int characters)
    {
        int units = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (characters-- <= 0)
            {
                break;
            }

            units += rune.Utf16SequenceLength;
        }

        return units;
    }

    /// <summary>The position in Unicode characters, at most the end.</summary>
    public static int FromUtf16(string text, int units)
    {
        int characters = 0;
        for (int i = 0; i < Math.Min(units, text.Length); i++)
        {
            characters += i > 0 && char.IsSurrogatePair(text[i - 1], text[i]) ? 0 : 1;
        }

        return characters;
    }
}
