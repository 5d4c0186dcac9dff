using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Sroi.Arithmetic;

namespace Sroi.Uncertainty.Summaries;

/// <summary>Sums over a block of values for the summaries, identical at every width: sixteen partial sums, folded in a fixed order.</summary>
internal static class SummaryKernels
{
    private const int Partials = 16;

    /// <summary>Sums of powers of the distance from the centre, the smallest and largest value, and the number above the threshold.</summary>
    /// <remarks>If a value is not finite, the sums are not either, and nothing else in the result is valid.</remarks>
    public static BlockSums Sums(Width width, ReadOnlySpan<double> values, double center, double threshold) =>
        width switch
        {
            Width.Eight => Sums<EightLanes>(values, center, threshold),
            Width.Four => Sums<FourLanes>(values, center, threshold),
            _ => Sums<OneLane>(values, center, threshold),
        };

    /// <summary>The bin of each value.</summary>
    public static void Bins(Width width, ReadOnlySpan<double> values, BinLayout layout, Span<uint> to)
    {
        switch (width)
        {
            case Width.Eight:
                Bins<EightLanes>(values, layout, to);
                break;
            case Width.Four:
                Bins<FourLanes>(values, layout, to);
                break;
            default:
                Bins<OneLane>(values, layout, to);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static BlockSums Sums<L>(ReadOnlySpan<double> values, double center, double threshold)
        where L : struct, ILanes<L>
    {
        Span<double> partials = stackalloc double[6 * Partials];
        ref double to = ref MemoryMarshal.GetReference(partials);
        ref double from = ref MemoryMarshal.GetReference(values);
        L middle = L.Of(center),
            limit = L.Of(threshold);
        int above = 0;
        for (int lane = 0; lane < Partials; lane += L.Count)
        {
            L first = L.Of(0),
                second = L.Of(0),
                third = L.Of(0),
                fourth = L.Of(0),
                smallest = L.Of(double.PositiveInfinity),
                largest = L.Of(double.NegativeInfinity);
            for (nint at = lane; at < values.Length; at += Partials)
            {
                L value = L.Load(ref from, at),
                    distance = value - middle,
                    square = distance * distance;
                first += distance;
                second += square;
                third = L.Fused(square, distance, third);
                fourth = L.Fused(square, square, fourth);
                smallest = L.Smaller(value, smallest);
                largest = L.Larger(value, largest);
                above += L.CountLess(limit, value);
            }

            L.Store(first, ref to, lane);
            L.Store(second, ref to, Partials + lane);
            L.Store(third, ref to, (2 * Partials) + lane);
            L.Store(fourth, ref to, (3 * Partials) + lane);
            L.Store(smallest, ref to, (4 * Partials) + lane);
            L.Store(largest, ref to, (5 * Partials) + lane);
        }

        return new()
        {
            Count = values.Length,
            Above = above,
            First = Folded(partials[..Partials]),
            Second = Folded(partials[Partials..(2 * Partials)]),
            Third = Folded(partials[(2 * Partials)..(3 * Partials)]),
            Fourth = Folded(partials[(3 * Partials)..(4 * Partials)]),
            Smallest = Least(partials[(4 * Partials)..(5 * Partials)]),
            Largest = Most(partials[(5 * Partials)..]),
        };
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Bins<L>(ReadOnlySpan<double> values, BinLayout layout, Span<uint> to)
        where L : struct, ILanes<L>
    {
        ref double from = ref MemoryMarshal.GetReference(values);
        ref uint target = ref MemoryMarshal.GetReference(to);
        L edge = L.Of(layout.Edge),
            sign = L.Of(layout.Sign),
            nearest = L.Of(layout.Nearest),
            farthest = L.Of(layout.Farthest),
            firstWord = L.OfWord(layout.FirstWord);
        L shift = L.OfWord((ulong)layout.Shift);
        for (nint at = 0; at < values.Length; at += L.Count)
        {
            L distance = (L.Load(ref from, at) - edge) * sign;
            distance = L.Smaller(farthest, L.Larger(nearest, distance));
            L.StoreLower(L.SubtractWords(L.ShiftRight(distance, shift), firstWord), ref target, at);
        }
    }

    private static double Folded(Span<double> partials)
    {
        for (int half = Partials / 2; half > 0; half /= 2)
        {
            for (int i = 0; i < half; i++)
            {
                partials[i] += partials[i + half];
            }
        }

        return partials[0];
    }

    private static double Least(ReadOnlySpan<double> values)
    {
        double least = values[0];
        foreach (double value in values)
        {
            least = Math.Min(least, value);
        }

        return least;
    }

    private static double Most(ReadOnlySpan<double> values)
    {
        double most = values[0];
        foreach (double value in values)
        {
            most = Math.Max(most, value);
        }

        return most;
    }
}
