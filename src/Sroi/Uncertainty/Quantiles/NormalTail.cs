using Sroi.Arithmetic;

namespace Sroi.Uncertainty.Quantiles;

/// <summary>The lower half of a standard normal, possibly truncated above; y is the value itself.</summary>
/// <param name="logWithin">The logarithm of the probability that remains after truncation; 0 for none.</param>
internal sealed class NormalTail(double logWithin) : Tail
{
    protected override double Guess => -6.8;

    public override double LogDensity(double y) => (-0.5 * y * y) - StirlingSeries.HalfLogTwoPi - logWithin;

    public override double LogProbability(double y) => StandardNormal.LogCdf(y) - logWithin;

    public override (double Distance, double Slope) Distance(double y) => (y, 1);

    public override double LogDensitySlope(int n, ReadOnlySpan<double> y, ReadOnlySpan<double> rates, Span<double> companions) => -y[n];
}

/// <summary>The lower half of a standard normal truncated below, in y = ln(z − cut).</summary>
/// <param name="cut">The point of truncation.</param>
/// <param name="logWithin">The logarithm of the probability that remains after truncation.</param>
internal sealed class CutNormalTail(double cut, double logWithin) : Tail
{
    private const double SmoothWithin = 2;

    // Eight panels of four points are as accurate here as sixteen points of Gauss–Legendre.
    private const int Panels = 8;

    protected override double Guess => cut < -6 ? Elementary.Log(-6.8 - cut + Math.Max(0, 7 + cut)) : (-36 * Elementary.Log(2)) - LogDensity(0);

    public override double LogDensity(double y)
    {
        double z = cut + Elementary.Exp(y);
        return (-0.5 * z * z) - StirlingSeries.HalfLogTwoPi - logWithin + y;
    }

    public override double LogProbability(double y)
    {
        double distance = Elementary.Exp(y);
        return distance * Math.Max(1, Math.Abs(cut)) < SmoothWithin
            ? Elementary.Log(Integral(distance)) - logWithin
            : Elementary.Log(StandardNormal.Cdf(cut + distance) - StandardNormal.Cdf(cut)) - logWithin;
    }

    public override (double Distance, double Slope) Distance(double y)
    {
        double distance = Elementary.Exp(y);
        return (distance, distance);
    }

    // 1 − z d, where z = cut + d and the distance d = e^y is the companion.
    public override double LogDensitySlope(int n, ReadOnlySpan<double> y, ReadOnlySpan<double> rates, Span<double> companions)
    {
        if (n == 0)
        {
            companions[0] = Elementary.Exp(y[0]);
        }

        companions[n + 1] = Series.Product(companions, rates, n) / (n + 1);
        return (n == 0 ? 1 : 0) - (cut * companions[n]) - Series.Product(companions, companions, n);
    }

    private double Integral(double distance)
    {
        double sum = 0,
            width = distance / Panels;
        for (int panel = 0; panel < Panels; panel++)
        {
            sum += GaussLegendre.Over(cut + (panel * width), width, StandardNormal.Density);
        }

        return sum;
    }
}
