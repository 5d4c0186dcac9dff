using Sroi.Arithmetic;

namespace Sroi.Uncertainty.Quantiles;

/// <summary>The correction to Stirling's formula: ln Γ(a) = (a − ½) ln a − a + ½ ln 2π + correction(a).</summary>
internal static class StirlingSeries
{
    public const double HalfLogTwoPi = 0.918938533204672741780329736406;
    private const double AsymptoticFrom = 16;

    /// <summary>The correction; accurate to the last digits for a of 0.001 and above.</summary>
    /// <remarks>Abramowitz and Stegun 6.1.41 from 16 on; below it by the recurrence Γ(a + 1) = a Γ(a).</remarks>
    public static double Correction(double a)
    {
        double sum = 0;
        while (a < AsymptoticFrom)
        {
            // correction(a) − correction(a + 1) = (a + ½) ln(1 + 1 ÷ a) − 1
            sum += ((a + 0.5) * Elementary.LogOnePlus(1 / a)) - 1;
            a++;
        }

        double z = 1 / (a * a);
        double series = (1.0 / 12) - (z * ((1.0 / 360) - (z * ((1.0 / 1260) - (z * ((1.0 / 1680) - (z * ((1.0 / 1188) - (z * 691.0 / 360360)))))))));
        return sum + (series / a);
    }

    /// <summary>ln Γ(a).</summary>
    public static double LogGamma(double a) => ((a - 0.5) * Elementary.Log(a)) - a + HalfLogTwoPi + Correction(a);
}
