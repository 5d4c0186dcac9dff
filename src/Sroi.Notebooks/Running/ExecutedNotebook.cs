using System.Collections.Immutable;
using Sroi.Notebooks.Documents;

namespace Sroi.Notebooks.Running;

/// <summary>A notebook that has run.</summary>
/// <param name="Notebook">With its outputs, up to where it came.</param>
/// <param name="Failures">The cells that failed, in order; none where every cell succeeded.</param>
/// <param name="IsStopped">It was stopped from outside.</param>
public sealed record ExecutedNotebook(NotebookFile Notebook, ImmutableArray<FailedCell> Failures, bool IsStopped)
{
    /// <summary>The first cell that failed, at which it ended unless it was to keep going; null where every cell succeeded.</summary>
    public FailedCell? Failure => Failures.FirstOrDefault();
}

/// <summary>A cell that failed.</summary>
/// <param name="Number">Its execution number: the cells of code that are not empty, counted from 1.</param>
/// <param name="Line">The line of the cell, counted from 1; null where there is none.</param>
/// <param name="Name">"CompilationError", or the exception's type.</param>
/// <param name="Message">Why, in words.</param>
public sealed record FailedCell(int Number, int? Line, string Name, string Message);

/// <summary>How far a run is.</summary>
/// <param name="Number">The cell's execution number.</param>
/// <param name="Total">How many cells will run.</param>
/// <param name="Took">How long the cell took; null as it begins.</param>
public sealed record CellProgress(int Number, int Total, TimeSpan? Took)
{
    /// <summary>The notebook with what it has shown up to the moment of the call; null where it runs in another process.</summary>
    internal Func<NotebookFile>? SoFar { get; init; }
}
