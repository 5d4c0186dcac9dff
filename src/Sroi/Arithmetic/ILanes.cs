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

    static abstract TSelf Load(ref double from, int offset);

    static abstract void Store(TSelf value, ref double to, int offset);

    /// <summary>Words from 32-bit integers, their sign carried on.</summary>
    static abstract TSelf LoadSigned(ref uint from, int offset);

    /// <summary>Words from 32-bit integers without sign.</summary>
    static abstract TSelf LoadUnsigned(ref uint from, int offset);

    /// <summary>The lower half of each word.</summary>
    static abstract void StoreLower(TSelf words, ref uint to, int offset);

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

    /// <summary>A mask of the words whose highest bit is set.</summary>
    static abstract TSelf IsNegative(TSelf words);

    static abstract TSelf Less(TSelf a, TSelf b);

    static abstract TSelf AtMost(TSelf a, TSelf b);

    static abstract TSelf Same(TSelf a, TSelf b);

    static abstract TSelf Select(TSelf mask, TSelf whereSet, TSelf whereNot);

    /// <summary>How many lanes of a mask are set.</summary>
    static abstract int CountSet(TSelf mask);

    /// <summary>Rows of four doubles, by row number, turned into four columns.</summary>
    static abstract void Rows(ref double table, TSelf rows, out TSelf c0, out TSelf c1, out TSelf c2, out TSelf c3);
}
