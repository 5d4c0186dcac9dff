using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Sroi.Arithmetic;
using Sroi.Parameters;

namespace Sroi.Uncertainty;

/// <summary>
/// A quantile function as cubic pieces over octaves of t = min(u, 1 − u), found by the bits of t. Where the tails fall like a high power, the pieces
/// give the logarithm of the distance to the end of the support.
/// </summary>
/// <remarks>
/// Pieces are Hermite cubics between exact nodes. A table takes the fewest pieces whose errors, judged from the coarser grid of every other node, stay
/// under 1e-7 in probability and 1e-5 relative in the tails, with room to spare.
/// </remarks>
internal sealed class QuantileTable : Sampler
{
    private const int Coefficients = 4;
    private const double ProbabilityError = 4e-8,
        RelativeError = 4e-6;
    private const double TailBelow = 1.0 / 32;

    // The cheapest first: more pieces cost cache, logarithms an exponential for each draw.
    private static readonly (int Bits, bool IsLogarithmic)[] Choices =
    [
        (4, false),
        (5, false),
        (4, true),
        (5, true),
        (6, false),
        (6, true),
        (7, false),
        (7, true),
        (8, false),
        (8, true),
    ];

    private readonly AlignedDoubles _pieces;
    private readonly int _bits;
    private readonly bool _isLogarithmic;
    private readonly double _lowerOffset;
    private readonly double _lowerSign;
    private readonly double _upperOffset;
    private readonly double _upperSign;

    private QuantileTable(QuantileHalves halves, int bits, bool isLogarithmic)
    {
        (_bits, _isLogarithmic) = (bits, isLogarithmic);
        (_lowerOffset, _lowerSign) = (halves.Lower.Offset, halves.Lower.Sign);
        (_upperOffset, _upperSign) = (halves.Upper.Offset, halves.Upper.Sign);
        _pieces = new(2 * QuantileGrid.Pieces(bits) * Coefficients);
        Fill(halves.Lower, 0);
        Fill(halves.Upper, QuantileGrid.Pieces(bits));
    }

    /// <summary>How many pieces an octave has, as a power of two.</summary>
    public int Bits => _bits;

    /// <summary>Whether the pieces give logarithms.</summary>
    public bool IsLogarithmic => _isLogarithmic;

    /// <summary>The table of a distribution; null where it has no smooth density.</summary>
    /// <exception cref="InvalidOperationException">No table is fine enough.</exception>
    public static new QuantileTable? Of(Distribution distribution) => Of(distribution, halves => halves);

    /// <summary>The table of a constant less what a distribution draws; null where it has no smooth density.</summary>
    /// <exception cref="InvalidOperationException">No table is fine enough.</exception>
    public static new QuantileTable? OfRemainder(double constant, Distribution distribution) =>
        distribution is Distribution.Uniform or Distribution.Triangular ? null : Of(distribution, halves => halves.RemainderOf(constant));

