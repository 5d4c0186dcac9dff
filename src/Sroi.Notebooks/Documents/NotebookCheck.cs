using System.Globalization;
using System.Text.Json.Nodes;

namespace Sroi.Notebooks.Documents;

/// <summary>Whether a JSON file is a notebook that can run here.</summary>
internal static class NotebookCheck
{
    private static readonly string[] CSharp = ["c#", "csharp", "polyglot-notebook"];
    private static readonly string[] Kernels = ["python", "fsharp", "pwsh", "powershell", "julia", "javascript", "deno"];
    private static readonly string[] Kinds = ["code", "markdown", "raw"];

    public static void Check(JsonObject root, string name)
    {
        if (root["nbformat"] is not JsonValue format || !format.TryGetValue(out int version) || root["cells"] is not JsonArray && version >= 4)
        {
            throw new NotebookException($"{name} is not a notebook: it needs 'nbformat' and a list of 'cells'.");
        }

        if (version != 4)
        {
            throw new NotebookException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name} is a notebook of format {version}; this reads format 4. Open it in Jupyter and save it again."
                )
            );
        }

        foreach ((int index, JsonNode? cell) in root["cells"]!.AsArray().Index())
        {
            CheckCell(cell, string.Create(CultureInfo.InvariantCulture, $"{name}, cells[{index}]"));
        }

        CheckLanguage(root["metadata"] as JsonObject ?? [], name);
    }

    private static void CheckCell(JsonNode? node, string where)
    {
        if (node is not JsonObject cell || JsonText.Single(cell["cell_type"]) is not { } kind)
        {
            throw new NotebookException($"{where} is not a cell: it needs a 'cell_type' and a 'source'.");
        }

        if (!Kinds.Contains(kind, StringComparer.Ordinal))
        {
            throw new NotebookException($"{where}: '{kind}' is not a type of cell; the types are code, markdown and raw.");
        }

        bool isText = cell["source"] is JsonArray lines
            ? lines.All(line => JsonText.Single(line) is not null)
            : JsonText.Single(cell["source"]) is not null;
        if (!isText)
        {
            throw new NotebookException($"{where}: 'source' must be text or a list of lines.");
        }
    }

    private static void CheckLanguage(JsonObject metadata, string name)
    {
        JsonObject kernel = metadata["kernelspec"] as JsonObject ?? [];
        string? language =
            JsonText.Single(kernel["language"])
            ?? JsonText.Single((metadata["language_info"] as JsonObject)?["name"])
            ?? LanguageOf(JsonText.Single(kernel["name"]) ?? "");
        if (language is not null && !CSharp.Contains(language, StringComparer.OrdinalIgnoreCase))
        {
            throw new NotebookException(
                $"{name} is a notebook of {language}; this runs C#. Choose the kernel 'SROI (C#)' in Jupyter and save it again."
            );
        }
    }

    // For a notebook that names only its kernel.
    private static string? LanguageOf(string kernel) =>
        Kernels.FirstOrDefault(language => kernel.Contains(language, StringComparison.OrdinalIgnoreCase));
}
