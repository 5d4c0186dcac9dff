using Sroi.Arithmetic;
using Sroi.Parameters.Distributions;
using Sroi.Uncertainty.Quantiles;

namespace Sroi.Uncertainty.Summaries;

/// <summary>
/// The part of the fourth moment of a heavy tail that a run misses. The error of a standard deviation depends on it, most of it comes from a few draws, and a run
/// in which these do not occur would seem exact.
/// </summary>
/// <remarks>
/// The farthest √n draws are modelled as the tail of a lognormal: the logarithm of their distance from the mean is linear in their normal scores, which
/// fits a gamma or a power law well enough. It is extrapolated to what happens once in a hundred such runs.
/// </remarks>
internal static class HeavyTail
{
    private const double Runs = 100;
    private const double LargestExponent = 700;

    // If one draw has more than this share of all fourth powers, the error depends on it alone.
    private const double LargePart = 0.2;

    /// <summary>The kurtosis up to which a tail is light and needs no correction. A normal has 3, an exponential 9.</summary>
    public const double LightKurtosis = 6;

    /// <summary>The number of farthest draws examined.</summary>
    public static int DrawsOf(long count) => (int)Math.Sqrt(count);

    /// <summary>Whether the spread depends on so few draws that its error is unreliable.</summary>
    /// <param name="farthest">The largest distance from the mean.</param>
    /// <param name="fourth">The mean of the fourth powers of all distances.</param>
    /// <param name="count">The number of draws.</param>
    public static bool RestsOnFew(double farthest, double fourth, long count) =>
        fourth > 0 && farthest * farthest * farthest * farthest > LargePart * fourth * count;

    /// <summary>What is missing from the mean of the fourth powers.</summary>
    /// <param name="farthest">The largest distances from the mean, in any order.</param>
    /// <param name="count">The number of draws.</param>
    public static double MissingFourth(double[] farthest, long count)
    {
        double[] distances = [.. farthest.Where(distance => distance > 0).OrderDescending()];
        if (distances.Length < 3)
        {
            return 0;
        }

        double[] scores = [.. distances.Select((_, rank) => Score((rank + 0.5) / count))],
            logs = [.. distances.Select(distance => Elementary.Log(distance))];
        double meanScore = scores.Average(),
            meanLog = logs.Average(),
            slope =
                scores.Zip(logs, (score, log) => (score - meanScore) * (log - meanLog)).Sum()
                / scores.Sum(score => (score - meanScore) * (score - meanScore)),
            level = meanLog - (slope * meanScore);

        // E[exp 4(a + bz)] of a normal z between two bounds.
        double between =
                StandardNormal.Cdf(Score(1 / (Runs * count)) - (4 * slope))
                - StandardNormal.Cdf(Score(distances.Length / (double)count) - (4 * slope)),
            exponent = (4 * level) + (8 * slope * slope),
            tail = exponent < LargestExponent ? Elementary.Exp(exponent) * between : 0,
            drawn = distances.Sum(distance => distance * distance * distance * distance) / count;
        return Math.Max(0, tail - drawn);
    }

    // The normal score above which a share lies.
    private static double Score(double share) => -SpecialFunctions.NormalQuantile(share);
}
