using System.Runtime.InteropServices;

namespace Sroi.Cli;

/// <summary>While it lives, the first Ctrl-C ends the work at hand in good order; the second ends the program.</summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration _signal;

    public Interruption() => _signal = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        _signal.Dispose();
        _source.Dispose();
    }

    private void Stop(PosixSignalContext context)
    {
        context.Cancel = !_source.IsCancellationRequested;
        _source.Cancel();
    }
}
