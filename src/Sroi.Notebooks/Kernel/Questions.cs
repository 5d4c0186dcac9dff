namespace Sroi.Notebooks.Kernel;

/// <summary>Questions to the user, one at a time.</summary>
internal sealed class Questions(Outbox outbox)
{
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _turn = new(1);
    private TaskCompletionSource<string>? _pending;

    /// <summary>Asks, and waits for the answer.</summary>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    public string Ask(Request request, string prompt, bool isPassword)
    {
        _turn.Wait();
        try
        {
            TaskCompletionSource<string> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
            Await(answer);
            outbox.AskForInput(request, prompt, isPassword);
            return answer.Task.GetAwaiter().GetResult();
        }
        finally
        {
            Await(null);
            _turn.Release();
        }
    }

    /// <summary>Accepts an answer; returns whether there was a question.</summary>
    public bool Answer(string answer)
    {
        lock (_gate)
        {
            return _pending?.TrySetResult(answer) ?? false;
        }
    }

    /// <summary>Stops waiting for an answer.</summary>
    public void Cancel()
    {
        lock (_gate)
        {
            _pending?.TrySetCanceled();
        }
    }

    private void Await(TaskCompletionSource<string>? answer)
    {
        lock (_gate)
        {
            _pending = answer;
        }
    }
}
