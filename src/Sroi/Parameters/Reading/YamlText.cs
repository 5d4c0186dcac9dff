using System.Globalization;

namespace Sroi.Parameters.Reading;

/// <summary>Writes texts and numbers as YAML that the reader takes as they were.</summary>
internal static class YamlText
{
    /// <summary>A text in quotes, on one line.</summary>
    public static string Quoted(string text) =>
        $"'{string.Join(' ', text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)).Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>A number with all its digits.</summary>
    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>An id made of words: lower-case letters, digits and _.</summary>
    public static string Id(string text)
    {
        string plain = string.Concat(text.ToLower(CultureInfo.InvariantCulture).Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' '));
        string id = string.Join('_', plain.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return id.Length > 0 && char.IsAsciiLetter(id[0]) ? id : "row_" + id;
    }
}
