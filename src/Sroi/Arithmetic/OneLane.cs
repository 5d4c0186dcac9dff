using System.Runtime.CompilerServices;

namespace Sroi.Arithmetic;

/// <summary>One double: the path for machines without wide instructions, and the reference for the others.</summary>
internal readonly struct OneLane(double value) : ILanes<OneLane>
{
    private readonly double _value = value;

    public static int Count => 1;

    public static OneLane Ramp => OfWord(0);

    private ulong Word => BitConverter.DoubleToUInt64Bits(_value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane Of(double value) => new(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane OfWord(ulong word) => new(BitConverter.UInt64BitsToDouble(word));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane Load(ref double from, nint offset) => new(Unsafe.Add(ref from, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(OneLane value, ref double to, nint offset) => Unsafe.Add(ref to, offset) = value._value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane LoadSigned(ref uint from, nint offset) => OfWord((ulong)(int)Unsafe.Add(ref from, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane LoadUnsigned(ref uint from, nint offset) => OfWord(Unsafe.Add(ref from, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreLower(OneLane words, ref uint to, nint offset) => Unsafe.Add(ref to, offset) = (uint)words.Word;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane operator +(OneLane a, OneLane b) => new(a._value + b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane operator -(OneLane a, OneLane b) => new(a._value - b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane operator *(OneLane a, OneLane b) => new(a._value * b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane operator /(OneLane a, OneLane b) => new(a._value / b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane operator &(OneLane a, OneLane b) => OfWord(a.Word & b.Word);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane operator |(OneLane a, OneLane b) => OfWord(a.Word | b.Word);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane operator ^(OneLane a, OneLane b) => OfWord(a.Word ^ b.Word);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane Xor(OneLane a, OneLane b, OneLane c) => a ^ b ^ c;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane Fused(OneLane a, OneLane b, OneLane c) => new(Math.FusedMultiplyAdd(a._value, b._value, c._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane Root(OneLane a) => new(Math.Sqrt(a._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane AddWords(OneLane a, OneLane b) => OfWord(a.Word + b.Word);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane SubtractWords(OneLane a, OneLane b) => OfWord(a.Word - b.Word);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane MultiplyLower(OneLane a, OneLane b) => OfWord((a.Word & uint.MaxValue) * (b.Word & uint.MaxValue));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane ShiftLeft(OneLane words, int by) => OfWord(words.Word << by);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane ShiftRight(OneLane words, int by) => OfWord(words.Word >> by);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane ShiftLeft(OneLane words, OneLane by) => OfWord(words.Word << (int)by.Word);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane ShiftRight(OneLane words, OneLane by) => OfWord(words.Word >> (int)by.Word);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane Smaller(OneLane a, OneLane b) => a._value < b._value ? a : b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane Larger(OneLane a, OneLane b) => a._value > b._value ? a : b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane IsNegative(OneLane words) => Mask((long)words.Word < 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane Less(OneLane a, OneLane b) => Mask(a._value < b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane AtMost(OneLane a, OneLane b) => Mask(a._value <= b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane Same(OneLane a, OneLane b) => Mask(a._value == b._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static OneLane Select(OneLane mask, OneLane whereSet, OneLane whereNot) => mask.Word != 0 ? whereSet : whereNot;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int CountLess(OneLane a, OneLane b) => a._value < b._value ? 1 : 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreWords(OneLane words, ref ulong to) => to = words.Word;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Rows(ref double table, ref ulong offsets, out OneLane c0, out OneLane c1, out OneLane c2, out OneLane c3)
    {
        ref double row = ref Unsafe.Add(ref table, (nuint)offsets);
        (c0, c1, c2, c3) = (new(row), new(Unsafe.Add(ref row, 1)), new(Unsafe.Add(ref row, 2)), new(Unsafe.Add(ref row, 3)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static OneLane Mask(bool isSet) => OfWord(isSet ? ulong.MaxValue : 0);
}
