using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Sroi.Arithmetic;

namespace Sroi.Uncertainty.Streams;

/// <summary>
/// Addressable random integers: the one behind draw k of a parameter is a pure function of the seed, the parameter's id and k.
/// </summary>
/// <remarks>
/// Philox4x32-10 (Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011). The key is the seed; counter words 2 and 3
/// are the stable hash of the id; words 0 and 1 count. Draw k is in block k ÷ 1,024 at place j = k mod 1,024, and is output word j ÷ 256 of
/// counter 256 × block + j mod 256. An integer x represents the uniform (x + ½) ÷ 2³².
/// </remarks>
internal static class RandomStream
{
    private const ulong FirstMultiplier = 0xD2511F53,
        SecondMultiplier = 0xCD9E8D57;
    private const uint FirstStep = 0x9E3779B9,
        SecondStep = 0xBB67AE85;
    private const int Rounds = 10;
    private const int CountersOfBlock = Block.Size / 4;

    /// <summary>The integers of one block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Fill(Width width, ulong seed, ulong idHash, long block, Span<uint> to)
    {
        switch (width)
        {
            case Width.Eight:
                Fill<EightLanes>(seed, idHash, block, to);
                break;
            case Width.Four:
                Fill<FourLanes>(seed, idHash, block, to);
                break;
            default:
                Fill<OneLane>(seed, idHash, block, to);
                break;
        }
    }

    /// <summary>The four words of one counter.</summary>
    public static (uint, uint, uint, uint) Words(ulong seed, uint c0, uint c1, uint c2, uint c3)
    {
        Span<uint> words = stackalloc uint[4];
        OneLane[] x = [OneLane.OfWord(c0), OneLane.OfWord(c1), OneLane.OfWord(c2), OneLane.OfWord(c3)];
        Mix(seed, ref x[0], ref x[1], ref x[2], ref x[3]);
        for (int i = 0; i < 4; i++)
        {
            OneLane.StoreLower(x[i], ref words[i], 0);
        }

        return (words[0], words[1], words[2], words[3]);
    }

    // Four groups of counters are mixed at a time, because a single one would wait for its products; they share the keys of a round.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Fill<L>(ulong seed, ulong idHash, long block, Span<uint> to)
        where L : struct, ILanes<L>
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(to.Length, Block.Size);
        ref uint first = ref MemoryMarshal.GetReference(to);
        ulong counter = (ulong)block * CountersOfBlock;
        L low = L.AddWords(L.OfWord(counter & uint.MaxValue), L.Ramp),
            high = L.OfWord(counter >> 32),
            idLow = L.OfWord(idHash & uint.MaxValue),
            idHigh = L.OfWord(idHash >> 32),
            step = L.OfWord((ulong)L.Count);
        for (int at = 0; at < CountersOfBlock; at += 4 * L.Count)
        {
            L a0 = low,
                a1 = high,
                a2 = idLow,
                a3 = idHigh;
            low = L.AddWords(low, step);
            L b0 = low,
                b1 = high,
                b2 = idLow,
                b3 = idHigh;
            low = L.AddWords(low, step);
            L c0 = low,
                c1 = high,
                c2 = idLow,
                c3 = idHigh;
            low = L.AddWords(low, step);
            L d0 = low,
                d1 = high,
                d2 = idLow,
                d3 = idHigh;
            low = L.AddWords(low, step);
            uint key0 = (uint)seed,
                key1 = (uint)(seed >> 32);
            for (int round = 0; round < Rounds; round++)
            {
                L k0 = L.OfWord(key0),
                    k1 = L.OfWord(key1);
                Round(k0, k1, ref a0, ref a1, ref a2, ref a3);
                Round(k0, k1, ref b0, ref b1, ref b2, ref b3);
                Round(k0, k1, ref c0, ref c1, ref c2, ref c3);
                Round(k0, k1, ref d0, ref d1, ref d2, ref d3);
                key0 += FirstStep;
                key1 += SecondStep;
            }

            Store(a0, a1, a2, a3, ref first, at);
            Store(b0, b1, b2, b3, ref first, at + L.Count);
            Store(c0, c1, c2, c3, ref first, at + (2 * L.Count));
            Store(d0, d1, d2, d3, ref first, at + (3 * L.Count));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<L>(L x0, L x1, L x2, L x3, ref uint to, int at)
        where L : struct, ILanes<L>
    {
        L.StoreLower(x0, ref to, at);
        L.StoreLower(x1, ref to, at + CountersOfBlock);
        L.StoreLower(x2, ref to, at + (2 * CountersOfBlock));
        L.StoreLower(x3, ref to, at + (3 * CountersOfBlock));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Mix<L>(ulong seed, ref L x0, ref L x1, ref L x2, ref L x3)
        where L : struct, ILanes<L>
    {
        uint key0 = (uint)seed,
            key1 = (uint)(seed >> 32);
        for (int round = 0; round < Rounds; round++)
        {
            Round(L.OfWord(key0), L.OfWord(key1), ref x0, ref x1, ref x2, ref x3);
            key0 += FirstStep;
            key1 += SecondStep;
        }
    }

    // Only the lower half of a lane counts; the upper half is never read.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Round<L>(L k0, L k1, ref L x0, ref L x1, ref L x2, ref L x3)
        where L : struct, ILanes<L>
    {
        L first = L.MultiplyLower(x0, L.OfWord(FirstMultiplier)),
            second = L.MultiplyLower(x2, L.OfWord(SecondMultiplier));
        x0 = L.Xor(L.ShiftRight(second, 32), x1, k0);
        x1 = second;
        x2 = L.Xor(L.ShiftRight(first, 32), x3, k1);
        x3 = first;
    }
}
