using System.Collections.Immutable;
using Sroi.Parameters.Reading;

namespace Sroi.Batch.Plans;

/// <summary>One run of a plan.</summary>
public sealed record BatchRun
{
    /// <summary>Its number in the plan, from 0.</summary>
    public required long Number { get; init; }

    /// <summary>What it starts from.</summary>
    public required BatchCase Case { get; init; }

    /// <summary>The value of each axis of the plan, in order, in the parameter's own unit; null if the case does not use it or it is not changed.</summary>
    public required ImmutableArray<double?> Values { get; init; }

    /// <summary>The changes to the case's numbers, in the ordinal order of their ids: those only that the case uses.</summary>
    internal ImmutableArray<ChangeEntry> Changes { get; init; } = [];
}
