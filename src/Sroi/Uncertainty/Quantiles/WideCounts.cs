using Sroi.Arithmetic;

namespace Sroi.Uncertainty.Quantiles;

/// <summary>The probabilities of a negative binomial as smooth functions of the count, accurate in both tails.</summary>
/// <remarks>Probability of at most k: I_x(size, k + 1) at x = size ÷ (size + mean).</remarks>
internal sealed class WideCounts(double mean, double size)
{
    private const double LeastTurn = 3;
    private const double Tiny = 1e-300;

    /// <summary>The probability of at most this count.</summary>
    public double Below(double count) => IsLow(count) ? Lower(count) : 1 - Upper(count);

    /// <summary>The probability of more than this count.</summary>
    public double Above(double count) => IsLow(count) ? 1 - Lower(count) : Upper(count);

    // Where the fraction converges quickly; for small sizes, beyond the mean, because above it convergence is slow there.
    private bool IsLow(double count) => size / (size + mean) * (size + count + 3) < Math.Max(size + 1, LeastTurn);

    private double Lower(double count) => Both(count) / size * Fraction(size, count + 1, size / (size + mean));

    private double Upper(double count) => Both(count) / (count + 1) * Fraction(count + 1, size, mean / (size + mean));

    // x^a (1 − x)^b ÷ B(a, b) is the density of the log-odds; those of the mean are ln(a ÷ b).
    private double Both(double count) => Elementary.Exp(new BetaTail(size, count + 1).LogDensity(Elementary.Log((count + 1) / mean)));

    // DLMF 8.17.22 by the modified Lentz method.
    private static double Fraction(double a, double b, double x)
    {
        double c = 1,
            d = 1 / NotZero(1 - ((a + b) * x / (a + 1))),
            fraction = d;
        for (double m = 1; m < 1e6; m++)
        {
            double even = m * (b - m) * x / ((a - 1 + (2 * m)) * (a + (2 * m))),
                odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + 1 + (2 * m)));
            d = 1 / NotZero(1 + (even * d));
            c = NotZero(1 + (even / c));
            fraction *= d * c;
            d = 1 / NotZero(1 + (odd * d));
            c = NotZero(1 + (odd / c));
            fraction *= d * c;
            if (Math.Abs((d * c) - 1) < 1e-15)
            {
                break;
            }
        }

        return fraction;
    }

    private static double NotZero(double value) => Math.Abs(value) < Tiny ? Tiny : value;
}
