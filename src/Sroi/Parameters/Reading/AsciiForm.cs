using System.Globalization;
using System.Text;

namespace Sroi.Parameters.Reading;

/// <summary>Numbers are read in the digits 0 to 9 with plain signs; digits of other scripts and signs that only look like these are named, with what to write.</summary>
public static class AsciiForm
{
    private const string Minuses = "\u2010\u2011\u2012\u2013\u2014\u2212\uFE63\uFF0D";

    /// <summary>What to write instead; null if the text has no digit, sign or space that only looks like a plain one.</summary>
    public static string? Remedy(string text) =>
        Of(text) is not { } plain ? null
        : text.EnumerateRunes().Any(IsForeignDigit) ? $"These are digits of another script; write {plain}."
        : $"A letter, sign or space in it only looks like the plain one; write {plain}.";

    /// <summary>The text in plain digits, signs and spaces; null if it is plain already.</summary>
    public static string? Of(string text)
    {
        StringBuilder plain = new();
        foreach (Rune rune in text.EnumerateRunes())
        {
            plain.Append(Of(rune));
        }

        string written = plain.ToString().Trim();
        return written == text.Trim(' ') ? null : written;
    }

    private static string Of(Rune rune) =>
        rune.Value switch
        {
            < 128 => rune.ToString(),
            _ when IsForeignDigit(rune) => ((int)Rune.GetNumericValue(rune)).ToString(CultureInfo.InvariantCulture),
            0x066A or 0xFF05 => "%",
            0x066B => ".",
            0x066C => "",
            > 0xFF00 and < 0xFF5F => ((char)(rune.Value - 0xFEE0)).ToString(),
            _ when rune.IsBmp && Minuses.Contains((char)rune.Value) => "-",
            _ when Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format => "",
            _ when Rune.IsWhiteSpace(rune) => " ",
            _ => rune.ToString(),
        };

    private static bool IsForeignDigit(Rune rune) => !rune.IsAscii && Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber;
}
