namespace Sroi.Estimation;

/// <summary>The mean change of people of several sites, whose changes may be alike within a site.</summary>
/// <remarks>Cluster-robust standard error (CR1), t with sites − 1 degrees of freedom.</remarks>
public static class ClusteredChange
{
    /// <summary>The mean change of pairs of scores.</summary>
    /// <param name="before">Scores before, one per person.</param>
    /// <param name="after">Scores after, of the same people in the same order.</param>
    /// <param name="sites">The site of each person.</param>
    /// <exception cref="ArgumentException">They differ in length, or there are fewer than two sites.</exception>
    public static EffectEstimate Of(ReadOnlySpan<double> before, ReadOnlySpan<double> after, IReadOnlyList<string> sites)
    {
        double[] changes = Pairs.Changes(before, after);
        return ClusteredRegression.Coefficient([ClusteredRegression.Constant(changes.Length)], changes, sites, of: 0);
    }
}
