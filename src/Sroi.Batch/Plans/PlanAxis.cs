using System.Collections.Immutable;

namespace Sroi.Batch.Plans;

/// <summary>An axis of a plan: one number that is varied, or several that take the same value.</summary>
public sealed record PlanAxis
{
    /// <summary>Its column in results: the shortest end of its id or pattern that no other column has, dots as underscores.</summary>
    public required string Name { get; init; }

    /// <summary>The id or pattern, as the plan has it.</summary>
    public required string Pattern { get; init; }

    /// <summary>The full ids of the numbers, in ordinal order, over all cases of the plan.</summary>
    public required ImmutableArray<string> Ids { get; init; }

    /// <summary>Their unit, such as <c>GBP/attendance</c> or <c>share</c>.</summary>
    public required string Unit { get; init; }
}
