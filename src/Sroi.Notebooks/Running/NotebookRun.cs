using System.Collections.Immutable;
using System.Diagnostics;
using Sroi.Notebooks.Execution;

namespace Sroi.Notebooks.Running;

/// <summary>Runs a notebook from its first cell to its last, without Jupyter and without a person.</summary>
public static class NotebookRun
{
    /// <summary>Runs it in its own folder, up to the first cell that fails (unless that is tagged <c>raises-exception</c>).</summary>
    /// <param name="notebook">The notebook, which stays as it is.</param>
    /// <param name="progress">Told of each cell as it begins and as it ends.</param>
    /// <param name="stop">Interrupts the cell that is running.</param>
    public static async Task<ExecutedNotebook> RunAsync(NotebookFile notebook, Action<CellProgress> progress, CancellationToken stop)
    {
        NotebookFile executed = notebook.NotRun();
        string before = Directory.GetCurrentDirectory();
        Directory.SetCurrentDirectory(notebook.Folder);
        DisplayedOutputs displayed = new();
        try
        {
            using ScriptSession session = ScriptSession.Create(notebook.Folder);
            using CancellationTokenRegistration interrupt = stop.Register(session.Interrupt);
            FailedCell? failed = await RunCellsAsync(executed, session, displayed, progress, stop).ConfigureAwait(false);
            return new(executed, failed, stop.IsCancellationRequested);
        }
        finally
        {
            displayed.Settle();
            Directory.SetCurrentDirectory(before);
        }
    }

    private static async Task<FailedCell?> RunCellsAsync(
        NotebookFile notebook,
        ScriptSession session,
        DisplayedOutputs displayed,
        Action<CellProgress> progress,
        CancellationToken stop
    )
    {
        ImmutableArray<NotebookCell> cells = [.. notebook.Cells.Where(cell => cell.Kind == CellKind.Code && cell.Source.Trim().Length > 0)];
        NotebookFile SoFar()
        {
            CellScope.Latest?.Flush();
            displayed.Settle();
            return notebook;
        }

        foreach ((int index, NotebookCell cell) in cells.Index())
        {
            if (stop.IsCancellationRequested)
            {
                return null;
            }

            int number = index + 1;
            cell.Json["execution_count"] = number;
            progress(new(number, cells.Length, Took: null) { SoFar = SoFar });
            NotebookOutputs outputs = new(cell.Json, displayed);
            long start = Stopwatch.GetTimestamp();
            CellOutcome outcome = await session.RunAsync(CodeOf(cell), outputs).ConfigureAwait(false);
            TimeSpan took = Stopwatch.GetElapsedTime(start);
            FailedCell? failed = Failure(outcome, number);
            if (failed is not null)
            {
                outputs.Error(outcome as CellOutcome.Failed ?? new(failed.Name, failed.Message, failed.Line, [failed.Message]));
            }

            progress(new(number, cells.Length, took) { SoFar = SoFar });
            if (failed is null)
            {
                continue;
            }

            if (!cell.Tags.Contains("raises-exception", StringComparer.Ordinal) || outcome is CellOutcome.Interrupted)
            {
                return failed;
            }
        }

        return null;
    }

    // A notebook of several languages notes a cell's own beside it, where a plain one writes a magic.
    private static string CodeOf(NotebookCell cell) =>
        cell.Language is { } language && language is not ("csharp" or "C#") ? $"#!{language}\n{cell.Source}" : cell.Source;

    private static FailedCell? Failure(CellOutcome outcome, int number) =>
        outcome switch
        {
            CellOutcome.Failed failed => new(number, failed.Line, failed.Name, failed.Message),
            CellOutcome.Interrupted => new(number, Line: null, "Interrupted", "The cell was interrupted."),
            _ => null,
        };
}
