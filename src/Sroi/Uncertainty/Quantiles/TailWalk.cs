namespace Sroi.Uncertainty;

/// <summary>
/// The quantiles of a tail at all nodes of a table, and their slopes: a walk from the far tail to the median, each step the integral of the density
/// set equal to the probability between two nodes. All increments are positive, so that no digits are lost.
/// </summary>
internal static class TailWalk
{
    private const int MaximumCorrections = 8;
    private const double Settled = 1e-6;

    /// <summary>Distances and slopes at the probabilities of <paramref name="grid"/>, which ascend.</summary>
    public static HalfNodes Along(Tail tail, ReadOnlySpan<double> grid)
    {
        double[] distances = new double[grid.Length],
            slopes = new double[grid.Length];
        (double y, double probability) = tail.Anchor();
        Func<double, double> densityAt = tail.Density;
        double density = densityAt(y),
            bend = 0;
        for (int node = 0; node < grid.Length; node++)
        {
            // From the anchor to the first node it may be far: no step more than doubles the logarithm's twentieth part.
            while (grid[node] > probability)
            {
                double next = Math.Min(grid[node], probability * 1.0625 * (1 + 1e-12));
                double before = density;
                (double step, density) = Step(densityAt, y, probability, next, density, bend);
                bend = (density - before) / (step * density);
                y += step;
                probability = next;
            }

            distances[node] = tail.Distance(y);
            slopes[node] = tail.Slope(y) / density;
        }

        return new(distances, slopes);
    }

    // Four points, both ends among them: Abramowitz and Stegun 25.4.32.
    private static double GaussLobatto(Func<double, double> densityAt, double y, double step, double atStart, double atEnd)
    {
        const double inner = 0.27639320225002103;
        return step * ((atStart + atEnd + (5 * (densityAt(y + (inner * step)) + densityAt(y + ((1 - inner) * step))))) / 12);
    }

    // Newton on ∫ density = next − probability; the first guess bends with the density.
    private static (double Step, double Density) Step(Func<double, double> densityAt, double y, double probability, double next, double density, double bend)
    {
        double wanted = next - probability,
            step = wanted / density;
        step /= 1 + (0.5 * Math.Clamp(bend * step, -0.5, 0.5));
        for (int correction = 0; ; correction++)
        {
            double there = densityAt(y + step);
            double missing = wanted - GaussLobatto(densityAt, y, step, density, there);
            double change = missing / there;
            step += change;
            if (Math.Abs(missing) <= Settled * wanted || correction == MaximumCorrections)
            {
                // The density at the corrected end, by its slope there.
                double slope = (there - density) / (step - change);
                return (step, there + (slope * change));
            }
        }
    }
}

/// <summary>The nodes of one half of a table: distances from its offset, and their derivatives by the probability.</summary>
internal sealed record HalfNodes(double[] Distances, double[] Slopes);
