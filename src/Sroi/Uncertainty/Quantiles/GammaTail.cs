using Sroi.Arithmetic;

namespace Sroi.Uncertainty.Quantiles;

/// <summary>The lower half of a gamma of scale 1, in y = ln(x ÷ shape).</summary>
internal sealed class LowerGammaTail(double shape) : Tail
{
    private readonly double _constant = GammaDensity.AtMean(shape);

    protected override double Guess
    {
        get
        {
            // Wilson and Hilferty 1931, seven standard deviations out; for small shapes P ≤ x^a ÷ Γ(a + 1).
            double root = 1 - (1 / (9 * shape)) - (7 / (3 * Math.Sqrt(shape)));
            return root > 0.3
                ? 3 * Elementary.Log(root)
                : ((-36 * Elementary.Log(2)) + StirlingSeries.LogGamma(shape + 1)) / shape - Elementary.Log(shape);
        }
    }

    public override double LogDensity(double y) => GammaDensity.Log(shape, _constant, y);

    // P(a, x) = x^a e^-x ÷ Γ(a + 1) × Σ x^n ÷ ((a + 1) … (a + n)); Abramowitz and Stegun 6.5.29.
    public override double LogProbability(double y)
    {
        double x = shape * Elementary.Exp(y),
            term = 1,
            sum = 1;
        for (double n = 1; term > sum * 1e-17; n++)
        {
            term *= x / (shape + n);
            sum += term;
        }

        return LogDensity(y) + Elementary.Log(sum / shape);
    }

    public override (double Distance, double Slope) Distance(double y)
    {
        double x = shape * Elementary.Exp(y);
        return (x, x);
    }

    public override double LogDensitySlope(int n, ReadOnlySpan<double> y, ReadOnlySpan<double> rates, Span<double> companions) =>
        GammaDensity.LogSlope(shape, n, y[0], 1, rates, companions);
}

/// <summary>The upper half of a gamma of scale 1, in y = −ln(x ÷ shape).</summary>
internal sealed class UpperGammaTail(double shape) : Tail
{
    private readonly double _constant = GammaDensity.AtMean(shape);

    protected override double Guess
    {
        get
        {
            double root = 1 - (1 / (9 * shape)) + (7 / (3 * Math.Sqrt(shape)));
            return -3 * Elementary.Log(root);
        }
    }

    public override double LogDensity(double y) => GammaDensity.Log(shape, _constant, -y);

    // Q(a, x) by the continued fraction of Abramowitz and Stegun 6.5.31 in its even form, by the modified Lentz method.
    public override double LogProbability(double y)
    {
        double x = shape * Elementary.Exp(-y);
        const double tiny = 1e-300;
        double b = x + 1 - shape,
            c = 1 / tiny,
            d = 1 / b,
            fraction = d;
        for (double n = 1; n < 1e6; n++)
        {
            double a = -n * (n - shape);
            b += 2;
            d = (a * d) + b;
            d = Math.Abs(d) < tiny ? tiny : d;
            c = b + (a / c);
            c = Math.Abs(c) < tiny ? tiny : c;
            d = 1 / d;
            double factor = d * c;
            fraction *= factor;
            if (Math.Abs(factor - 1) < 1e-16)
            {
                break;
            }
        }

        return LogDensity(y) + Elementary.Log(fraction);
    }

    public override (double Distance, double Slope) Distance(double y)
    {
        double x = shape * Elementary.Exp(-y);
        return (x, -x);
    }

    public override double LogDensitySlope(int n, ReadOnlySpan<double> y, ReadOnlySpan<double> rates, Span<double> companions) =>
        -GammaDensity.LogSlope(shape, n, -y[0], -1, rates, companions);
}

/// <summary>The density of ln x for a gamma of scale 1, in a form that is accurate for large shapes.</summary>
internal static class GammaDensity
{
    /// <summary>The logarithm of the density at y = ln(x ÷ shape) = 0.</summary>
    public static double AtMean(double shape) => (0.5 * Elementary.Log(shape)) - StirlingSeries.HalfLogTwoPi - StirlingSeries.Correction(shape);

    /// <summary>a ln x − x − ln Γ(a), as the difference from the value at the mean (Loader 2000).</summary>
    public static double Log(double shape, double atMean, double y) => atMean - (shape * (Elementary.ExpLessOne(y) - y));

    /// <summary>The nth coefficient of a − x, where x = a e^y grows by its rate, with the sign of <paramref name="direction"/>; e^y is a companion.</summary>
    public static double LogSlope(double shape, int n, double y, double direction, ReadOnlySpan<double> rates, Span<double> ratios)
    {
        if (n == 0)
        {
            ratios[0] = Elementary.Exp(y);
        }

        ratios[n + 1] = direction * Series.Product(ratios, rates, n) / (n + 1);
        return -shape * (n == 0 ? Elementary.ExpLessOne(y) : ratios[n]);
    }
}
