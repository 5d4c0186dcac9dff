using Sroi.Parameters.Distributions;

namespace Sroi.Estimation;

/// <summary>An estimate from data or studies, with its standard error, on the scale on which it is symmetric.</summary>
/// <param name="Scale">The scale of <paramref name="Value"/> and <paramref name="StandardError"/>.</param>
/// <param name="Value">The point estimate; the natural logarithm of a ratio.</param>
/// <param name="StandardError">Its standard error, on the same scale.</param>
/// <param name="DegreesOfFreedom">Degrees of freedom of the standard error; infinite if the estimate is approximately normal.</param>
public sealed record EffectEstimate(EffectScale Scale, double Value, double StandardError, double DegreesOfFreedom)
{
    /// <summary>Degrees of freedom from which a t and a normal distribution give the same answer for our purposes: 60 pairs.</summary>
    public const double NormalFrom = 59;

    /// <summary>The estimate on the natural scale: a ratio is exponentiated.</summary>
    public double Natural => Scale == EffectScale.LogRatio ? Math.Exp(Value) : Value;

    /// <summary>The confidence interval on the natural scale.</summary>
    /// <param name="level">The level, such as 0.95.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1.</exception>
    public (double Low, double High) Interval(double level = 0.95)
    {
        if (level is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(level), level, "The level of an interval lies strictly between 0 and 1.");
        }

        double half = Quantile((1 - level) / 2) * StandardError;
        return Scale == EffectScale.LogRatio ? (Math.Exp(Value - half), Math.Exp(Value + half)) : (Value - half, Value + half);
    }

    /// <summary>The two-sided p value of no effect.</summary>
    public double PValue =>
        double.IsPositiveInfinity(DegreesOfFreedom)
            ? 2 * SpecialFunctions.NormalCdf(-Math.Abs(Value / StandardError))
            : 2 * StudentsT.Above(Math.Abs(Value / StandardError), DegreesOfFreedom);

    /// <summary>
    /// How uncertain the effect is, as a parameter draws it: a t, or a normal from 60 pairs on. A ratio is a lognormal, and with fewer than 3 degrees of freedom,
    /// where a t has no standard deviation, a difference is a normal, each with the 95 % interval of the t.
    /// </summary>
    /// <exception cref="ArgumentException">There is no spread, or one too wide for any supported distribution.</exception>
    public Distribution ToDistribution() =>
        Scale == EffectScale.LogRatio ? new Distribution.LogNormal(Value, NormalError)
        : DegreesOfFreedom >= NormalFrom ? new Distribution.Normal(Value, StandardError)
        : DegreesOfFreedom < Distribution.StudentT.MinimumDegrees ? new Distribution.Normal(Value, NormalError)
        : new Distribution.StudentT(Value, StandardError, DegreesOfFreedom);

    // The standard error of the normal whose 95 % interval is as wide.
    private double NormalError =>
        double.IsPositiveInfinity(DegreesOfFreedom) ? StandardError : StandardError * Quantile(0.025) / SpecialFunctions.NormalQuantileAbove(0.025);

    private double Quantile(double tail) =>
        double.IsPositiveInfinity(DegreesOfFreedom) ? SpecialFunctions.NormalQuantileAbove(tail) : StudentsT.QuantileAbove(tail, DegreesOfFreedom);
}

/// <summary>The scale on which an estimate is symmetric.</summary>
public enum EffectScale
{
    /// <summary>A difference, in the unit of what was measured.</summary>
    Difference,

    /// <summary>The natural logarithm of a ratio of rates, risks, odds or hazards.</summary>
    LogRatio,
}
