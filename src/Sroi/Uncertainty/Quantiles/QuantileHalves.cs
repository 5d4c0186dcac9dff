using Sroi.Parameters.Distributions;

namespace Sroi.Uncertainty.Quantiles;

/// <summary>Both halves of a quantile function at the nodes of a grid.</summary>
internal sealed record QuantileHalves(QuantileHalf Lower, QuantileHalf Upper)
{
    /// <summary>A distribution with a smooth density, solved once for the nodes of any grid; null for any other distribution.</summary>
    public static Func<QuantileGrid, QuantileHalves>? Solve(Distribution distribution) =>
        distribution switch
        {
            Distribution.Uniform uniform => grid => Uniform(uniform, grid),
            Distribution.Triangular triangular => grid => Triangular(triangular, grid),
            Distribution.Normal normal => Affine(Normal(), normal.StandardDeviation, normal.Mean),
            Distribution.LogNormal logNormal => Exponential(Affine(Normal(), logNormal.Sigma, logNormal.Mu)),
            Distribution.StudentT student => Affine(Student(student.DegreesOfFreedom), student.Scale, student.Location),
            Distribution.TruncatedNormal cut => Truncated(cut),
            Distribution.Gamma gamma => Affine(Gamma(gamma.Shape), gamma.Scale, 0),
            Distribution.Beta beta => Beta(beta.Alpha, beta.BetaShape),
            Distribution.ScaledBeta beta => Affine(Beta(beta.Alpha, beta.BetaShape), beta.High - beta.Low, beta.Low),
            Distribution.Pert pert => Solve(pert.AsScaledBeta),
            Distribution.Affine affine => Solve(affine.Inner) is { } inner ? Affine(inner, affine.Scale, affine.Shift) : null,
            Distribution.OddsScaled moved => Solve(moved.Inner) is { } inner ? OddsScaled(inner, moved.Factor) : null,
            _ => null,
        };

    /// <summary>A constant less the values; each half keeps its distances.</summary>
    public QuantileHalves RemainderOf(double constant) => new(Lower.RemainderOf(constant), Upper.RemainderOf(constant));

    private static Func<QuantileGrid, QuantileHalves> Affine(Func<QuantileGrid, QuantileHalves> inner, double scale, double shift) =>
        Each(inner, half => half.Affine(scale, shift));

    private static Func<QuantileGrid, QuantileHalves> Exponential(Func<QuantileGrid, QuantileHalves> inner) =>
        Each(inner, half => half.Exponential());

    private static Func<QuantileGrid, QuantileHalves> OddsScaled(Func<QuantileGrid, QuantileHalves> inner, double factor) =>
        Each(inner, half => half.OddsScaled(factor));

    private static Func<QuantileGrid, QuantileHalves> Each(Func<QuantileGrid, QuantileHalves> inner, Func<QuantileHalf, QuantileHalf> moved) =>
        grid =>
        {
            (QuantileHalf lower, QuantileHalf upper) = inner(grid);
            return new(moved(lower), moved(upper));
        };

    private static QuantileHalves Uniform(Distribution.Uniform uniform, QuantileGrid grid)
    {
        double width = uniform.High - uniform.Low;
        QuantileHalf Half(double end, double sign) => new(end, sign, [.. grid.Nodes.Select(t => t * width)], [.. grid.Nodes.Select(_ => width)]);
        return new(Half(uniform.Low, 1), Half(uniform.High, -1));
    }

    // Up to the mode √(t w a), where w is the whole width and a the distance to the mode; past it the same from the other end.
    private static QuantileHalves Triangular(Distribution.Triangular triangular, QuantileGrid grid)
    {
        double width = triangular.High - triangular.Low;
        QuantileHalf Half(double end, double sign, double near)
        {
            double far = width - near;
            double[] distances =
            [
                .. grid.Nodes.Select(t => t * width <= near ? Math.Sqrt(t * width * near) : width - Math.Sqrt((1 - t) * width * far)),
            ];
            double[] slopes =
            [
                .. grid.Nodes.Select((t, node) => t * width <= near ? 0.5 * distances[node] / t : 0.5 * width * far / (width - distances[node])),
            ];
            return new(end, sign, distances, slopes);
        }

        return new(Half(triangular.Low, 1, triangular.Mode - triangular.Low), Half(triangular.High, -1, triangular.High - triangular.Mode));
    }

    private static Func<QuantileGrid, QuantileHalves> Normal() => Mirrored(new NormalTail(0), 1);

    private static Func<QuantileGrid, QuantileHalves> Student(double degrees) => Mirrored(new StudentTail(degrees), -1);

    private static Func<QuantileGrid, QuantileHalves> Mirrored(Tail tail, double sign)
    {
        TailSeries series = new(tail);
        return grid =>
        {
            QuantileHalf lower = series.Half(0, sign, grid);
            return new(lower, lower with { Sign = -sign });
        };
    }

    private static Func<QuantileGrid, QuantileHalves> Gamma(double shape)
    {
        TailSeries lower = new(new LowerGammaTail(shape)),
            upper = new(new UpperGammaTail(shape));
        return grid => new(lower.Half(0, 1, grid), upper.Half(0, 1, grid));
    }

    // The upper half is the lower half of the mirror image. Shares all of which are nearer to the other end count from there.
    private static Func<QuantileGrid, QuantileHalves> Beta(double alpha, double beta)
    {
        TailSeries lower = new(BetaTail.Of(alpha, beta)),
            upper = new(BetaTail.Of(beta, alpha));
        bool isHigh = BetaTail.IsFar(alpha, beta),
            isLow = BetaTail.IsFar(beta, alpha);
        return grid => new(isHigh ? lower.Half(1, -1, grid) : lower.Half(0, 1, grid), isLow ? upper.Half(0, 1, grid) : upper.Half(1, -1, grid));
    }

    private static Func<QuantileGrid, QuantileHalves> Truncated(Distribution.TruncatedNormal cut)
    {
        double low = (cut.Low - cut.ParentMean) / cut.ParentSd,
            high = (cut.High - cut.ParentMean) / cut.ParentSd,
            logWithin = StandardNormal.LogBetween(low, high);
        TailSeries lower = new(CutAt(low, logWithin)),
            upper = new(CutAt(-high, logWithin));
        return Affine(grid => new(lower.Half(Finite(low), 1, grid), upper.Half(Finite(high), -1, grid)), cut.ParentSd, cut.ParentMean);
    }

    private static Tail CutAt(double end, double logWithin) => double.IsInfinity(end) ? new NormalTail(logWithin) : new CutNormalTail(end, logWithin);

    private static double Finite(double end) => double.IsInfinity(end) ? 0 : end;
}
