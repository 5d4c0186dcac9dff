using System.Collections.Immutable;
using Sroi.Batch.Results;

namespace Sroi.Batch.Plans.Reading;

/// <summary>Short names for the columns of varied numbers: the end of an id or pattern, as long as it takes to be the only one.</summary>
internal static class ColumnNames
{
    /// <summary>A name for each.</summary>
    /// <param name="patterns">Ids or patterns, all different.</param>
    public static ImmutableArray<string> Of(ImmutableArray<string> patterns) =>
        [.. patterns.Select((pattern, number) => Shortest(pattern, patterns.RemoveAt(number)))];

    private static string Shortest(string pattern, ImmutableArray<string> others)
    {
        string[] parts = Parts(pattern);
        for (int length = 1; length <= parts.Length; length++)
        {
            string name = End(parts, length);
            if (name.Length > 0 && !RunTables.Reserved.Contains(name) && !others.Any(other => End(Parts(other), length) == name))
            {
                return name;
            }
        }

        return "varied_" + End(parts, parts.Length);
    }

    private static string[] Parts(string pattern) =>
        [.. pattern.Split('.').Select(part => part.Replace("*", "", StringComparison.Ordinal).Replace("?", "", StringComparison.Ordinal))];

    private static string End(string[] parts, int length) => string.Join('_', parts.TakeLast(length).Where(part => part.Length > 0));
}
