using System.Collections.Immutable;
using System.Diagnostics;
using Sroi.Notebooks.Cells;
using Sroi.Notebooks.Documents;
using Sroi.Notebooks.Execution;

namespace Sroi.Notebooks.Running;

/// <summary>Runs a notebook from the first cell to the last, without Jupyter and unattended.</summary>
public static class NotebookRun
{
    /// <summary>Runs it in its folder, up to the first cell that fails (unless tagged <c>raises-exception</c>).</summary>
    /// <param name="notebook">The notebook, which is not changed.</param>
    /// <param name="progress">Called as each cell begins and as it ends.</param>
    /// <param name="stop">Interrupts the running cell.</param>
    public static Task<ExecutedNotebook> RunAsync(NotebookFile notebook, Action<CellProgress> progress, CancellationToken stop) =>
        RunAsync(notebook, new(), progress, stop);

    /// <summary>Runs it in its folder. Cells tagged <c>skip-execution</c> do not run; those tagged <c>raises-exception</c> may fail.</summary>
    /// <param name="notebook">The notebook, which is not changed.</param>
    /// <param name="rules">Whether it continues after a failed cell, and how long a cell may take.</param>
    /// <param name="progress">Called as each cell begins and as it ends.</param>
    /// <param name="stop">Interrupts the running cell.</param>
    public static async Task<ExecutedNotebook> RunAsync(NotebookFile notebook, RunRules rules, Action<CellProgress> progress, CancellationToken stop)
    {
        NotebookFile executed = notebook.NotRun();
        string before = Directory.GetCurrentDirectory();
        Directory.SetCurrentDirectory(notebook.Folder);
        DisplayedOutputs displayed = new();
        try
        {
            using ScriptSession session = ScriptSession.Create(notebook.Folder);
            ImmutableArray<FailedCell> failures = await new Cells(session, displayed, rules, progress).RunAsync(executed, stop).ConfigureAwait(false);
            return new(executed, failures, stop.IsCancellationRequested);
        }
        finally
        {
            displayed.Settle();
            Directory.SetCurrentDirectory(before);
        }
    }

    private sealed class Cells(ScriptSession session, DisplayedOutputs displayed, RunRules rules, Action<CellProgress> progress)
    {
        private readonly ImmutableArray<FailedCell>.Builder _failures = ImmutableArray.CreateBuilder<FailedCell>();

        public async Task<ImmutableArray<FailedCell>> RunAsync(NotebookFile notebook, CancellationToken stop)
        {
            NotebookCell[] cells =
            [
                .. notebook.Cells.Where(cell => cell.Kind == CellKind.Code && cell.Source.Trim().Length > 0 && !cell.Says.IsSkipped),
            ];
            NotebookFile SoFar()
            {
                CellScope.Latest?.Flush();
                displayed.Store();
                return notebook;
            }

            foreach ((int index, NotebookCell cell) in cells.Index())
            {
                if (stop.IsCancellationRequested)
                {
                    break;
                }

                cell.Json["execution_count"] = index + 1;
                progress(new(index + 1, cells.Length, Took: null) { SoFar = SoFar });
                long start = Stopwatch.GetTimestamp();
                bool goesOn = await RunAsync(cell, index + 1, stop).ConfigureAwait(false);
                progress(new(index + 1, cells.Length, Stopwatch.GetElapsedTime(start)) { SoFar = SoFar });
                if (!goesOn)
                {
                    break;
                }
            }

            return _failures.ToImmutable();
        }

        private async Task<bool> RunAsync(NotebookCell cell, int number, CancellationToken stop)
        {
            NotebookOutputs outputs = new(cell.Json, displayed);
            (CellOutcome outcome, bool hasEnded) = await TimedCell
                .RunAsync(session, new(cell.Code, outputs), rules.CellTimeout, stop)
                .ConfigureAwait(false);
            if (Failure(outcome, cell.AddedLines) is not { } failed)
            {
                return true;
            }

            outputs.Error(failed);
            if (cell.Says.MayFail && outcome is CellOutcome.Failed { Name: not TimedCell.Timeout })
            {
                return true;
            }

            _failures.Add(new(number, failed.Line, failed.Name, failed.Message));
            return hasEnded && rules.KeepsGoing;
        }

        private static CellOutcome.Failed? Failure(CellOutcome outcome, int addedLines) =>
            outcome switch
            {
                CellOutcome.Failed failed => failed with { Line = failed.Line is { } line ? Math.Max(1, line - addedLines) : null },
                CellOutcome.Interrupted => new("Interrupted", "The cell was interrupted.", Line: null, ["The cell was interrupted."]),
                _ => null,
            };
    }
}
