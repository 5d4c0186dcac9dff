using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Sroi.Parameters;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Uncertainty.Repeating;

/// <summary>The draws of a part of a calculation: the present value of an outcome or of an input.</summary>
/// <param name="Value">Its value at the base values, changes included.</param>
/// <param name="Column">Its draws in whole blocks; null where it does not vary.</param>
/// <param name="Summary">Its distribution, where one is told.</param>
internal sealed record PartDraws(double Value, double[]? Column, FigureSummary? Summary)
{
    private const int SmallParts = 6_144;

    /// <summary>About how much memory it takes.</summary>
    public long Bytes => SmallParts + (sizeof(double) * (Column?.LongLength ?? 0));
}

/// <summary>By what the draws of a part are known: which part, and what is changed of the numbers it is made from.</summary>
/// <param name="Case">The case, so that several can share a cache.</param>
/// <param name="Part">The number of the part.</param>
/// <param name="Changed">The changed numbers among its inputs, in ordinal order.</param>
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
