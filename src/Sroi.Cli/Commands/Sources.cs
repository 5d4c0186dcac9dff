namespace Sroi.Cli.Commands;

/// <summary>Reads from the words of a source what kind it is.</summary>
internal static class Sources
{
    /// <summary>Used where no source was given.</summary>
    public const string Estimate = "our own estimate";

    private static readonly (string Kind, string[] Words)[] s_words =
    [
        ("assumption", ["estimate", "guess", "assum", "judg", "think", "hope", "target", "expect", "do not know", "don't know"]),
        (
            "records",
            [
                "register",
                "record",
                "account",
                "contract",
                "ledger",
                "invoice",
                "log",
                "database",
                "budget",
                "our survey",
                "survey of",
                "interview",
                "attendance",
            ]
        ),
        ("statistics", ["statistic", "census", "ons", "nhs england", "nhs digital"]),
    ];

    /// <summary>The kind that files have a word for; a publication where no word says otherwise.</summary>
    public static string KindOf(string source) => s_words.FirstOrDefault(kind => kind.Words.Any(word => Has(source, word))).Kind ?? "publication";

    // A short word must be a whole word; of a longer one the beginning is enough.
    private static bool Has(string source, string word) =>
        word.Length > 3
            ? source.Contains(word, StringComparison.OrdinalIgnoreCase)
            : source.Split(' ', ',', '(', ')').Contains(word, StringComparer.OrdinalIgnoreCase);
}
