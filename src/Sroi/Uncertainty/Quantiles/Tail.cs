using Sroi.Arithmetic;

namespace Sroi.Uncertainty.Quantiles;

/// <summary>
/// The lower half of a distribution with a smooth density, in a coordinate y in which the logarithm of the density is concave and mild: ln x, the
/// log-odds, or x itself. The upper half of a distribution is the lower half of its mirror image.
/// </summary>
internal abstract class Tail
{
    /// <summary>The number of series a tail may keep besides those of y and of its rate.</summary>
    public const int Companions = 3;

    // The range in which a series may begin: well below the smallest probability of a table, 2^-33, but not too far below.
    private const double LogTwo = 0.693147180559945309417;
    private const double Target = -36 * LogTwo,
        Highest = -34 * LogTwo,
        Lowest = -44 * LogTwo;
    private const int Attempts = 60;

    /// <summary>The logarithm of the density of y.</summary>
    public abstract double LogDensity(double y);

    /// <summary>The logarithm of the probability below y, for y in the lower tail.</summary>
    public abstract double LogProbability(double y);

    /// <summary>The distance of the value at y from the lower end or zero, with its derivative.</summary>
    public abstract (double Distance, double Slope) Distance(double y);

    /// <summary>
    /// The nth coefficient of the derivative of <see cref="LogDensity"/> as a series in w, when y and its rate are known to their nth. Called for n = 0, 1, …
    /// in order; other series needed are kept as companions.
    /// </summary>
    public abstract double LogDensitySlope(int n, ReadOnlySpan<double> y, ReadOnlySpan<double> rates, Span<double> companions);

    /// <summary>An initial estimate of the point with probability 2^-36 below it.</summary>
    protected abstract double Guess { get; }

    /// <summary>A point in the far tail, with the logarithm of the probability below it.</summary>
    /// <remarks>The logarithm of the probability is concave, so a step of Newton never overshoots to the right.</remarks>
    public (double Y, double LogProbability) Anchor()
    {
        double y = Guess;
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            double log = LogProbability(y);
            if (log >= Lowest && log <= Highest)
            {
                return (y, log);
            }

            y += (Target - log) / Elementary.Exp(LogDensity(y) - log);
        }

        throw new InvalidOperationException($"{GetType().Name} has no point in its far tail.");
    }
}
