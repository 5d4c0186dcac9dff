using System.Runtime;

namespace Sroi.Notebooks.Cells;

/// <summary>
/// Runs part of a cell on a separate thread, which an interrupt can abort: an endless loop, a sleep, or an await that never completes. Code
/// after an await runs on this thread too, unless the cell itself blocks it.
/// </summary>
internal sealed class CellThread : IDisposable
{
    private static readonly TimeSpan Nudge = TimeSpan.FromMilliseconds(50);

    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _isOver = new();
    private readonly CellOutlet _outlet;
    private readonly Turns _turns;
    private Thread? _thread;
    private int _interrupts;
    private int _place;

    public CellThread(CellOutlet outlet)
    {
        _outlet = outlet;
        _outlet.Stop = _stop.Token;
        _turns = new(outlet);
    }

    /// <summary>Whether it was interrupted.</summary>
    public bool IsInterrupted => Volatile.Read(ref _interrupts) != 0;

    /// <summary>Cancels work that supports cancellation, such as a compilation.</summary>
    public CancellationToken Stop => _stop.Token;

    /// <summary>Runs to completion and shows the value.</summary>
    /// <returns>The exception that ended it; an <see cref="OperationCanceledException"/> if it was interrupted; null for none.</returns>
    public Task<Exception?> RunAsync(Func<Task<object?>> body, Action<object?> show)
    {
        TaskCompletionSource<Exception?> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _thread = new(() => ended.SetResult(Main(body, show))) { IsBackground = true, Name = "notebook cell" };
        _thread.UnsafeStart();
        return ended.Task;
    }

    /// <summary>Interrupts it, from the thread pool: delivering an abort blocks until the cell's code receives it.</summary>
    public void Interrupt()
    {
        if (Interlocked.Exchange(ref _interrupts, 1) == 0)
        {
            ThreadPool.UnsafeQueueUserWorkItem(_ => _stop.Cancel(), null);
            ThreadPool.UnsafeQueueUserWorkItem(_ => BreakSleeps(), null);
        }
    }

    /// <summary>Marks the cell as ended.</summary>
    public void Dispose() => _isOver.TrySetResult();

    // An abort is not delivered to a sleeping thread, and a woken thread may sleep again before the abort arrives. Only code of the cell is woken.
    private void BreakSleeps()
    {
        do
        {
            if (Interlocked.CompareExchange(ref _place, Place.Waking, Place.Inside) == Place.Inside)
            {
                _thread!.Interrupt();
                Volatile.Write(ref _place, Place.Inside);
            }
        } while (!_isOver.Task.Wait(Nudge));
    }

    // From here on nothing wakes the thread, and a pending wake-up is consumed here: the runtime itself waits while it ends an
    // abort, and waking it there would leave the abort pending, which ends the process. No abort is delivered in a finally block.
    private void Leave()
    {
        SpinWait spin = default;
        while (Interlocked.CompareExchange(ref _place, Place.Outside, Place.Inside) != Place.Inside)
        {
            spin.SpinOnce(sleep1Threshold: -1);
        }

        if (IsInterrupted)
        {
            try
            {
                Thread.Sleep(TimeSpan.FromMilliseconds(1));
            }
            catch (ThreadInterruptedException)
            {
                // Taken.
            }
        }
    }

    private Exception? Main(Func<Task<object?>> body, Action<object?> show)
    {
        CellScope.Enter(_outlet);
        SynchronizationContext.SetSynchronizationContext(_turns);
        bool isComplete = false;
        try
        {
#pragma warning disable SYSLIB0046 // There is no other way to stop code that ignores cancellation.
            ControlledExecution.Run(
                () =>
                {
                    try
                    {
                        Volatile.Write(ref _place, Place.Inside);
                        Task<object?> task = body();
                        _turns.RunUntil(task);
                        show(task.GetAwaiter().GetResult());
                        isComplete = true;
                    }
                    finally
                    {
                        Leave();
                    }
                },
                _stop.Token
            );
#pragma warning restore SYSLIB0046
            return null;
        }
        catch (Exception error)
        {
            return isComplete ? null
                : IsInterrupted ? new OperationCanceledException(_stop.Token)
                : error;
        }
    }

    /// <summary>The state of the thread: in the cell's code, where it may be woken; being woken; elsewhere.</summary>
    private static class Place
    {
        public const int Outside = 0,
            Inside = 1,
            Waking = 2;
    }

    /// <summary>
    /// Runs continuations on the cell's thread while it waits for them, and on the pool while it is busy, because it may be blocked on them.
    /// </summary>
    private sealed class Turns(CellOutlet outlet) : SynchronizationContext
    {
        private readonly object _lock = new();
        private (SendOrPostCallback Do, object? With)? _next;
        private bool _isIdle;

        public override void Post(SendOrPostCallback d, object? state)
        {
            lock (_lock)
            {
                if (_isIdle && _next is null)
                {
                    _next = (d, state);
                    Monitor.PulseAll(_lock);
                    return;
                }
            }

            ThreadPool.QueueUserWorkItem(_ => Do(d, state));
        }

        public override void Send(SendOrPostCallback d, object? state) => d(state);

        public override SynchronizationContext CreateCopy() => this;

        public void RunUntil(Task task)
        {
            task.ContinueWith(_ => Wake(), TaskScheduler.Default);
            while (!task.IsCompleted)
            {
                if (Next(task) is var (next, state))
                {
                    Do(next, state);
                }
            }
        }

        private (SendOrPostCallback, object?)? Next(Task task)
        {
            lock (_lock)
            {
                _isIdle = true;
                try
                {
                    while (_next is null && !task.IsCompleted)
                    {
                        Monitor.Wait(_lock);
                    }

                    return _next;
                }
                finally
                {
                    (_isIdle, _next) = (false, null);
                }
            }
        }

        private void Wake()
        {
            lock (_lock)
            {
                Monitor.PulseAll(_lock);
            }
        }

        // Exceptions of 'async void' methods arrive here uncaught.
        private void Do(SendOrPostCallback next, object? state)
        {
            try
            {
                next(state);
            }
            catch (Exception error) when (error is not ThreadInterruptedException)
            {
                outlet.Write("stderr", $"Unhandled in the background: {string.Join('\n', CellFailure.Describe(error, file: null))}\n");
            }
        }
    }
}
