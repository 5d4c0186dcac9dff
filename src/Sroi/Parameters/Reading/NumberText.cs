using System.Text.RegularExpressions;

namespace Sroi.Parameters;

/// <summary>What counts as a number in a file, and what to do about what does not.</summary>
internal static partial class NumberText
{
    public static bool IsNumber(string text) => Number().IsMatch(text);

    public static string? Remedy(string text) =>
        text switch
        {
            _ when DecimalComma().IsMatch(text) => $"Write a decimal point: {text.Replace(',', '.')}.",
            _ when ThousandsComma().IsMatch(text) => $"Write it without commas: {text.Replace(",", "", StringComparison.Ordinal)}.",
            ".nan" or ".NaN" or ".inf" or "-.inf" or "NaN" or "Infinity" or "-Infinity" => "Only finite numbers are allowed.",
            _ when text.StartsWith('£') || text.Contains("GBP", StringComparison.Ordinal) =>
                "Write the number alone; the currency belongs in 'unit'.",
            _ => "Write digits, with a point for decimals: 1234.5, or 25% for a share.",
        };

    [GeneratedRegex(@"^[-+]?(\d+(\.\d+)?|\.\d+)([eE][-+]?\d+)?$")]
    private static partial Regex Number();

    [GeneratedRegex(@"^[-+]?\d+,\d{1,2}$|^[-+]?\d{4,},\d+$|^0,\d+$")]
    private static partial Regex DecimalComma();

    [GeneratedRegex(@"^[-+]?\d{1,3}(,\d{3})+(\.\d+)?$")]
    private static partial Regex ThousandsComma();
}
