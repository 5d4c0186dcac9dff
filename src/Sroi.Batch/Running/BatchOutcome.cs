using System.Collections.Immutable;

namespace Sroi.Batch.Running;

/// <summary>How a batch ended.</summary>
public sealed record BatchOutcome
{
    /// <summary>Runs of the plan, or of the shard.</summary>
    public required long Runs { get; init; }

    /// <summary>The number of runs that were already stored.</summary>
    public required long Known { get; init; }

    /// <summary>Runs computed since.</summary>
    public required long Computed { get; init; }

    /// <summary>The runs without figures, in the order of the plan; the results give the reasons.</summary>
    public required ImmutableArray<FailedRun> Failed { get; init; }

    /// <summary>Whether it was stopped before all runs were done; then there is no data set yet, and what was done is kept.</summary>
    public required bool IsStopped { get; init; }

    /// <summary>What was passed over in the folder of finished runs, a sentence each.</summary>
    public ImmutableArray<string> Notices { get; init; } = [];

    /// <summary>How often the draws of an outcome or input were reused, and how often they were computed, on this machine.</summary>
    public required (long Found, long Drawn) Reuse { get; init; }
}

/// <summary>A run that has no figures.</summary>
/// <param name="Number">Its number in the plan.</param>
/// <param name="Inputs">Its case and the values of what was varied.</param>
/// <param name="Error">Why.</param>
public sealed record FailedRun(long Number, string Inputs, string Error);
