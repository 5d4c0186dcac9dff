using System.Collections.Immutable;

namespace Sroi.Batch.Summaries;

/// <summary>The decision according to the runs of one scenario: whether the ratio is above 1.</summary>
public sealed record ServiceVerdict
{
    /// <summary>The scenario.</summary>
    public required string Scenario { get; init; }

    /// <summary>The case with which its runs are compared: the base case without overlays, or its first case in the plan.</summary>
    public required string Reference { get; init; }

    /// <summary>The ratio of that case with unchanged parameters; null if it is undefined.</summary>
    public required double? ReferenceRatio { get; init; }

    /// <summary>Runs with a ratio.</summary>
    public required long Runs { get; init; }

    /// <summary>Those among them with a ratio above 1.</summary>
    public required long AboveOne { get; init; }

    /// <summary>The lowest and the highest ratio; null if no run has one.</summary>
    public required (double Low, double High)? Range { get; init; }

    /// <summary>Runs on the other side of 1 than the reference, in the order of the plan.</summary>
    public required ImmutableArray<SummarizedRun> Flips { get; init; }
}
