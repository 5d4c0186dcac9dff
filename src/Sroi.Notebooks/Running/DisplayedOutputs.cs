using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;

namespace Sroi.Notebooks.Running;

/// <summary>What a run has shown and may still change: values with a name, in whichever cell they stand, and text that is still growing.</summary>
internal sealed class DisplayedOutputs
{
    private readonly Dictionary<string, JsonObject> _byId = new(StringComparer.Ordinal);
    private readonly ConditionalWeakTable<JsonObject, StringBuilder> _streams = [];
    private readonly HashSet<JsonObject> _grown = [];
    private readonly Lock _turn = new();

    public void Remember(JsonObject output, string? displayId)
    {
        if (displayId is not null)
        {
            lock (_turn)
            {
                _byId[displayId] = output;
            }
        }
    }

    public void Update(string displayId, Func<JsonObject> data)
    {
        lock (_turn)
        {
            if (_byId.TryGetValue(displayId, out JsonObject? output))
            {
                output["data"] = data();
            }
        }
    }

    /// <summary>Adds to a stream; its lines are stored when they are looked at, so that adding costs what is added.</summary>
    public void Append(JsonObject stream, string text)
    {
        lock (_turn)
        {
            _streams.GetOrCreateValue(stream).Append(text);
            _grown.Add(stream);
        }
    }

    /// <summary>Stores the lines of the streams that have grown.</summary>
    public void Settle()
    {
        lock (_turn)
        {
            foreach (JsonObject stream in _grown)
            {
                stream["text"] = JsonText.Lines(_streams.GetOrCreateValue(stream).ToString());
            }

            _grown.Clear();
        }
    }
}
