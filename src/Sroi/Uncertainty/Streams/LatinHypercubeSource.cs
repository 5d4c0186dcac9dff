using System.Collections.Immutable;
using System.Numerics;
using Sroi.Arithmetic;

namespace Sroi.Uncertainty.Streams;

/// <summary>
/// Latin hypercubes: each of n draws falls into a different n-th of the range, at a random place in it (McKay, Beckman and Conover 1979). Which draw falls
/// into which slice is a permutation that is computed, not stored.
/// </summary>
internal sealed class LatinHypercubeSource(ulong seed, ImmutableArray<string> ids, long draws) : UniformSource(seed, ids)
{
    private const int Rounds = 4;

    private readonly int _bits = Math.Max(1, BitOperations.Log2((ulong)Math.Max(1, draws - 1)) + 1);

    public override void Fill(Width width, int parameter, int replicate, long block, Span<uint> to)
    {
        ulong address = Address(parameter, replicate),
            key = StableHash.Mixed(address ^ StableHash.Mixed(Seed));
        RandomStream.Fill(width, Seed, address, block, to);
        for (int i = 0; i < to.Length; i++)
        {
            ulong draw = ((ulong)block * Block.Size) + (ulong)i;
            ulong slice = draw < (ulong)draws ? Permuted(draw, key) : 0;

            // (slice + u) ÷ n of 2³², of which 128 bits are needed past 2³² slices.
            to[i] = (uint)((((UInt128)slice << 32) + to[i]) / (ulong)draws);
        }
    }

    // A permutation of all numbers with a given number of bits, iterated until it falls below n.
    private ulong Permuted(ulong number, ulong key)
    {
        ulong mask = (1UL << _bits) - 1;
        do
        {
            ulong mixed = key;
            for (int round = 0; round < Rounds; round++)
            {
                mixed = StableHash.Mixed(mixed + (ulong)round + 1);
                number = (number + mixed) & mask;
                number = (number * (mixed >> 17 | 1)) & mask;
                number ^= number >> ((_bits / 2) + 1);
            }
        } while (number >= (ulong)draws);
        return number;
    }
}
