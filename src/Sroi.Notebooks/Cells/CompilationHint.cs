using System.Collections.Frozen;
using Microsoft.CodeAnalysis;
using Microsoft.DotNet.Interactive.Formatting;
using Sroi.Parameters.Reading;

namespace Sroi.Notebooks.Cells;

/// <summary>Hints for names that other notebook hosts import automatically and this one does not.</summary>
internal static class CompilationHint
{
    private static readonly FrozenDictionary<string, string> Packages = new Dictionary<string, string>
    {
        ["XPlot"] = "XPlot.Plotly",
        ["Newtonsoft"] = "Newtonsoft.Json",
        ["ScottPlot"] = "ScottPlot",
        ["CsvHelper"] = "CsvHelper",
        ["Humanizer"] = "Humanizer.Core",
        ["NumSharp"] = "NumSharp",
        ["Deedle"] = "Deedle",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly Lazy<FrozenSet<string>> s_tags = new(() =>
        typeof(PocketViewTags).GetProperties().Select(tag => tag.Name).ToFrozenSet(StringComparer.Ordinal)
    );

    /// <summary>A sentence for the first error that has one; null if none has.</summary>
    /// <param name="errors">The errors of the compiler.</param>
    /// <param name="variables">The variables of the notebook.</param>
    public static string? For(IEnumerable<Diagnostic> errors, IReadOnlyCollection<string> variables) =>
        errors.Select(error => For(error, variables)).FirstOrDefault(hint => hint is not null);

    private static string? For(Diagnostic error, IReadOnlyCollection<string> variables)
    {
        if (!error.Location.IsInSource || error.Id is not ("CS0103" or "CS0234" or "CS0246"))
        {
            return null;
        }

        string line = error.Location.SourceTree.GetText().Lines.GetLineFromPosition(error.Location.SourceSpan.Start).ToString().Trim();
        string name = error.Location.SourceTree.GetText().ToString(error.Location.SourceSpan);
        return error.Id == "CS0103"
            ? s_tags.Value.Contains(name)
                ? "For tags of HTML write first: using static Microsoft.DotNet.Interactive.Formatting.PocketViewTags;"
                : Nearest.To(name, variables) is { } near
                    ? $"There is no '{name}'. Did you mean '{near}'?"
                    : null
            : !line.StartsWith("using ", StringComparison.Ordinal)
                ? null
                : line.Contains("Microsoft.DotNet.Interactive.", StringComparison.Ordinal)
                    ? "This namespace belongs to .NET Interactive, which is not available here. Remove the line and the code that uses it."
                    : Packages.FirstOrDefault(package => line.Contains($" {package.Key}", StringComparison.Ordinal)) is { Key: not null } known
                        ? $"It is in a package: write first #r \"nuget: {known.Value}\"."
                        : "If it is in a package, write first #r \"nuget: ID\" with the package's name.";
    }
}
