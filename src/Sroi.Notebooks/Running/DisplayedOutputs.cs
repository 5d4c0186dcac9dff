using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;
using Sroi.Notebooks.Documents;

namespace Sroi.Notebooks.Running;

/// <summary>Output that a run may still change: named values in any cell, and text that is still growing.</summary>
internal sealed class DisplayedOutputs
{
    private readonly Dictionary<string, JsonObject> _byId = new(StringComparer.Ordinal);
    private readonly ConditionalWeakTable<JsonObject, StringBuilder> _streams = [];
    private readonly HashSet<JsonObject> _grown = [];
    private readonly Lock _turn = new();
    private bool _isSettled;

    /// <summary>Changes the output, unless the run is over; background work of a cell may still be running.</summary>
    public void Change(Action change)
    {
        lock (_turn)
        {
            if (!_isSettled)
            {
                change();
            }
        }
    }

    public void Remember(JsonObject output, string? displayId)
    {
        if (displayId is not null)
        {
            Change(() => _byId[displayId] = output);
        }
    }

    public void Update(string displayId, Func<JsonObject> data) =>
        Change(() =>
        {
            if (_byId.TryGetValue(displayId, out JsonObject? output))
            {
                output["data"] = data();
            }
        });

    /// <summary>Appends to a stream; lines are stored when read, so that the cost is proportional to what is appended.</summary>
    public void Append(JsonObject stream, string text) =>
        Change(() =>
        {
            _streams.GetOrCreateValue(stream).Append(text);
            _grown.Add(stream);
        });

    /// <summary>Stores the lines of the streams that have grown, as a terminal would finally show them.</summary>
    public void Store()
    {
        lock (_turn)
        {
            foreach (JsonObject stream in _grown)
            {
                stream["text"] = JsonText.Lines(TerminalText.Settled(_streams.GetOrCreateValue(stream).ToString()));
            }

            _grown.Clear();
        }
    }

    /// <summary>Stores the current output. Later output is ignored.</summary>
    public void Settle()
    {
        Store();
        Change(() => _isSettled = true);
    }
}
