using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sroi.Notebooks.Documents;
using Sroi.Notebooks.Running;

namespace Sroi.Notebooks.Supervising;

/// <summary>
/// Runs a notebook in a separate process. A cell that ends that process ends the run, and earlier results are kept; processes started by cells
/// end with the run.
/// </summary>
public static class SupervisedRun
{
    private const int Terminate = 15;

    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(50),
        Grace = TimeSpan.FromSeconds(2);

    /// <summary>Runs it.</summary>
    /// <param name="notebook">The notebook, which is not changed.</param>
    /// <param name="program">The program that runs the same notebook and records its progress in the file given as its last argument.</param>
    /// <param name="progress">Called as each cell begins and as it ends.</param>
    /// <param name="stop">Interrupts the running cell.</param>
    /// <exception cref="NotebookException">The process ended before the first cell began.</exception>
    public static async Task<ExecutedNotebook> RunAsync(
        NotebookFile notebook,
        SupervisedProgram program,
        Action<CellProgress> progress,
        CancellationToken stop
    )
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("sroi-run-");
        try
        {
            string file = Path.Combine(folder.FullName, "journal");
            JournalReader journal = new(file, progress);
            using Process process = program.Start(file);
            Task<string> crash = CrashText.ReadAsync(process.StandardError, program.Errors);
            using CancellationTokenRegistration interrupt = stop.Register(() => Stop(process));
            await FollowAsync(process, journal).ConfigureAwait(false);
            return journal.Done is { } done
                ? Executed(notebook, done)
                : Ended(notebook, journal, await ReasonAsync(process, journal, crash).ConfigureAwait(false), stop.IsCancellationRequested);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // Until the run is over or its process has ended; nothing of it runs afterwards.
    private static async Task FollowAsync(Process process, JournalReader journal)
    {
        Task ended = process.WaitForExitAsync(CancellationToken.None);
        while (journal.Done is null && !journal.Exits && !ended.IsCompleted)
        {
            await Task.WhenAny(ended, Task.Delay(Often)).ConfigureAwait(false);
            journal.Read();
        }

        if (journal.Exits)
        {
            await Task.WhenAny(ended, Task.Delay(Grace)).ConfigureAwait(false);
        }

        EndAll(process);
        await ended.ConfigureAwait(false);
        journal.Read();
    }

    private static void EndAll(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception error) when (error is AggregateException or InvalidOperationException or Win32Exception)
        {
            // It has already ended, or we may not end one of its child processes.
        }
    }

    private static void Stop(Process process)
    {
        if (!OperatingSystem.IsWindows() && !process.HasExited)
        {
            Kill(process.Id, Terminate);
        }
    }

    private static ExecutedNotebook Executed(NotebookFile notebook, JsonObject done) =>
        new(
            notebook.With(done[Journal.Notebook]!.DeepClone().AsObject()),
            done[Journal.Failures].Deserialize<ImmutableArray<FailedCell>>(),
            done[Journal.IsStopped]!.GetValue<bool>()
        );

    private static ExecutedNotebook Ended(NotebookFile notebook, JournalReader journal, string reason, bool isStopped)
    {
        if (journal.Latest is not var (number, index))
        {
            throw new NotebookException($"{Path.GetFileName(notebook.Path)} was not run: its process ended before the first cell. {reason}");
        }

        NotebookFile executed = notebook.NotRun().WithCells(journal.Cells);
        new NotebookOutputs(executed.Cells[index].Json, new()).Error(new("ProcessEnded", reason, Line: null, [reason]));
        return new(executed, [new(number, Line: null, "ProcessEnded", reason)], isStopped);
    }

    private static async Task<string> ReasonAsync(Process process, JournalReader journal, Task<string> crash)
    {
        // Processes started by cells may hold its standard error open for longer.
        await Task.WhenAny(crash, Task.Delay(Grace)).ConfigureAwait(false);
        return journal.Exits
            ? "The cell ended the process with Environment.Exit, and with it the run. Let the cell finish, or throw an exception."
            : CrashText.Reason(crash.IsCompletedSuccessfully ? await crash.ConfigureAwait(false) : "", process.ExitCode);
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int process, int signal);
}
