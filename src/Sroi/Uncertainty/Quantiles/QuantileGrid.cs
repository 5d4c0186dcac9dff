namespace Sroi.Uncertainty;

/// <summary>
/// Where a table has its nodes: t = min(u, 1 − u) from 2^-33 to ½, each octave in equal pieces, so that both tails keep their relative accuracy.
/// </summary>
internal static class QuantileGrid
{
    /// <summary>From 2^-33 to ½.</summary>
    public const int Octaves = 32;

    /// <summary>The fewest pieces of an octave are 2 to the power of this.</summary>
    public const int LeastBits = 4;

    /// <summary>The most pieces of an octave are 2 to the power of this.</summary>
    public const int MostBits = 8;

    /// <summary>How many pieces a half has.</summary>
    public static int Pieces(int bits) => Octaves << bits;

    /// <summary>The probabilities of the nodes of a half, ascending; one more than its pieces.</summary>
    public static double[] Nodes(int bits)
    {
        double[] nodes = new double[Pieces(bits) + 1];
        for (int piece = 0; piece < nodes.Length; piece++)
        {
            nodes[piece] = Start(piece, bits);
        }

        return nodes;
    }

    /// <summary>Where a piece begins.</summary>
    public static double Start(int piece, int bits) => Math.ScaleB(1 + ((piece & ((1 << bits) - 1)) / (double)(1 << bits)), (piece >> bits) - 33);

    /// <summary>How wide a piece is.</summary>
    public static double Width(int piece, int bits) => Math.ScaleB(1, (piece >> bits) - 33 - bits);
}
