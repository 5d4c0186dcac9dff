using System.Collections.Immutable;

namespace Sroi.Batch.Summaries;

/// <summary>What a summary looks at of one run.</summary>
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

    /// <summary>The value of each varied number, in the order of the plan; null where the case does not use it or it was left as it is.</summary>
    public required ImmutableArray<double?> Values { get; init; }

    /// <summary>Its SROI ratio; null where it has none, or where it failed.</summary>
    public required double? Ratio { get; init; }

    /// <summary>The share of its draws with a ratio above 1; null where it has none.</summary>
    public required double? ProbabilityAboveOne { get; init; }

    /// <summary>The ratio of its case with the varied numbers as the files have them; null where it has none.</summary>
    public required double? CaseRatio { get; init; }

    /// <summary>Why it failed; null where it did not.</summary>
    public required string? Error { get; init; }
}
