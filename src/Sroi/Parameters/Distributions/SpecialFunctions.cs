using Functions = MathNet.Numerics.SpecialFunctions;

namespace Sroi.Parameters;

/// <summary>The one place that calls MathNet's special functions; each is tested against published values.</summary>
internal static class SpecialFunctions
{
    private static readonly double RootTwo = Math.Sqrt(2);

    public static double NormalCdf(double z) => Functions.Erfc(-z / RootTwo) / 2;

    public static double NormalDensity(double z) => Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);

    /// <summary>The standard normal quantile; refined by a step of Newton where the density allows it.</summary>
    public static double NormalQuantile(double p)
    {
        double z = -RootTwo * Functions.ErfcInv(2 * p);
        double density = NormalDensity(z);
        return density > 1e-300 && Math.Abs(z) < 8 ? z - ((NormalCdf(z) - p) / density) : z;
    }

    /// <summary>Regularised lower incomplete gamma P(a, x).</summary>
    public static double GammaLower(double a, double x) => x <= 0 ? 0 : double.IsPositiveInfinity(x) ? 1 : Functions.GammaLowerRegularized(a, x);

    /// <summary>Regularised upper incomplete gamma Q(a, x).</summary>
    public static double GammaUpper(double a, double x) => x <= 0 ? 1 : double.IsPositiveInfinity(x) ? 0 : Functions.GammaUpperRegularized(a, x);

    /// <summary>Regularised incomplete beta I_x(a, b).</summary>
    public static double BetaLower(double a, double b, double x) => x <= 0 ? 0 : x >= 1 ? 1 : Functions.BetaRegularized(a, b, x);
}
