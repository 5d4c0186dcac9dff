using System.Collections.Concurrent;

namespace Sroi.Notebooks.Kernel;

/// <summary>A thread that does one request after the other, in the order of their arrival.</summary>
internal sealed class RequestQueue : IDisposable
{
    private readonly BlockingCollection<Request> _waiting = [];
    private readonly Action<Request> _handle;
    private readonly Thread _thread;

    /// <param name="name">The name of the thread.</param>
    /// <param name="handle">Does a request; lets no exception out.</param>
    public RequestQueue(string name, Action<Request> handle)
    {
        _handle = handle;
        _thread = new(Work) { Name = name, IsBackground = true };
        _thread.Start();
    }

    public void Add(Request request) => _waiting.Add(request);

    /// <summary>Takes no more requests; whether the one at hand has come to its end within the time.</summary>
    public bool End(TimeSpan patience)
    {
        _waiting.CompleteAdding();
        while (_waiting.TryTake(out _)) { }
        return _thread.Join(patience);
    }

    public void Dispose() => _waiting.Dispose();

    private void Work()
    {
        while (!_waiting.IsCompleted)
        {
            try
            {
                foreach (Request request in _waiting.GetConsumingEnumerable())
                {
                    _handle(request);
                }
            }
            catch (ThreadInterruptedException)
            {
                // An interrupt that came when the cell had just ended.
            }
        }
    }
}
