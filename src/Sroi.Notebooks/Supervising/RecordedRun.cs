using System.Diagnostics;
using System.Runtime.InteropServices;
using Sroi.Notebooks.Running;

namespace Sroi.Notebooks.Supervising;

/// <summary>Runs a notebook in a process that its cells may end, and records its progress in a journal.</summary>
public static class RecordedRun
{
    // The time that the supervising process may take to end this one.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Runs it, and waits for the process that reads the journal to end this one.</summary>
    /// <param name="journal">The file of the journal.</param>
    /// <param name="run">Runs the notebook, given the progress callback and the token that interrupts the running cell.</param>
    public static void Run(string journal, Func<Action<CellProgress>, CancellationToken, Task<ExecutedNotebook>> run)
    {
        using JournalWriter writer = new(journal);
        using CancellationTokenSource stop = new();
        using PosixSignalRegistration interrupt = On(PosixSignal.SIGINT, stop);
        using PosixSignalRegistration end = On(PosixSignal.SIGTERM, stop);
        using ParentWatch watch = new(() => Process.GetCurrentProcess().Kill());
        AppDomain.CurrentDomain.ProcessExit += (_, _) => writer.Exits();
        try
        {
            writer.Done(run(writer.Progress, stop.Token).GetAwaiter().GetResult());
        }
        catch
        {
            writer.Fails();
            throw;
        }

        using ManualResetEventSlim never = new();
        never.Wait(Patience);
    }

    // However often; the supervising process decides how long to wait.
    private static PosixSignalRegistration On(PosixSignal signal, CancellationTokenSource stop) =>
        PosixSignalRegistration.Create(
            signal,
            context =>
            {
                context.Cancel = true;
                stop.Cancel();
            }
        );
}
