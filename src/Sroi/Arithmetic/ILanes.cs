namespace Sroi.Arithmetic;

/// <summary>
/// Several doubles side by side: one, four or eight. A kernel is written once over this and gives identical results at every width, because each
/// operation is exact or correctly rounded, and a fused multiply-add is used only where written.
/// </summary>
/// <remarks>The same storage is read as doubles or as 64-bit words; a mask is a word of all ones or all zeros.</remarks>
internal interface ILanes<TSelf>
    where TSelf : struct, ILanes<TSelf>
{
    /// <summary>The number of lanes.</summary>
    static abstract int Count { get; }

    static abstract TSelf Of(double value);

    static abstract TSelf OfWord(ulong word);

    /// <summary>0, 1, 2, … as words.</summary>
    static abstract TSelf Ramp { get; }

    static abstract TSelf Load(ref double from, nint offset);

    static abstract void Store(TSelf value, ref double to, nint offset);

    /// <summary>Words from 32-bit integers, sign-extended.</summary>
    static abstract TSelf LoadSigned(ref uint from, nint offset);

    /// <summary>Words from unsigned 32-bit integers.</summary>
    static abstract TSelf LoadUnsigned(ref uint from, nint offset);

    /// <summary>The lower half of each word.</summary>
    static abstract void StoreLower(TSelf words, ref uint to, nint offset);

    static abstract TSelf operator +(TSelf a, TSelf b);

    static abstract TSelf operator -(TSelf a, TSelf b);

    static abstract TSelf operator *(TSelf a, TSelf b);

    static abstract TSelf operator /(TSelf a, TSelf b);

    static abstract TSelf operator &(TSelf a, TSelf b);

    static abstract TSelf operator |(TSelf a, TSelf b);

    static abstract TSelf operator ^(TSelf a, TSelf b);

    /// <summary>All three joined by exclusive or: a single instruction if available.</summary>
    static abstract TSelf Xor(TSelf a, TSelf b, TSelf c);

    /// <summary>a × b + c, rounded once.</summary>
    static abstract TSelf Fused(TSelf a, TSelf b, TSelf c);

    static abstract TSelf Root(TSelf a);

    static abstract TSelf AddWords(TSelf a, TSelf b);

    static abstract TSelf SubtractWords(TSelf a, TSelf b);

    /// <summary>The 64-bit product of the lower halves.</summary>
    static abstract TSelf MultiplyLower(TSelf a, TSelf b);

    static abstract TSelf ShiftLeft(TSelf words, int by);

    static abstract TSelf ShiftRight(TSelf words, int by);

    /// <summary>Each word shifted by the count in the same lane, below 64.</summary>
    static abstract TSelf ShiftLeft(TSelf words, TSelf by);

    /// <summary>Each word shifted by the count in the same lane, below 64.</summary>
    static abstract TSelf ShiftRight(TSelf words, TSelf by);

    /// <summary>a if below b, otherwise b.</summary>
    static abstract TSelf Smaller(TSelf a, TSelf b);

    /// <summary>a if above b, otherwise b.</summary>
    static abstract TSelf Larger(TSelf a, TSelf b);

    /// <summary>A mask of the words whose highest bit is set.</summary>
    static abstract TSelf IsNegative(TSelf words);

    static abstract TSelf Less(TSelf a, TSelf b);

    static abstract TSelf AtMost(TSelf a, TSelf b);

    static abstract TSelf Same(TSelf a, TSelf b);

    static abstract TSelf Select(TSelf mask, TSelf whereSet, TSelf whereNot);

    /// <summary>The number of lanes in which a is below b.</summary>
    static abstract int CountLess(TSelf a, TSelf b);

    /// <summary>Stores words, to be read individually.</summary>
    static abstract void StoreWords(TSelf words, ref ulong to);

    /// <summary>Rows of four doubles, by where each begins in a table, turned into four columns.</summary>
    static abstract void Rows(ref double table, ref ulong offsets, out TSelf c0, out TSelf c1, out TSelf c2, out TSelf c3);
}
