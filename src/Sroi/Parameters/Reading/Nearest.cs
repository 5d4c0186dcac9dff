namespace Sroi.Parameters;

/// <summary>Finds what the user probably meant.</summary>
public static class Nearest
{
    /// <summary>The candidate closest to <paramref name="found"/> by edits; null where none is close.</summary>
    public static string? To(string found, IEnumerable<string> candidates)
    {
        (string? best, int distance) = (null, int.MaxValue);
        foreach (string candidate in candidates)
        {
            int edits = found.Length > 200 ? int.MaxValue : Edits(found, candidate);
            if (edits < distance)
            {
                (best, distance) = (candidate, edits);
            }
        }

        return distance <= Math.Max(2, found.Length / 3) ? best : null;
    }

    /// <summary><c> Did you mean 'x'?</c> with a space before it; empty where nothing is close.</summary>
    public static string Hint(string found, IEnumerable<string> candidates) => To(found, candidates) is { } near ? $" Did you mean '{near}'?" : "";

    /// <summary>The nearest candidate as <see cref="Hint"/> names it; where none is close all of them.</summary>
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
