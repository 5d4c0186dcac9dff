using System.Runtime.CompilerServices;

namespace Sroi.Arithmetic;

/// <summary>
/// Exponential, logarithm and power from additions, multiplications and explicit fused multiply-adds alone, so that results are identical on every
/// machine and at every vector width. Accurate to about one unit in the last place; a power to about |y ln x| units.
/// </summary>
internal static class Elementary
{
    // Adding this rounds a double below 2^51 to an integer, which is then in the lowest bits of the sum.
    private const double Rounder = 6755399441055744.0;
    private const double LargestExponent = 709.782712893384,
        SmallestExponent = -745.2;
    private const double LogTwoHigh = 6.93147180369123816490e-01,
        LogTwoLow = 1.90821492927058770002e-10;
    private const ulong Infinity = 0x7FF0000000000000,
        FractionMask = 0x000FFFFFFFFFFFFF,
        SignMask = 0x8000000000000000;

    private static readonly double[] InverseFactorials =
    [
        1,
        1,
        1.0 / 2,
        1.0 / 6,
        1.0 / 24,
        1.0 / 120,
        1.0 / 720,
        1.0 / 5040,
        1.0 / 40320,
        1.0 / 362880,
        1.0 / 3628800,
        1.0 / 39916800,
        1.0 / 479001600,
        1.0 / 6227020800,
    ];

    public static double Exp(double x) => Lane(Exp(OneLane.Of(x)));

    public static double Log(double x) => Lane(Log(OneLane.Of(x)));

    public static double Power(double x, double y) => Lane(Power(OneLane.Of(x), OneLane.Of(y)));

    public static double Power(double x, int n) => Lane(Power(OneLane.Of(x), n));

    /// <summary>e to the power of x, less 1: accurate for small x too.</summary>
    public static double ExpLessOne(double x)
    {
        if (Math.Abs(x) > 0.35)
        {
            return Exp(x) - 1;
        }

        double p = 1.0 / 87178291200;
        for (int n = 13; n >= 2; n--)
        {
            p = Math.FusedMultiplyAdd(p, x, InverseFactorials[n]);
        }

        return Math.FusedMultiplyAdd(x * x, p, x);
    }

    /// <summary>The logarithm of 1 + x, accurate for small x too.</summary>
    public static double LogOnePlus(double x)
    {
        if (Math.Abs(x) > 0.3)
        {
            return Log(1 + x);
        }

        double s = x / (2 + x),
            z = s * s,
            p = 0;
        for (int n = 27; n >= 3; n -= 2)
        {
            p = Math.FusedMultiplyAdd(p, z, 2.0 / n);
        }

        return Math.FusedMultiplyAdd(s * z, p, 2 * s);
    }

    /// <summary>e to the power of x: x = k ln 2 + r, Taylor series of degree 13 in |r| ≤ 0.35.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static L Exp<L>(L x)
        where L : struct, ILanes<L>
    {
        L clamped = L.Select(L.Less(x, L.Of(SmallestExponent)), L.Of(SmallestExponent), x);
        clamped = L.Select(L.Less(L.Of(LargestExponent), clamped), L.Of(LargestExponent), clamped);
        L shifted = L.Fused(clamped, L.Of(1.4426950408889634074), L.Of(Rounder));
        L k = shifted - L.Of(Rounder);
        L r = L.Fused(k, L.Of(-LogTwoLow), L.Fused(k, L.Of(-LogTwoHigh), clamped));

        L p = L.Of(1.0 / 6227020800);
        p = L.Fused(p, r, L.Of(1.0 / 479001600));
        p = L.Fused(p, r, L.Of(1.0 / 39916800));
        p = L.Fused(p, r, L.Of(1.0 / 3628800));
        p = L.Fused(p, r, L.Of(1.0 / 362880));
        p = L.Fused(p, r, L.Of(1.0 / 40320));
        p = L.Fused(p, r, L.Of(1.0 / 5040));
        p = L.Fused(p, r, L.Of(1.0 / 720));
        p = L.Fused(p, r, L.Of(1.0 / 120));
        p = L.Fused(p, r, L.Of(1.0 / 24));
        p = L.Fused(p, r, L.Of(1.0 / 6));
        p = L.Fused(p, r, L.Of(0.5));
        p = L.Fused(p, r, L.Of(1));
        p = L.Fused(p, r, L.Of(1));

        // 2^k in two halves, so that subnormal results are rounded once.
        L half = L.Fused(k, L.Of(0.5), L.Of(Rounder));
        L other = k - (half - L.Of(Rounder)) + L.Of(Rounder);
        L result = p * PowerOfTwo(half) * PowerOfTwo(other);
        return L.Select(L.Less(L.Of(LargestExponent), x), L.OfWord(Infinity), result);
    }

