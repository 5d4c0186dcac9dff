using System.Text.RegularExpressions;

namespace Sroi.Notebooks.Cells;

/// <summary>
/// A cell that only declares values, as the cell of parameters does, written by a person who does not program: typographic quotes, no quotes, no semicolon,
/// or a comma in 100,000. What was meant is clear, so it is read so, and said.
/// </summary>
internal static partial class DeclaredValues
{
    private static readonly string[] s_numbers = ["int", "long", "ulong", "double", "decimal", "float"];

    /// <summary>The cell as it was meant, and a sentence that says so; null if it does anything but declare values, or nothing in it can be repaired.</summary>
    public static (string Code, string Notice)? Repaired(string code)
    {
        string[] lines = code.Split('\n');
        string[] read = [.. lines.Select(line => IsBlank(line) ? line : Line(line) ?? "")];
        string[] changed = [.. lines.Zip(read).Where(pair => pair.First.Trim() != pair.Second.Trim()).Select(pair => pair.Second.Trim())];
        return changed.Length == 0 || lines.Zip(read).Any(pair => !IsBlank(pair.First) && pair.Second.Length == 0)
            ? null
            : (
                string.Join('\n', read),
                $"Read as {string.Join(" ", changed)} (text is written in straight quotes, a number without commas, and a line ends with a semicolon)."
            );
    }

    private static bool IsBlank(string line) => line.AsSpan().Trim() is var text && (text.IsEmpty || text.StartsWith("//"));

    private static string? Line(string line)
    {
        Match match = Declaration().Match(line);
        if (!match.Success)
        {
            return null;
        }

        string type = match.Groups["type"].Value,
            value = match.Groups["value"].Value.Trim().TrimEnd(';').TrimEnd();
        string? meant =
            type == "string" ? Text(value)
            : type == "string[]" ? List(value)
            : type == "bool" ? Unquoted(value).ToLowerInvariant()
            : s_numbers.Contains(type) ? Number(value)
            : null;
        return meant is null ? null : $"{match.Groups["type"].Value} {match.Groups["name"].Value} = {meant};";
    }

    private static string? Text(string value)
    {
        string plain = Unquoted(value);
        return plain.Contains('"') || plain.Contains('\\') || plain.Length == 0 ? null : $"\"{plain}\"";
    }

    private static string? List(string value)
    {
        string inner = value.Trim('[', ']', '{', '}', ' ');
        string?[] items = [.. inner.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Text)];
        return items.Contains(null) ? null : $"[{string.Join(", ", items)}]";
    }

    private static string? Number(string value)
    {
        string plain = Unquoted(value).Replace("£", "", StringComparison.Ordinal).Trim();
        return Grouped().IsMatch(plain) ? plain.Replace(',', '_').Replace(' ', '_')
            : Plain().IsMatch(plain) ? plain
            : null;
    }

    private static string Unquoted(string value) => value.Trim('"', '\'', '“', '”', '„', '‘', '’', '«', '»', ' ');

    [GeneratedRegex(@"^\s*(?<type>string\[\]|string|int|long|ulong|double|decimal|float|bool)\s+(?<name>[A-Za-z_]\w*)\s*=\s*(?<value>[^=].*)$")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"^-?\d{1,3}([, ]\d{3})+(\.\d+)?$")]
    private static partial Regex Grouped();

    [GeneratedRegex(@"^-?[\d_]+(\.\d+)?$")]
    private static partial Regex Plain();
}
