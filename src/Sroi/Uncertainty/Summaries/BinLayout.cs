using System.Collections.Immutable;

namespace Sroi.Uncertainty.Summaries;

/// <summary>
/// The bins of a histogram, fixed from the first block of draws: octaves of the distance from an edge beyond the steeper tail, each in equal
/// bins, so that skewed figures are resolved as finely as symmetric ones.
/// </summary>
internal sealed class BinLayout
{
    private const int OctavesBelow = 10,
        OctavesAbove = 6;

    private readonly ImmutableArray<double> _atoms;

    private BinLayout(int bitsOfOctave, double edge, double sign, double typicalDistance, ImmutableArray<double> atoms)
    {
        (Edge, Sign, _atoms) = (edge, sign, atoms);
        Shift = 52 - bitsOfOctave;
        Count = (OctavesBelow + OctavesAbove) << bitsOfOctave;
        int octave = (int)Math.Clamp(Math.Floor(Math.Log2(typicalDistance)), -900, 900);
        Nearest = Math.ScaleB(1, octave - OctavesBelow);
        FirstWord = BitConverter.DoubleToUInt64Bits(Nearest) >> Shift;
        Farthest = Math.BitDecrement(Math.ScaleB(1, octave + OctavesAbove));
    }

    /// <summary>The shift that turns the bits of a distance into its bin.</summary>
    public int Shift { get; }

    /// <summary>The number of bins.</summary>
    public int Count { get; }

    /// <summary>The origin of distances.</summary>
    public double Edge { get; }

    /// <summary>1 if bins ascend with the values, −1 if they descend.</summary>
    public double Sign { get; }

    /// <summary>Distances below this fall into the first bin.</summary>
    public double Nearest { get; }

    /// <summary>Distances above this fall into the last bin.</summary>
    public double Farthest { get; }

    /// <summary>The shifted bits of <see cref="Nearest"/>.</summary>
    public ulong FirstWord { get; }

    /// <summary>Bins for these values, which must not be empty.</summary>
    /// <param name="values">Some draws.</param>
    /// <param name="bitsOfOctave">An octave has two to the power of this bins.</param>
    public static BinLayout For(ReadOnlySpan<double> values, int bitsOfOctave)
    {
        double[] sorted = values.ToArray();
        Array.Sort(sorted);
        double least = sorted[0],
            middle = sorted[sorted.Length / 2],
            most = sorted[^1];
        int beyond = sorted.Length / 40;
        bool fromBelow = middle - least <= most - middle;
        double edge = fromBelow ? least - (sorted[beyond] - least) : most + (most - sorted[^(beyond + 1)]),
            distance = Math.Abs(middle - edge);
        double typical =
            distance > 0 ? distance
            : most > least ? most - least
            : Math.Max(Math.Abs(middle), 1e-200);
        return new(bitsOfOctave, edge, fromBelow ? 1 : -1, typical, Repeated(sorted));
    }

    /// <summary>The bin of a value.</summary>
    public int BinOf(double value) =>
        (int)((BitConverter.DoubleToUInt64Bits(Math.Clamp((value - Edge) * Sign, Nearest, Farthest)) >> Shift) - FirstWord);

    /// <summary>The ends of a bin, in ascending order; the outermost reach to the smallest and largest value.</summary>
    public (double Low, double High) Ends(int bin, double smallest, double largest)
    {
        double near = Edge + (Sign * Start(bin)),
            far = Edge + (Sign * Start(bin + 1));
        (double low, double high) = Sign > 0 ? (near, far) : (far, near);
        bool isNearest = bin == 0,
            isFarthest = bin == Count - 1;
        low = (Sign > 0 ? isNearest : isFarthest) ? smallest : low;
        high = (Sign > 0 ? isFarthest : isNearest) ? largest : high;
        return (Math.Clamp(low, smallest, largest), Math.Clamp(high, smallest, largest));
    }

    /// <summary>The single value that draws of this bin take repeatedly; null if there is none, or more than one.</summary>
    public double? AtomOf(int bin)
    {
        double? found = null;
        foreach (double atom in _atoms)
        {
            if (BinOf(atom) == bin)
            {
                if (found is not null)
                {
                    return null;
                }

                found = atom;
            }
        }

        return found;
    }

    private double Start(int bin) => BitConverter.UInt64BitsToDouble((FirstWord + (ulong)bin) << Shift);

    // A figure with a smooth density does not give two equal draws, so a repeated value is discrete.
    private static ImmutableArray<double> Repeated(double[] sorted)
    {
        var atoms = ImmutableArray.CreateBuilder<double>();
        for (int i = 1; i < sorted.Length; i++)
        {
            if (sorted[i].Equals(sorted[i - 1]) && (atoms.Count == 0 || !atoms[^1].Equals(sorted[i])))
            {
                atoms.Add(sorted[i]);
            }
        }

        return atoms.ToImmutable();
    }
}
