using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sroi.Notebooks.Protocol;

/// <summary>Fields of a JSON object from another program.</summary>
internal static class JsonFields
{
    /// <summary>The text of a field; null if it is missing, of another type, or has unpaired surrogates.</summary>
    public static string? TextOrNull(this JsonObject json, string field)
    {
        try
        {
            return json[field] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <exception cref="WireException">It is missing or not text.</exception>
    public static string Text(this JsonObject json, string field) =>
        json.TextOrNull(field) ?? throw new WireException($"there is no text field '{field}'");

    /// <summary>A whole number; the default if it is missing or of another type.</summary>
    public static int Number(this JsonObject json, string field, int otherwise) =>
        json[field] is JsonValue value && value.GetValueKind() == JsonValueKind.Number && value.TryGetValue(out int number) ? number : otherwise;

    /// <summary>A Boolean; the default if it is missing or of another type.</summary>
    public static bool IsTrue(this JsonObject json, string field, bool otherwise) =>
        json[field] is JsonValue value && value.TryGetValue(out bool isTrue) ? isTrue : otherwise;
}
