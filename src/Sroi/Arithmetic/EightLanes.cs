using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Sroi.Arithmetic;

/// <summary>Eight doubles: AVX-512.</summary>
internal readonly struct EightLanes(Vector512<double> value) : ILanes<EightLanes>
{
    private readonly Vector512<double> _value = value;

    public static bool IsSupported => Avx512F.IsSupported && Avx512DQ.IsSupported && Vector512.IsHardwareAccelerated;

    public static int Count => 8;

    public static EightLanes Ramp => new(Vector512.Create(0UL, 1, 2, 3, 4, 5, 6, 7).AsDouble());

    private Vector512<ulong> Words => _value.AsUInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes Of(double value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes OfWord(ulong word) => new(Vector512.Create(word).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes Load(ref double from, nint offset) => new(Vector512.LoadUnsafe(ref from, (nuint)offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(EightLanes value, ref double to, nint offset) => value._value.StoreUnsafe(ref to, (nuint)offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes LoadSigned(ref uint from, nint offset) =>
        new(Avx512F.ConvertToVector512Int64(Vector256.LoadUnsafe(ref from, (nuint)offset).AsInt32()).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes LoadUnsigned(ref uint from, nint offset) =>
        new(Avx512F.ConvertToVector512UInt64(Vector256.LoadUnsafe(ref from, (nuint)offset)).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreLower(EightLanes words, ref uint to, nint offset) =>
        Avx512F.ConvertToVector256UInt32(words.Words).StoreUnsafe(ref to, (nuint)offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes operator +(EightLanes a, EightLanes b) => new(a._value + b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes operator -(EightLanes a, EightLanes b) => new(a._value - b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes operator *(EightLanes a, EightLanes b) => new(a._value * b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes operator /(EightLanes a, EightLanes b) => new(a._value / b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes operator &(EightLanes a, EightLanes b) => new(a._value & b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes operator |(EightLanes a, EightLanes b) => new(a._value | b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes operator ^(EightLanes a, EightLanes b) => new(a._value ^ b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes Xor(EightLanes a, EightLanes b, EightLanes c) => new(Avx512F.TernaryLogic(a._value, b._value, c._value, 0x96));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes Fused(EightLanes a, EightLanes b, EightLanes c) => new(Avx512F.FusedMultiplyAdd(a._value, b._value, c._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes Root(EightLanes a) => new(Vector512.Sqrt(a._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes AddWords(EightLanes a, EightLanes b) => new((a.Words + b.Words).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes SubtractWords(EightLanes a, EightLanes b) => new((a.Words - b.Words).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes MultiplyLower(EightLanes a, EightLanes b) => new(Avx512F.Multiply(a._value.AsUInt32(), b._value.AsUInt32()).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes ShiftLeft(EightLanes words, int by) => new((words.Words << by).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes ShiftRight(EightLanes words, int by) => new((words.Words >>> by).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes ShiftLeft(EightLanes words, EightLanes by) => new(Avx512F.ShiftLeftLogicalVariable(words.Words, by.Words).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes ShiftRight(EightLanes words, EightLanes by) => new(Avx512F.ShiftRightLogicalVariable(words.Words, by.Words).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes Smaller(EightLanes a, EightLanes b) => new(Avx512F.Min(a._value, b._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes Larger(EightLanes a, EightLanes b) => new(Avx512F.Max(a._value, b._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes IsNegative(EightLanes words) => new((words._value.AsInt64() >> 63).AsDouble());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes Less(EightLanes a, EightLanes b) => new(Vector512.LessThan(a._value, b._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes AtMost(EightLanes a, EightLanes b) => new(Vector512.LessThanOrEqual(a._value, b._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes Same(EightLanes a, EightLanes b) => new(Vector512.Equals(a._value, b._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes Select(EightLanes mask, EightLanes whereSet, EightLanes whereNot) =>
        new(Vector512.ConditionalSelect(mask._value, whereSet._value, whereNot._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int CountLess(EightLanes a, EightLanes b) =>
        BitOperations.PopCount(Vector512.LessThan(a._value, b._value).ExtractMostSignificantBits());

    // In two halves: on some processors a load from the upper half of a pending 64-byte store has to wait for it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreWords(EightLanes words, ref ulong to)
    {
        words.Words.GetLower().StoreUnsafe(ref to);
        words.Words.GetUpper().StoreUnsafe(ref to, 4);
    }

    // Row loads and a transpose: gathers are slower. The rows are paired so that the lanes come out in their order.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Rows(ref double table, ref ulong offsets, out EightLanes c0, out EightLanes c1, out EightLanes c2, out EightLanes c3)
    {
        Vector512<double> r02 = Pair(ref table, offsets, Unsafe.Add(ref offsets, 2)),
            r13 = Pair(ref table, Unsafe.Add(ref offsets, 1), Unsafe.Add(ref offsets, 3)),
            r46 = Pair(ref table, Unsafe.Add(ref offsets, 4), Unsafe.Add(ref offsets, 6)),
            r57 = Pair(ref table, Unsafe.Add(ref offsets, 5), Unsafe.Add(ref offsets, 7));
        Vector512<double> even0123 = Avx512F.UnpackLow(r02, r13),
            odd0123 = Avx512F.UnpackHigh(r02, r13),
            even4567 = Avx512F.UnpackLow(r46, r57),
            odd4567 = Avx512F.UnpackHigh(r46, r57);
        c0 = new(Avx512F.Shuffle4x128(even0123, even4567, 0b10_00_10_00));
        c1 = new(Avx512F.Shuffle4x128(odd0123, odd4567, 0b10_00_10_00));
        c2 = new(Avx512F.Shuffle4x128(even0123, even4567, 0b11_01_11_01));
        c3 = new(Avx512F.Shuffle4x128(odd0123, odd4567, 0b11_01_11_01));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Pair(ref double table, ulong lower, ulong upper) =>
        Avx512F.InsertVector256(Vector256.LoadUnsafe(ref table, (nuint)lower).ToVector512Unsafe(), Vector256.LoadUnsafe(ref table, (nuint)upper), 1);
}
