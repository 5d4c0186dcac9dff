using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Sroi.Parameters.Distributions;

namespace Sroi.Uncertainty.Quantiles;

/// <summary>The quantiles of a triangular distribution, in closed form: a square root from the nearer end.</summary>
internal sealed class TriangularSampler : Sampler
{
    private readonly Distribution.Triangular _triangular;
    private readonly double _start;
    private readonly double _end;
    private readonly double _sign;

    private TriangularSampler(Distribution.Triangular triangular, double start, double end, double sign) =>
        (_triangular, _start, _end, _sign) = (triangular, start, end, sign);

    /// <summary>The sampler of a triangular.</summary>
    public static TriangularSampler Of(Distribution.Triangular triangular) => new(triangular, triangular.Low, triangular.High, 1);

    /// <summary>The sampler of a constant less a triangular.</summary>
    public static TriangularSampler OfRemainder(double constant, Distribution.Triangular triangular) =>
        new(triangular, constant - triangular.Low, constant - triangular.High, -1);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Draw<L>(ReadOnlySpan<uint> uniforms, Span<double> to)
    {
        ref uint first = ref MemoryMarshal.GetReference(uniforms);
        ref double target = ref MemoryMarshal.GetReference(to);
        (double low, double mode, double high) = (_triangular.Low, _triangular.Mode, _triangular.High);
        L below = L.Of((mode - low) / (high - low)),
            rising = L.Of((high - low) * (mode - low)),
            falling = L.Of((high - low) * (high - mode)),
            start = L.Of(_start),
            end = L.Of(_end),
            one = L.Of(1),
            upwards = L.Of(_sign),
            downwards = L.Of(-_sign);
        for (int at = 0; at < uniforms.Length; at += L.Count)
        {
            L u = Uniforms.From(L.LoadUnsigned(ref first, at));
            L isBelow = L.AtMost(u, below);
            L distance = L.Root(L.Select(isBelow, u * rising, (one - u) * falling));
            L.Store(L.Fused(L.Select(isBelow, upwards, downwards), distance, L.Select(isBelow, start, end)), ref target, at);
        }
    }
}
