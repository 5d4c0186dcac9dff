using System.Collections.Immutable;

namespace Sroi.Parameters.Reading;

/// <summary>A figure that a search found.</summary>
/// <param name="Id">Its full id.</param>
/// <param name="Label">What it is, in words.</param>
/// <param name="Figure">Value, unit and price year as the file has them; empty where the entry does not say.</param>
/// <param name="FitsAll">Whether all the words fit it, small ones left aside.</param>
public sealed record FoundParameter(string Id, string Label, string Figure, bool FitsAll);

/// <summary>
/// Finds figures by the words that people use for them: in labels, in the other words that a file lists (<c>also</c>), in ids and in notes.
/// </summary>
/// <remarks>
/// What fits more of the words comes first; among equals rare words count for more than common ones, words that follow each other as asked for more, and
/// figures of high confidence for a little more. Files with problems are passed over.
/// </remarks>
public static class ParameterSearch
{
    private const double InLabel = 10,
        InSynonyms = 9,
        InId = 8,
        InNotes = 2,
        Beginning = 0.6,
        NearlySpelt = 0.4,
        AsPhrase = 1.5,
        OfHighConfidence = 1.15,
        OfLowConfidence = 0.95;

    private static readonly string[] s_empty =
    [
        "a",
        "an",
        "and",
        "at",
        "by",
        "cost",
        "costs",
        "does",
        "for",
        "from",
        "how",
        "in",
        "is",
        "it",
        "much",
        "of",
        "on",
        "one",
        "or",
        "per",
        "price",
        "the",
        "to",
        "unit",
        "value",
        "what",
        "with",
    ];

    private static readonly char[] s_between = [' ', '_', '.', ',', ';', ':', '-', '/', '(', ')', '?', '!', '\'', '’', '"'];

    /// <summary>What fits some of the words, best first; at least half of the words must fit.</summary>
    /// <param name="library">Where to look.</param>
    /// <param name="words">The words, in any order; capitals, plurals and small words count for nothing.</param>
    public static IReadOnlyList<FoundParameter> Of(ParameterLibrary library, string words)
    {
        string[] asked = [.. Words(words).Distinct()];
        asked = asked.Except(s_empty).Any() ? [.. asked.Except(s_empty)] : asked;
        Entry[] entries = [.. library.Ids().Select(id => Entry.Of(id, library.Written(id))).OfType<Entry>()];
        double[][] fits = [.. entries.Select(entry => asked.Select(word => entry.Fit(word)).ToArray())];
        double[] rarity = [.. asked.Select((_, at) => Math.Log(1 + ((double)entries.Length / (1 + fits.Count(fit => fit[at] > 0)))))];
        return
        [
            .. entries
                .Select(
                    (entry, at) =>
                        (
                            entry,
                            Matched: fits[at].Count(fit => fit > 0),
                            Score: entry.Worth(asked) * fits[at].Zip(rarity, (fit, rare) => fit * rare).Sum()
                        )
                )
                .Where(found => found.Matched > 0 && found.Matched * 2 >= asked.Length)
                .OrderByDescending(found => found.Matched)
                .ThenByDescending(found => found.Score - found.entry.Length)
                .ThenBy(found => found.entry.Id, StringComparer.Ordinal)
                .Select(found => new FoundParameter(found.entry.Id, found.entry.Label, found.entry.Figure, found.Matched == asked.Length)),
        ];
    }

    /// <summary>The words of a text as they are compared: in small letters, a plural in -s as its singular.</summary>
    public static IEnumerable<string> Words(string text) =>
        text.ToLowerInvariant()
            .Replace('é', 'e')
            .Replace("a&e", "ae", StringComparison.Ordinal)
            .Split(s_between, StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.Length > 3 && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) ? word[..^1] : word);

    private sealed record Entry(string Id, string Label, string Figure, ImmutableArray<(string[] Words, double Weight)> Texts)
    {
        public required string[] Phrases { get; init; }

        public required double Trust { get; init; }

        // Of two that fit alike the shorter id is the more general thing.
        public double Length => Id.Length / 10.0;

        public static Entry? Of(string id, YamlNode? node)
        {
            if (node is not YamlMap map)
            {
                return null;
            }

            string Text(string name) => map[name] is YamlScalar scalar ? scalar.Text : "";
            string label = Text("label").Length > 0 ? Text("label") : id;
            string[] also = map["also"] is YamlList list ? [.. list.Items.OfType<YamlScalar>().Select(item => item.Text)] : [];
            return new(
                id,
                label,
                string.Join(
                    ' ',
                    new[] { Value(map), Text("unit"), Text("price_year") is { Length: > 0 } year ? $"({year} prices)" : "" }.Where(part =>
                        part.Length > 0
                    )
                ),
                [
                    ([.. Words(label)], InLabel),
                    ([.. also.SelectMany(Words)], InSynonyms),
                    ([.. Words(id)], InId),
                    ([.. Words(Text("note")).Concat(Words(Text("weakness")))], InNotes),
                ]
            )
            {
                Phrases = [.. also.Append(label).Append(id).Select(text => $" {string.Join(' ', Words(text))} ")],
                Trust = Text("confidence") switch
                {
                    "high" => OfHighConfidence,
                    "low" => OfLowConfidence,
                    _ => 1,
                },
            };
        }

        /// <summary>What its fits are multiplied by: more where the words follow each other as asked, and where the figure can be trusted.</summary>
        public double Worth(string[] asked) =>
            Trust
            * (asked.Length > 1 && Phrases.Any(phrase => phrase.Contains($" {string.Join(' ', asked)} ", StringComparison.Ordinal)) ? AsPhrase : 1);

        /// <summary>The best fit of a word: itself, the beginning of a longer one, or one letter off.</summary>
        public double Fit(string word) => Texts.Max(text => text.Weight * Fit(word, text.Words));

        private static double Fit(string word, string[] words) =>
            words.Contains(word) ? 1
            : word.Length >= 3 && words.Any(other => other.StartsWith(word, StringComparison.Ordinal)) ? Beginning
            : word.Length >= 5 && words.Any(other => Math.Abs(other.Length - word.Length) <= 1 && Nearest.Edits(word, other) == 1) ? NearlySpelt
            : 0;

        private static string Value(YamlMap map) =>
            map["value"] is YamlScalar value ? value.Text
            : map["values"] is YamlMap { Entries: [.., { Value: var last, Name: var year }] }
                ? $"{(last is YamlScalar plain ? plain.Text : last is YamlMap block && block["value"] is YamlScalar dated ? dated.Text : "")} in {year},"
            : "";
    }
}
