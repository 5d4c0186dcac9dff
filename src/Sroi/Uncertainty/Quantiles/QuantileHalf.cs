using Sroi.Arithmetic;

namespace Sroi.Uncertainty;

/// <summary>
/// One half of a quantile function at the nodes of a grid: the value is offset + sign × distance. Distances and not values are kept, so that what lies
/// close to an end of the support keeps all its digits.
/// </summary>
/// <param name="Offset">The end of the support from which distances count; zero where that end is infinite.</param>
/// <param name="Sign">1 where distances count upwards, −1 where they count downwards.</param>
/// <param name="Distances">By node.</param>
/// <param name="Slopes">Derivatives of the distances by t = min(u, 1 − u).</param>
internal sealed record QuantileHalf(double Offset, double Sign, double[] Distances, double[] Slopes)
{
    /// <summary>Times a factor above zero, plus a shift.</summary>
    public QuantileHalf Affine(double scale, double shift) =>
        new((Offset * scale) + shift, Sign, [.. Distances.Select(d => d * scale)], [.. Slopes.Select(s => s * scale)]);

    /// <summary>A constant less the values.</summary>
    public QuantileHalf RemainderOf(double constant) => this with { Offset = constant - Offset, Sign = -Sign };

    /// <summary>e to the power of the values: distances from zero.</summary>
    public QuantileHalf Exponential()
    {
        double[] values = [.. Distances.Select(d => Elementary.Exp(Offset + (Sign * d)))];
        return new(0, 1, values, [.. values.Zip(Slopes, (value, slope) => value * Sign * slope)]);
    }

    /// <summary>Shares whose odds are multiplied: x becomes c x ÷ (1 − x + c x), and its distance from an end that moves alike c d ÷ ….</summary>
    public QuantileHalf OddsScaled(double factor)
    {
        double end = 1 - Offset + (factor * Offset);
        double[] distances = new double[Distances.Length],
            slopes = new double[Distances.Length];
        for (int node = 0; node < distances.Length; node++)
        {
            // 1 − x + c x, which near the end of 1 is not to be taken from 1 − x.
            double there = end + (Sign * Distances[node] * (factor - 1));
            distances[node] = factor * Distances[node] / (end * there);
            slopes[node] = factor * Slopes[node] / (there * there);
        }

        return new(factor * Offset / end, Sign, distances, slopes);
    }

    /// <summary>The logarithms of the distances, which suit tails that fall like a high power.</summary>
    public QuantileHalf Logarithms() =>
        new(Offset, Sign, [.. Distances.Select(Elementary.Log)], [.. Slopes.Zip(Distances, (slope, distance) => slope / distance)]);
}
