using System.Collections.Immutable;
using System.Numerics;
using Sroi.Arithmetic;

namespace Sroi.Uncertainty.Streams;

/// <summary>
/// Sobol points (direction numbers of Joe and Kuo 2008), including the first, with each dimension scrambled separately so that the points remain a digital net
/// and become uniform (Owen 1995), by a hash in which every bit depends on the higher ones only (Laine and Karras 2011; Burley 2020).
/// </summary>
/// <remarks>Dimensions are assigned in ordinal order of the parameters' full ids.</remarks>
internal sealed class SobolSource : UniformSource
{
    private readonly ImmutableArray<uint[]> _directions;

    /// <summary>The points for these parameters.</summary>
    /// <exception cref="SimulationException">There are more parameters than dimensions.</exception>
    public SobolSource(ulong seed, ImmutableArray<string> ids, IEnumerable<string> alongside)
        : base(seed, ids)
    {
        ImmutableArray<string> all = [.. ids.Concat(alongside).Distinct().OrderBy(id => id, StringComparer.Ordinal)];
        if (all.Length > SobolDirections.Dimensions)
        {
            throw new SimulationException(
                $"Sobol points are available for up to {SobolDirections.Dimensions:N0} parameters; found {all.Length:N0}. Use --sampling philox."
            );
        }

        IReadOnlyList<uint[]> directions = SobolDirections.First(all.Length);
        _directions = [.. ids.Select(id => directions[all.BinarySearch(id, StringComparer.Ordinal)])];
    }

    public override void Fill(Width width, int parameter, int replicate, long block, Span<uint> to)
    {
        uint[] directions = _directions[parameter];
        uint scramble = (uint)StableHash.Mixed(Address(parameter, replicate) ^ StableHash.Mixed(Seed));
        uint first = 0;
        for (ulong index = (ulong)block * Block.Size; index != 0; index &= index - 1)
        {
            first ^= directions[BitOperations.TrailingZeroCount(index)];
        }

        to[0] = first;
        for (int i = 1; i < to.Length; i++)
        {
            to[i] = to[i & (i - 1)] ^ directions[BitOperations.TrailingZeroCount(i)];
        }

        for (int i = 0; i < to.Length; i++)
        {
            to[i] = Scrambled(to[i], scramble);
        }
    }

    // Hashed with the bits reversed, so that each bit depends on those above it.
    private static uint Scrambled(uint point, uint seed)
    {
        uint x = Reversed(point);
        x ^= x * 0x3D20ADEA;
        x += seed;
        x *= (seed >> 16) | 1;
        x ^= x * 0x05526C56;
        x ^= x * 0x53A22864;
        return Reversed(x);
    }

    private static uint Reversed(uint x)
    {
        x = ((x >> 1) & 0x55555555) | ((x & 0x55555555) << 1);
        x = ((x >> 2) & 0x33333333) | ((x & 0x33333333) << 2);
        x = ((x >> 4) & 0x0F0F0F0F) | ((x & 0x0F0F0F0F) << 4);
        return System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(x);
    }
}
