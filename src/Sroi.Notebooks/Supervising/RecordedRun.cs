using System.Diagnostics;
using System.Runtime.InteropServices;
using Sroi.Notebooks.Running;

namespace Sroi.Notebooks.Supervising;

/// <summary>Runs a notebook in a process that its cells may end, and notes in a journal how far it is.</summary>
public static class RecordedRun
{
    // As long as the process that supervises this one may take to end it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Runs it, and waits to be ended by the process that reads the journal.</summary>
    /// <param name="journal">The file of the journal.</param>
    /// <param name="run">Runs the notebook: what to call as cells begin and end, and what interrupts the cell that is running.</param>
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

    // However often: whether to wait any longer is for the process that supervises this one to say.
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
