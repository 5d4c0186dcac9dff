using System.Buffers;
using System.Globalization;
using System.Text;

namespace Sroi.Quantities;

/// <summary>Makes text visible: invisible characters, and those that control a terminal or the direction of reading, are written out.</summary>
/// <remarks>
/// Hidden are the control characters (Unicode category Cc) except tab and line break, the format characters (Cf: direction marks, zero-width characters, tags),
/// the line and paragraph separators (Zl, Zp), and halves of surrogate pairs. See Unicode Technical Report 36, Unicode Security Considerations.
/// </remarks>
public static class VisibleText
{
    private static readonly SearchValues<char> Plain = SearchValues.Create([
        .. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code),
        '\t',
        '\n',
        '£',
        '–',
        '−',
        '…',
        '×',
        '÷',
    ]);

    /// <summary>The text with each hidden character written as JSON and C# write it: <c>\u001B</c>.</summary>
    public static string Of(string text)
    {
        int first = IndexOfHidden(text);
        if (first < 0)
        {
            return text;
        }

        StringBuilder visible = new(text, 0, first, text.Length + 16);
        for (int at = first; at < text.Length; at += LengthAt(text, at))
        {
            ReadOnlySpan<char> one = text.AsSpan(at, LengthAt(text, at));
            if (IsHidden(text, at))
            {
                foreach (char unit in one)
                {
                    visible.Append(CultureInfo.InvariantCulture, $"\\u{(int)unit:X4}");
                }
            }
            else
            {
                visible.Append(one);
            }
        }

        return visible.ToString();
    }

    /// <summary>The text without its hidden characters.</summary>
    public static string Without(string text)
    {
        if (IndexOfHidden(text) < 0)
        {
            return text;
        }

        StringBuilder seen = new(text.Length);
        for (int at = 0; at < text.Length; at += LengthAt(text, at))
        {
            seen.Append(IsHidden(text, at) ? [] : text.AsSpan(at, LengthAt(text, at)));
        }

        return seen.ToString();
    }

    /// <summary>The first hidden character by its Unicode code point, such as <c>U+001B</c>; null if there is none.</summary>
    public static string? FirstHidden(string text) =>
        IndexOfHidden(text) is >= 0 and int at
            ? string.Create(CultureInfo.InvariantCulture, $"U+{(LengthAt(text, at) == 2 ? char.ConvertToUtf32(text, at) : text[at]):X4}")
            : null;

    private static int IndexOfHidden(string text)
    {
        int start = text.AsSpan().IndexOfAnyExcept(Plain);
        for (int at = start < 0 ? text.Length : start; at < text.Length; at += LengthAt(text, at))
        {
            if (IsHidden(text, at))
            {
                return at;
            }
        }

        return -1;
    }

    private static bool IsHidden(string text, int at) =>
        text[at] switch
        {
            '\n' or '\t' => false,
            '\r' => at + 1 == text.Length || text[at + 1] != '\n',
            _ => CharUnicodeInfo.GetUnicodeCategory(text, at)
                is UnicodeCategory.Control
                    or UnicodeCategory.Format
                    or UnicodeCategory.LineSeparator
                    or UnicodeCategory.ParagraphSeparator
                    or UnicodeCategory.Surrogate,
        };

    private static int LengthAt(string text, int at) => char.IsSurrogatePair(text, at) ? 2 : 1;
}
