using Sroi.Parameters;

namespace Sroi.Uncertainty;

/// <summary>Both halves of a quantile function at the nodes of a grid.</summary>
internal sealed record QuantileHalves(QuantileHalf Lower, QuantileHalf Upper)
{
    /// <summary>The halves of a distribution with a smooth density, at 2^bits nodes an octave; null for any other.</summary>
    public static QuantileHalves? Of(Distribution distribution, int bits) =>
        distribution switch
        {
            Distribution.Uniform uniform => Uniform(uniform, bits),
            Distribution.Triangular triangular => Triangular(triangular, bits),
            Distribution.Normal normal => Normal(bits).Affine(normal.StandardDeviation, normal.Mean),
            Distribution.LogNormal logNormal => Normal(bits).Affine(logNormal.Sigma, logNormal.Mu).Exponential(),
            Distribution.TruncatedNormal cut => Truncated(cut, bits),
            Distribution.Gamma gamma => Gamma(gamma.Shape, bits).Affine(gamma.Scale, 0),
            Distribution.Beta beta => Beta(beta.Alpha, beta.BetaShape, bits),
            Distribution.ScaledBeta beta => Beta(beta.Alpha, beta.BetaShape, bits).Affine(beta.High - beta.Low, beta.Low),
            Distribution.Pert pert => Of(pert.AsScaledBeta, bits),
            Distribution.Affine affine => Of(affine.Inner, bits)?.Affine(affine.Scale, affine.Shift),
            Distribution.OddsScaled moved => Of(moved.Inner, bits)?.OddsScaled(moved.Factor),
            _ => null,
        };

    /// <summary>A constant less the values; each half keeps its distances.</summary>
    public QuantileHalves RemainderOf(double constant) => new(Lower.RemainderOf(constant), Upper.RemainderOf(constant));

    private QuantileHalves Affine(double scale, double shift) => new(Lower.Affine(scale, shift), Upper.Affine(scale, shift));

    private QuantileHalves Exponential() => new(Lower.Exponential(), Upper.Exponential());

    private QuantileHalves OddsScaled(double factor) => new(Lower.OddsScaled(factor), Upper.OddsScaled(factor));

    private static QuantileHalves Uniform(Distribution.Uniform uniform, int bits)
    {
        double[] grid = QuantileGrid.Nodes(bits);
        double width = uniform.High - uniform.Low;
        QuantileHalf Half(double end, double sign) => new(end, sign, [.. grid.Select(t => t * width)], [.. grid.Select(_ => width)]);
        return new(Half(uniform.Low, 1), Half(uniform.High, -1));
    }

    // Up to the mode √(t w a), where w is the whole width and a the distance to the mode; past it the same from the other end.
    private static QuantileHalves Triangular(Distribution.Triangular triangular, int bits)
    {
        double width = triangular.High - triangular.Low;
        QuantileHalf Half(double end, double sign, double near)
        {
            double[] grid = QuantileGrid.Nodes(bits);
            double far = width - near;
            double[] distances = [.. grid.Select(t => t * width <= near ? Math.Sqrt(t * width * near) : width - Math.Sqrt((1 - t) * width * far))];
            double[] slopes =
            [
                .. grid.Select(
                    (t, node) => t * width <= near ? 0.5 * distances[node] / t : 0.5 * width * far / (width - distances[node])
                ),
            ];
            return new(end, sign, distances, slopes);
        }

        return new(Half(triangular.Low, 1, triangular.Mode - triangular.Low), Half(triangular.High, -1, triangular.High - triangular.Mode));
    }

    private static QuantileHalves Normal(int bits) =>
        Both(new NormalTail(0), new NormalTail(0), bits, lowerEnd: 0, lowerSign: 1, upperEnd: 0, upperSign: -1);

    private static QuantileHalves Gamma(double shape, int bits) =>
        Both(new LowerGammaTail(shape), new UpperGammaTail(shape), bits, lowerEnd: 0, lowerSign: 1, upperEnd: 0, upperSign: 1);

    private static QuantileHalves Beta(double alpha, double beta, int bits) =>
        Both(new BetaTail(alpha, beta), new BetaTail(beta, alpha), bits, lowerEnd: 0, lowerSign: 1, upperEnd: 1, upperSign: -1);

    private static QuantileHalves Truncated(Distribution.TruncatedNormal cut, int bits)
    {
        double low = (cut.Low - cut.ParentMean) / cut.ParentSd,
            high = (cut.High - cut.ParentMean) / cut.ParentSd;
        double logWithin = StandardNormal.LogBetween(low, high);
        Tail Half(double end) => double.IsInfinity(end) ? new NormalTail(logWithin) : new CutNormalTail(end, logWithin);
        return Both(Half(low), Half(-high), bits, Finite(low), 1, Finite(high), -1).Affine(cut.ParentSd, cut.ParentMean);
    }

    private static QuantileHalves Both(Tail lower, Tail upper, int bits, double lowerEnd, double lowerSign, double upperEnd, double upperSign)
    {
        double[] grid = QuantileGrid.Nodes(bits);
        HalfNodes below = TailWalk.Along(lower, grid),
            above = TailWalk.Along(upper, grid);
        return new(new(lowerEnd, lowerSign, below.Distances, below.Slopes), new(upperEnd, upperSign, above.Distances, above.Slopes));
    }

    private static double Finite(double end) => double.IsInfinity(end) ? 0 : end;
}
