using System.Text;

namespace Sroi.Notebooks.Cells;

/// <summary>
/// The output of one cell, in order: text in batches ten times a second, everything else at once. It outlives the cell, whose background work may
/// still write.
/// </summary>
internal sealed class CellOutlet
{
    /// <summary>The most characters that one cell may show.</summary>
    public const long Limit = 100_000_000;

    // Always sent, even beyond the limit.
    private const long Free = -1;
    private const int LargestBatch = 1_000_000;
    private static readonly TimeSpan Batch = TimeSpan.FromMilliseconds(100);

    private readonly ICellOutput _output;
    private readonly LiveCharts _charts;
    private readonly Lock _turn = new();
    private readonly List<(string Name, StringBuilder Text)> _pending = [];
    private readonly ITimer _timer;
    private bool _isScheduled;
    private long _shown;

    public CellOutlet(ICellOutput output, LiveCharts charts)
    {
        (_output, _charts) = (output, charts);
        _timer = TimeProvider.System.CreateTimer(_ => Flush(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Cancelled when the cell is interrupted.</summary>
    public CancellationToken Stop { get; set; }

    /// <summary>Text to "stdout" or "stderr".</summary>
    public void Write(string name, ReadOnlySpan<char> text)
    {
        // An interrupt may abort the thread anywhere except in a finally block, and must not leave half a batch.
        try { }
        finally
        {
            lock (_turn)
            {
                if (Admits(text.Length))
                {
                    Append(name, text);
                }
            }
        }
    }

    /// <summary>Sends what has been written so far.</summary>
    public void Flush() => Send(() => { }, Free);

    public void Display(MimeBundle data, string? displayId) => Send(() => _output.Display(_charts.Supplied(data), displayId), SizeOf(data));

    public void Update(MimeBundle data, string displayId) => Send(() => _output.Update(_charts.Supplied(data), displayId), SizeOf(data));

    public void Result(MimeBundle data) => Send(() => _output.Result(_charts.Supplied(data)), SizeOf(data));

    public void Clear(bool wait) => Send(() => _output.Clear(wait), Free);

    /// <summary>Asks the user; other output continues while waiting for the answer.</summary>
    public string Ask(string prompt, bool isPassword)
    {
        Flush();
        return _output.Ask(prompt, isPassword);
    }

    private void Send(Action what, long size)
    {
        try { }
        finally
        {
            lock (_turn)
            {
                bool admitted = size == Free || Admits(size);
                SendPending();
                if (admitted)
                {
                    what();
                }
            }
        }
    }

    private bool Admits(long size)
    {
        if (size == 0 || _shown > Limit)
        {
            return false;
        }

        _shown += size;
        if (_shown <= Limit)
        {
            return true;
        }

        Append("stderr", $"\n[Output cut: a cell shows at most {Limit / 1_000_000} MB. Write large results to a file.]\n");
        return false;
    }

    private void Append(string name, ReadOnlySpan<char> text)
    {
        if (_pending.Count == 0 || _pending[^1].Name != name)
        {
            _pending.Add((name, new()));
        }

        StringBuilder batch = _pending[^1].Text.Append(text);
        if (batch.Length > LargestBatch)
        {
            SendPending();
        }
        else if (!_isScheduled)
        {
            _isScheduled = true;
            _timer.Change(Batch, Timeout.InfiniteTimeSpan);
        }
    }

    private void SendPending()
    {
        _isScheduled = false;
        foreach ((string name, StringBuilder text) in _pending)
        {
            _output.Stream(name, text.ToString());
        }

        _pending.Clear();
    }

    private static long SizeOf(MimeBundle data) => data.Data.Values.Sum(text => (long)text.Length);
}
