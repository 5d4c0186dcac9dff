using System.Collections.Immutable;
using Sroi.Arithmetic;

namespace Sroi.Uncertainty.Streams;

/// <summary>Gives the uniforms of a parameter, a block at a time, as integers x that represent (x + ½) ÷ 2³².</summary>
/// <param name="seed">The seed.</param>
/// <param name="ids">The parameters by their full ids.</param>
internal abstract class UniformSource(ulong seed, ImmutableArray<string> ids)
{
    private readonly ImmutableArray<ulong> _hashes = [.. ids.Select(StableHash.Of)];

    protected ulong Seed => seed;

    /// <summary>The source of a sampling method.</summary>
    /// <param name="sampling">The method.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="ids">The parameters by their full ids, in ordinal order.</param>
    /// <param name="alongside">The ids of other scenarios' parameters, which are given Sobol dimensions too, so that draws are shared.</param>
    /// <param name="drawsOfReplicate">The number of draws in each replicate.</param>
    public static UniformSource Of(Sampling sampling, ulong seed, ImmutableArray<string> ids, IEnumerable<string> alongside, long drawsOfReplicate) =>
        sampling switch
        {
            Sampling.Antithetic => new AntitheticSource(seed, ids),
            Sampling.LatinHypercube => new LatinHypercubeSource(seed, ids, drawsOfReplicate),
            Sampling.Sobol => new SobolSource(seed, ids, alongside),
            _ => new PhiloxSource(seed, ids),
        };

    /// <summary>The uniforms of one block of a replicate.</summary>
    public abstract void Fill(Width width, int parameter, int replicate, long block, Span<uint> to);

    /// <summary>The key of the parameter in a replicate: in the first, its id alone, so that designs and plain draws agree there.</summary>
    protected ulong Address(int parameter, int replicate) =>
        replicate == 0 ? _hashes[parameter] : StableHash.Mixed(_hashes[parameter] + ((ulong)replicate * 0x9E3779B97F4A7C15));
}

/// <summary>Independent random numbers.</summary>
internal sealed class PhiloxSource(ulong seed, ImmutableArray<string> ids) : UniformSource(seed, ids)
{
    public override void Fill(Width width, int parameter, int replicate, long block, Span<uint> to) =>
        RandomStream.Fill(width, Seed, Address(parameter, replicate), block, to);
}

/// <summary>Random numbers in pairs: each odd draw is the mirror image of the draw before it.</summary>
internal sealed class AntitheticSource(ulong seed, ImmutableArray<string> ids) : UniformSource(seed, ids)
{
    public override void Fill(Width width, int parameter, int replicate, long block, Span<uint> to)
    {
        RandomStream.Fill(width, Seed, Address(parameter, replicate), block, to);
        for (int i = 0; i < to.Length; i += 2)
        {
            to[i + 1] = ~to[i];
        }
    }
}
