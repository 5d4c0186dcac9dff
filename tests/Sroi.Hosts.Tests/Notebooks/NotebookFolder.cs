using System.Text.Json.Nodes;

namespace Sroi.Hosts.Tests.Notebooks;

/// <summary>A folder of its own for a test, with a notebook made of cells.</summary>
internal sealed class NotebookFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("sroi-notebook-").FullName;

    public string this[string file] => System.IO.Path.Combine(Path, file);

    /// <summary>A cell of code; text begins with "md:", and "tag:" before the code is its tag.</summary>
    public string Write(string name, params string[] cells)
    {
        JsonObject notebook = new()
        {
            ["cells"] = new JsonArray([.. cells.Select(Cell)]),
            ["metadata"] = new JsonObject
            {
                ["kernelspec"] = new JsonObject
                {
                    ["display_name"] = ".NET (C#)",
                    ["language"] = "C#",
                    ["name"] = ".net-csharp",
                },
                ["somebody_elses"] = new JsonObject { ["number"] = 1.5 },
            },
            ["nbformat"] = 4,
            ["nbformat_minor"] = 5,
        };
        File.WriteAllText(this[name], notebook.ToJsonString());
        return this[name];
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private static JsonNode Cell(string text, int index)
    {
        if (text.StartsWith("md:", StringComparison.Ordinal))
        {
            return new JsonObject
            {
                ["cell_type"] = "markdown",
                ["id"] = $"c{index}",
                ["metadata"] = new JsonObject(),
                ["source"] = text[3..],
            };
        }

        string[] parts = text.StartsWith("tag:", StringComparison.Ordinal) ? text[4..].Split('\n', 2) : ["", text];
        return new JsonObject
        {
            ["cell_type"] = "code",
            ["execution_count"] = 9,
            ["id"] = $"c{index}",
            ["metadata"] = new JsonObject { ["tags"] = parts[0].Length > 0 ? new JsonArray(parts[0]) : new JsonArray() },
            ["outputs"] = new JsonArray(),
            ["source"] = new JsonArray([
                .. parts[1].Split('\n').Select((line, i) => (JsonNode)(i < parts[1].Count(c => c == '\n') ? line + "\n" : line)),
            ]),
        };
    }
}
