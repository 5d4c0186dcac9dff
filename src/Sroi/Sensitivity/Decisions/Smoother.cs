using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace Sroi.Sensitivity.Decisions;

/// <summary>
/// Penalised least squares. In coordinates that diagonalise both the functions and their roughness, each
/// component of a fit is shrunk separately, so many penalties can be tried cheaply.
/// </summary>
/// <remarks>The penalty minimises the prediction error by generalised cross-validation (G. H. Golub, M. Heath and G. Wahba 1979).</remarks>
internal sealed class Smoother
{
    private const double Singular = 1e-11;

    // Components smoother than this fraction of the roughest are not penalised.
    private const double Smooth = 1e-6;
    private const double Step = 3;
    private const double Finest = 0.01;

    private readonly Matrix<double> _coordinates;
    private readonly double[] _roughness;

    /// <summary>The coordinates of a basis.</summary>
    /// <param name="products">The sums of products of two functions over the draws; the lower half.</param>
    /// <param name="penalty">The roughness of the functions.</param>
    public Smoother(double[,] products, double[,] penalty)
    {
        int size = products.GetLength(0);
        double[] scale = [.. Enumerable.Range(0, size).Select(i => products[i, i] > 0 ? 1 / Math.Sqrt(products[i, i]) : 0)];
        Matrix<double> gram = Matrix<double>.Build.Dense(size, size, (i, j) => products[Math.Max(i, j), Math.Min(i, j)] * scale[i] * scale[j]);
        Evd<double> evd = gram.Evd(Symmetricity.Symmetric);
        double most = evd.EigenValues.Max(value => value.Real);
        int[] kept = [.. Enumerable.Range(0, size).Where(i => evd.EigenValues[i].Real > Singular * most)];
        Matrix<double> independent = Matrix<double>.Build.Dense(
            size,
            kept.Length,
            (i, j) => scale[i] * evd.EigenVectors[i, kept[j]] / Math.Sqrt(evd.EigenValues[kept[j]].Real)
        );
        Matrix<double> rough = independent.TransposeThisAndMultiply(Matrix<double>.Build.DenseOfArray(penalty)) * independent;
        Evd<double> ordered = ((rough + rough.Transpose()) / 2).Evd(Symmetricity.Symmetric);
        double roughest = ordered.EigenValues.Max(value => value.Real);
        _roughness = [.. ordered.EigenValues.Select(value => value.Real > Smooth * roughest ? value.Real : 0)];
        _coordinates = independent * ordered.EigenVectors;
    }

    /// <summary>The fit of a response.</summary>
    /// <param name="right">The sums of function × distance of the response from its mean.</param>
    /// <param name="response">The response.</param>
    public SmoothFit Fit(double[] right, Moments response)
    {
        Vector<double> parts = _coordinates.TransposeThisAndMultiply(Vector<double>.Build.DenseOfArray(right));
        double spread = response.Variance * (response.Count - 1);
        double[] kept = Prices().Select(Shrunk).MinBy(shrunk => Criterion(shrunk, parts, spread, response.Count))!;
        double[] coefficients = (_coordinates * parts.PointwiseMultiply(Vector<double>.Build.DenseOfArray(kept))).ToArray();
        coefficients[RegressionBasis.Intercept] += response.Mean;
        return new(
            coefficients,
            Scaled(kept),
            Scaled([.. kept.Select(Math.Sqrt)]),
            spread > 0 ? Math.Min(1, 1 - (Residuals(kept, parts, spread) / spread)) : 0
        );
    }

    // From the highest penalty to the lowest. The highest halves the smoothest component, so that the error still reflects what was shrunk.
    private IEnumerable<double> Prices()
    {
        double[] rough = [.. _roughness.Where(value => value > 0)];
        if (rough.Length == 0)
        {
            return [0];
        }

        double highest = 1 / rough.Min(),
            lowest = Finest / rough.Max();
        return Enumerable.Range(0, 2 + (int)(Math.Log(highest / lowest) / Math.Log(Step))).Select(step => highest * Math.Pow(Step, -step));
    }

    private double[] Shrunk(double price) => [.. _roughness.Select(value => 1 / (1 + (price * value)))];

    // Fits that agree to the last few digits count as equal; then the smoothest is taken.
    private static double Criterion(double[] kept, Vector<double> parts, double spread, int draws)
    {
        double free = 1 - (kept.Sum() / draws);
        return Math.Max(Residuals(kept, parts, spread), Singular * spread) / (free * free);
    }

    private static double Residuals(double[] kept, Vector<double> parts, double spread)
    {
        double residuals = spread;
        for (int i = 0; i < kept.Length; i++)
        {
            residuals -= parts[i] * parts[i] * kept[i] * (2 - kept[i]);
        }

        return Math.Max(0, residuals);
    }

    private double[,] Scaled(double[] kept) =>
        (_coordinates * Matrix<double>.Build.DiagonalOfDiagonalArray(kept)).TransposeAndMultiply(_coordinates).ToArray();
}
