using System.Collections.Immutable;

namespace Sroi.Batch.Summaries;

/// <summary>The part of a run that a summary uses.</summary>
public sealed record SummarizedRun
{
    /// <summary>Its number in the plan.</summary>
    public required long Number { get; init; }

    /// <summary>Its scenario.</summary>
    public required string Scenario { get; init; }

    /// <summary>Its variant; <c>base</c> for the base case.</summary>
    public required string Variant { get; init; }

    /// <summary>Its overlays; <c>none</c> for none.</summary>
    public required string Overlay { get; init; }

    /// <summary>The value of each varied parameter, in the order of the plan; null if the case does not use it or it was not changed.</summary>
    public required ImmutableArray<double?> Values { get; init; }

    /// <summary>Its SROI ratio; null if it is undefined or the run failed.</summary>
    public required double? Ratio { get; init; }

    /// <summary>The share of its draws with a ratio above 1; null if the ratio is undefined.</summary>
    public required double? ProbabilityAboveOne { get; init; }

    /// <summary>The ratio of its case with unchanged parameters; null if it is undefined.</summary>
    public required double? CaseRatio { get; init; }

    /// <summary>Why the run failed; null if it did not.</summary>
    public required string? Error { get; init; }
}
