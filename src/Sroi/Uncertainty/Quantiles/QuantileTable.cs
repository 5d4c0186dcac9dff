using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Sroi.Arithmetic;
using Sroi.Parameters.Distributions;

namespace Sroi.Uncertainty.Quantiles;

/// <summary>
/// A quantile function as cubic pieces over octaves of t = min(u, 1 − u), found by the bits of t. If the tails fall like a high power, the pieces
/// give the logarithm of the distance to the end of the support.
/// </summary>
/// <remarks>Pieces are Hermite cubics between exact nodes; <see cref="Fineness"/> chooses how many.</remarks>
internal sealed class QuantileTable : Sampler
{
    private const int Coefficients = 4;
    private const int Strip = 128;
    private readonly AlignedDoubles _pieces;
    private readonly int _bits;
    private readonly bool _isLogarithmic;
    private readonly double _lowerOffset;
    private readonly double _lowerSign;
    private readonly double _upperOffset;
    private readonly double _upperSign;

    private QuantileTable(QuantileHalves halves, QuantileGrid grid, bool isLogarithmic)
    {
        (_bits, _isLogarithmic) = (grid.Bits, isLogarithmic);
        (_lowerOffset, _lowerSign) = (halves.Lower.Offset, halves.Lower.Sign);
        (_upperOffset, _upperSign) = (halves.Upper.Offset, halves.Upper.Sign);
        _pieces = RegisterPool.Rent(2 * grid.Pieces * Coefficients);
        Fill(halves.Lower, grid, 0);
        Fill(halves.Upper, grid, grid.Pieces);
    }

    /// <summary>The number of pieces in an octave, as a power of two.</summary>
    public int Bits => _bits;

    /// <summary>Whether the pieces give logarithms.</summary>
    public bool IsLogarithmic => _isLogarithmic;

    /// <summary>The table of a distribution; null if it has no smooth density.</summary>
    /// <exception cref="InvalidOperationException">No table is fine enough.</exception>
    public static new QuantileTable? Of(Distribution distribution) =>
        Fineness.Enough(distribution) is var (halves, grid, isLogarithmic) ? new(halves, grid, isLogarithmic) : null;

    /// <summary>The table of a constant less a distribution; null if that has no smooth density.</summary>
    /// <exception cref="InvalidOperationException">No table is fine enough.</exception>
    public static new QuantileTable? OfRemainder(double constant, Distribution distribution) =>
        Fineness.Enough(distribution) is var (halves, grid, isLogarithmic) ? new(halves.RemainderOf(constant), grid, isLogarithmic) : null;

    public override void Dispose() => RegisterPool.Return(_pieces);

    protected override void Draw<L>(ReadOnlySpan<uint> uniforms, Span<double> to)
    {
        if (_isLogarithmic)
        {
            Logarithmic<L>(uniforms, to);
        }
        else
        {
            Plain<L>(uniforms, to);
        }
    }

