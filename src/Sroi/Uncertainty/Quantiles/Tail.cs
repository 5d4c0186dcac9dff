using Sroi.Arithmetic;

namespace Sroi.Uncertainty;

/// <summary>
/// The lower half of a distribution with a smooth density, in a coordinate y in which the logarithm of the density is concave and mild: ln x, the
/// log-odds, or x itself. The upper half of a distribution is the lower half of its mirror image.
/// </summary>
internal abstract class Tail
{
    // Where a walk may begin: well below the smallest probability of a table, 2^-33, and not too far below.
    private static readonly double Target = -36 * Math.Log(2),
        Highest = -34 * Math.Log(2),
        Lowest = -44 * Math.Log(2);
    private const int Attempts = 60;

    /// <summary>The logarithm of the density of y.</summary>
    public abstract double LogDensity(double y);

    /// <summary>The density of y.</summary>
    public double Density(double y) => Elementary.Exp(LogDensity(y));

    /// <summary>The logarithm of the probability below y, for y in the lower tail.</summary>
    public abstract double LogProbability(double y);

    /// <summary>How far the value at y lies from where distances are counted: the lower end, or zero.</summary>
    public abstract double Distance(double y);

    /// <summary>The derivative of <see cref="Distance"/>.</summary>
    public abstract double Slope(double y);

    /// <summary>A first guess at the point with probability 2^-36 below it.</summary>
    protected abstract double Guess { get; }

    /// <summary>A point in the far tail, with the probability below it.</summary>
    /// <remarks>The logarithm of the probability is concave, so a step of Newton never overshoots to the right.</remarks>
    public (double Y, double Probability) Anchor()
    {
        double y = Guess;
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            double log = LogProbability(y);
            if (log >= Lowest && log <= Highest)
            {
                return (y, Elementary.Exp(log));
            }

            y += (Target - log) / Elementary.Exp(LogDensity(y) - log);
        }

        throw new InvalidOperationException($"{GetType().Name} has no point in its far tail.");
    }
}
