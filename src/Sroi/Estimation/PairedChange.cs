namespace Sroi.Estimation;

/// <summary>The mean change of people measured before and after.</summary>
/// <remarks>
/// Paired t: mean change ÷ (sd of change ÷ √n), n − 1 degrees of freedom. Standardised by the sd before (Glass), by the sd of change (Cohen's d_z) and by the
/// root mean square of both sds (d_av): Lakens 2013, Frontiers in Psychology 4:863.
/// </remarks>
public sealed record PairedChange
{
    /// <summary>The fewest pairs from which a figure is made.</summary>
    public const int FewestPairs = 10;

    private PairedChange(Sample before, Sample after, Sample change) => (Before, After, Change) = (before, after, change);

    /// <summary>Scores before.</summary>
    public Sample Before { get; }

    /// <summary>Scores after, of the same people.</summary>
    public Sample After { get; }

    /// <summary>Changes, after less before.</summary>
    public Sample Change { get; }

    /// <summary>The mean change, with n − 1 degrees of freedom.</summary>
    public EffectEstimate Estimate => new(EffectScale.Difference, Change.Mean, Change.StandardError, Change.Count - 1);

    /// <summary>The change in standard deviations of the scores before.</summary>
    public double ByDeviationBefore => Change.Mean / Before.StandardDeviation;

    /// <summary>The change in standard deviations of the change.</summary>
    public double ByDeviationOfChange => Change.Mean / Change.StandardDeviation;

    /// <summary>The change in root mean squares of the standard deviations before and after.</summary>
    public double ByDeviationOfBoth =>
        Change.Mean / Math.Sqrt(((Before.StandardDeviation * Before.StandardDeviation) + (After.StandardDeviation * After.StandardDeviation)) / 2);

    /// <summary>The change of pairs of scores.</summary>
    /// <param name="before">Scores before, one per person.</param>
    /// <param name="after">Scores after, of the same people in the same order.</param>
    /// <exception cref="ArgumentException">The two differ in length, or there are fewer than two pairs.</exception>
    public static PairedChange Of(ReadOnlySpan<double> before, ReadOnlySpan<double> after)
    {
        Sample change = Sample.Of(Pairs.Changes(before, after));
        return new(Sample.Of(before), Sample.Of(after), change);
    }
}
