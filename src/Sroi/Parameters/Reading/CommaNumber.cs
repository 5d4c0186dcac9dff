using System.Text.RegularExpressions;

namespace Sroi.Parameters.Reading;

/// <summary>
/// Puts a number together again that was written with a comma inside braces or brackets, where YAML takes the comma for the end of the value: 8,000 or
/// 0,5. The caller then reports what is wrong with it.
/// </summary>
internal static partial class CommaNumber
{
    /// <summary>The number as written, where a field's value is followed by digits alone; null for anything else.</summary>
    public static YamlScalar? InFields(YamlNode before, YamlNode digits, YamlNode value) =>
        value is YamlScalar { IsQuoted: false, Text: "" } ? Joined(before, digits, Rest()) : null;

    /// <summary>The number as written, where an item is followed by three digits that begin with a zero; null for anything else.</summary>
    public static YamlScalar? InList(YamlNode before, YamlNode digits) => Joined(before, digits, Thousands());

    private static YamlScalar? Joined(YamlNode before, YamlNode digits, Regex rest) =>
        before is YamlScalar { IsQuoted: false } number
        && Number().IsMatch(number.Text)
        && digits is YamlScalar { IsQuoted: false } end
        && rest.IsMatch(end.Text)
            ? number with
            {
                Text = $"{number.Text},{end.Text}",
            }
            : null;

    [GeneratedRegex(@"\A[-+]?[0-9]+(,[0-9]{3})*\z")]
    private static partial Regex Number();

    [GeneratedRegex(@"\A[0-9]+(\.[0-9]+)?\s*%?\z")]
    private static partial Regex Rest();

    [GeneratedRegex(@"\A0[0-9]{2}(\.[0-9]+)?%?\z")]
    private static partial Regex Thousands();
}
