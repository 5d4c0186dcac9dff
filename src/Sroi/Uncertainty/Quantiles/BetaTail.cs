using Sroi.Arithmetic;

namespace Sroi.Uncertainty.Quantiles;

/// <summary>The lower half of a beta, in y = ln(x ÷ (1 − x)) less the log-odds of the mean. The upper half is that of the beta with its shapes exchanged.</summary>
internal class BetaTail(double alpha, double beta) : Tail
{
    private const double Deviations = 40;

    private readonly double _mean = alpha / (alpha + beta);
    private readonly double _remainder = beta / (alpha + beta);
    private readonly double _oddsOfMean = alpha / beta;
    private readonly double _constant =
        (0.5 * (Elementary.Log(alpha) + Elementary.Log(beta / (alpha + beta))))
        - StirlingSeries.HalfLogTwoPi
        - StirlingSeries.Correction(alpha)
        - StirlingSeries.Correction(beta)
        + StirlingSeries.Correction(alpha + beta);

    /// <summary>The lower half of a beta; its distances count from the upper end if all of it is nearer to that end.</summary>
    public static BetaTail Of(double alpha, double beta) => IsFar(alpha, beta) ? new FarBetaTail(alpha, beta) : new BetaTail(alpha, beta);

    /// <summary>Whether all of it is nearer to the upper end.</summary>
    public static bool IsFar(double alpha, double beta) =>
        (alpha - (Deviations * Math.Sqrt(alpha * beta / (alpha + beta + 1)))) / (alpha + beta) > 0.5;

    protected override double Guess => -8 * Math.Sqrt((1 / alpha) + (1 / beta));

    // a ln x + b ln(1 − x) − ln B(a, b), as the difference from the value at the mean; computed from the end nearer to the mean.
    public override double LogDensity(double y)
    {
        double missing =
            _mean < 0.5
                ? ((alpha + beta) * Elementary.LogOnePlus(_mean * Elementary.ExpLessOne(y))) - (alpha * y)
                : ((alpha + beta) * Elementary.LogOnePlus(_remainder * Elementary.ExpLessOne(-y))) + (beta * y);
        return _constant - missing;
    }

    // I_x(a, b) = x^a (1 − x)^b ÷ (a B(a, b)) × Σ (a + b)_n ÷ (a + 1)_n × x^n; DLMF 8.17.8.
    public override double LogProbability(double y)
    {
        double odds = Odds(y),
            x = odds / (1 + odds),
            term = 1,
            sum = 1;
        for (double n = 0; term > sum * 1e-17; n++)
        {
            term *= (alpha + beta + n) / (alpha + 1 + n) * x;
            sum += term;
        }

        return LogDensity(y) + Elementary.Log(sum / alpha);
    }

    public override (double Distance, double Slope) Distance(double y)
    {
        double odds = Odds(y);
        return (odds / (1 + odds), odds / ((1 + odds) * (1 + odds)));
    }

    // a − (a + b) x = a (1 − x) − b x; x, 1 − x and x (1 − x) are companions.
    public override double LogDensitySlope(int n, ReadOnlySpan<double> y, ReadOnlySpan<double> rates, Span<double> companions)
    {
        Span<double> shares = companions[..rates.Length],
            remainders = companions.Slice(rates.Length, rates.Length),
            products = companions[(2 * rates.Length)..];
        if (n == 0)
        {
            double odds = Odds(y[0]);
            (shares[0], remainders[0]) = (odds / (1 + odds), 1 / (1 + odds));
        }

        products[n] = Series.Product(shares, remainders, n);
        shares[n + 1] = Series.Product(products, rates, n) / (n + 1);
        remainders[n + 1] = -shares[n + 1];
        return (alpha * remainders[n]) - (beta * shares[n]);
    }

    protected double Odds(double y) => _oddsOfMean * Elementary.Exp(y);
}

/// <summary>The lower half of a beta whose distances count from the upper end.</summary>
internal sealed class FarBetaTail(double alpha, double beta) : BetaTail(alpha, beta)
{
    public override (double Distance, double Slope) Distance(double y)
    {
        double odds = Odds(y);
        return (1 / (1 + odds), -odds / ((1 + odds) * (1 + odds)));
    }
}
