using System.Text.Json.Nodes;
using Sroi.Notebooks.Cells;
using Sroi.Notebooks.Protocol;

namespace Sroi.Notebooks.Kernel;

/// <summary>Publishes the output of a cell, attributed to that cell even if it is late.</summary>
internal sealed class CellOutput(Outbox outbox, Questions questions, CellRequest cell) : ICellOutput
{
    private volatile bool _hasEnded;

    /// <summary>The value of the cell as plain text; null if it has none.</summary>
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
        !cell.AllowsQuestions ? throw new InvalidOperationException("This cell asks for input, but no user is available to answer.")
        : _hasEnded ? throw new InvalidOperationException("This cell asks for input, but it has already ended.")
        : questions.Ask(cell.Request, prompt, isPassword);

    public void Clear(bool wait) => Publish("clear_output", new() { ["wait"] = wait });

    /// <summary>The reason the cell failed.</summary>
    public void Error(JsonObject content) => Publish("error", content);

    /// <summary>Marks the cell as ended: it can ask no more questions.</summary>
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
