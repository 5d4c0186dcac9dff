namespace Sroi.Uncertainty.Summaries;

/// <summary>A figure of a simulation with its Monte Carlo standard error: how much another seed would typically change it.</summary>
/// <param name="Value">The figure.</param>
/// <param name="StandardError">Its standard error, in the same unit; 0 if it does not vary.</param>
public sealed record Estimate(double Value, double StandardError)
{
    /// <summary>Whether it is more than two standard errors from zero.</summary>
    internal bool DiffersFromZero => Math.Abs(Value) > 2 * StandardError;
}

/// <summary>The value below which a share of the draws lies, with its Monte Carlo standard error.</summary>
/// <param name="P">The share, such as 0.05.</param>
/// <param name="Value">The percentile: interpolated between the two nearest sorted draws (Hyndman and Fan 1996, type 7).</param>
/// <param name="StandardError">Its standard error, in the same unit.</param>
public sealed record PercentileEstimate(double P, double Value, double StandardError);

/// <summary>A bar of a histogram.</summary>
/// <param name="From">The lower end.</param>
/// <param name="To">The upper end.</param>
/// <param name="Share">The share of the draws in it.</param>
public sealed record HistogramBar(double From, double To, double Share);
