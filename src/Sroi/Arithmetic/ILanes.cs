namespace Sroi.Arithmetic;

/// <summary>
/// Several doubles side by side: one, four or eight. A kernel is written once over this and gives the same bits at every width, since each
/// operation is exact or correctly rounded, and a fused multiply-add is only used where it is asked for.
/// </summary>
/// <remarks>The same storage is read as doubles or as 64-bit words; a mask is a word of all ones or of none.</remarks>
internal interface ILanes<TSelf>
    where TSelf : struct, ILanes<TSelf>
{
    /// <summary>How many lanes.</summary>
    static abstract int Count { get; }

    static abstract TSelf Of(double value);

    static abstract TSelf OfWord(ulong word);

    /// <summary>0, 1, 2, … as words.</summary>
    static abstract TSelf Ramp { get; }

    static abstract TSelf Load(ref double from, nint offset);

    static abstract void Store(TSelf value, ref double to, nint offset);

    /// <summary>Words from 32-bit integers, their sign carried on.</summary>
    static abstract TSelf LoadSigned(ref uint from, nint offset);

    /// <summary>Words from 32-bit integers without sign.</summary>
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

    /// <summary>All three joined by exclusive or: one instruction where there is one.</summary>
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

    /// <summary>Each word shifted by the number, below 64, in the same lane.</summary>
    static abstract TSelf ShiftLeft(TSelf words, TSelf by);

    /// <summary>Each word shifted by the number, below 64, in the same lane.</summary>
    static abstract TSelf ShiftRight(TSelf words, TSelf by);

    /// <summary>a where it is below b, otherwise b.</summary>
    static abstract TSelf Smaller(TSelf a, TSelf b);

    /// <summary>a where it is above b, otherwise b.</summary>
    static abstract TSelf Larger(TSelf a, TSelf b);

    /// <summary>A mask of the words whose highest bit is set.</summary>
    static abstract TSelf IsNegative(TSelf words);

    static abstract TSelf Less(TSelf a, TSelf b);

    static abstract TSelf AtMost(TSelf a, TSelf b);

    static abstract TSelf Same(TSelf a, TSelf b);

    static abstract TSelf Select(TSelf mask, TSelf whereSet, TSelf whereNot);

    /// <summary>In how many lanes a is below b.</summary>
    static abstract int CountLess(TSelf a, TSelf b);

    /// <summary>Stores words from which single ones are read again.</summary>
    static abstract void StoreWords(TSelf words, ref ulong to);

    /// <summary>Rows of four doubles, by where each begins in a table, turned into four columns.</summary>
    static abstract void Rows(ref double table, ref ulong offsets, out TSelf c0, out TSelf c1, out TSelf c2, out TSelf c3);
}
