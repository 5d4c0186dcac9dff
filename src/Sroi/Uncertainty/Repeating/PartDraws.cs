using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Sroi.Parameters;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Uncertainty.Repeating;

/// <summary>The draws of a part of a calculation: the present value of an outcome or of an input.</summary>
/// <param name="Value">Its base value, changes included.</param>
/// <param name="Column">Its draws in whole blocks; null if it does not vary.</param>
/// <param name="Summary">Its distribution, if reported.</param>
internal sealed record PartDraws(double Value, double[]? Column, FigureSummary? Summary)
{
    private const int SmallParts = 6_144;

    /// <summary>Its approximate size in memory.</summary>
    public long Bytes => SmallParts + (sizeof(double) * (Column?.LongLength ?? 0));
}

/// <summary>The key of a part's draws: the part, and the changes to the parameters it depends on.</summary>
/// <param name="Case">The case, so that several can share a cache.</param>
/// <param name="Part">The number of the part.</param>
/// <param name="Changed">The changes among its parameters, in ordinal order.</param>
internal sealed record PartKey(object Case, int Part, ImmutableArray<Parameter> Changed)
{
    public bool Equals(PartKey? other) =>
        other is not null
        && ReferenceEquals(Case, other.Case)
        && Part == other.Part
        && Changed.Length == other.Changed.Length
        && Changed.Zip(other.Changed).All(pair => IsSame(pair.First, pair.Second));

    public override int GetHashCode() =>
        Changed.Aggregate(
            HashCode.Combine(RuntimeHelpers.GetHashCode(Case), Part),
            (hash, number) => HashCode.Combine(hash, number.Id, number.Value)
        );

    private static bool IsSame(Parameter one, Parameter other) =>
        one.Id == other.Id && one.Value.Equals(other.Value) && one.Distribution.Equals(other.Distribution);
}
