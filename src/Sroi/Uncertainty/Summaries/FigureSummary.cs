using System.Collections.Immutable;

namespace Sroi.Uncertainty.Summaries;

/// <summary>The distribution of one figure over the draws.</summary>
/// <remarks>
/// Money is in GBP at the appraisal's prices. A ratio is summarised over the draws in which what it is divided by is above zero; where there are others,
/// it has no mean and no standard deviation. Where draws have no value, nothing is told of the others.
/// </remarks>
public sealed record FigureSummary
{
    /// <summary>The shares of which percentiles are told.</summary>
    public static ImmutableArray<double> ToldPercentiles { get; } = [0.025, 0.05, 0.25, 0.5, 0.75, 0.95, 0.975];

    /// <summary>What it belongs to.</summary>
    public required FigureGroup Group { get; init; }

    /// <summary>Its name within the group, such as <c>sroi_ratio</c> or an outcome's id.</summary>
    public required string Id { get; init; }

    /// <summary>What it is, in words.</summary>
    public required string Label { get; init; }

    /// <summary>Whether it is a ratio; otherwise it is an amount in GBP.</summary>
    public required bool IsRatio { get; init; }

    /// <summary>Its value at the base values; null where it is undefined there. The mean of the draws can differ.</summary>
    public required double? Base { get; init; }

    /// <summary>The mean; null where it does not exist.</summary>
    public Estimate? Mean { get; init; }

    /// <summary>The standard deviation; null where it does not exist. Of a heavy tail its error is itself unsure, and a warning says so.</summary>
    public Estimate? StandardDeviation { get; init; }

    /// <summary>The percentiles of <see cref="ToldPercentiles"/>, in their order; empty where there are none.</summary>
    public ImmutableArray<PercentileEstimate> Percentiles { get; init; } = [];

    /// <summary>1 for a ratio, 0 for money.</summary>
    public required double Threshold { get; init; }

    /// <summary>The share of the draws above the threshold; null where there is none.</summary>
    public Estimate? ProbabilityAboveThreshold { get; init; }

    /// <summary>The smallest draw; null where there is none.</summary>
    public double? Smallest { get; init; }

    /// <summary>The largest draw; null where there is none.</summary>
    public double? Largest { get; init; }

    /// <summary>How many draws it is told of.</summary>
    public required long Count { get; init; }

    /// <summary>In how many draws the ratio means nothing, since what it is divided by is not above zero.</summary>
    public long Outside { get; init; }

    /// <summary>How many draws have no value: a division by zero, or too large for a number.</summary>
    public long Undefined { get; init; }

    /// <summary>The draws, by replicate and then in their order, without a value as not a number; empty unless they were to be kept.</summary>
    public ImmutableArray<double> Draws { get; init; } = [];

    /// <summary>Whether the standard deviation rests on so few draws that its error is itself unsure.</summary>
    internal bool SpreadRestsOnFew { get; init; }

    internal CountedDraws? Counted { get; init; }

    /// <summary>Draws that differ by no more than this are the same.</summary>
    internal double Noise { get; init; }

    /// <summary>The percentile of <paramref name="p"/> among those told.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not among them.</exception>
    /// <exception cref="InvalidOperationException">The figure has none.</exception>
    public PercentileEstimate Percentile(double p) =>
        Percentiles.IsEmpty
            ? throw new InvalidOperationException($"{Label} has no percentiles: not every draw has a value.")
            : Percentiles.FirstOrDefault(told => told.P.Equals(p))
                ?? throw new ArgumentOutOfRangeException(nameof(p), p, $"The percentiles told are {string.Join(", ", ToldPercentiles)}.");

    /// <summary>The share of the draws at or above a value; null where the figure has none.</summary>
    public double? ProbabilityOfAtLeast(double value) =>
        Counted is null ? (Smallest is { } only ? (only >= value ? 1 : 0) : null)
        : Draws.IsEmpty ? Counted.ShareFrom(value - Noise)
        : Draws.Count(draw => draw >= value - Noise) / (double)Count;

    /// <summary>Bars of equal width from the 0.5th to the 99.5th percentile, the first and last of which reach to the smallest and largest draw.</summary>
    /// <param name="bars">How many, at least one.</param>
    /// <returns>None where the figure has no draws or does not vary.</returns>
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