    /// <summary>The natural logarithm: minus infinity at zero, NaN below.</summary>
    /// <remarks>x = 2^k (1 + f) with 1 + f between √½ and √2; ln(1 + f) by the series of artanh(f ÷ (2 + f)).</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static L Log<L>(L x)
        where L : struct, ILanes<L>
    {
        L isSmall = L.Less(x, L.Of(2.2250738585072014e-308));
        L scaled = L.Select(isSmall, x * L.Of(18014398509481984.0), x);
        L bias = L.Select(isSmall, L.Of(1023 + 54), L.Of(1023));

        // The exponent, once 1 + f is moved to between √½ and √2.
        L moved = L.AddWords(scaled, L.OfWord(0x3FF0000000000000 - 0x3FE6A09E667F3BCD));
        L exponent = (L.ShiftRight(moved, 52) | L.Of(4503599627370496.0)) - L.Of(4503599627370496.0);
        L fraction = L.AddWords(moved & L.OfWord(FractionMask), L.OfWord(0x3FE6A09E667F3BCD));
        L k = exponent - bias;
        L f = fraction - L.Of(1);

        L s = f / (f + L.Of(2));
        L z = s * s;
        L p = L.Of(2.0 / 23);
        p = L.Fused(p, z, L.Of(2.0 / 21));
        p = L.Fused(p, z, L.Of(2.0 / 19));
        p = L.Fused(p, z, L.Of(2.0 / 17));
        p = L.Fused(p, z, L.Of(2.0 / 15));
        p = L.Fused(p, z, L.Of(2.0 / 13));
        p = L.Fused(p, z, L.Of(2.0 / 11));
        p = L.Fused(p, z, L.Of(2.0 / 9));
        p = L.Fused(p, z, L.Of(2.0 / 7));
        p = L.Fused(p, z, L.Of(2.0 / 5));
        p = L.Fused(p, z, L.Of(2.0 / 3));
        L half = f * f * L.Of(0.5);
        L low = L.Fused(k, L.Of(LogTwoLow), s * L.Fused(p, z, half));
        L result = L.Fused(k, L.Of(LogTwoHigh), f - (half - low));

        L atZero = L.Select(L.Same(x, L.Of(0)), L.Of(double.NegativeInfinity), L.Of(double.NaN));
        result = L.Select(L.Less(L.Of(0), x), result, atZero);
        return L.Select(L.Same(x, L.Of(double.PositiveInfinity)), x, result);
    }

    /// <summary>x to the power of a whole number, by repeated squaring.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static L Power<L>(L x, int n)
        where L : struct, ILanes<L>
    {
        L result = L.Of(1),
            square = x;
        for (int left = Math.Abs(n); left > 0; left >>= 1)
        {
            result = (left & 1) == 1 ? result * square : result;
            square *= square;
        }

        return n < 0 ? L.Of(1) / result : result;
    }

    /// <summary>x to the power of y; NaN if x is negative and y is not whole.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static L Power<L>(L x, L y)
        where L : struct, ILanes<L>
    {
        L size = x & L.OfWord(~SignMask);
        L isNegative = L.Less(x, L.Of(0));
        L value = Exp(y * Log(size));
        L isWhole = L.Same(Whole(y), y);
        L isOdd = L.Select(L.Same(Whole(y * L.Of(0.5)), y * L.Of(0.5)), L.OfWord(0), L.OfWord(SignMask));
        L signed = L.Select(isWhole, value ^ isOdd, L.Of(double.NaN));
        value = L.Select(isNegative, signed, value);
        value = L.Select(L.Same(y, L.Of(0)), L.Of(1), value);
        return L.Select(L.Same(x, L.Of(1)), L.Of(1), value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static L Whole<L>(L x)
        where L : struct, ILanes<L> => L.Select(L.Less(x & L.OfWord(~SignMask), L.Of(1e15)), x + L.Of(Rounder) - L.Of(Rounder), x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static L PowerOfTwo<L>(L rounded)
        where L : struct, ILanes<L> => L.ShiftLeft(L.AddWords(rounded, L.OfWord(1023)), 52);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Lane(OneLane lane)
    {
        double value = 0;
        OneLane.Store(lane, ref value, 0);
        return value;
    }
}
