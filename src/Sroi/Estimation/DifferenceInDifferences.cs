namespace Sroi.Estimation;

/// <summary>The mean change of those who took part, less that of a comparison group.</summary>
/// <remarks>
/// Without sites: Welch's t, which lets the groups vary differently, with Satterthwaite's degrees of freedom (Welch 1947, Biometrika 34:28). With sites: least
/// squares of the change on the group, cluster-robust.
/// </remarks>
public static class DifferenceInDifferences
{
    /// <summary>The difference between the mean changes of two groups.</summary>
    /// <param name="changes">Changes of those who took part.</param>
    /// <param name="comparison">Changes of those who did not.</param>
    /// <exception cref="ArgumentException">A group has fewer than two people.</exception>
    public static EffectEstimate Of(ReadOnlySpan<double> changes, ReadOnlySpan<double> comparison)
    {
        Sample treated = Sample.Of(changes),
            control = Sample.Of(comparison);
        double first = treated.StandardError * treated.StandardError,
            second = control.StandardError * control.StandardError,
            degrees = (first + second) * (first + second) / ((first * first / (treated.Count - 1)) + (second * second / (control.Count - 1)));
        return new(EffectScale.Difference, treated.Mean - control.Mean, Math.Sqrt(first + second), degrees);
    }

    /// <summary>The same with people of several sites, whose changes may be alike within a site.</summary>
    /// <param name="changes">The change of each person.</param>
    /// <param name="tookPart">Whether each person took part.</param>
    /// <param name="sites">The site of each person.</param>
    /// <exception cref="ArgumentException">They differ in length, or a group or all but one site is empty.</exception>
    public static EffectEstimate Of(ReadOnlySpan<double> changes, IReadOnlyList<bool> tookPart, IReadOnlyList<string> sites) =>
        ClusteredRegression.Coefficient([ClusteredRegression.Constant(changes.Length), Groups.Column(tookPart)], changes.ToArray(), sites, of: 1);
}
