using System.Text;
using System.Text.Json.Nodes;
using Sroi.Notebooks.Running;

namespace Sroi.Notebooks.Supervising;

/// <summary>Reads a journal while it is being written.</summary>
internal sealed class JournalReader(string path, Action<CellProgress> progress)
{
    private readonly List<byte> _rest = [];
    private readonly Dictionary<int, JsonObject> _cells = [];
    private long _read;

    /// <summary>The last recorded state of the cells, by index in the notebook.</summary>
    public IReadOnlyDictionary<int, JsonObject> Cells => _cells;

    /// <summary>The number and index of the cell that began last; null if none has begun.</summary>
    public (int Number, int Index)? Latest { get; private set; }

    /// <summary>The final line of the run.</summary>
    public JsonObject? Done { get; private set; }

    /// <summary>Whether a cell is ending the process.</summary>
    public bool Exits { get; private set; }

    /// <summary>Reads what was written since the last reading.</summary>
    public void Read()
    {
        if (!File.Exists(path))
        {
            return;
        }

        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        file.Position = _read;
        byte[] added = new byte[file.Length - _read];
        file.ReadExactly(added);
        _read += added.Length;
        int begin = 0;
        for (int end = Array.IndexOf(added, (byte)'\n'); end >= 0; end = Array.IndexOf(added, (byte)'\n', begin))
        {
            Take([.. _rest, .. added.AsSpan(begin, end - begin)]);
            _rest.Clear();
            begin = end + 1;
        }

        _rest.AddRange(added.AsSpan(begin));
    }

    private void Take(byte[] text)
    {
        JsonObject line = JsonNode.Parse(Encoding.UTF8.GetString(text))!.AsObject();
        if (line.ContainsKey(Journal.Notebook))
        {
            Done = line;
            return;
        }

        Exits |= line.ContainsKey(Journal.Exits);
        if (line[Journal.Index] is not { } place)
        {
            return;
        }

        (int number, int index) = (line[Journal.Number]!.GetValue<int>(), place.GetValue<int>());
        Latest = (number, index);
        if (line[Journal.Cell] is JsonObject cell)
        {
            _cells[index] = cell.DeepClone().AsObject();
        }

        if (!Exits)
        {
            TimeSpan? took = line[Journal.Took] is { } ticks ? TimeSpan.FromTicks(ticks.GetValue<long>()) : null;
            progress(new(number, line[Journal.Total]!.GetValue<int>(), took));
        }
    }
}
