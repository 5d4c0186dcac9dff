using Sroi.Quantities;

namespace Sroi.Parameters.Reading;

/// <summary>
/// The words of units. A noun may be anything that can be counted; a word that is counted nowhere else and is nearly one that is known has been mistyped.
/// </summary>
internal sealed class UnitWords
{
    // Words that need no second number: sums of money, people, health and time.
    private static readonly string[] Always =
    [
        "GBP",
        "WELLBY",
        "QALY",
        "person",
        "second",
        "minute",
        "hour",
        "day",
        "night",
        "week",
        "fortnight",
        "month",
        "quarter",
        "year",
        "decade",
    ];

    private static readonly Dictionary<string, string> Short = new(StringComparer.OrdinalIgnoreCase)
    {
        ["pound"] = "GBP",
        ["sec"] = "second",
        ["min"] = "minute",
        ["hr"] = "hour",
        ["wk"] = "week",
        ["mth"] = "month",
        ["yr"] = "year",
    };

    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>The words of the units that are written in these entries.</summary>
    public UnitWords(IEnumerable<YamlNode> entries, UnitWords? others = null)
    {
        _counts = new(others?._counts ?? [], StringComparer.Ordinal);
        foreach (string word in entries.Select(UnitIn).OfType<YamlScalar>().SelectMany(unit => WordsOf(unit.Text)))
        {
            _counts[word] = _counts.GetValueOrDefault(word) + 1;
        }
    }

    /// <summary>The unit of an entry; null if it has none.</summary>
    public static YamlScalar? UnitIn(YamlNode entry) => (entry as YamlMap)?["unit"] as YamlScalar;

    /// <summary>Reports a unit with a word that was probably meant to be another.</summary>
    public void Check(YamlNode entry, string where, string file, ProblemList problems)
    {
        if (UnitIn(entry) is not { } unit)
        {
            return;
        }

        foreach (string word in WordsOf(unit.Text))
        {
            if (Meant(word) is { } meant)
            {
                problems.Add(
                    file,
                    unit.Line,
                    $"{where}: 'unit' is '{unit.Text}', but '{word}' is counted nowhere else. Did you mean '{meant}'?",
                    $"If '{word}' is right, something else should be in it too: what is counted in it, or what one costs."
                );
            }
        }
    }

    private string? Meant(string word)
    {
        if (Always.Contains(word) || _counts.GetValueOrDefault(word) > 1)
        {
            return Short.ContainsKey(word) ? Short[word] : Always.FirstOrDefault(known => known != word && IsSame(known, word));
        }

        return Short.GetValueOrDefault(word)
            ?? Always.Concat(_counts.Where(count => count.Value > 1).Select(count => count.Key)).FirstOrDefault(known => IsNear(known, word));
    }

    private static bool IsSame(string known, string word) => known.Equals(word, StringComparison.OrdinalIgnoreCase);

    // The first letter is seldom mistyped, and a tour is no hour; a short word differs from another by little.
    private static bool IsNear(string known, string word) =>
        IsSame(known, word)
        || (
            char.ToLowerInvariant(known[0]) == word[0]
            && Nearest.Edits(known.ToLowerInvariant(), word)
                <= (
                    word.Length > 7 ? 3
                    : word.Length > 6 ? 2
                    : 1
                )
        );

    private static IEnumerable<string> WordsOf(string unit) => Unit.TryParse(unit, out Unit? read) ? read.Counted : [];
}