    private static QuantileTable? Of(Distribution distribution, Func<QuantileHalves, QuantileHalves> moved)
    {
        int bits = 0;
        QuantileHalves? halves = null;
        foreach ((int wanted, bool isLogarithmic) in Choices)
        {
            if (wanted != bits)
            {
                (bits, halves) = (wanted, QuantileHalves.Of(distribution, wanted));
            }

            if (halves is null)
            {
                return null;
            }

            if (IsFineEnough(halves.Lower, bits, isLogarithmic) && IsFineEnough(halves.Upper, bits, isLogarithmic))
            {
                return new(moved(halves), bits, isLogarithmic);
            }
        }

        throw new InvalidOperationException($"No table of 2^{QuantileGrid.MostBits} pieces an octave is fine enough for: {distribution.Describe()}.");
    }

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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Plain<L>(ReadOnlySpan<uint> uniforms, Span<double> to)
        where L : struct, ILanes<L>
    {
        ref uint first = ref MemoryMarshal.GetReference(uniforms);
        ref double target = ref MemoryMarshal.GetReference(to);
        ref double pieces = ref _pieces.First;
        int bits = _bits;
        L upperRows = L.OfWord((ulong)QuantileGrid.Pieces(bits));
        for (int at = 0; at < uniforms.Length; at += L.Count)
        {
            L.Store(Piece(L.LoadSigned(ref first, at), bits, upperRows, ref pieces, out _), ref target, at);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Logarithmic<L>(ReadOnlySpan<uint> uniforms, Span<double> to)
        where L : struct, ILanes<L>
    {
        ref uint first = ref MemoryMarshal.GetReference(uniforms);
        ref double target = ref MemoryMarshal.GetReference(to);
        ref double pieces = ref _pieces.First;
        int bits = _bits;
        L upperRows = L.OfWord((ulong)QuantileGrid.Pieces(bits)),
            lowerOffset = L.Of(_lowerOffset),
            lowerSign = L.Of(_lowerSign),
            upperOffset = L.Of(_upperOffset),
            upperSign = L.Of(_upperSign);
        for (int at = 0; at < uniforms.Length; at += L.Count)
        {
            L distance = Elementary.Exp(Piece(L.LoadSigned(ref first, at), bits, upperRows, ref pieces, out L isUpper));
            L value = L.Fused(L.Select(isUpper, upperSign, lowerSign), distance, L.Select(isUpper, upperOffset, lowerOffset));
            L.Store(value, ref target, at);
        }
    }

    // The integer's highest bit says which half; folded onto the lower half, it is t × 2^33 as an odd integer below 2^32, whose double has the octave
    // in its exponent, the piece in its first bits, and the place in the piece in the others.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static L Piece<L>(L uniform, int bits, L upperRows, ref double pieces, out L isUpper)
        where L : struct, ILanes<L>
    {
        isUpper = L.IsNegative(uniform);
        L odd = L.ShiftLeft(uniform ^ isUpper, 1) | L.OfWord(1);
        L t = (odd | L.Of(4503599627370496.0)) - L.Of(4503599627370496.0);
        L row = L.SubtractWords(L.ShiftRight(t, 52 - bits), L.OfWord(1023UL << bits));
        row = L.AddWords(row, isUpper & upperRows);
        L place = (L.ShiftLeft(t, bits) & L.OfWord(0x000FFFFFFFFFFFFF)) | L.Of(1);
        L.Rows(ref pieces, row, out L c0, out L c1, out L c2, out L c3);
        return L.Fused(L.Fused(L.Fused(c3, place, c2), place, c1), place, c0);
    }

    private void Fill(QuantileHalf half, int firstRow)
    {
        QuantileHalf kept = _isLogarithmic ? half.Logarithms() : half;
        for (int piece = 0; piece < QuantileGrid.Pieces(_bits); piece++)
        {
            double width = QuantileGrid.Width(piece, _bits),
                from = kept.Distances[piece],
                to = kept.Distances[piece + 1],
                leaves = width * kept.Slopes[piece],
                arrives = width * kept.Slopes[piece + 1];
            double square = (3 * (to - from)) - (2 * leaves) - arrives,
                cube = (2 * (from - to)) + leaves + arrives;

            // The place in a piece runs from 1 to 2.
            Span<double> row = _pieces.Span.Slice((firstRow + piece) * Coefficients, Coefficients);
            row[0] = from - leaves + square - cube;
            row[1] = leaves - (2 * square) + (3 * cube);
            row[2] = square - (3 * cube);
            row[3] = cube;
            if (!_isLogarithmic)
            {
                for (int i = 0; i < Coefficients; i++)
                {
                    row[i] = (kept.Sign * row[i]) + (i == 0 ? kept.Offset : 0);
                }
            }
        }
    }

    // A cubic over two pieces misses their common node by sixteen times what a cubic over one piece misses its own middle by.
    private static bool IsFineEnough(QuantileHalf half, int bits, bool isLogarithmic)
    {
        if (isLogarithmic && !(half.Distances.Min() > 0 && double.IsFinite(Elementary.Log(half.Distances.Min()))))
        {
            return false;
        }

        QuantileHalf kept = isLogarithmic ? half.Logarithms() : half;
        for (int piece = 0; piece < QuantileGrid.Pieces(bits); piece += 2)
        {
            double width = 2 * QuantileGrid.Width(piece, bits),
                middle =
                    (0.5 * (kept.Distances[piece] + kept.Distances[piece + 2]))
                    + (width / 8 * (kept.Slopes[piece] - kept.Slopes[piece + 2]));
            double missed = Math.Abs(middle - kept.Distances[piece + 1]) / 16;
            double inProbability = missed / Math.Abs(kept.Slopes[piece + 1]),
                relative = isLogarithmic ? missed : missed / Math.Abs(half.Distances[piece + 1]);
            bool isTail = QuantileGrid.Start(piece, bits) < TailBelow;
            if (!(inProbability <= ProbabilityError) || (isTail && !(relative <= RelativeError)))
            {
                return false;
            }
        }

        return true;
    }
}
