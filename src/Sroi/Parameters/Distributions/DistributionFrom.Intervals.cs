namespace Sroi.Parameters.Distributions;

/// <content>Distributions from an interval and its level.</content>
public static partial class DistributionFrom
{
    /// <summary>A normal whose interval of this level has these ends.</summary>
    public static Distribution.Normal NormalInterval(double low, double high, double level)
    {
        double z = CheckedZ(low, high, level);
        return new((low + high) / 2, (high - low) / (2 * z));
    }

    /// <summary>A t of these degrees of freedom whose interval of this level has these ends.</summary>
    public static Distribution.StudentT StudentInterval(double low, double high, double level, double degreesOfFreedom)
    {
        _ = CheckedZ(low, high, level);
        double t = new Distribution.StudentT(0, 1, degreesOfFreedom).Quantile(Tails(level).Upper);
        return new((low + high) / 2, (high - low) / (2 * t), degreesOfFreedom);
    }

    /// <summary>A lognormal whose interval of this level has these ends.</summary>
    public static Distribution.LogNormal LogNormalInterval(double low, double high, double level)
    {
        double z = CheckedZ(low, high, level);
        if (low <= 0)
        {
            throw new ArgumentException(Invariant($"A lognormal is above zero, so its interval cannot begin at {low}."));
        }

        double sigma = (Math.Log(high) - Math.Log(low)) / (2 * z);
        return sigma is >= LeastSigma and <= MostSigma
            ? new((Math.Log(low) + Math.Log(high)) / 2, sigma)
            : throw new ArgumentException(
                Invariant(
                    $"No supported lognormal has {level:0.##%} of its values between {low} and {high}: the interval is too {(sigma < LeastSigma ? "narrow" : "wide")}."
                )
            );
    }

    /// <summary>A uniform whose middle part of this level has these ends.</summary>
    public static Distribution.Uniform UniformInterval(double low, double high, double level)
    {
        _ = CheckedZ(low, high, level);
        double beyond = (high - low) * (1 - level) / (2 * level);
        return new(low - beyond, high + beyond);
    }

    /// <summary>A gamma whose quantiles (1 ± level) ÷ 2 are these ends: the shape fixes their quotient, the scale their size.</summary>
    public static Distribution.Gamma GammaInterval(double low, double high, double level)
    {
        _ = CheckedZ(low, high, level);
        if (low <= 0)
        {
            throw new ArgumentException(Invariant($"A gamma is above zero, so its interval cannot begin at {low}."));
        }

        (double lower, double upper) = Tails(level);
        double Upper(Distribution.Gamma gamma) => SpecialFunctions.IsSmallTail(lower) ? gamma.QuantileAbove(lower) : gamma.Quantile(upper);
        double Quotient(double shape) => Upper(new(shape, 1)) / new Distribution.Gamma(shape, 1).Quantile(lower);
        if (Quotient(Distribution.Gamma.MinimumShape) < high / low || Quotient(Distribution.Gamma.MaximumShape) > high / low)
        {
            throw new ArgumentException(
                Invariant(
                    $"No gamma with a shape between {Distribution.Gamma.MinimumShape} and {Distribution.Gamma.MaximumShape:0} has {level:0.##%} of its values between {low} and {high}."
                )
            );
        }

        double shape = Bisect(Distribution.Gamma.MinimumShape, Distribution.Gamma.MaximumShape, s => Quotient(s) <= high / low);
        return new(shape, low / new Distribution.Gamma(shape, 1).Quantile(lower));
    }

    /// <summary>A beta whose quantiles (1 ± level) ÷ 2 are these ends.</summary>
    public static Distribution.Beta BetaInterval(double low, double high, double level)
    {
        _ = CheckedZ(low, high, level);
        if (low <= 0 || high >= 1)
        {
            throw new ArgumentException(Invariant($"A beta lies between 0 and 1, so its interval cannot run from {low} to {high}."));
        }

        (double lower, double upper) = Tails(level);
        const double least = Distribution.Beta.MinimumShape,
            most = Distribution.Beta.MaximumShape;
        // For a given alpha the lower end fixes beta; the more concentrated the pair, the more lies below the upper end.
        double BetaFor(double alpha) => Bisect(least, most, beta => SpecialFunctions.BetaLower(alpha, beta, low) >= lower);
        bool ReachesUpper(double alpha) =>
            SpecialFunctions.IsSmallTail(lower)
                ? SpecialFunctions.BetaLower(BetaFor(alpha), alpha, 1 - high) <= lower
                : SpecialFunctions.BetaLower(alpha, BetaFor(alpha), high) >= upper;
        double fitted = Bisect(least, most, ReachesUpper);
        Distribution.Beta found = new(fitted, BetaFor(fitted));
        double near = Math.Min(1e-6, 1e-3 * lower),
            above = SpecialFunctions.BetaLower(found.BetaShape, found.Alpha, 1 - high);
        return Math.Abs(found.Cdf(low) - lower) < near && Math.Abs(above - lower) < near
            ? found
            : throw new ArgumentException(
                Invariant($"No beta with shapes between {least} and {most:0} has {level:0.##%} of its values between {low} and {high}.")
            );
    }

    private static (double Lower, double Upper) Tails(double level) => (TailOf(level), (1 + level) / 2);

    // A level close to one is taken as it was written in decimals: as a double it has lost digits of its distance from one.
    private static double TailOf(double level)
    {
        double tail = (1 - level) / 2;
        return SpecialFunctions.IsSmallTail(tail) && 1 - (decimal)level is > 0 and var written ? (double)(written / 2) : tail;
    }

    private static double ZOfLevel(double level)
    {
        (double lower, double upper) = Tails(level);
        return SpecialFunctions.IsSmallTail(lower) ? SpecialFunctions.NormalQuantileAbove(lower) : SpecialFunctions.NormalQuantile(upper);
    }

    private static double CheckedZ(double low, double high, double level)
    {
        if (!(level is > 0 and < 1))
        {
            throw new ArgumentException(Invariant($"The level of an interval lies strictly between 0 and 100 %; found {level}."));
        }

        return double.IsFinite(low) && double.IsFinite(high) && low < high
            ? ZOfLevel(level)
            : throw new ArgumentException(
                low >= high
                    ? Invariant($"The interval is not ascending: {low} is not below {high}.")
                    : Invariant($"The ends of an interval are finite; found {low} and {high}.")
            );
    }

    private static double Bisect(double low, double high, Func<double, bool> holds) => Inverse.Smallest(low, high, holds);
}
