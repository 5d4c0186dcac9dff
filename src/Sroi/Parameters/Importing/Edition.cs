using System.Globalization;
using System.Text.RegularExpressions;

namespace Sroi.Parameters.Importing;

/// <summary>Compares editions as publishers write them: <c>2024/25</c>, <c>v1.4</c>, <c>March 2026</c>.</summary>
public static partial class Edition
{
    /// <summary>Below zero where the first is older, above where it is newer, 0 where they are the same or cannot be compared.</summary>
    public static int Compare(string first, string second)
    {
        if (Month(first) is { } one && Month(second) is { } other)
        {
            return one.CompareTo(other);
        }

        int[] left = [.. Numbers().Matches(first).Select(Value)],
            right = [.. Numbers().Matches(second).Select(Value)];
        foreach ((int a, int b) in left.Zip(right))
        {
            if (a != b)
            {
                return a.CompareTo(b);
            }
        }

        return left.Length.CompareTo(right.Length);
    }

    private static DateTime? Month(string edition) =>
        DateTime.TryParseExact(edition, ["MMMM yyyy", "MMM yyyy", "yyyy-MM"], CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime month)
            ? month
            : null;

    private static int Value(Match match) =>
        int.TryParse(match.Value, NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : int.MaxValue;

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Numbers();
}
