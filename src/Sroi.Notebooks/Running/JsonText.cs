using System.Text;
using System.Text.Json.Nodes;

namespace Sroi.Notebooks.Running;

/// <summary>Text as notebooks store it: one string, or a list of lines with their line ends.</summary>
internal static class JsonText
{
    public static string Read(JsonNode? node) =>
        node switch
        {
            JsonArray lines => string.Concat(lines.Select(line => (string?)line)),
            JsonValue text when text.TryGetValue(out string? whole) => whole,
            null => "",
            _ => node.ToJsonString(),
        };

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
