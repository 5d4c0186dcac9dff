using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sroi.Notebooks.Running;

namespace Sroi.Notebooks.Supervising;

/// <summary>Records the progress of a run, a line of JSON for each step, written to the file before the next step begins.</summary>
internal sealed class JournalWriter(string path) : IDisposable
{
    private readonly StreamWriter _file = new(new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read), new UTF8Encoding(false));
    private readonly Lock _turn = new();
    private CellProgress? _latest;
    private bool _isOver;

    /// <summary>Records that a cell begins or ends.</summary>
    public void Progress(CellProgress progress)
    {
        lock (_turn)
        {
            _latest = progress;
            Add(Line(progress));
        }
    }

    /// <summary>Records that the process is ending, and with it the run if it is not over.</summary>
    public void Exits()
    {
        lock (_turn)
        {
            if (!_isOver)
            {
                _isOver = true;
                JsonObject line = _latest is null ? [] : Line(_latest);
                line[Journal.Exits] = true;
                Add(line);
            }
        }
    }

    /// <summary>Records that the run itself failed.</summary>
    public void Fails()
    {
        lock (_turn)
        {
            _isOver = true;
        }
    }

    /// <summary>Records that the run is over.</summary>
    public void Done(ExecutedNotebook executed)
    {
        lock (_turn)
        {
            _isOver = true;
            Add(
                new()
                {
                    [Journal.Notebook] = JsonNode.Parse(executed.Notebook.ToJson()),
                    [Journal.Failures] = JsonSerializer.SerializeToNode(executed.Failures),
                    [Journal.IsStopped] = executed.IsStopped,
                }
            );
        }
    }

    public void Dispose() => _file.Dispose();

    private static JsonObject Line(CellProgress progress)
    {
        JsonObject line = new()
        {
            [Journal.Number] = progress.Number,
            [Journal.Total] = progress.Total,
            [Journal.Took] = progress.Took?.Ticks,
        };
        if (progress.SoFar?.Invoke() is { } notebook)
        {
            int index = notebook.Cells.ToList().FindIndex(cell => cell.ExecutionCount == progress.Number);
            line[Journal.Index] = index;
            line[Journal.Cell] = Copy(notebook.Cells[index].Json);
        }

        return line;
    }

    private static JsonNode? Copy(JsonObject cell)
    {
        try
        {
            return cell.DeepClone();
        }
        catch (InvalidOperationException)
        {
            // A background thread of the cell is writing output now; the final notebook will include it.
            return null;
        }
    }

    private void Add(JsonObject line)
    {
        _file.WriteLine(line.ToJsonString());
        _file.Flush();
    }
}
