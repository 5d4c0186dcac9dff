using System.Text.Json.Nodes;

namespace Sroi.Notebooks.Documents;

/// <summary>What a cell is.</summary>
public enum CellKind
{
    /// <summary>Code that runs.</summary>
    Code,

    /// <summary>Text.</summary>
    Markdown,

    /// <summary>Neither; left as it is.</summary>
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

    /// <summary>What is written in it.</summary>
    public string Source => JsonText.Read(Json["source"]);

    /// <summary>Its tags, such as "parameters".</summary>
    public IEnumerable<string> Tags => Metadata["tags"] is JsonArray tags ? tags.Select(tag => JsonText.Read(tag)) : [];

    /// <summary>How it was shown, in nbformat's words.</summary>
    internal IEnumerable<JsonObject> Outputs => Json["outputs"] is JsonArray outputs ? outputs.OfType<JsonObject>() : [];

    /// <summary>The number of its execution; null where it has not run.</summary>
    internal int? ExecutionCount => Json["execution_count"] is JsonValue count && count.TryGetValue(out int number) ? number : null;

    internal JsonObject Json { get; }

    /// <summary>The language that a notebook of several languages notes for a cell; null where it notes none.</summary>
    internal string? Language =>
        Metadata["polyglot_notebook"] is JsonObject polyglot ? JsonText.Single(polyglot["kernelName"])
        : Metadata["dotnet_interactive"] is JsonObject interactive ? JsonText.Single(interactive["language"])
        : null;

    /// <summary>Whether it is C#, as a cell is that notes no language.</summary>
    internal bool IsCSharp => Language is not { } language || language.ToUpperInvariant() is "CSHARP" or "C#";

    /// <summary>What runs: a notebook of several languages notes a cell's own beside it, where a plain one writes a magic.</summary>
    internal string Code => NeedsMagic ? $"#!{Language}\n{Source}" : Source;

    /// <summary>Lines of <see cref="Code"/> before the first one of <see cref="Source"/>.</summary>
    internal int AddedLines => NeedsMagic ? 1 : 0;

    /// <summary>What its tags say of running and showing it.</summary>
    internal CellTags Says => CellTags.Of(Tags, Metadata);

    private bool NeedsMagic => !IsCSharp && !Source.TrimStart().StartsWith($"#!{Language}", StringComparison.OrdinalIgnoreCase);

    private JsonObject Metadata => Json["metadata"] as JsonObject ?? [];
}
