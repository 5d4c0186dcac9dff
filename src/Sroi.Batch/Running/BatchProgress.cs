namespace Sroi.Batch.Running;

/// <summary>How far a batch is.</summary>
/// <param name="Done">Runs computed since it began.</param>
/// <param name="Total">Runs that had to be computed when it began.</param>
/// <param name="Failed">Runs among those done that have no figures.</param>
public readonly record struct BatchProgress(long Done, long Total, long Failed);
