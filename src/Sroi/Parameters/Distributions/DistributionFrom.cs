using System.Globalization;

namespace Sroi.Parameters.Distributions;

/// <summary>Distributions from the ways in which evidence comes: mean and spread, an interval, counts, an estimate with its p value.</summary>
/// <remarks>All throw <see cref="ArgumentException"/> that says what was found and what is allowed.</remarks>
public static partial class DistributionFrom
{
    // What a lognormal supports as the standard deviation of the logarithm.
    private const double LeastSigma = 1e-9,
        MostSigma = 10;

    // What a count supports as its mean.
    private const double LeastMean = 1e-9,
        MostMean = 1e7;

    /// <summary>A gamma of this mean and standard deviation.</summary>
    public static Distribution.Gamma GammaMoments(double mean, double sd)
    {
        RequirePositive("gamma", mean, sd);
        RequireSpread("gamma", mean, sd, (mean / Math.Sqrt(Distribution.Gamma.MaximumShape), mean / Math.Sqrt(Distribution.Gamma.MinimumShape)));
        return new(mean * mean / (sd * sd), sd * sd / mean);
    }

    /// <summary>A gamma of this shape and rate, which is 1 ÷ scale.</summary>
    internal static Distribution.Gamma GammaRate(double shape, double rate) =>
        rate > 0 && double.IsFinite(1 / rate)
            ? new(shape, 1 / rate)
            : throw new ArgumentException(Invariant($"The rate of a gamma is above zero; found {rate}."));

    /// <summary>A lognormal of this mean and standard deviation.</summary>
    public static Distribution.LogNormal LogNormalMoments(double mean, double sd)
    {
        RequirePositive("lognormal", mean, sd);
        RequireSpread("lognormal", mean, sd, (mean * 1e-7, mean * 1e20));
        double variance = Math.Log(1 + (sd * sd / (mean * mean)));
        return new(Math.Log(mean) - (variance / 2), Math.Sqrt(variance));
    }

    /// <summary>A beta of this mean and standard deviation.</summary>
    public static Distribution.Beta BetaMoments(double mean, double sd)
    {
        double limit = mean is > 0 and < 1 ? Math.Sqrt(mean * (1 - mean)) : 0;
        if (!(sd > 0 && sd < limit))
        {
            throw new ArgumentException(
                mean is > 0 and < 1
                    ? Invariant($"A beta of mean {mean} has a standard deviation between 0 and {limit:0.####}, not {sd}.")
                    : Invariant($"A beta has a mean between 0 and 1, not {mean}.")
            );
        }

        RequireSpread("beta", mean, sd, BetaSpread(mean));
        return BetaOf(mean, sd);
    }

    private static Distribution.Beta BetaOf(double mean, double sd)
    {
        double sum = (mean * (1 - mean) / (sd * sd)) - 1;
        return new(mean * sum, (1 - mean) * sum);
    }

    // Both shapes, mean × sum and (1 − mean) × sum, must be supported, and the larger the sum the smaller the spread: mean × (1 − mean) ÷ (sum + 1).
    private static (double Low, double High) BetaSpread(double mean)
    {
        double variance = mean * (1 - mean);
        return (
            Math.Sqrt(variance / ((Distribution.Beta.MaximumShape / Math.Max(mean, 1 - mean)) + 1)),
            Math.Sqrt(variance / ((Distribution.Beta.MinimumShape / Math.Min(mean, 1 - mean)) + 1))
        );
    }

    /// <summary>A beta between bounds, of this mean and standard deviation.</summary>
    public static Distribution.ScaledBeta ScaledBetaMoments(double mean, double sd, double low, double high)
    {
        if (!(low < mean && mean < high))
        {
            throw new ArgumentException(Invariant($"The mean of a scaled beta lies between its bounds; found mean {mean}, bounds {low} and {high}."));
        }

        double width = high - low,
            share = (mean - low) / width;
        (double least, double most) = BetaSpread(share);
        RequireSpread("scaled beta", mean, sd, (least * width, most * width));
        Distribution.Beta beta = BetaOf(share, sd / width);
        return new(beta.Alpha, beta.BetaShape, low, high);
    }

    /// <summary>A negative binomial of this mean and standard deviation, which must exceed a Poisson's.</summary>
    public static Distribution.NegativeBinomial NegativeBinomialMoments(double mean, double sd)
    {
        if (!(sd * sd > mean && mean > 0))
        {
            throw new ArgumentException(
                Invariant(
                    $"A negative binomial varies more than a Poisson: its standard deviation exceeds {Math.Sqrt(Math.Max(0, mean)):0.####}, the root of its mean; found {sd}."
                )
            );
        }

        RequireMean("negative binomial", mean);
        double Spread(double size) => Math.Sqrt(mean + (mean * mean / size));
        (double, double) allowed = (Spread(Distribution.NegativeBinomial.MaximumSize), Spread(Distribution.NegativeBinomial.MinimumSize));
        RequireSpread("negative binomial", mean, sd, allowed);
        return new(mean, mean * mean / ((sd * sd) - mean));
    }

