namespace Sroi.Estimation;

/// <summary>The change that is to be expected of people with unusual scores without any service: (1 − r) × (norm − mean before).</summary>
/// <remarks>Barnett, van der Pols and Dobson 2005, International Journal of Epidemiology 34:215.</remarks>
public static class RegressionToTheMean
{
    /// <summary>The expected change, in points.</summary>
    /// <param name="norm">The mean of the population.</param>
    /// <param name="meanBefore">The mean score before.</param>
    /// <param name="retest">The correlation of two measurements over the interval, from 0 to 1.</param>
    /// <exception cref="ArgumentException">The correlation is not from 0 to 1.</exception>
    public static double Expected(double norm, double meanBefore, double retest) =>
        retest is >= 0 and <= 1
            ? (1 - retest) * (norm - meanBefore)
            : throw new ArgumentException($"A test-retest correlation lies between 0 and 1; found {Quantities.Figures.Number(retest)}.");

    /// <summary>The mean change beyond the expected one; its standard error is sd(after − r × before) ÷ √n.</summary>
    /// <param name="before">Scores before, one per person.</param>
    /// <param name="after">Scores after, of the same people in the same order.</param>
    /// <param name="norm">The mean of the population.</param>
    /// <param name="retest">The correlation of two measurements over the interval, from 0 to 1.</param>
    /// <exception cref="ArgumentException">The scores differ in number, there are fewer than two, or the correlation is not from 0 to 1.</exception>
    public static EffectEstimate Beyond(ReadOnlySpan<double> before, ReadOnlySpan<double> after, double norm, double retest)
    {
        PairedChange change = PairedChange.Of(before, after);
        double[] left = new double[before.Length];
        for (int i = 0; i < left.Length; i++)
        {
            left[i] = after[i] - (retest * before[i]);
        }

        double expected = Expected(norm, change.Before.Mean, retest);
        return new(EffectScale.Difference, change.Change.Mean - expected, Sample.Of(left).StandardError, before.Length - 1);
    }
}
