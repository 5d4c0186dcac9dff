using System.Globalization;
using System.Text.RegularExpressions;

namespace Sroi.Parameters.Reading;

/// <summary>What counts as a date in a file: a day, a month or a year of the calendar, from 1900 to 2200.</summary>
internal static partial class DateText
{
    /// <summary>The form of a date, for the schemas: there may be no such day.</summary>
    public const string Pattern = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$";

    private static readonly string[] Forms = ["yyyy", "yyyy-MM", "yyyy-MM-dd"];

    public static bool IsDate(string text) =>
        HasForm(text)
        && DateOnly.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
        && date.Year is >= 1900 and <= 2200;

    /// <summary>What is wrong with a text that is no date.</summary>
    public static string Message(string text) => HasForm(text) ? "and the calendar has no such date between 1900 and 2200" : "which is not a date";

    public static string Remedy(string text) => AsciiForm.Remedy(text) ?? "Write a day as 2026-11-28, a month as 2026-11 or a year as 2026.";

    private static bool HasForm(string text) => Form().IsMatch(text) && !text.EndsWith('\n');

    [GeneratedRegex(Pattern)]
    private static partial Regex Form();
}
