using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sroi.Notebooks.Documents;

/// <summary>Text as notebooks store it: one string, or a list of lines with their line ends.</summary>
internal static class JsonText
{
    public static string Read(JsonNode? node) =>
        node switch
        {
            JsonArray lines when lines.All(line => line is null || Single(line) is not null) => string.Concat(lines.Select(Single)),
            null => "",
            _ => Single(node) ?? node.ToJsonString(),
        };

    /// <summary>A single string; null if it is missing or of another type.</summary>
    public static string? Single(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;

    /// <summary>Reads JSON with unique names and valid strings.</summary>
    /// <exception cref="JsonException">It is not JSON, has a duplicate name, or contains an unpaired surrogate, such as <c>\ud800</c>.</exception>
    public static JsonNode? Parse(string json)
    {
        try
        {
            JsonNode? node = JsonNode.Parse(json, documentOptions: new() { AllowDuplicateProperties = false });
            ReadAll(node);
            return node;
        }
        catch (InvalidOperationException)
        {
            throw new JsonException("A string has an unpaired surrogate, such as '\\ud800' alone.");
        }
    }

    // Strings are decoded lazily.
    private static void ReadAll(JsonNode? node)
    {
        IEnumerable<JsonNode?> parts = node switch
        {
            JsonObject fields => fields.Select(field => field.Value),
            JsonArray items => items,
            _ => [],
        };
        foreach (JsonNode? part in parts)
        {
            ReadAll(part);
        }

        _ = Single(node);
    }

    public static JsonArray Lines(string text)
    {
        JsonArray lines = [];
        StringBuilder line = new();
        foreach (char c in text)
        {
            line.Append(c);
            if (c == '\n')
            {
                lines.Add((JsonNode)line.ToString());
                line.Clear();
            }
        }

        if (line.Length > 0)
        {
            lines.Add((JsonNode)line.ToString());
        }

        return lines;
    }
}
