using System.Text.Json.Nodes;

namespace Sroi.Notebooks.Documents;

/// <summary>The kind of a cell.</summary>
public enum CellKind
{
    /// <summary>Code.</summary>
    Code,

    /// <summary>Text.</summary>
    Markdown,

    /// <summary>Neither; kept unchanged.</summary>
    Raw,
}

/// <summary>One cell of a notebook file.</summary>
public sealed class NotebookCell
{
    internal NotebookCell(JsonObject json) => Json = json;

    /// <summary>Code, text or neither.</summary>
    public CellKind Kind =>
        JsonText.Single(Json["cell_type"]) switch
        {
            "code" => CellKind.Code,
            "markdown" => CellKind.Markdown,
            _ => CellKind.Raw,
        };

    /// <summary>Its source.</summary>
    public string Source => JsonText.Read(Json["source"]);

    /// <summary>Its tags, such as "parameters".</summary>
    public IEnumerable<string> Tags => Metadata["tags"] is JsonArray tags ? tags.Select(tag => JsonText.Read(tag)) : [];

    /// <summary>Its outputs, in nbformat's terms.</summary>
    internal IEnumerable<JsonObject> Outputs => Json["outputs"] is JsonArray outputs ? outputs.OfType<JsonObject>() : [];

    /// <summary>The number of its execution; null if it has not run.</summary>
    internal int? ExecutionCount => Json["execution_count"] is JsonValue count && count.TryGetValue(out int number) ? number : null;

    internal JsonObject Json { get; }

    /// <summary>The language that a polyglot notebook records for a cell; null if it records none.</summary>
    internal string? Language =>
        Metadata["polyglot_notebook"] is JsonObject polyglot ? JsonText.Single(polyglot["kernelName"])
        : Metadata["dotnet_interactive"] is JsonObject interactive ? JsonText.Single(interactive["language"])
        : null;

    /// <summary>Whether it is C#, the default for a cell without a language.</summary>
    internal bool IsCSharp => Language is not { } language || language.ToUpperInvariant() is "CSHARP" or "C#";

    /// <summary>The code that runs: a polyglot notebook records the language in metadata, a plain one in a magic.</summary>
    internal string Code => NeedsMagic ? $"#!{Language}\n{Source}" : Source;

    /// <summary>Lines of <see cref="Code"/> before the first one of <see cref="Source"/>.</summary>
    internal int AddedLines => NeedsMagic ? 1 : 0;

    /// <summary>How it is run and shown, according to its tags.</summary>
    internal CellTags Says => CellTags.Of(Tags, Metadata);

    private bool NeedsMagic => !IsCSharp && !Source.TrimStart().StartsWith($"#!{Language}", StringComparison.OrdinalIgnoreCase);

    private JsonObject Metadata => Json["metadata"] as JsonObject ?? [];
}
