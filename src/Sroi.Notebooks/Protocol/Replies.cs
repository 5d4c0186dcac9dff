using System.Text.Json;
using System.Text.Json.Nodes;
using Sroi.Notebooks.Cells;

namespace Sroi.Notebooks.Protocol;

/// <summary>Content shared by several messages.</summary>
internal static class Replies
{
    /// <summary>A success.</summary>
    public static JsonObject Ok() => new() { ["status"] = "ok" };

    /// <summary>A failure.</summary>
    public static JsonObject Error(string name, string message, IEnumerable<string> traceback)
    {
        JsonObject content = Exception(name, message, traceback);
        content.Insert(0, "status", "error");
        return content;
    }

    /// <summary>The description of an error.</summary>
    public static JsonObject Exception(string name, string message, IEnumerable<string> traceback) =>
        new()
        {
            ["ename"] = name,
            ["evalue"] = message,
            ["traceback"] = new JsonArray([.. traceback.Select(line => JsonValue.Create(line))]),
        };

    /// <summary>A value by MIME type; JSON types as JSON, others as text.</summary>
    public static JsonObject Data(MimeBundle bundle)
    {
        JsonObject data = [];
        foreach ((string type, string text) in bundle.Data.OrderBy(d => d.Key, StringComparer.Ordinal))
        {
            data[type] = Json(type, text) ?? text;
        }

        return data;
    }

    /// <summary>The text of a JSON type, parsed; null for other types and for invalid JSON.</summary>
    public static JsonNode? Json(string type, string text)
    {
        if (!type.Equals("application/json", StringComparison.OrdinalIgnoreCase) && !type.EndsWith("+json", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
