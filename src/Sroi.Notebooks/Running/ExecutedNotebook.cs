using System.Collections.Immutable;
using Sroi.Notebooks.Documents;

namespace Sroi.Notebooks.Running;

/// <summary>A notebook that has run.</summary>
/// <param name="Notebook">The notebook with its outputs, as far as it ran.</param>
/// <param name="Failures">The cells that failed, in order; empty if every cell succeeded.</param>
/// <param name="IsStopped">Whether it was stopped from outside.</param>
public sealed record ExecutedNotebook(NotebookFile Notebook, ImmutableArray<FailedCell> Failures, bool IsStopped)
{
    /// <summary>The first cell that failed, at which the run ended unless it was to continue; null if every cell succeeded.</summary>
    public FailedCell? Failure => Failures.FirstOrDefault();
}

/// <summary>A cell that failed.</summary>
/// <param name="Number">Its execution number: non-empty code cells, counted from 1.</param>
/// <param name="Line">The line of the cell, counted from 1; null if there is none.</param>
/// <param name="Name">"CompilationError", or the exception's type.</param>
/// <param name="Message">The reason.</param>
public sealed record FailedCell(int Number, int? Line, string Name, string Message);

/// <summary>The progress of a run.</summary>
/// <param name="Number">The cell's execution number.</param>
/// <param name="Total">The number of cells to run.</param>
/// <param name="Took">The duration of the cell; null when it begins.</param>
public sealed record CellProgress(int Number, int Total, TimeSpan? Took)
{
    /// <summary>The notebook with its output at the time of the call; null if it runs in another process.</summary>
    internal Func<NotebookFile>? SoFar { get; init; }
}
