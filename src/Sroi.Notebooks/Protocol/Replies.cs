using System.Text.Json;
using System.Text.Json.Nodes;
using Sroi.Notebooks.Cells;

namespace Sroi.Notebooks.Protocol;

/// <summary>Contents that several messages have.</summary>
internal static class Replies
{
    /// <summary>All went well.</summary>
    public static JsonObject Ok() => new() { ["status"] = "ok" };

    /// <summary>It went wrong.</summary>
    public static JsonObject Error(string name, string message, IEnumerable<string> traceback)
    {
        JsonObject content = Exception(name, message, traceback);
        content.Insert(0, "status", "error");
        return content;
    }

    /// <summary>What went wrong.</summary>
    public static JsonObject Exception(string name, string message, IEnumerable<string> traceback) =>
        new()
        {
            ["ename"] = name,
            ["evalue"] = message,
            ["traceback"] = new JsonArray([.. traceback.Select(line => JsonValue.Create(line))]),
        };

    /// <summary>A value by type. What is JSON goes as JSON, all else as text.</summary>
    public static JsonObject Data(MimeBundle bundle)
    {
        JsonObject data = [];
        foreach ((string type, string text) in bundle.Data.OrderBy(d => d.Key, StringComparer.Ordinal))
        {
            data[type] = Json(type, text) ?? text;
        }

        return data;
    }

    /// <summary>A text of a type that is JSON, as JSON; null for every other, and where it is none.</summary>
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
