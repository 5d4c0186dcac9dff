using System.Globalization;
using Sroi.Batch.Results;

namespace Sroi.Batch.Running;

/// <summary>One of several equal parts of a plan, for clusters that schedule by themselves: shard i of n has the i-th n-th of its runs.</summary>
public sealed record Shard
{
    private Shard(int index, int of) => (Index, Count) = (index, of);

    /// <summary>Which it is, from 1.</summary>
    public int Index { get; }

    /// <summary>Their number.</summary>
    public int Count { get; }

    /// <summary>The shard that a text names: <c>3/16</c>.</summary>
    /// <returns>Null if the text is not a shard.</returns>
    public static Shard? Parse(string text) =>
        text.Split('/') is [var index, var of]
        && int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
        && int.TryParse(of, NumberStyles.None, CultureInfo.InvariantCulture, out int count)
        && number >= 1
        && number <= count
            ? new(number, count)
            : null;

    /// <summary>From which run to before which.</summary>
    /// <param name="runs">The number of runs of the plan.</param>
    internal ManifestRange RangeOf(long runs) => new((long)((Int128)runs * (Index - 1) / Count), (long)((Int128)runs * Index / Count));

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Index}/{Count}");
}
