using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sroi.Notebooks.Documents;

/// <summary>A <c>.dib</c> file of .NET Interactive: cells, each starting with a line that names its language, such as <c>#!markdown</c>.</summary>
internal static class DibText
{
    private const string Meta = "#!meta";

    private static readonly string[] Languages =
    [
        "csharp",
        "c#",
        "fsharp",
        "f#",
        "pwsh",
        "powershell",
        "javascript",
        "js",
        "html",
        "markdown",
        "mermaid",
        "sql",
        "kql",
        "http",
        "value",
        "python",
        "raw",
    ];

    /// <summary>The same cells as a notebook of format 4.</summary>
    /// <exception cref="NotebookException">The text after <c>#!meta</c> is not JSON.</exception>
    public static JsonObject ToNotebook(string text, string name)
    {
        List<(string Language, List<string> Lines)> parts = Parts(text, name, out string language);
        IEnumerable<JsonNode> cells = parts
            .Select(part => (part.Language.Length > 0 ? part.Language : language, Source: string.Join('\n', part.Lines).Trim('\n')))
            .Where(part => part.Source.Trim().Length > 0)
            .Select(part => Cell(part.Item1, part.Source));
        return new()
        {
            ["cells"] = new JsonArray([.. cells]),
            ["metadata"] = new JsonObject
            {
                ["kernelspec"] = new JsonObject
                {
                    ["display_name"] = ".NET (C#)",
                    ["language"] = "C#",
                    ["name"] = ".net-csharp",
                },
                ["language_info"] = new JsonObject { ["name"] = "C#" },
            },
            ["nbformat"] = 4,
            ["nbformat_minor"] = 4,
        };
    }

    // Text before the first language line is in the notebook's default language, which '#!meta' names.
    private static List<(string Language, List<string> Lines)> Parts(string text, string name, out string language)
    {
        List<(string Language, List<string> Lines)> parts = [("", [])];
        JsonObject meta = [];
        HashSet<string> languages = new(Languages, StringComparer.OrdinalIgnoreCase);
        foreach (string line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            string word = line.TrimEnd();
            bool isMeta = word.Equals(Meta, StringComparison.OrdinalIgnoreCase);
            if (!isMeta && !(word.StartsWith("#!", StringComparison.Ordinal) && languages.Contains(word[2..])))
            {
                parts[^1].Lines.Add(line);
                continue;
            }

            if (parts[^1].Language == Meta)
            {
                meta = ReadMeta(parts, name);
                languages.UnionWith(NamesIn(meta));
            }

            parts.Add((isMeta ? Meta : word[2..], []));
        }

        meta = parts[^1].Language == Meta ? ReadMeta(parts, name) : meta;
        language = JsonText.Single((meta["kernelInfo"] as JsonObject)?["defaultKernelName"]) ?? "csharp";
        return parts;
    }

    private static JsonObject ReadMeta(List<(string Language, List<string> Lines)> parts, string name)
    {
        string text = string.Join('\n', parts[^1].Lines);
        parts.RemoveAt(parts.Count - 1);
        try
        {
            return text.Trim().Length == 0 ? [] : JsonText.Parse(text) as JsonObject ?? throw new JsonException("It is not an object.");
        }
        catch (Exception error) when (error is JsonException)
        {
            throw new NotebookException($"{name}: the text after '{Meta}' is not JSON. {error.Message.Split(" LineNumber:")[0].Split(" Path:")[0]}");
        }
    }

    private static IEnumerable<string> NamesIn(JsonObject meta) =>
        ((meta["kernelInfo"] as JsonObject)?["items"] as JsonArray ?? [])
            .OfType<JsonObject>()
            .SelectMany(item => new[] { item["name"] }.Concat(item["aliases"] as JsonArray ?? []))
            .Select(JsonText.Single)
            .OfType<string>();

    private static JsonObject Cell(string language, string source) =>
        language.ToUpperInvariant() is "MARKDOWN" or "RAW"
            ? new()
            {
                ["cell_type"] = language.ToLowerInvariant(),
                ["metadata"] = new JsonObject(),
                ["source"] = JsonText.Lines(source),
            }
            : new()
            {
                ["cell_type"] = "code",
                ["execution_count"] = null,
                ["metadata"] = new JsonObject
                {
                    ["dotnet_interactive"] = new JsonObject { ["language"] = language },
                    ["polyglot_notebook"] = new JsonObject { ["kernelName"] = language },
                },
                ["outputs"] = new JsonArray(),
                ["source"] = JsonText.Lines(source),
            };
}
