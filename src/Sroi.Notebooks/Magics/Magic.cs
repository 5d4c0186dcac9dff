using System.Collections.Frozen;
using System.Collections.Immutable;
using Sroi.Notebooks.Cells;
using Sroi.Parameters.Reading;

namespace Sroi.Notebooks.Magics;

/// <summary>The words that may follow <c>#!</c>.</summary>
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
        ["mermaid"] = PartKind.Mermaid,
        ["value"] = PartKind.Value,
        ["set"] = PartKind.Set,
        ["share"] = PartKind.Share,
        ["import"] = PartKind.Import,
        ["about"] = PartKind.About,
        ["lsmagic"] = PartKind.Magics,
        ["who"] = PartKind.Variables,
        ["whos"] = PartKind.VariablesWithValues,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> OtherLanguages = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        ["fsharp", "f#", "pwsh", "powershell", "sql", "kql", "python", "python3", "r", "http", "vb", "bash", "sh", "duckdb", "sqlite"]
    );

    private static readonly FrozenSet<string> OfOtherHosts = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        ["connect", "log", "extension", "enable-internals", "enable-http", "linqify", "explain", "restart", "inspect", "region", "nuget"]
    );

    /// <summary>All of them with descriptions.</summary>
    public static ImmutableArray<(string Name, string Does)> All { get; } =
    [
        ("#!csharp", "what follows is C# (also #!c#)"),
        ("#!markdown", "what follows is shown as text with headings, lists and tables"),
        ("#!html", "what follows is shown as HTML"),
        ("#!javascript", "what follows runs in the page (also #!js)"),
        ("#!mermaid", "what follows is a diagram in words; shown as text if nothing draws it"),
        ("#!value --name NAME", "what follows becomes a text variable; also --from-file, --from-url, --from-value"),
        ("#!set --name NAME --value VALUE", "declares a text variable; @csharp:OTHER copies one, @input:QUESTION asks"),
        ("#!share NAME --from csharp", "gives a variable to JavaScript, or another name with --as"),
        ("#!import FILE", "runs the C# cells of an .ipynb or .dib file, or a .cs or .csx file"),
        ("#!time", "shows how long the cell took"),
        ("#!who", "lists the variables"),
        ("#!whos", "lists the variables with their types and values"),
        ("#!about", "shows the version of the kernel"),
        ("#!lsmagic", "lists the magics"),
        ("#r \"nuget: ID, VERSION\"", "gets a package"),
        ("#r \"FILE.dll\"", "references an assembly"),
        ("#i \"nuget:FOLDER-OR-ADDRESS\"", "adds a package source"),
        ("#load \"FILE.csx\"", "runs the C# of a file"),
    ];

    /// <summary>The kind of part that a word begins; null for <see cref="Time"/>, which begins none.</summary>
    /// <exception cref="CellException">It is not supported.</exception>
    public static PartKind? Read(string word, int line)
    {
        if (word.Equals(Time, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return Kinds.TryGetValue(word, out PartKind kind) ? kind : throw new CellException("MagicError", $"#!{word}: {WhyNot(word)}", line);
    }

    private static string WhyNot(string word)
    {
        string[] names = [.. Kinds.Keys.Append(Time).Order(StringComparer.Ordinal).Select(name => $"#!{name}")];
        return word.Equals("connect", StringComparison.OrdinalIgnoreCase)
                ? "there are no other kernels to connect to: this kernel runs C# only. Use a package from C# in its place, such as a database's."
            : OfOtherHosts.Contains(word) ? "this magic of .NET Interactive is not supported. Remove the line."
            // A database connection has its own name, such as sql-sales.
            : OtherLanguages.Contains(word.Split('-')[0]) ? "this kernel runs C# only. Write the cell in C#, or tag it 'skip-execution'."
            : $"there is no such magic.{Nearest.Hint($"#!{word}", names)} Supported: {string.Join(", ", names)}.";
    }
}
