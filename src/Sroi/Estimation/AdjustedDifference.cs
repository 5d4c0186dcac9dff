namespace Sroi.Estimation;

/// <summary>The difference after, between those who took part and a comparison group, at equal scores before (analysis of covariance).</summary>
/// <remarks>Least squares of the score after on the score before and the group: Vickers and Altman 2001, BMJ 323:1123.</remarks>
public static class AdjustedDifference
{
    /// <summary>The difference between the groups.</summary>
    /// <param name="before">Scores before, one per person.</param>
    /// <param name="after">Scores after, of the same people in the same order.</param>
    /// <param name="tookPart">Whether each person took part.</param>
    /// <param name="sites">The site of each person, for a cluster-robust standard error; null for the classical one.</param>
    /// <exception cref="ArgumentException">They differ in length, a group is empty, or there are too few people or sites.</exception>
    public static EffectEstimate Of(
        ReadOnlySpan<double> before,
        ReadOnlySpan<double> after,
        IReadOnlyList<bool> tookPart,
        IReadOnlyList<string>? sites = null
    )
    {
        Pairs.RequireSame(before.Length, after.Length, "scores before", "after");
        Pairs.RequireSame(before.Length, tookPart.Count, "scores before", "people with a group");

        // Centred, so that the constant and the score before are no more alike than they must be.
        double mean = Sample.MeanOf(before);
        double[] centred = [.. before.ToArray().Select(score => score - mean)];
        return ClusteredRegression.Coefficient(
            [ClusteredRegression.Constant(before.Length), Groups.Column(tookPart), centred],
            after.ToArray(),
            sites,
            of: 1
        );
    }
}
