using System.Collections.Immutable;

namespace Sroi.Uncertainty.Summaries;

/// <summary>The distribution of one figure over the draws.</summary>
/// <remarks>
/// Money is in GBP at the appraisal's prices. A ratio is summarised over the draws in which its divisor is above zero; if there are others,
/// it has no mean or standard deviation. If any draw has no value, nothing is reported.
/// </remarks>
public sealed record FigureSummary
{
    /// <summary>The shares for which percentiles are reported.</summary>
    public static ImmutableArray<double> ReportedPercentiles { get; } = [0.025, 0.05, 0.25, 0.5, 0.75, 0.95, 0.975];

    /// <summary>Its group.</summary>
    public required FigureGroup Group { get; init; }

    /// <summary>Its name within the group, such as <c>sroi_ratio</c> or an outcome's id.</summary>
    public required string Id { get; init; }

    /// <summary>What it is, in words.</summary>
    public required string Label { get; init; }

    /// <summary>Whether it is a ratio; otherwise it is an amount in GBP.</summary>
    public required bool IsRatio { get; init; }

    /// <summary>Its value in the base case; null if undefined. The mean of the draws can differ.</summary>
    public required double? Base { get; init; }

    /// <summary>The mean; null if it does not exist.</summary>
    public Estimate? Mean { get; init; }

    /// <summary>The standard deviation; null if it does not exist. With a heavy tail its error is itself uncertain, and a warning says so.</summary>
    public Estimate? StandardDeviation { get; init; }

    /// <summary>The percentiles of <see cref="ReportedPercentiles"/>, in order; empty if there are none.</summary>
    public ImmutableArray<PercentileEstimate> Percentiles { get; init; } = [];

    /// <summary>1 for a ratio, 0 for money.</summary>
    public required double Threshold { get; init; }

    /// <summary>The share of the draws above the threshold; null if undefined.</summary>
    public Estimate? ProbabilityAboveThreshold { get; init; }

    /// <summary>The smallest draw; null if there is none.</summary>
    public double? Smallest { get; init; }

    /// <summary>The largest draw; null if there is none.</summary>
    public double? Largest { get; init; }

    /// <summary>The number of draws summarised.</summary>
    public required long Count { get; init; }

    /// <summary>The number of draws in which the ratio is undefined, because its divisor is not above zero.</summary>
    public long Outside { get; init; }

    /// <summary>The number of draws without a value: a division by zero, or a number too large.</summary>
    public long Undefined { get; init; }

    /// <summary>The draws, by replicate and then in order, NaN if undefined; empty unless kept.</summary>
    public ImmutableArray<double> Draws { get; init; } = [];

    /// <summary>Whether the standard deviation depends on so few draws that its error is itself uncertain.</summary>
    internal bool SpreadRestsOnFew { get; init; }

    internal CountedDraws? Counted { get; init; }

    /// <summary>Draws that differ by no more than this are equal.</summary>
    internal double Noise { get; init; }

    /// <summary>The percentile of <paramref name="p"/> among those reported.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The percentile is not reported.</exception>
    /// <exception cref="InvalidOperationException">The figure has no percentiles.</exception>
    public PercentileEstimate Percentile(double p) =>
        Percentiles.IsEmpty
            ? throw new InvalidOperationException($"{Label} has no percentiles: not every draw has a value.")
            : Percentiles.FirstOrDefault(percentile => percentile.P.Equals(p))
                ?? throw new ArgumentOutOfRangeException(nameof(p), p, $"The reported percentiles are {string.Join(", ", ReportedPercentiles)}.");

    /// <summary>The share of the draws at or above a value; null if the figure has no draws.</summary>
    public double? ProbabilityOfAtLeast(double value) =>
        Counted is null ? (Smallest is { } only ? (only >= value ? 1 : 0) : null)
        : Draws.IsEmpty ? Counted.ShareFrom(value - Noise)
        : Draws.Count(draw => draw >= value - Noise) / (double)Count;

    /// <summary>Bars of equal width from the 0.5th to the 99.5th percentile; the first and last extend to the smallest and largest draw.</summary>
    /// <param name="bars">The number of bars, at least one.</param>
    /// <returns>Empty if the figure has no draws or does not vary.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one.</exception>
    public ImmutableArray<HistogramBar> Histogram(int bars)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bars, 1);
        if (Counted is null || Smallest is not { } smallest || Largest is not { } largest || smallest.Equals(largest))
        {
            return [];
        }

        double low = Counted.Approximate(0.005),
            width = (Counted.Approximate(0.995) - low) / bars;
        double[] edges = [smallest, .. Enumerable.Range(1, bars - 1).Select(i => low + (i * width)), largest];
        double[] from = [1, .. edges[1..^1].Select(Counted.ShareFrom), 0];
        return [.. Enumerable.Range(0, bars).Select(i => new HistogramBar(edges[i], edges[i + 1], from[i] - from[i + 1]))];
    }
}
