using Sroi.Arithmetic;

namespace Sroi.Parameters.Distributions;

/// <summary>Student's t distribution of location 0 and scale 1; accurate to the last digits for any degrees of freedom, whole or not.</summary>
/// <remarks>
/// The upper tail is half of I_x(n/2, ½) with x = n ÷ (n + t²): DLMF 8.17(v), a continued fraction by the modified Lentz method, from the side on which it
/// converges. Γ(a + ½) ÷ Γ(a) is not taken from two logarithms, which for many degrees of freedom would lose their digits.
/// </remarks>
internal static class StudentsT
{
    private const double Tiny = 1e-300,
        Accuracy = 1e-16;
    private const int MostSteps = 10_000;
    private const double AsymptoticFrom = 40;

    /// <summary>The probability of a value above <paramref name="t"/>, with all its digits if it is small.</summary>
    public static double Above(double t, double degrees) => t < 0 ? 1 - Above(-t, degrees) : AboveOfPositive(t, degrees);

    /// <summary>The density at <paramref name="t"/>.</summary>
    public static double Density(double t, double degrees) =>
        HalfStep(degrees / 2) / Math.Sqrt(degrees * Math.PI) * Math.Exp(-(degrees + 1) / 2 * Elementary.LogOnePlus(t * t / degrees));

    /// <summary>The value above which a probability of <paramref name="tail"/> lies, for a tail of at most one half.</summary>
    public static double QuantileAbove(double tail, double degrees)
    {
        if (tail >= 0.5)
        {
            return 0;
        }

        double t = Inverse.Smallest(0, double.MaxValue / 4, x => AboveOfPositive(x, degrees) <= tail),
            density = Density(t, degrees);
        return density > 0 ? t + ((AboveOfPositive(t, degrees) - tail) / density) : t;
    }

    // Near the median one half less a small part, which keeps the digits of t.
    private static double AboveOfPositive(double t, double degrees)
    {
        double a = degrees / 2,
            square = t * t;
        if (double.IsPositiveInfinity(square))
        {
            return 0;
        }

        double x = degrees / (degrees + square),
            rest = square / (degrees + square);
        if (square == 0)
        {
            return 0.5;
        }

        // x^a (1 − x)^½ ÷ B(a, ½)
        double front = Math.Exp(-a * Elementary.LogOnePlus(square / degrees)) * Math.Sqrt(rest / Math.PI) * HalfStep(a);
        return x < (a + 1) / (a + 2.5) ? front * Fraction(a, 0.5, x) / (2 * a) : 0.5 - (front * Fraction(0.5, a, rest));
    }

    // Γ(a + ½) ÷ Γ(a): by its asymptotic series, after as many steps of the recurrence as that needs.
    private static double HalfStep(double a)
    {
        double factor = 1;
        for (; a < AsymptoticFrom; a++)
        {
            factor *= a / (a + 0.5);
        }

        double z = 1 / a,
            series = z * ((869.0 / 4194304) + (z * 39325 / 33554432));
        series = z * ((5.0 / 1024) + (z * ((-21.0 / 32768) + (z * ((-399.0 / 262144) + series)))));
        series = 1 + (z * ((-1.0 / 8) + (z * ((1.0 / 128) + series))));
        return factor * Math.Sqrt(a) * series;
    }

    // The continued fraction of the incomplete beta function.
    private static double Fraction(double a, double b, double x)
    {
        double c = 1,
            d = 1 / NotZero(1 - ((a + b) * x / (a + 1))),
            fraction = d;
        for (double m = 1; m < MostSteps; m++)
        {
            double even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m))),
                odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 / NotZero(1 + (even * d));
            c = NotZero(1 + (even / c));
            fraction *= d * c;
            d = 1 / NotZero(1 + (odd * d));
            c = NotZero(1 + (odd / c));
            double step = d * c;
            fraction *= step;
            if (Math.Abs(step - 1) <= Accuracy)
            {
                break;
            }
        }

        return fraction;
    }

    private static double NotZero(double value) => Math.Abs(value) < Tiny ? Tiny : value;
}
