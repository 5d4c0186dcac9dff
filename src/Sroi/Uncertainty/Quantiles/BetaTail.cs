using Sroi.Arithmetic;

namespace Sroi.Uncertainty;

/// <summary>The lower half of a beta, in y = ln(x ÷ (1 − x)) less the log-odds of the mean. The upper half is that of the beta with its shapes exchanged.</summary>
internal sealed class BetaTail(double alpha, double beta) : Tail
{
    private readonly double _mean = alpha / (alpha + beta);
    private readonly double _oddsOfMean = alpha / beta;
    private readonly double _constant =
        (0.5 * (Elementary.Log(alpha) + Elementary.Log(beta / (alpha + beta))))
        - StirlingSeries.HalfLogTwoPi
        - StirlingSeries.Correction(alpha)
        - StirlingSeries.Correction(beta)
        + StirlingSeries.Correction(alpha + beta);

    protected override double Guess => -8 * Math.Sqrt((1 / alpha) + (1 / beta));

    // a ln x + b ln(1 − x) − ln B(a, b), as what is missing from the value at the mean.
    public override double LogDensity(double y)
    {
        double moved =
            y > 0.5
                ? y + Elementary.LogOnePlus((1 - _mean) * Elementary.ExpLessOne(-y))
                : Elementary.LogOnePlus(_mean * Elementary.ExpLessOne(y));
        return _constant - (((alpha + beta) * moved) - (alpha * y));
    }

    // I_x(a, b) = x^a (1 − x)^b ÷ (a B(a, b)) × Σ (a + b)_n ÷ (a + 1)_n × x^n; DLMF 8.17.8.
    public override double LogProbability(double y)
    {
        double x = Distance(y),
            term = 1,
            sum = 1;
        for (double n = 0; term > sum * 1e-17; n++)
        {
            term *= (alpha + beta + n) / (alpha + 1 + n) * x;
            sum += term;
        }

        return LogDensity(y) + Elementary.Log(sum / alpha);
    }

    // x, and not 1 − (1 − x): the upper half is walked as the lower one of its mirror image.
    public override double Distance(double y)
    {
        double odds = _oddsOfMean * Elementary.Exp(y);
        return odds / (1 + odds);
    }

    public override double Slope(double y)
    {
        double odds = _oddsOfMean * Elementary.Exp(y);
        return odds / ((1 + odds) * (1 + odds));
    }
}
