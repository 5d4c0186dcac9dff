using System.Text.Json.Nodes;
using Sroi.Notebooks.Cells;
using Sroi.Notebooks.Documents;
using Sroi.Notebooks.Protocol;

namespace Sroi.Notebooks.Running;

/// <summary>Writes a cell's output into its JSON, as Jupyter stores it.</summary>
internal sealed class NotebookOutputs(JsonObject cell, DisplayedOutputs displayed) : ICellOutput
{
    private readonly int? _count = cell["execution_count"]?.GetValue<int>();
    private bool _clearsNext;

    private JsonArray Outputs => cell["outputs"]!.AsArray();

    public void Stream(string name, string text) =>
        displayed.Change(() =>
        {
            ClearIfDue();
            if (Outputs.LastOrDefault() is JsonObject last && (string?)last["output_type"] == "stream" && (string?)last["name"] == name)
            {
                displayed.Append(last, text);
                return;
            }

            JsonObject stream = new() { ["name"] = name, ["output_type"] = "stream" };
            displayed.Append(stream, text);
            Outputs.Add((JsonNode)stream);
        });

    public void Display(MimeBundle data, string? displayId) => displayed.Remember(Add("display_data", data), displayId);

    public void Update(MimeBundle data, string displayId) => displayed.Update(displayId, () => Content(data));

    public void Result(MimeBundle data) => Add("execute_result", data)["execution_count"] = _count;

    public string Ask(string prompt, bool isPassword) =>
        throw new InvalidOperationException(
            prompt.Trim().Length == 0
                ? "The cell asks for input, but the notebook runs unattended. Make the answer a parameter."
                : $"The cell asks '{prompt}', but the notebook runs unattended. Make the answer a parameter."
        );

    public void Clear(bool wait) =>
        displayed.Change(() =>
        {
            _clearsNext = wait;
            if (!wait)
            {
                Outputs.Clear();
            }
        });

    /// <summary>How the cell failed.</summary>
    public void Error(CellOutcome.Failed failed) =>
        displayed.Change(() =>
            Outputs.Add(
                (JsonNode)
                    new JsonObject
                    {
                        ["ename"] = failed.Name,
                        ["evalue"] = failed.Message,
                        ["output_type"] = "error",
                        ["traceback"] = new JsonArray([.. failed.Traceback.Select(line => (JsonNode)line)]),
                    }
            )
        );

    private JsonObject Add(string type, MimeBundle data)
    {
        JsonObject output = new()
        {
            ["data"] = Content(data),
            ["metadata"] = new JsonObject(),
            ["output_type"] = type,
        };
        displayed.Change(() =>
        {
            ClearIfDue();
            Outputs.Add((JsonNode)output);
        });
        return output;
    }

    private static JsonObject Content(MimeBundle data) =>
        new(
            data.Data.OrderBy(part => part.Key, StringComparer.Ordinal)
                .Select(part => KeyValuePair.Create<string, JsonNode?>(part.Key, Node(part.Key, part.Value)))
        );

    private static JsonNode Node(string type, string text) => IsBinary(type) ? text : Replies.Json(type, text) ?? (JsonNode)JsonText.Lines(text);

    // Base64 is a single string.
    private static bool IsBinary(string mimeType) => mimeType is "image/png" or "image/jpeg" or "application/pdf";

    private void ClearIfDue()
    {
        if (_clearsNext)
        {
            _clearsNext = false;
            Outputs.Clear();
        }
    }
}