    /// <summary>A negative binomial that counts failures before <paramref name="size"/> successes of this probability.</summary>
    public static Distribution.NegativeBinomial NegativeBinomialTrials(double size, double probability)
    {
        if (probability is not (> 0 and < 1))
        {
            throw new ArgumentException(Invariant($"A probability of success lies between 0 and 1; found {probability}."));
        }

        double mean = size * (1 - probability) / probability;
        return size > 0 && mean is < LeastMean or > MostMean
            ? throw new ArgumentException(
                Invariant(
                    $"A negative binomial of size {size} and probability {probability} has the mean {mean:G4}, not between 1e-9 and 10 million."
                )
            )
            : new(size > 0 ? mean : 1, size);
    }

    /// <summary>Events in a number of trials: Beta(x + ½, n − x + ½), the Jeffreys posterior.</summary>
    public static Distribution.Beta Proportion(double events, double of) =>
        !(events >= 0 && of > 0 && events <= of)
            ? throw new ArgumentException(Invariant($"Events lie between none and all of the trials; found {events} of {of}."))
        : Math.Max(events, of - events) + 0.5 > Distribution.Beta.MaximumShape
            ? throw new ArgumentException(
                Invariant(
                    $"A beta from counts takes up to {Distribution.Beta.MaximumShape - 0.5} events, and as many trials without one; found {events} of {of}. With so many the share is nearly certain: give its mean and a standard error."
                )
            )
        : new(events + 0.5, of - events + 0.5);

    /// <summary>Events in an exposure: Gamma(x + ½, 1 ÷ exposure), the Jeffreys posterior of a rate.</summary>
    public static Distribution.Gamma Rate(double events, double exposure) =>
        !(events >= 0 && exposure > 0)
            ? throw new ArgumentException(Invariant($"Events are not negative and the exposure is above zero; found {events} in {exposure}."))
        : events + 0.5 > Distribution.Gamma.MaximumShape
            ? throw new ArgumentException(
                Invariant(
                    $"A gamma from counts takes up to {Distribution.Gamma.MaximumShape - 0.5} events; found {events}. Give the mean and a standard error."
                )
            )
        : new(events + 0.5, 1 / exposure);

    /// <summary>A ratio with its two-sided p value: a lognormal whose error is |ln ratio| ÷ z.</summary>
    public static Distribution.LogNormal RatioWithP(double estimate, double p) =>
        !(estimate > 0 && estimate != 1)
            ? throw new ArgumentException(Invariant($"A ratio with a p value is above zero and is not 1; found {estimate}."))
        : Math.Abs(Math.Log(estimate)) / ZOfP(p) is var sigma && sigma is >= LeastSigma and <= MostSigma ? new(Math.Log(estimate), sigma)
        : throw new ArgumentException(
            Invariant(
                $"A ratio of {estimate} with p = {p} has an error of {sigma:G4} on the log scale; it lies between {LeastSigma} and {MostSigma}."
            )
        );

    /// <summary>A difference with its two-sided p value: a normal whose error is |difference| ÷ z.</summary>
    public static Distribution.Normal DifferenceWithP(double estimate, double p) =>
        estimate != 0
            ? new(estimate, Math.Abs(estimate) / ZOfP(p))
            : throw new ArgumentException("A difference of 0 with a p value does not say how uncertain it is.");

    private static double ZOfP(double p) =>
        p is > 0 and < 1
            ? SpecialFunctions.NormalQuantileAbove(Math.Max(p / 2, double.Epsilon))
            : throw new ArgumentException(Invariant($"A p value lies strictly between 0 and 1; found {p}."));

    // Says what the spread may be, in the terms in which it was given, and not what shape it would lead to.
    private static void RequireSpread(string family, double mean, double sd, (double Low, double High) allowed)
    {
        if (!(sd >= allowed.Low && sd <= allowed.High))
        {
            throw new ArgumentException(
                allowed.Low < allowed.High
                    ? Invariant($"A {family} of mean {mean} has a standard deviation between {allowed.Low:G4} and {allowed.High:G4}; found {sd}.")
                    : Invariant($"A {family} cannot have the mean {mean}, which is too near its end.")
            );
        }
    }

    private static void RequireMean(string family, double mean)
    {
        if (mean is not (>= LeastMean and <= MostMean))
        {
            throw new ArgumentException(Invariant($"The mean of a {family} lies between 1e-9 and 10 million; found {mean}."));
        }
    }

    private static void RequirePositive(string family, double mean, double sd)
    {
        if (!(mean > 0 && sd > 0 && double.IsFinite(mean) && double.IsFinite(sd)))
        {
            throw new ArgumentException(Invariant($"A {family} has a mean and a standard deviation above zero; found {mean} and {sd}."));
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
