using System.Text.RegularExpressions;

namespace Sroi.Parameters.Reading;

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

    [GeneratedRegex(@"\A[-+]?([0-9]+(\.[0-9]+)?|\.[0-9]+)([eE][-+]?[0-9]+)?\z")]
    private static partial Regex Number();

    [GeneratedRegex(@"\A([-+]?[0-9]+,[0-9]{1,2}|[-+]?[0-9]{4,},[0-9]+|0,[0-9]+)\z")]
    private static partial Regex DecimalComma();

    [GeneratedRegex(@"\A[-+]?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?\z")]
    private static partial Regex ThousandsComma();
}
