using Sroi.Parameters.Distributions;

namespace Sroi.Assurance;

/// <summary>The range of a given part of a distribution: its middle, extended to an end of its support if it is densest there, and always including the mean.</summary>
/// <remarks>The mean of a very skewed distribution can lie in its own tail, and a value of zero is the likeliest of a share of which none was seen.</remarks>
/// <param name="Low">The lowest value.</param>
/// <param name="High">The highest value.</param>
internal sealed record SpreadRange(double Low, double High)
{
    private const double Rounding = 1e-9;

    /// <summary>The range that holds a part of a distribution.</summary>
    /// <param name="distribution">The distribution.</param>
    /// <param name="part">How much of it, such as 0.99.</param>
    public static SpreadRange Of(Distribution distribution, double part)
    {
        double low = distribution.Quantile((1 - part) / 2),
            high = distribution.Quantile((1 + part) / 2),
            width = high - low;
        (double least, double most) = (distribution.Support.Low, distribution.Support.High);
        return new(
            Math.Min(distribution.Quantile(part) - least < width * (1 - Rounding) ? least : low, distribution.Mean),
            Math.Max(most - distribution.Quantile(1 - part) < width * (1 - Rounding) ? most : high, distribution.Mean)
        );
    }

    /// <summary>Whether a value lies outside it, by more than rounding.</summary>
    public bool IsOutside(double value) =>
        Math.Max(Low - value, value - High) > Rounding * Math.Max(Math.Abs(value), Math.Max(Math.Abs(Low), Math.Abs(High)));
}