    // First the places of the draws of a strip, then their values, so that the stores of the first have completed when the second reads them.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Plain<L>(ReadOnlySpan<uint> uniforms, Span<double> to)
        where L : struct, ILanes<L>
    {
        Span<ulong> rows = stackalloc ulong[Strip];
        ref ulong offsets = ref MemoryMarshal.GetReference(rows);
        ref uint first = ref MemoryMarshal.GetReference(uniforms);
        ref double target = ref MemoryMarshal.GetReference(to);
        ref double pieces = ref _pieces.First;
        Locator<L> locator = new(_bits);
        for (nint from = 0; from < uniforms.Length; from += Strip)
        {
            nint end = Math.Min(uniforms.Length, from + Strip);
            for (nint at = from; at < end; at += L.Count)
            {
                L.Store(locator.Locate(L.LoadSigned(ref first, at), ref Unsafe.Add(ref offsets, at - from)), ref target, at);
            }

            for (nint at = from; at < end; at += L.Count)
            {
                L.Store(Value(L.Load(ref target, at), ref pieces, ref Unsafe.Add(ref offsets, at - from)), ref target, at);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Logarithmic<L>(ReadOnlySpan<uint> uniforms, Span<double> to)
        where L : struct, ILanes<L>
    {
        Span<ulong> rows = stackalloc ulong[L.Count];
        ref ulong offsets = ref MemoryMarshal.GetReference(rows);
        ref uint first = ref MemoryMarshal.GetReference(uniforms);
        ref double target = ref MemoryMarshal.GetReference(to);
        ref double pieces = ref _pieces.First;
        Locator<L> locator = new(_bits);
        L lowerOffset = L.Of(_lowerOffset),
            lowerSign = L.Of(_lowerSign),
            upperOffset = L.Of(_upperOffset),
            upperSign = L.Of(_upperSign);
        for (nint at = 0; at < uniforms.Length; at += L.Count)
        {
            L uniform = L.LoadSigned(ref first, at),
                isUpper = L.IsNegative(uniform),
                distance = Elementary.Exp(Value(locator.Locate(uniform, ref offsets), ref pieces, ref offsets)),
                value = L.Fused(L.Select(isUpper, upperSign, lowerSign), distance, L.Select(isUpper, upperOffset, lowerOffset));
            L.Store(value, ref target, at);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static L Value<L>(L place, ref double pieces, ref ulong offsets)
        where L : struct, ILanes<L>
    {
        L.Rows(ref pieces, ref offsets, out L c0, out L c1, out L c2, out L c3);
        return L.Fused(L.Fused(L.Fused(c3, place, c2), place, c1), place, c0);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Fill(QuantileHalf half, QuantileGrid grid, int firstRow)
    {
        QuantileHalf kept = _isLogarithmic ? half.Logarithms()! : half;
        (double offset, double sign) = _isLogarithmic ? (0, 1) : (half.Offset, half.Sign);
        Span<double> row = _pieces.Span[(firstRow * Coefficients)..];
        for (int piece = 0; piece < grid.Pieces; piece++, row = row[Coefficients..])
        {
            double width = grid.Width(piece),
                from = kept.Distances[piece],
                rise = kept.Distances[piece + 1] - from,
                leaves = width * kept.Slopes[piece],
                arrives = width * kept.Slopes[piece + 1];
            double square = (3 * rise) - (2 * leaves) - arrives,
                cube = leaves + arrives - (2 * rise);

            // The place in a piece runs from 1 to 2.
            row[0] = offset + (sign * (from - leaves + square - cube));
            row[1] = sign * (leaves - (2 * square) + (3 * cube));
            row[2] = sign * (square - (3 * cube));
            row[3] = sign * cube;
        }
    }

    // The integer's highest bit says which half; folded onto the lower half, it is t × 2^34 as twice an odd integer below 2^32, whose double has the octave
    // in the lower bits of its exponent, the piece in its first bits, and the place in the piece in the others.
    private readonly struct Locator<L>(int bits)
        where L : struct, ILanes<L>
    {
        private readonly L _bits = L.OfWord((ulong)bits);
        private readonly L _toOffset = L.OfWord((ulong)(52 - bits - 2));
        private readonly L _offsets = L.OfWord(((2UL * QuantileGrid.Octaves << bits) - 1) * Coefficients);

        // Stores where the piece of each lane begins in the table; returns the place in it, from 1 to 2.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public L Locate(L uniform, ref ulong offsets)
        {
            L isUpper = L.IsNegative(uniform),
                whole = L.Of(4503599627370496.0),
                t = (L.ShiftLeft(uniform ^ isUpper, 2) | (whole | L.OfWord(2))) - whole,
                upper = isUpper & L.OfWord((ulong)QuantileGrid.Octaves << 52);
            L.StoreWords(L.ShiftRight(t | upper, _toOffset) & _offsets, ref offsets);
            return (L.ShiftLeft(t, _bits) & L.OfWord(0x000FFFFFFFFFFFFF)) | L.Of(1);
        }
    }
}
