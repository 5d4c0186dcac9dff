using Sroi.Uncertainty.Quantiles;

namespace Sroi.Uncertainty.Correlations;

/// <summary>Φ(z) for z from −7 to 0 as Hermite cubics: accurate to 1e-10, and to a relative 1e-6 in the far tail.</summary>
internal sealed class NormalTailTable
{
    private const double Lowest = -7;
    private const int PiecesOfOne = 64;

    private readonly double[] _values;
    private readonly double[] _slopes;

    public NormalTailTable()
    {
        double[] nodes = [.. Enumerable.Range(0, ((int)-Lowest * PiecesOfOne) + 1).Select(i => Lowest + ((double)i / PiecesOfOne))];
        _values = [.. nodes.Select(StandardNormal.Cdf)];
        _slopes = [.. nodes.Select(z => StandardNormal.Density(z) / PiecesOfOne)];
    }

    /// <summary>The probability below z, for z of zero or less.</summary>
    public double Below(double z)
    {
        double at = (Math.Max(z, Lowest) - Lowest) * PiecesOfOne;
        int piece = Math.Min((int)at, _values.Length - 2);
        double s = at - piece,
            from = _values[piece],
            to = _values[piece + 1],
            leaves = _slopes[piece],
            arrives = _slopes[piece + 1];
        return from + (s * (leaves + (s * ((3 * (to - from)) - (2 * leaves) - arrives + (s * ((2 * (from - to)) + leaves + arrives))))));
    }
}
