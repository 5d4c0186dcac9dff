using System.Collections.Concurrent;

namespace Sroi.Notebooks.Kernel;

/// <summary>A thread that handles requests one by one, in order of arrival.</summary>
internal sealed class RequestQueue : IDisposable
{
    private readonly BlockingCollection<Request> _waiting = [];
    private readonly Action<Request> _handle;
    private readonly Thread _thread;

    /// <param name="name">The name of the thread.</param>
    /// <param name="handle">Handles a request; must not throw.</param>
    public RequestQueue(string name, Action<Request> handle)
    {
        _handle = handle;
        _thread = new(Work) { Name = name, IsBackground = true };
        _thread.Start();
    }

    public void Add(Request request) => _waiting.Add(request);

    /// <summary>Stops accepting requests; returns whether the current one ended in time.</summary>
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
                // An interrupt that arrived just after the cell ended.
            }
        }
    }
}
