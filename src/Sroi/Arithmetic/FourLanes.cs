using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Sroi.Arithmetic;

/// <summary>Four doubles: AVX2 with fused multiply-add.</summary>
internal readonly struct FourLanes(Vector256<double> value) : ILanes<FourLanes>
{
    private readonly Vector256<double> _value = value;

    public static bool IsSupported => Avx2.IsSupported && Fma.IsSupported;

    public static int Count => 4;

    public static FourLanes Ramp => new(Vector256.Create(0UL, 1, 2, 3).AsDouble());

    private Vector256<ulong> Words => _value.AsUInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes Of(double value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes OfWord(ulong word) => new(Vector256.Create(word).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes Load(ref double from, nint offset) => new(Vector256.LoadUnsafe(ref from, (nuint)offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(FourLanes value, ref double to, nint offset) => value._value.StoreUnsafe(ref to, (nuint)offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes LoadSigned(ref uint from, nint offset) =>
        new(Avx2.ConvertToVector256Int64(Vector128.LoadUnsafe(ref from, (nuint)offset).AsInt32()).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes LoadUnsigned(ref uint from, nint offset) =>
        new(Avx2.ConvertToVector256Int64(Vector128.LoadUnsafe(ref from, (nuint)offset)).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreLower(FourLanes words, ref uint to, nint offset)
    {
        Vector256<uint> lowerFirst = Avx2.PermuteVar8x32(words._value.AsUInt32(), Vector256.Create(0u, 2, 4, 6, 0, 2, 4, 6));
        lowerFirst.GetLower().StoreUnsafe(ref to, (nuint)offset);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes operator +(FourLanes a, FourLanes b) => new(a._value + b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes operator -(FourLanes a, FourLanes b) => new(a._value - b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes operator *(FourLanes a, FourLanes b) => new(a._value * b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes operator /(FourLanes a, FourLanes b) => new(a._value / b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes operator &(FourLanes a, FourLanes b) => new(a._value & b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes operator |(FourLanes a, FourLanes b) => new(a._value | b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes operator ^(FourLanes a, FourLanes b) => new(a._value ^ b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes Xor(FourLanes a, FourLanes b, FourLanes c) => a ^ b ^ c;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes Fused(FourLanes a, FourLanes b, FourLanes c) => new(Fma.MultiplyAdd(a._value, b._value, c._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes Root(FourLanes a) => new(Vector256.Sqrt(a._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes AddWords(FourLanes a, FourLanes b) => new((a.Words + b.Words).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes SubtractWords(FourLanes a, FourLanes b) => new((a.Words - b.Words).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes MultiplyLower(FourLanes a, FourLanes b) => new(Avx2.Multiply(a._value.AsUInt32(), b._value.AsUInt32()).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes ShiftLeft(FourLanes words, int by) => new((words.Words << by).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes ShiftRight(FourLanes words, int by) => new((words.Words >>> by).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes ShiftLeft(FourLanes words, FourLanes by) => new(Avx2.ShiftLeftLogicalVariable(words.Words, by.Words).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes ShiftRight(FourLanes words, FourLanes by) => new(Avx2.ShiftRightLogicalVariable(words.Words, by.Words).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes Smaller(FourLanes a, FourLanes b) => new(Avx.Min(a._value, b._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes Larger(FourLanes a, FourLanes b) => new(Avx.Max(a._value, b._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes IsNegative(FourLanes words) => new(Avx2.CompareGreaterThan(Vector256<long>.Zero, words._value.AsInt64()).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes Less(FourLanes a, FourLanes b) => new(Vector256.LessThan(a._value, b._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes AtMost(FourLanes a, FourLanes b) => new(Vector256.LessThanOrEqual(a._value, b._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes Same(FourLanes a, FourLanes b) => new(Vector256.Equals(a._value, b._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes Select(FourLanes mask, FourLanes whereSet, FourLanes whereNot) =>
        new(Avx.BlendVariable(whereNot._value, whereSet._value, mask._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int CountLess(FourLanes a, FourLanes b) =>
        BitOperations.PopCount(Vector256.LessThan(a._value, b._value).ExtractMostSignificantBits());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreWords(FourLanes words, ref ulong to) => words.Words.StoreUnsafe(ref to);

    // Row loads and a transpose: gathers are slower.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Rows(ref double table, ref ulong offsets, out FourLanes c0, out FourLanes c1, out FourLanes c2, out FourLanes c3)
    {
        Vector256<double> r0 = Vector256.LoadUnsafe(ref table, (nuint)offsets),
            r1 = Vector256.LoadUnsafe(ref table, (nuint)Unsafe.Add(ref offsets, 1)),
            r2 = Vector256.LoadUnsafe(ref table, (nuint)Unsafe.Add(ref offsets, 2)),
            r3 = Vector256.LoadUnsafe(ref table, (nuint)Unsafe.Add(ref offsets, 3));
        Vector256<double> even01 = Avx.UnpackLow(r0, r1),
            odd01 = Avx.UnpackHigh(r0, r1),
            even23 = Avx.UnpackLow(r2, r3),
            odd23 = Avx.UnpackHigh(r2, r3);
        c0 = new(Avx.Permute2x128(even01, even23, 0x20));
        c1 = new(Avx.Permute2x128(odd01, odd23, 0x20));
        c2 = new(Avx.Permute2x128(even01, even23, 0x31));
        c3 = new(Avx.Permute2x128(odd01, odd23, 0x31));
    }
}
