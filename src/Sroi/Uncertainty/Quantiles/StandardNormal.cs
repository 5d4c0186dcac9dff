using Sroi.Arithmetic;

namespace Sroi.Uncertainty.Quantiles;

/// <summary>The standard normal, from our own elementary functions alone, so that it has the same bits everywhere.</summary>
internal static class StandardNormal
{
    private const double SeriesWithin = 2.5;
    private const int FractionTerms = 120;

    public static double Density(double z) => Elementary.Exp((-0.5 * z * z) - StirlingSeries.HalfLogTwoPi);

    public static double Cdf(double z) => z > 0 ? 1 - Cdf(-z) : Elementary.Exp(LogCdf(z));

    /// <summary>The logarithm of the probability between two bounds.</summary>
    public static double LogBetween(double low, double high) => Elementary.Log(low > 0 ? Cdf(-low) - Cdf(-high) : Cdf(high) - Cdf(low));

    /// <summary>The logarithm of the probability below z, accurate for z below zero.</summary>
    public static double LogCdf(double z) =>
        z > 0 ? Elementary.LogOnePlus(-Elementary.Exp(LogCdf(-z)))
        : z > -SeriesWithin ? Elementary.Log(0.5 - (Density(z) * Odd(-z)))
        : (-0.5 * z * z) - StirlingSeries.HalfLogTwoPi - Elementary.Log(Fraction(-z));

    // Φ(x) − ½ = φ(x) (x + x³ ÷ 3 + x⁵ ÷ 15 + …); Abramowitz and Stegun 26.2.11.
    private static double Odd(double x)
    {
        double term = x,
            sum = x;
        for (double n = 3; term > sum * 1e-18; n += 2)
        {
            term *= x * x / n;
            sum += term;
        }

        return sum;
    }

    // φ(x) ÷ (1 − Φ(x)) = x + 1 ÷ (x + 2 ÷ (x + 3 ÷ …)); Abramowitz and Stegun 26.2.14.
    private static double Fraction(double x)
    {
        double value = x;
        for (int n = FractionTerms; n >= 1; n--)
        {
            value = x + (n / value);
        }

        return value;
    }
}
