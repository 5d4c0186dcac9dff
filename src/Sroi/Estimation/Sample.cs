using Sroi.Quantities;

namespace Sroi.Estimation;

/// <summary>Mean and standard deviation of some observations.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="StandardDeviation">Their standard deviation, with n − 1.</param>
public readonly record struct Sample(int Count, double Mean, double StandardDeviation)
{
    /// <summary>The standard error of the mean.</summary>
    public double StandardError => StandardDeviation / Math.Sqrt(Count);

    /// <summary>A summary of observations, in two passes.</summary>
    /// <exception cref="ArgumentException">There are fewer than two, or one is not a finite number.</exception>
    public static Sample Of(ReadOnlySpan<double> values)
    {
        if (values.Length < 2)
        {
            throw new ArgumentException(
                $"At least two observations are needed to say how they vary; there {(values.Length == 1 ? "is one" : "are none")}."
            );
        }

        double mean = MeanOf(values),
            squares = 0,
            rest = 0;
        foreach (double value in values)
        {
            squares += (value - mean) * (value - mean);
            rest += value - mean;
        }

        return new(values.Length, mean, Math.Sqrt((squares - (rest * rest / values.Length)) / (values.Length - 1)));
    }

    /// <summary>The mean, with the error of the sum taken back.</summary>
    internal static double MeanOf(ReadOnlySpan<double> values)
    {
        double sum = 0,
            lost = 0;
        for (int i = 0; i < values.Length; i++)
        {
            double value = double.IsFinite(values[i])
                ? values[i]
                : throw new ArgumentException($"Observation {i + 1} is {Figures.Number(values[i])}, not a finite number.");
            double next = sum + value;
            lost += Math.Abs(sum) >= Math.Abs(value) ? sum - next + value : value - next + sum;
            sum = next;
        }

        return (sum + lost) / values.Length;
    }
}
