using System.Text;

namespace Sroi.Notebooks.Kernel;

/// <summary>Text that a cell writes, gathered so that a line at a time is not a message at a time. Sent when it is much, and soon in any case.</summary>
/// <param name="send">Sends the text of a stream, "stdout" or "stderr".</param>
internal sealed class StreamBatch(Action<string, string> send)
{
    private const int Much = 32_768;

    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(50);

    private readonly Lock _gate = new();
    private readonly StringBuilder _text = new();
    private string _stream = "";
    private ITimer? _timer;

    public void Add(string stream, string text)
    {
        lock (_gate)
        {
            if (stream != _stream)
            {
                Send(isLast: true);
                _stream = stream;
            }

            _text.Append(text);
            if (_text.Length >= Much)
            {
                Send(isLast: false);
            }

            if (_text.Length > 0)
            {
                _timer ??= TimeProvider.System.CreateTimer(_ => SendWhatIsThere(), null, Soon, Timeout.InfiniteTimeSpan);
            }
        }
    }

    /// <summary>Sends what there is.</summary>
    public void Flush()
    {
        lock (_gate)
        {
            Send(isLast: true);
        }
    }

    private void SendWhatIsThere()
    {
        lock (_gate)
        {
            Send(isLast: false);
        }
    }

    private void Send(bool isLast)
    {
        _timer?.Dispose();
        _timer = null;
        // The first half of a character waits for the second.
        int length = !isLast && _text.Length > 0 && char.IsHighSurrogate(_text[^1]) ? _text.Length - 1 : _text.Length;
        if (length > 0)
        {
            send(_stream, _text.ToString(0, length));
            _text.Remove(0, length);
        }
    }
}
