using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;
using Sroi.Notebooks.Documents;

namespace Sroi.Notebooks.Running;

/// <summary>What a run has shown and may still change: values with a name, in whichever cell they stand, and text that is still growing.</summary>
internal sealed class DisplayedOutputs
{
    private readonly Dictionary<string, JsonObject> _byId = new(StringComparer.Ordinal);
    private readonly ConditionalWeakTable<JsonObject, StringBuilder> _streams = [];
    private readonly HashSet<JsonObject> _grown = [];
    private readonly Lock _turn = new();
    private bool _isSettled;

    /// <summary>Changes what is shown, unless the run is over: what a cell has started may still go on.</summary>
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

    /// <summary>Adds to a stream; its lines are stored when they are looked at, so that adding costs what is added.</summary>
    public void Append(JsonObject stream, string text) =>
        Change(() =>
        {
            _streams.GetOrCreateValue(stream).Append(text);
            _grown.Add(stream);
        });

    /// <summary>Stores the lines of the streams that have grown, as a terminal would show them in the end.</summary>
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

    /// <summary>Stores what there is. What comes later is left out.</summary>
    public void Settle()
    {
        Store();
        Change(() => _isSettled = true);
    }
}
