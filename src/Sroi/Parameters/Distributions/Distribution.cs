using System.Globalization;
using Sroi.Quantities;

namespace Sroi.Parameters.Distributions;

/// <summary>
/// How uncertain a number is: a closed family with exact cdf, quantile and moments. Drawing is done elsewhere, always through the quantile function.
/// </summary>
/// <remarks>Constructors refuse what makes no sense with an <see cref="ArgumentException"/> that says what was found and what is allowed.</remarks>
public abstract partial record Distribution
{
    private Distribution() { }

    /// <summary>The mean.</summary>
    public abstract double Mean { get; }

    /// <summary>The standard deviation.</summary>
    public abstract double StandardDeviation { get; }

    /// <summary>Between what its values lie.</summary>
    public abstract Support Support { get; }

    /// <summary>Whether there is only one value.</summary>
    public virtual bool IsFixed => false;

    /// <summary>Whether it takes separate values only.</summary>
    public virtual bool IsDiscrete => false;

    /// <summary>The probability of a value of at most <paramref name="x"/>.</summary>
    public abstract double Cdf(double x);

    /// <summary>The value below which <paramref name="p"/> of the probability lies; for separate values the smallest that reaches it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not strictly between 0 and 1.</exception>
    public double Quantile(double p) =>
        p is > 0 and < 1
            ? QuantileOf(p)
            : throw new ArgumentOutOfRangeException(nameof(p), p, "A quantile is asked for a probability strictly between 0 and 1.");

    /// <summary>The family in words, with mean, standard deviation and the middle 90 %.</summary>
    public virtual string Describe() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Family}, mean {Rounded(Mean)}, sd {Rounded(StandardDeviation)}, 90 % between {Rounded(Quantile(0.05))} and {Rounded(Quantile(0.95))}"
        );

    // To the second digit of the standard deviation: further digits say nothing.
    private string Rounded(double value) =>
        double.IsFinite(value) && StandardDeviation is > 0 and < double.PositiveInfinity
            ? Figures.ToSpread(value, StandardDeviation)
            : Figures.Number(value);

    /// <summary>
    /// The distribution once only its base value was replaced: positive support is scaled by new ÷ old, shares move by their odds, the whole line is
    /// shifted; to or from an end of what is possible the number becomes fixed.
    /// </summary>
    /// <param name="oldBase">The base value before.</param>
    /// <param name="newBase">The base value after.</param>
    /// <param name="isShare">Whether it is a share of a whole.</param>
    public Distribution Moved(double oldBase, double newBase, bool isShare)
    {
        bool isWithinOne = isShare && Support.Low >= 0 && Support.High <= 1;
        if (isWithinOne)
        {
            return oldBase is > 0 and < 1 && newBase is > 0 and < 1
                ? new OddsScaled(this, newBase / (1 - newBase) / (oldBase / (1 - oldBase)))
                : new Fixed(newBase);
        }

        if (Support.Low < 0)
        {
            return new Affine(this, 1, newBase - oldBase);
        }

        return oldBase > 0 && newBase > 0 ? new Affine(this, newBase / oldBase, 0) : new Fixed(newBase);
    }

    /// <summary>The name of the family, in words.</summary>
    protected abstract string Family { get; }

    /// <summary>The quantile of a probability that is strictly between 0 and 1.</summary>
    protected abstract double QuantileOf(double p);

    private static double Finite(string family, string name, double value) =>
        double.IsFinite(value)
            ? value
            : throw new ArgumentException($"The {name} of {family} must be a finite number, but is {value.ToString(CultureInfo.InvariantCulture)}.");

    private static double Positive(string family, string name, double value) =>
        Finite(family, name, value) > 0 ? value : throw new ArgumentException($"The {name} of {family} must be above zero, but is {Shown(value)}.");

    private static double Within(string family, string name, double value, double low, double high) =>
        Finite(family, name, value) >= low && value <= high
            ? value
            : throw new ArgumentException($"The {name} of {family} must lie between {Shown(low)} and {Shown(high)}, but is {Shown(value)}.");

    private static string Shown(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}

/// <summary>Between what values lie; an end may be infinite.</summary>
/// <param name="Low">The lowest.</param>
/// <param name="High">The highest.</param>
public readonly record struct Support(double Low, double High)
{
    /// <summary>Whether a value lies between the ends, ends included.</summary>
    public bool Contains(double value) => value >= Low && value <= High;
}
