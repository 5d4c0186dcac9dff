using System.Text.Json.Nodes;
using Sroi.Notebooks.Cells;
using Sroi.Notebooks.Protocol;

namespace Sroi.Notebooks.Kernel;

/// <summary>Publishes what a cell puts out, as belonging to that cell even when it comes late.</summary>
internal sealed class CellOutput(Outbox outbox, Questions questions, CellRequest cell) : ICellOutput
{
    private volatile bool _hasEnded;

    /// <summary>The value of the cell as plain text; null where it has none.</summary>
    public string? ResultText { get; private set; }

    public void Stream(string name, string text) => Publish("stream", new() { ["name"] = name, ["text"] = text });

    public void Display(MimeBundle data, string? displayId) => Publish("display_data", Shown(data, displayId));

    public void Update(MimeBundle data, string displayId) => Publish("update_display_data", Shown(data, displayId));

    public void Result(MimeBundle data)
    {
        ResultText = data.Data.GetValueOrDefault("text/plain");
        JsonObject content = new()
        {
            ["execution_count"] = cell.Count,
            ["data"] = Replies.Data(data),
            ["metadata"] = new JsonObject(),
        };
        Publish("execute_result", content);
    }

    public string Ask(string prompt, bool isPassword) =>
        !cell.AllowsQuestions
            ? throw new InvalidOperationException("This cell asks for input, but whoever runs it has said that there is nobody to ask.")
        : _hasEnded ? throw new InvalidOperationException("This cell asks for input, but it has already ended.")
        : questions.Ask(cell.Request, prompt, isPassword);

    public void Clear(bool wait) => Publish("clear_output", new() { ["wait"] = wait });

    /// <summary>What made the cell fail.</summary>
    public void Error(JsonObject content) => Publish("error", content);

    /// <summary>The cell has ended: from now on it can ask nothing.</summary>
    public void End() => _hasEnded = true;

    private static JsonObject Shown(MimeBundle data, string? displayId) =>
        new()
        {
            ["data"] = Replies.Data(data),
            ["metadata"] = new JsonObject(),
            ["transient"] = displayId is null ? [] : new JsonObject { ["display_id"] = displayId },
        };

    private void Publish(string type, JsonObject content)
    {
        if (!cell.IsSilent)
        {
            outbox.Publish(cell.Request.Message.Header, type, content);
        }
    }
}
