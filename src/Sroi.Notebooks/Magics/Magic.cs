using System.Collections.Frozen;
using System.Collections.Immutable;
using Sroi.Notebooks.Execution;
using Sroi.Parameters;

namespace Sroi.Notebooks.Magics;

/// <summary>The words that may stand after <c>#!</c>.</summary>
internal static class Magic
{
    public const string Time = "time";

    private static readonly FrozenDictionary<string, PartKind> Kinds = new Dictionary<string, PartKind>
    {
        ["csharp"] = PartKind.CSharp,
        ["c#"] = PartKind.CSharp,
        ["markdown"] = PartKind.Markdown,
        ["html"] = PartKind.Html,
        ["javascript"] = PartKind.JavaScript,
        ["js"] = PartKind.JavaScript,
        ["about"] = PartKind.About,
        ["lsmagic"] = PartKind.Magics,
        ["who"] = PartKind.Variables,
        ["whos"] = PartKind.VariablesWithValues,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> OtherLanguages = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        ["fsharp", "f#", "pwsh", "powershell", "sql", "kql", "mermaid", "python", "r", "http"]
    );

    /// <summary>All of them with what they do.</summary>
    public static ImmutableArray<(string Name, string Does)> All { get; } =
    [
        ("#!csharp", "what follows is C# (also #!c#)"),
        ("#!markdown", "what follows is shown as text with headings, lists and tables"),
        ("#!html", "what follows is shown as HTML"),
        ("#!javascript", "what follows runs in the page (also #!js)"),
        ("#!time", "tells how long the cell took"),
        ("#!who", "names the variables"),
        ("#!whos", "names the variables with their types and values"),
        ("#!about", "says what runs here"),
        ("#!lsmagic", "lists these"),
        ("#r \"nuget: ID, VERSION\"", "gets a package"),
        ("#r \"FILE.dll\"", "uses an assembly"),
        ("#i \"nuget:FOLDER-OR-ADDRESS\"", "looks for packages there as well"),
        ("#load \"FILE.csx\"", "runs the C# of a file"),
    ];

    /// <summary>What a word means; null for <see cref="Time"/>, which is no part of its own.</summary>
    /// <exception cref="CellException">It means nothing here.</exception>
    public static PartKind? Read(string word, int line)
    {
        if (word.Equals(Time, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        if (Kinds.TryGetValue(word, out PartKind kind))
        {
            return kind;
        }

        string[] names = [.. Kinds.Keys.Append(Time).Order(StringComparer.Ordinal).Select(name => $"#!{name}")];
        string why = OtherLanguages.Contains(word)
            ? "this kernel runs C# only."
            : $"there is no such magic.{Nearest.Hint($"#!{word}", names)} Supported: {string.Join(", ", names)}.";
        throw new CellException("MagicError", $"#!{word}: {why}", line);
    }
}
