using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sroi.Notebooks.Documents;

/// <summary>
/// How a cell is run and shown according to its tags and metadata, as in nbclient, nbconvert and Jupyter Book; with hyphens or underscores.
/// </summary>
/// <param name="IsSkipped">It does not run: skip-execution.</param>
/// <param name="MayFail">It may fail, and the run goes on: raises-exception.</param>
/// <param name="Input">How its code, or its text, is shown: remove-input, hide-input.</param>
/// <param name="Output">How its results are shown: remove-output, hide-output.</param>
internal sealed record CellTags(bool IsSkipped, bool MayFail, Shown Input, Shown Output)
{
    public static CellTags Of(IEnumerable<string> tags, JsonObject metadata)
    {
        HashSet<string> said = [.. tags.Select(tag => tag.Trim().Replace('_', '-').ToLowerInvariant())];
        JsonObject jupyter = metadata["jupyter"] as JsonObject ?? [];
        bool hidesInput = IsTrue(metadata["hide_input"]) || IsTrue(jupyter["source_hidden"]);
        bool hidesOutput = IsTrue(metadata["collapsed"]) || IsTrue(jupyter["outputs_hidden"]);
        return new(
            said.Contains("skip-execution"),
            said.Contains("raises-exception"),
            Of(said, "input", hidesInput),
            Of(said, "output", hidesOutput)
        );
    }

    private static Shown Of(HashSet<string> said, string what, bool isHidden) =>
        said.Contains($"remove-{what}") || said.Contains("remove-cell") ? Shown.Not
        : isHidden || said.Contains($"hide-{what}") || said.Contains("hide-cell") ? Shown.Folded
        : Shown.Open;

    private static bool IsTrue(JsonNode? node) => node?.GetValueKind() == JsonValueKind.True;
}

/// <summary>How a part of a cell is shown on a page.</summary>
internal enum Shown
{
    /// <summary>Shown.</summary>
    Open,

    /// <summary>Folded, for readers to open.</summary>
    Folded,

    /// <summary>Hidden.</summary>
    Not,
}
