using Sroi.Parameters.Distributions;

namespace Sroi.Uncertainty.Quantiles;

/// <summary>
/// The coarsest grid whose cubic pieces keep the error below 1e-7 in probability and 1e-5 of the distance in the tails, with a margin; errors are estimated from
/// the coarser grid of every other node.
/// </summary>
internal static class Fineness
{
    private const double ProbabilityError = 4e-8,
        RelativeError = 4e-6;
    private const double TailBelow = 1.0 / 32;

    // An estimate from the coarsest grid may be this much too high.
    private const double Hope = 2;

    // The cheapest first: more pieces cost cache, logarithms an exponential for each draw.
    private static readonly (int Bits, bool IsLogarithmic)[] Choices =
    [
        (4, false),
        (5, false),
        (4, true),
        (5, true),
        (6, false),
        (6, true),
        (7, false),
        (7, true),
        (8, false),
        (8, true),
    ];

    /// <summary>A distribution at the nodes of the coarsest grid that is fine enough; null if it has no smooth density.</summary>
    /// <exception cref="InvalidOperationException">No grid is fine enough.</exception>
    public static (QuantileHalves Halves, QuantileGrid Grid, bool IsLogarithmic)? Enough(Distribution distribution)
    {
        if (QuantileHalves.Solve(distribution) is not { } solved)
        {
            return null;
        }

        QuantileGrid grid = QuantileGrid.Of(QuantileGrid.LeastBits);
        QuantileHalves halves = solved(grid);
        double plain = Excess(halves, grid, isLogarithmic: false),
            logarithmic = plain <= 1 ? plain : Excess(halves, grid, isLogarithmic: true);
        foreach ((int bits, bool isLogarithmic) in Choices)
        {
            // Halving the width of the pieces divides the error by sixteen.
            double hope = bits == QuantileGrid.LeastBits ? 1 : Hope * Math.ScaleB(1, 4 * (bits - QuantileGrid.LeastBits));
            if (!((isLogarithmic ? logarithmic : plain) <= hope))
            {
                continue;
            }

            if (bits != grid.Bits)
            {
                grid = QuantileGrid.Of(bits);
                halves = solved(grid);
            }

            if (bits == QuantileGrid.LeastBits || Excess(halves, grid, isLogarithmic) <= 1)
            {
                return (halves, grid, isLogarithmic);
            }
        }

        throw new InvalidOperationException($"No table of 2^{QuantileGrid.MostBits} pieces an octave is fine enough for: {distribution.Describe()}.");
    }

    // The largest error as a multiple of what is allowed.
    private static double Excess(QuantileHalves halves, QuantileGrid grid, bool isLogarithmic) =>
        Math.Max(Excess(halves.Lower, grid, isLogarithmic), Excess(halves.Upper, grid, isLogarithmic));

    // The error of a cubic over two pieces at their common node is sixteen times that of a cubic over one piece at its middle.
    private static double Excess(QuantileHalf half, QuantileGrid grid, bool isLogarithmic)
    {
        if ((isLogarithmic ? half.Logarithms() : half) is not { } kept)
        {
            return double.PositiveInfinity;
        }

        double worst = 0;
        for (int piece = 0; piece < grid.Pieces; piece += 2)
        {
            double width = 2 * grid.Width(piece),
                middle = (0.5 * (kept.Distances[piece] + kept.Distances[piece + 2])) + (width / 8 * (kept.Slopes[piece] - kept.Slopes[piece + 2]));
            double missed = Math.Abs(middle - kept.Distances[piece + 1]) / 16,
                inProbability = missed / Math.Abs(kept.Slopes[piece + 1]),
                relative = isLogarithmic ? missed : missed / Math.Abs(half.Distances[piece + 1]);
            worst = Math.Max(worst, inProbability / ProbabilityError);
            worst = grid.Nodes[piece] < TailBelow ? Math.Max(worst, relative / RelativeError) : worst;
        }

        return worst;
    }
}
