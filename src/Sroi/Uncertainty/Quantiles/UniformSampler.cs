using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Sroi.Arithmetic;
using Sroi.Parameters.Distributions;

namespace Sroi.Uncertainty.Quantiles;

/// <summary>The quantiles of a uniform, in closed form: a start and a range, which is negative for a constant less a uniform.</summary>
internal sealed class UniformSampler : Sampler
{
    private readonly double _start;
    private readonly double _range;

    private UniformSampler(double start, double range) => (_start, _range) = (start, range);

    /// <summary>The sampler of a uniform.</summary>
    public static UniformSampler Of(Distribution.Uniform uniform) => new(uniform.Low, uniform.High - uniform.Low);

    /// <summary>The sampler of a constant less a uniform.</summary>
    public static UniformSampler OfRemainder(double constant, Distribution.Uniform uniform) =>
        new(constant - uniform.Low, uniform.Low - uniform.High);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Draw<L>(ReadOnlySpan<uint> uniforms, Span<double> to)
    {
        ref uint first = ref MemoryMarshal.GetReference(uniforms);
        ref double target = ref MemoryMarshal.GetReference(to);
        L start = L.Of(_start),
            range = L.Of(_range);
        for (int at = 0; at < uniforms.Length; at += L.Count)
        {
            L.Store(L.Fused(Uniforms.From(L.LoadUnsigned(ref first, at)), range, start), ref target, at);
        }
    }
}

/// <summary>Probabilities from integers.</summary>
internal static class Uniforms
{
    /// <summary>(x + ½) ÷ 2³², exactly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static L From<L>(L integers)
        where L : struct, ILanes<L>
    {
        L odd = L.ShiftLeft(integers, 1) | L.OfWord(1);
        return ((odd | L.Of(4503599627370496.0)) - L.Of(4503599627370496.0)) * L.Of(1.0 / 8589934592);
    }

    /// <summary>(x + ½) ÷ 2³², exactly.</summary>
    public static double From(uint integer) => (integer + 0.5) / 4294967296;
}
