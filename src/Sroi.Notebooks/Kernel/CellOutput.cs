using System.Text.Json.Nodes;
using Sroi.Notebooks.Execution;

namespace Sroi.Notebooks.Kernel;

/// <summary>Publishes what a cell puts out, as belonging to that cell even when it comes late.</summary>
internal sealed class CellOutput : ICellOutput
{
    private readonly Outbox _outbox;
    private readonly Questions _questions;
    private readonly CellRequest _cell;
    private readonly StreamBatch _streams;
    private volatile bool _hasEnded;

    public CellOutput(Outbox outbox, Questions questions, CellRequest cell)
    {
        _outbox = outbox;
        _questions = questions;
        _cell = cell;
        _streams = new((name, text) => Publish("stream", new() { ["name"] = name, ["text"] = text }));
    }

    /// <summary>The value of the cell as plain text; null where it has none.</summary>
    public string? ResultText { get; private set; }

    public void Stream(string name, string text) => _streams.Add(name, text);

    public void Display(MimeBundle data, string? displayId) => PublishInOrder("display_data", Shown(data, displayId));

    public void Update(MimeBundle data, string displayId) => PublishInOrder("update_display_data", Shown(data, displayId));

    public void Result(MimeBundle data)
    {
        ResultText = data.Data.GetValueOrDefault("text/plain");
        JsonObject content = new()
        {
            ["execution_count"] = _cell.Count,
            ["data"] = Replies.Data(data),
            ["metadata"] = new JsonObject(),
        };
        PublishInOrder("execute_result", content);
    }

    public string Ask(string prompt, bool isPassword)
    {
        if (!_cell.AllowsQuestions)
        {
            throw new InvalidOperationException("This cell asks for input, but whoever runs it has said that there is nobody to ask.");
        }

        if (_hasEnded)
        {
            throw new InvalidOperationException("This cell asks for input, but it has already ended.");
        }

        _streams.Flush();
        return _questions.Ask(_cell.Request, prompt, isPassword);
    }

    public void Clear(bool wait) => PublishInOrder("clear_output", new() { ["wait"] = wait });

    /// <summary>What made the cell fail.</summary>
    public void Error(JsonObject content) => PublishInOrder("error", content);

    /// <summary>The cell has ended; what it wrote is sent.</summary>
    public void End()
    {
        _hasEnded = true;
        _streams.Flush();
    }

    private static JsonObject Shown(MimeBundle data, string? displayId) =>
        new()
        {
            ["data"] = Replies.Data(data),
            ["metadata"] = new JsonObject(),
            ["transient"] = displayId is null ? [] : new JsonObject { ["display_id"] = displayId },
        };

    private void PublishInOrder(string type, JsonObject content)
    {
        _streams.Flush();
        Publish(type, content);
    }

    private void Publish(string type, JsonObject content)
    {
        if (!_cell.IsSilent)
        {
            _outbox.Publish(_cell.Request.Message.Header, type, content);
        }
    }
}
