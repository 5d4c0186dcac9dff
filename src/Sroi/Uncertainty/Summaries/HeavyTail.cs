using Sroi.Arithmetic;
using Sroi.Parameters.Distributions;
using Sroi.Uncertainty.Quantiles;

namespace Sroi.Uncertainty.Summaries;

/// <summary>
/// What the fourth powers of a heavy tail leave out. The error of a standard deviation rests on them, most of them come from a few draws, and a run
/// in which these happen not to occur would take itself for exact.
/// </summary>
/// <remarks>
/// The farthest √n draws are taken for the tail of a lognormal: the logarithm of their distance from the mean is a line in their normal scores, which
/// follows a gamma or a power law near enough. It is followed to what happens once in a hundred such runs.
/// </remarks>
internal static class HeavyTail
{
    private const double Runs = 100;
    private const double LargestExponent = 700;

    // A single draw with more than this part of all fourth powers: the error rests on it alone.
    private const double LargePart = 0.2;

    /// <summary>A kurtosis up to which a tail is light: what was drawn says all. A normal has 3, an exponential 9.</summary>
    public const double LightKurtosis = 6;

    /// <summary>How many of the farthest draws are looked at.</summary>
    public static int DrawsOf(long count) => (int)Math.Sqrt(count);

    /// <summary>Whether the spread rests on so few draws that its own error cannot be relied on.</summary>
    /// <param name="farthest">The largest distance from the mean.</param>
    /// <param name="fourth">The mean of the fourth powers of all distances.</param>
    /// <param name="count">How many draws there are.</param>
    public static bool RestsOnFew(double farthest, double fourth, long count) =>
        fourth > 0 && farthest * farthest * farthest * farthest > LargePart * fourth * count;

    /// <summary>What is missing from the mean of the fourth powers.</summary>
    /// <param name="farthest">The largest distances from the mean, in any order.</param>
    /// <param name="count">How many draws there are.</param>
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
