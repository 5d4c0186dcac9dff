using Sroi.Arithmetic;

namespace Sroi.Uncertainty.Quantiles;

/// <summary>
/// One half of a quantile function at the nodes of a grid: the value is offset + sign × distance. Distances are kept, not values, so that values
/// close to an end of the support keep all their digits.
/// </summary>
/// <param name="Offset">The end of the support from which distances count; zero if that end is infinite.</param>
/// <param name="Sign">1 if distances count upwards, −1 if downwards.</param>
/// <param name="Distances">By node.</param>
/// <param name="Slopes">Derivatives of the distances by t = min(u, 1 − u).</param>
internal sealed record QuantileHalf(double Offset, double Sign, double[] Distances, double[] Slopes)
{
    /// <summary>Times a factor above zero, plus a shift.</summary>
    public QuantileHalf Affine(double scale, double shift)
    {
        QuantileHalf moved = Blank((Offset * scale) + shift, Sign);
        for (int node = 0; node < Distances.Length; node++)
        {
            (moved.Distances[node], moved.Slopes[node]) = (Distances[node] * scale, Slopes[node] * scale);
        }

        return moved;
    }

    /// <summary>A constant less the values.</summary>
    public QuantileHalf RemainderOf(double constant) => this with { Offset = constant - Offset, Sign = -Sign };

    /// <summary>e to the power of the values: distances from zero.</summary>
    public QuantileHalf Exponential()
    {
        QuantileHalf raised = Blank(0, 1);
        for (int node = 0; node < Distances.Length; node++)
        {
            double value = Elementary.Exp(Offset + (Sign * Distances[node]));
            (raised.Distances[node], raised.Slopes[node]) = (value, value * Sign * Slopes[node]);
        }

        return raised;
    }

    /// <summary>Shares whose odds are multiplied: x becomes c x ÷ (1 − x + c x), and the distance from the corresponding end becomes c d ÷ ….</summary>
    public QuantileHalf OddsScaled(double factor)
    {
        double end = 1 - Offset + (factor * Offset);
        QuantileHalf moved = Blank(factor * Offset / end, Sign);
        for (int node = 0; node < Distances.Length; node++)
        {
            // 1 − x + c x, which near 1 must not be computed from 1 − x.
            double there = end + (Sign * Distances[node] * (factor - 1));
            moved.Distances[node] = factor * Distances[node] / (end * there);
            moved.Slopes[node] = factor * Slopes[node] / (there * there);
        }

        return moved;
    }

    /// <summary>The logarithms of the distances, which suit tails that fall like a high power; null if a distance has none.</summary>
    public QuantileHalf? Logarithms()
    {
        QuantileHalf logarithms = Blank(Offset, Sign);
        for (int node = 0; node < Distances.Length; node++)
        {
            double logarithm = Elementary.Log(Distances[node]);
            if (!double.IsFinite(logarithm))
            {
                return null;
            }

            (logarithms.Distances[node], logarithms.Slopes[node]) = (logarithm, Slopes[node] / Distances[node]);
        }

        return logarithms;
    }

    private QuantileHalf Blank(double offset, double sign) => new(offset, sign, new double[Distances.Length], new double[Distances.Length]);
}
