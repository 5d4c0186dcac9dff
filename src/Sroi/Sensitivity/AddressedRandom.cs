using Sroi.Uncertainty.Streams;

namespace Sroi.Sensitivity;

/// <summary>Random integers for the design of one sample: a pure function of the seed and the sample's number (SplitMix64).</summary>
internal sealed class AddressedRandom(ulong seed, long sample)
{
    private const ulong Step = 0x9E3779B97F4A7C15;

    private ulong _state = StableHash.Mixed(seed + StableHash.Mixed((ulong)sample + Step));

    /// <summary>A whole number from 0 to <paramref name="end"/> − 1.</summary>
    public int Below(int end) => (int)Math.BigMul(Next(), (ulong)end, out _);

    /// <summary>The numbers 0 to <paramref name="count"/> − 1 in an order in which each is equally likely (Fisher and Yates).</summary>
    public int[] Permutation(int count)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        Shuffle(order);
        return order;
    }

    /// <summary>Brings numbers into an order in which each is equally likely.</summary>
    public void Shuffle(Span<int> order)
    {
        for (int last = order.Length - 1; last > 0; last--)
        {
            int other = Below(last + 1);
            (order[last], order[other]) = (order[other], order[last]);
        }
    }

    private ulong Next() => StableHash.Mixed(_state += Step);
}
