namespace Sroi.Parameters.Reading;

/// <summary>Finds what the user probably meant.</summary>
public static class Nearest
{
    private const int Longest = 200;

    private static readonly char[] s_between = ['_', '-', '.', ' ', '/', ':'];

    /// <summary>
    /// The candidate closest to <paramref name="found"/> by edits, letter case and - for _ aside; else the shortest that has all of its words, or the
    /// longest whose words it has; null if none is close.
    /// </summary>
    public static string? To(string found, IEnumerable<string> candidates)
    {
        if (found.Length is 0 or > Longest)
        {
            return null;
        }

        string[] all = [.. candidates];
        (string? best, int distance) = (null, int.MaxValue);
        foreach (string candidate in all)
        {
            int edits = Edits(Plain(found), Plain(candidate));
            if (edits < distance)
            {
                (best, distance) = (candidate, edits);
            }
        }

        return distance <= Math.Max(2, found.Length / 3) && distance < found.Length ? best : ByWords(found, all);
    }

    // green_book means green_book_2026, and health.bed_day the one id that has both words in it.
    private static string? ByWords(string found, string[] candidates)
    {
        string[] words = Words(found);
        bool Begins(string word, string candidate) => Words(candidate).Any(other => other.StartsWith(word, StringComparison.Ordinal));
        return candidates
                .Where(candidate => words.Any(word => word.Length > 2) && words.All(word => Begins(word, candidate)))
                .MinBy(candidate => candidate.Length)
            ?? candidates
                .Where(candidate => candidate.Length * 2 >= found.Length && Words(candidate).All(words.Contains))
                .MaxBy(candidate => candidate.Length);
    }

    private static string[] Words(string name) => Plain(name).Split(s_between, StringSplitOptions.RemoveEmptyEntries);

    private static string Plain(string name) => name.ToLowerInvariant().Replace('-', '_').Replace(' ', '_');

    /// <summary><c> Did you mean 'x'?</c> with a space before it; empty if nothing is close.</summary>
    public static string Hint(string found, IEnumerable<string> candidates) => To(found, candidates) is { } near ? $" Did you mean '{near}'?" : "";

    /// <summary>The nearest candidate, as in <see cref="Hint"/>, or all candidates if none is close.</summary>
    public static string HintOrAll(string found, IReadOnlyCollection<string> candidates) =>
        Hint(found, candidates) is { Length: > 0 } hint ? hint
        : candidates.Count == 0 ? ""
        : $" There are: {string.Join(", ", candidates)}.";

    // Optimal string alignment: a swap of neighbours counts once.
    internal static int Edits(string left, string right)
    {
        int[,] cost = new int[left.Length + 1, right.Length + 1];
        for (int i = 0; i <= left.Length; i++)
        {
            for (int j = 0; j <= right.Length; j++)
            {
                cost[i, j] =
                    i == 0 ? j
                    : j == 0 ? i
                    : Math.Min(Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1, cost[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
                }
            }
        }

        return cost[left.Length, right.Length];
    }
}
