namespace Sroi.Notebooks.Running;

/// <summary>When a run and a cell end.</summary>
/// <param name="KeepsGoing">Whether the run continues after a failed cell.</param>
/// <param name="CellTimeout">A cell that takes longer is interrupted and counts as failed; null for no limit.</param>
public sealed record RunRules(bool KeepsGoing = false, TimeSpan? CellTimeout = null);
