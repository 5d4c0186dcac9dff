namespace Sroi.Notebooks.Running;

/// <summary>When a run ends, and a cell.</summary>
/// <param name="KeepsGoing">It goes on after a cell that failed.</param>
/// <param name="CellTimeout">A cell that takes longer is interrupted and has failed; null where it may take any time.</param>
public sealed record RunRules(bool KeepsGoing = false, TimeSpan? CellTimeout = null);
