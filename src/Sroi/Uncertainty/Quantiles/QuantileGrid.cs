using Sroi.Arithmetic;

namespace Sroi.Uncertainty.Quantiles;

/// <summary>
/// The nodes of a table: t = min(u, 1 − u) from 2^-33 to ½, each octave in equal pieces, so that both tails keep their relative accuracy.
/// </summary>
internal sealed class QuantileGrid
{
    /// <summary>From 2^-33 to ½.</summary>
    public const int Octaves = 32;

    /// <summary>The fewest pieces of an octave are 2 to the power of this.</summary>
    public const int LeastBits = 4;

    /// <summary>The most pieces of an octave are 2 to the power of this.</summary>
    public const int MostBits = 8;

    private static readonly QuantileGrid?[] Known = new QuantileGrid?[MostBits + 1];

    private QuantileGrid(int bits)
    {
        Bits = bits;
        (Nodes, LogOdds, LogOddsSlopes) = (new double[Pieces + 1], new double[Pieces + 1], new double[Pieces + 1]);
        for (int node = 0; node < Nodes.Length; node++)
        {
            double t = Math.ScaleB(1 + ((node & ((1 << bits) - 1)) / (double)(1 << bits)), (node >> bits) - 33);
            (Nodes[node], LogOdds[node], LogOddsSlopes[node]) = (t, Elementary.Log(t / (1 - t)), 1 / (t * (1 - t)));
        }
    }

    /// <summary>The number of pieces in an octave, as a power of two.</summary>
    public int Bits { get; }

    /// <summary>The number of pieces in a half.</summary>
    public int Pieces => Octaves << Bits;

    /// <summary>The probabilities of the nodes of a half, ascending; one more than its pieces.</summary>
    public double[] Nodes { get; }

    /// <summary>ln(t ÷ (1 − t)) at the nodes.</summary>
    public double[] LogOdds { get; }

    /// <summary>Its derivatives by t.</summary>
    public double[] LogOddsSlopes { get; }

    /// <summary>The grid with 2^bits pieces an octave.</summary>
    public static QuantileGrid Of(int bits) => Known[bits] ??= new(bits);

    /// <summary>The width of a piece; exact, because its ends are multiples of it.</summary>
    public double Width(int piece) => Nodes[piece + 1] - Nodes[piece];
}
