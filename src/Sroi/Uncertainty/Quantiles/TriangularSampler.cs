using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Sroi.Uncertainty;

/// <summary>The quantiles of a triangular distribution, in closed form: a square root from the nearer end.</summary>
internal sealed class TriangularSampler(double low, double mode, double high) : Sampler
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Draw<L>(ReadOnlySpan<uint> uniforms, Span<double> to)
    {
        ref uint first = ref MemoryMarshal.GetReference(uniforms);
        ref double target = ref MemoryMarshal.GetReference(to);
        L below = L.Of((mode - low) / (high - low)),
            rising = L.Of((high - low) * (mode - low)),
            falling = L.Of((high - low) * (high - mode)),
            start = L.Of(low),
            end = L.Of(high),
            one = L.Of(1),
            minus = L.Of(-1);
        for (int at = 0; at < uniforms.Length; at += L.Count)
        {
            L u = Uniforms.From(L.LoadUnsigned(ref first, at));
            L isBelow = L.AtMost(u, below);
            L distance = L.Root(L.Select(isBelow, u * rising, (one - u) * falling));
            L.Store(L.Fused(L.Select(isBelow, one, minus), distance, L.Select(isBelow, start, end)), ref target, at);
        }
    }
}
