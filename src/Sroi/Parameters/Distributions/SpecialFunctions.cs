using Functions = MathNet.Numerics.SpecialFunctions;

namespace Sroi.Parameters.Distributions;

/// <summary>The one place that calls MathNet's special functions; each is tested against published values.</summary>
internal static class SpecialFunctions
{
    private const double SmallTail = 1e-4;

    private static readonly double RootTwo = Math.Sqrt(2);

    public static double NormalCdf(double z) => Functions.Erfc(-z / RootTwo) / 2;

    public static double NormalDensity(double z) => Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);

    /// <summary>The standard normal quantile; refined by a step of Newton where the density allows it.</summary>
    /// <remarks>Newton's step needs the digits of the smaller tail; close to one the distance from it is exact.</remarks>
    public static double NormalQuantile(double p)
    {
        if (p > 1 - SmallTail)
        {
            return -NormalQuantile(1 - p);
        }

        double z = -RootTwo * Functions.ErfcInv(2 * p);
        double density = NormalDensity(z);
        return density > 1e-300 && Math.Abs(z) < 8 ? z - ((NormalCdf(z) - p) / density) : z;
    }

    /// <summary>The standard normal quantile above which so much lies; 1 − <paramref name="tail"/> would lose the digits of a small tail.</summary>
    public static double NormalQuantileAbove(double tail) => IsSmallTail(tail) ? -NormalQuantile(tail) : NormalQuantile(1 - tail);

    /// <summary>Whether a tail is so small that 1 less it has lost digits that matter.</summary>
    public static bool IsSmallTail(double tail) => tail < SmallTail;

    /// <summary>Regularised lower incomplete gamma P(a, x).</summary>
    /// <remarks>MathNet takes anything below 1e-15 for zero, which loses the lower tail of small shapes, so small x is summed here.</remarks>
    public static double GammaLower(double a, double x) =>
        x <= 0 ? 0
        : double.IsPositiveInfinity(x) ? 1
        : x < 0.5 ? GammaSeries(a, x)
        : Functions.GammaLowerRegularized(a, x);

    /// <summary>Regularised upper incomplete gamma Q(a, x).</summary>
    public static double GammaUpper(double a, double x) =>
        x <= 0 ? 1
        : double.IsPositiveInfinity(x) ? 0
        : x < 0.5 ? 1 - GammaSeries(a, x)
        : Functions.GammaUpperRegularized(a, x);

    /// <summary>Regularised incomplete beta I_x(a, b).</summary>
    public static double BetaLower(double a, double b, double x) =>
        x <= 0 ? 0
        : x >= 1 ? 1
        : Functions.BetaRegularized(a, b, x);

    // P(a, x) = x^a e^-x ÷ Γ(a + 1) × Σ x^n ÷ ((a + 1) … (a + n)); Abramowitz and Stegun 6.5.29.
    private static double GammaSeries(double a, double x)
    {
        double term = 1,
            sum = 1;
        for (int n = 1; term > sum * 1e-17; n++)
        {
            term *= x / (a + n);
            sum += term;
        }

        return Math.Exp((a * Math.Log(x)) - x - Functions.GammaLn(a + 1)) * sum;
    }
}
