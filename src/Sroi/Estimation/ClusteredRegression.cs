using MathNet.Numerics.LinearAlgebra;

namespace Sroi.Estimation;

/// <summary>Least squares with classical or cluster-robust standard errors.</summary>
/// <remarks>
/// CR1: the sandwich of Liang and Zeger (1986) times G ÷ (G − 1) × (n − 1) ÷ (n − k), t with G − 1 degrees of freedom: Cameron and Miller 2015, Journal of Human
/// Resources 50(2):317.
/// </remarks>
internal static class ClusteredRegression
{
    /// <summary>The coefficient of one column.</summary>
    /// <param name="columns">The regressors, a constant among them; each as long as <paramref name="outcome"/>.</param>
    /// <param name="outcome">What is explained.</param>
    /// <param name="clusters">The cluster of each row, such as a site; null for a classical standard error.</param>
    /// <param name="of">The column whose coefficient is wanted.</param>
    /// <exception cref="ArgumentException">There are too few rows or clusters, or one column follows from the others.</exception>
    public static EffectEstimate Coefficient(double[][] columns, double[] outcome, IReadOnlyList<string>? clusters, int of)
    {
        int rows = outcome.Length,
            regressors = columns.Length;
        if (rows <= regressors)
        {
            throw new ArgumentException($"{regressors} coefficients need more than {regressors} rows; there are {rows}.");
        }

        Matrix<double> x = Matrix<double>.Build.DenseOfColumnArrays(columns);
        var decomposed = x.QR(MathNet.Numerics.LinearAlgebra.Factorization.QRMethod.Thin);
        if (decomposed.R.Diagonal().Any(pivot => Math.Abs(pivot) <= 1e-12 * decomposed.R.FrobeniusNorm()))
        {
            throw new ArgumentException("One column follows from the others, so its effect cannot be separated from theirs.");
        }

        Vector<double> y = Vector<double>.Build.Dense(outcome),
            coefficients = decomposed.Solve(y),
            residuals = y - (x * coefficients);
        Matrix<double> root = decomposed.R.Inverse(),
            bread = root * root.Transpose();
        if (clusters is null)
        {
            double variance = residuals.DotProduct(residuals) / (rows - regressors);
            return new(EffectScale.Difference, coefficients[of], Math.Sqrt(variance * bread[of, of]), rows - regressors);
        }

        Pairs.RequireSame(rows, clusters.Count, "rows", "clusters");
        int[][] members = [.. Enumerable.Range(0, rows).GroupBy(row => clusters[row], StringComparer.Ordinal).Select(group => group.ToArray())];
        int count = members.Length;
        if (count < 2)
        {
            throw new ArgumentException("All rows are of one cluster, so nothing can be said of how clusters differ.");
        }

        Matrix<double> meat = Matrix<double>.Build.Dense(regressors, regressors);
        foreach (int[] cluster in members)
        {
            Vector<double> score = Vector<double>.Build.Dense(regressors, column => cluster.Sum(row => x[row, column] * residuals[row]));
            meat += score.OuterProduct(score);
        }

        double correction = count / (count - 1.0) * (rows - 1) / (rows - regressors);
        Matrix<double> covariance = bread * meat * bread * correction;
        return new(EffectScale.Difference, coefficients[of], Math.Sqrt(covariance[of, of]), count - 1);
    }

    /// <summary>A column of ones.</summary>
    public static double[] Constant(int rows) => [.. Enumerable.Repeat(1.0, rows)];
}
