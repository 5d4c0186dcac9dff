using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Sroi.Arithmetic;
using Sroi.Parameters.Distributions;

namespace Sroi.Uncertainty.Quantiles;

/// <summary>The quantile function of one parameter, prepared for blocks of draws: integers x, which represent (x + ½) ÷ 2³², become values.</summary>
internal abstract class Sampler : IDisposable
{
    /// <summary>The sampler of a distribution.</summary>
    public static Sampler Of(Distribution distribution) =>
        distribution switch
        {
            { IsFixed: true } => new FixedSampler(distribution.Mean),
            Distribution.Uniform uniform => UniformSampler.Of(uniform),
            Distribution.Triangular triangular => TriangularSampler.Of(triangular),
            Distribution.Affine { Inner: Distribution.Uniform or Distribution.Triangular } affine => Of(affine.Folded()),
            _ => (Sampler?)QuantileTable.Of(distribution) ?? StepTable.Of(distribution) ?? (Sampler)SearchedTable.Of(distribution),
        };

    /// <summary>The sampler of a constant less a distribution; accurate also close to the constant.</summary>
    public static Sampler OfRemainder(double constant, Distribution distribution) =>
        distribution switch
        {
            { IsFixed: true } => new FixedSampler(constant - distribution.Mean),
            Distribution.Uniform uniform => UniformSampler.OfRemainder(constant, uniform),
            Distribution.Triangular triangular => TriangularSampler.OfRemainder(constant, triangular),
            Distribution.Affine { Inner: Distribution.Uniform or Distribution.Triangular } affine => OfRemainder(constant, affine.Folded()),
            _ => (Sampler?)QuantileTable.OfRemainder(constant, distribution) ?? new RemainderSampler(constant, Of(distribution)),
        };

    /// <summary>The values of a block of uniforms.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Draw(Width width, ReadOnlySpan<uint> uniforms, Span<double> to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(to.Length, uniforms.Length);
        switch (uniforms.Length % (int)width == 0 ? width : Width.One)
        {
            case Width.Eight:
                Draw<EightLanes>(uniforms, to);
                break;
            case Width.Four:
                Draw<FourLanes>(uniforms, to);
                break;
            default:
                Draw<OneLane>(uniforms, to);
                break;
        }
    }

    /// <summary>The value of one uniform.</summary>
    public double At(uint uniform)
    {
        double value = 0;
        Draw<OneLane>(new(in uniform), new(ref value));
        return value;
    }

    /// <summary>Returns its memory to the pool; it must not be used afterwards.</summary>
    public virtual void Dispose() { }

    /// <summary>The values of uniforms, whose count is a multiple of the lanes.</summary>
    protected abstract void Draw<L>(ReadOnlySpan<uint> uniforms, Span<double> to)
        where L : struct, ILanes<L>;
}

/// <summary>Always the same value.</summary>
internal sealed class FixedSampler(double value) : Sampler
{
    protected override void Draw<L>(ReadOnlySpan<uint> uniforms, Span<double> to) => to.Fill(value);
}

/// <summary>A constant less another sampler.</summary>
internal sealed class RemainderSampler(double constant, Sampler inner) : Sampler
{
    public override void Dispose() => inner.Dispose();

    protected override void Draw<L>(ReadOnlySpan<uint> uniforms, Span<double> to)
    {
        inner.Draw((Width)L.Count, uniforms, to);
        ref double target = ref MemoryMarshal.GetReference(to);
        L whole = L.Of(constant);
        for (int at = 0; at < uniforms.Length; at += L.Count)
        {
            L.Store(whole - L.Load(ref target, at), ref target, at);
        }
    }
}
