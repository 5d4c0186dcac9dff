using System.Collections.Immutable;
using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Parameters.Reading;
using Sroi.Sensitivity.Decisions;

namespace Sroi.Cli.Settings;

/// <summary>
/// Reads options as given on the command line: a scenario, <c>SCENARIO:VARIANT</c>, <c>SCENARIO+OVERLAY</c>, or, after the first, a variant or overlay of the first.
/// </summary>
internal static class OptionNames
{
    public const string Help =
        "A scenario, SCENARIO:VARIANT or SCENARIO+OVERLAY. After the first, a variant or overlay of the first can be named on its own.";

    /// <summary>Reads the options.</summary>
    public static ImmutableArray<DecisionOption> Read(Terminal terminal, ParameterLibrary library, IReadOnlyList<string> names, string[] overlays)
    {
        (string first, _, _) = Parts(terminal, names[0]);
        return [.. names.Select((name, i) => Option(terminal, library, i == 0 ? name : Whole(terminal, library, first, name), overlays))];
    }

    /// <summary>A scenario and all its variants.</summary>
    public static ImmutableArray<DecisionOption> WithVariants(Terminal terminal, ParameterLibrary library, string name, string[] overlays)
    {
        Scenario scenario = CaseNames.Read(terminal, library, name, variant: null, []);
        return Read(terminal, library, [name, .. scenario.Variants.Select(variant => $"{name}:{variant.Id}")], overlays);
    }

    private static DecisionOption Option(Terminal terminal, ParameterLibrary library, string name, string[] overlays)
    {
        (string scenario, string? variant, string[] own) = Parts(terminal, name);
        Scenario read = CaseNames.Read(terminal, library, scenario, variant, [.. overlays, .. own]);
        return new(string.Join(" + ", new[] { read.Name }.Concat(own)), SocialReturn.Of(read));
    }

    /// <summary>Decides what a single word after a scenario names: another scenario, a variant of this one or an overlay.</summary>
    public static (string Scenario, string? Variant, string? Overlay) Meant(Terminal terminal, ParameterLibrary library, string beside, string word)
    {
        bool IsUnder(string folder) => library.FilesUnder(folder).Any(file => Path.GetFileNameWithoutExtension(file) == word);
        return IsUnder("scenarios") ? (word, null, null)
            : CaseNames.Read(terminal, library, beside, variant: null, []).Variants.Any(variant => variant.Id == word) ? (beside, word, null)
            : IsUnder("overlays") ? (beside, null, word)
            : (word, null, null);
    }

    private static string Whole(Terminal terminal, ParameterLibrary library, string first, string name)
    {
        if (name.Contains(':') || name.Contains('+') || name.Contains('/') || name.EndsWith(".yaml", StringComparison.Ordinal))
        {
            return name;
        }

        (string scenario, string? variant, string? overlay) = Meant(terminal, library, first, name);
        return scenario + (variant is null ? "" : $":{variant}") + (overlay is null ? "" : $"+{overlay}");
    }

    private static (string Scenario, string? Variant, string[] Overlays) Parts(Terminal terminal, string name)
    {
        if (File.Exists(terminal.PathOf(name)))
        {
            return (name, null, []);
        }

        string[] parts = name.Split('+', StringSplitOptions.TrimEntries);
        int colon = parts[0].LastIndexOf(':');
        return colon > 0 ? (parts[0][..colon], parts[0][(colon + 1)..], parts[1..]) : (parts[0], null, parts[1..]);
    }
}
