using System.Text.Json;
using System.Text.Json.Nodes;
using Sroi.Notebooks.Execution;

namespace Sroi.Notebooks.Kernel;

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
            data[type] = IsJson(type) ? Parsed(text) : text;
        }

        return data;
    }

    private static bool IsJson(string type) =>
        type.Equals("application/json", StringComparison.OrdinalIgnoreCase) || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase);

    private static JsonNode? Parsed(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return text;
        }
    }
}
