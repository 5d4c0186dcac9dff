using Sroi.Uncertainty.Summaries;

namespace Sroi.Sensitivity;

/// <summary>A running count, mean and variance (Welford 1962).</summary>
internal struct Moments
{
    private double _squares;

    public int Count { get; private set; }

    public double Mean { get; private set; }

    /// <summary>The sum of squared distances from the mean ÷ (n − 1).</summary>
    public readonly double Variance => Count > 1 ? _squares / (Count - 1) : 0;

    public readonly double StandardDeviation => Math.Sqrt(Variance);

    /// <summary>The mean with its standard error.</summary>
    public readonly Estimate Estimate => new(Mean, Count > 0 ? Math.Sqrt(Variance / Count) : 0);

    public void Add(double value)
    {
        Count++;
        double distance = value - Mean;
        Mean += distance / Count;
        _squares += distance * (value - Mean);
    }

    public static Moments Of(ReadOnlySpan<double> values)
    {
        Moments moments = default;
        foreach (double value in values)
        {
            moments.Add(value);
        }

        return moments;
    }

    public static Estimate MeanOf(ReadOnlySpan<double> values) => Of(values).Estimate;
}
