using System.Text.RegularExpressions;

namespace Sroi.Parameters.Reading;

/// <summary>What an id may be: lower-case letters, digits and _, beginning with a letter.</summary>
internal static partial class IdText
{
    /// <summary>Whether a text is an id.</summary>
    public static bool IsId(string text) => Id().IsMatch(text);

    /// <summary>What is wrong with a text that is not an id.</summary>
    public static string Message(string text) => $"'{text}' is not a name; names are lower-case letters, digits and _, beginning with a letter.";

    /// <summary>The nearest text that is an id; null if there is none.</summary>
    public static string? Remedy(string text)
    {
        string near = NotAllowed().Replace((AsciiForm.Of(text) ?? text).ToLowerInvariant(), "_").Trim('_');
        return IsId(near) ? $"Write {near}." : null;
    }

    [GeneratedRegex(@"\A[a-z][a-z0-9_]*\z")]
    private static partial Regex Id();

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotAllowed();
}
