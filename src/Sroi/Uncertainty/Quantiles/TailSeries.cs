using Sroi.Arithmetic;

namespace Sroi.Uncertainty.Quantiles;

/// <summary>
/// The quantiles of a tail as Taylor polynomials in w = ln(t ÷ (1 − t)), end to end from the far tail to the median, where t = ½ and w = 0.
/// </summary>
/// <remarks>
/// <para>
/// With t′ = t (1 − t), the rate r = y′ = t (1 − t) ÷ f(y) obeys r′ = r (1 − 2t − r g), where g is the derivative of ln f. All of these are polynomials in
/// a few functions of w, so that their coefficients follow from each other by products of series, without further exponentials: Knuth, volume 2, 4.7.
/// </para>
/// <para>
/// The inverse of a distribution function is singular only at t = 0, t = 1 and t = ∞, from which every real w is at least π away, and far ones farther;
/// so a few polynomials suffice. From the tail inwards no relative error grows: F(y) − F(y₀) = k (t − t₀), with k = 1 apart from rounding.
/// </para>
/// </remarks>
internal sealed class TailSeries
{
    /// <summary>The highest power of a polynomial.</summary>
    public const int Order = 20;

    private const double Tolerance = 1e-12;
    private const double WidestAtMedian = 0.5,
        Widening = 0.25;
    private const int MostStretches = 1000;
    private static readonly double LogTolerance = Elementary.Log(Tolerance);

    private readonly Tail _tail;
    private readonly List<double> _starts = [];
    private readonly List<double[]> _coefficients = [];

    /// <summary>Solved for a tail.</summary>
    /// <exception cref="InvalidOperationException">The polynomials do not reach the median, which does not happen for any supported tail.</exception>
    public TailSeries(Tail tail)
    {
        _tail = tail;
        (double y, double logProbability) = tail.Anchor();
        double probability = Elementary.Exp(logProbability),
            start = logProbability - Elementary.LogOnePlus(-probability),
            rate = Elementary.Exp(logProbability - tail.LogDensity(y)) * (1 - probability);
        while (start < 0)
        {
            double[] coefficients = Coefficients(y, rate, Probability(start));
            double width = Math.Min(Width(coefficients, start), -start);
            _starts.Add(start);
            _coefficients.Add(coefficients);
            (y, rate) = At(coefficients, width);
            start = width < -start ? start + width : 0;
            if (_starts.Count > MostStretches || !(width > 0))
            {
                throw new InvalidOperationException($"{tail.GetType().Name} has no median.");
            }
        }
    }

    /// <summary>Distances from the end and their derivatives by t at the nodes of a grid.</summary>
    public QuantileHalf Half(double offset, double sign, QuantileGrid grid)
    {
        double[] distances = new double[grid.Nodes.Length],
            slopes = new double[grid.Nodes.Length];
        for (int node = 0, stretch = 0; node < distances.Length; node++)
        {
            double w = grid.LogOdds[node];
            while (stretch + 1 < _starts.Count && _starts[stretch + 1] <= w)
            {
                stretch++;
            }

            (double y, double rate) = At(_coefficients[stretch], w - _starts[stretch]);
            (distances[node], double slope) = _tail.Distance(y);
            slopes[node] = slope * rate * grid.LogOddsSlopes[node];
        }

        return new(offset, sign, distances, slopes);
    }

    private static double Probability(double logOdds)
    {
        double odds = Elementary.Exp(logOdds);
        return odds / (1 + odds);
    }

    private double[] Coefficients(double y, double rate, double probability)
    {
        double[] coordinate = new double[Order + 1];
        Span<double> rates = stackalloc double[Order + 1],
            slopes = stackalloc double[Order + 1],
            complement = stackalloc double[Order + 1],
            growth = stackalloc double[Order + 1],
            companions = stackalloc double[Tail.Companions * (Order + 1)];
        (coordinate[0], rates[0], complement[0]) = (y, rate, 1 - (2 * probability));
        for (int n = 0; n < Order; n++)
        {
            slopes[n] = _tail.LogDensitySlope(n, coordinate, rates, companions);
            growth[n] = complement[n] - Series.Product(rates, slopes, n);
            rates[n + 1] = Series.Product(rates, growth, n) / (n + 1);
            complement[n + 1] = (Series.Product(complement, complement, n) - (n == 0 ? 1 : 0)) / (2 * (n + 1));
            coordinate[n + 1] = rates[n] / (n + 1);
        }

        return coordinate;
    }

    // The point at which the last two terms fall below the tolerance, relative to the rate: that is the relative error of a probability. Never near the closest
    // singularity, because in the far tail the terms that matter nearer to it are too small to detect.
    private static double Width(double[] coefficients, double start) =>
        Math.Min(WidestAtMedian - (Widening * start), Math.Min(Reach(coefficients, Order), Reach(coefficients, Order - 1)));

    private static double Reach(double[] coefficients, int n)
    {
        double part = Math.Abs(coefficients[n] / coefficients[1]);
        return part > 0 ? Elementary.Exp((LogTolerance - Elementary.Log(part)) / n) : double.PositiveInfinity;
    }

    private static (double Y, double Rate) At(double[] coefficients, double step)
    {
        double value = coefficients[Order],
            slope = 0;
        for (int n = Order - 1; n >= 0; n--)
        {
            slope = Math.FusedMultiplyAdd(slope, step, value);
            value = Math.FusedMultiplyAdd(value, step, coefficients[n]);
        }

        return (value, slope);
    }
}

/// <summary>Power series by their coefficients.</summary>
internal static class Series
{
    /// <summary>The nth coefficient of a product.</summary>
    public static double Product(ReadOnlySpan<double> first, ReadOnlySpan<double> second, int n)
    {
        double sum = 0;
        for (int i = 0; i <= n; i++)
        {
            sum = Math.FusedMultiplyAdd(first[i], second[n - i], sum);
        }

        return sum;
    }
}
