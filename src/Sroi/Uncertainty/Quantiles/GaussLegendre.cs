namespace Sroi.Uncertainty.Quantiles;

/// <summary>Integrals of smooth functions over short intervals: four points, exact for polynomials up to degree seven.</summary>
/// <remarks>Abramowitz and Stegun 25.4.30.</remarks>
internal static class GaussLegendre
{
    private const double Inner = 0.33000947820757187,
        Outer = 0.06943184420297371,
        InnerWeight = 0.32607257743127307,
        OuterWeight = 0.17392742256872693;

    /// <summary>The integral from <paramref name="from"/> over <paramref name="width"/>.</summary>
    public static double Over(double from, double width, Func<double, double> function) =>
        width
        * (
            (OuterWeight * (function(from + (Outer * width)) + function(from + ((1 - Outer) * width))))
            + (InnerWeight * (function(from + (Inner * width)) + function(from + ((1 - Inner) * width))))
        );
}
