using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace Sroi.Uncertainty.Correlations;

/// <summary>The correlation matrix nearest to a symmetric matrix, in the sum of squared differences.</summary>
/// <remarks>
/// N. J. Higham, "Computing the nearest correlation matrix", IMA J. Numer. Anal. 22 (2002), 329–343: alternating projections with Dykstra's correction.
/// </remarks>
internal static class NearestCorrelation
{
    private const int MostSteps = 10_000;
    private const double Settled = 1e-13,
        SmallestEigenvalue = -1e-12;

    /// <summary>Whether a symmetric matrix has no negative eigenvalue.</summary>
    public static bool IsOne(double[,] matrix) =>
        Matrix<double>.Build.DenseOfArray(matrix).Evd(Symmetricity.Symmetric).EigenValues.Min(e => e.Real) >= SmallestEigenvalue;

    /// <summary>The nearest correlation matrix; the same matrix if it is one.</summary>
    public static double[,] To(double[,] matrix)
    {
        Matrix<double> y = Matrix<double>.Build.DenseOfArray(matrix),
            correction = Matrix<double>.Build.Dense(y.RowCount, y.ColumnCount);
        if (IsOne(matrix))
        {
            return matrix;
        }

        for (int step = 0; step < MostSteps; step++)
        {
            Matrix<double> from = y - correction,
                positive = Positive(from);
            correction = positive - from;
            Matrix<double> next = positive.Clone();
            next.SetDiagonal(Vector<double>.Build.Dense(next.RowCount, 1));
            double change = (next - y).FrobeniusNorm();
            y = next;
            if (change <= Settled * y.FrobeniusNorm())
            {
                break;
            }
        }

        return y.ToArray();
    }

    private static Matrix<double> Positive(Matrix<double> matrix)
    {
        Evd<double> evd = ((matrix + matrix.Transpose()) * 0.5).Evd(Symmetricity.Symmetric);
        Vector<double> kept = evd.EigenValues.Map(e => Math.Max(0, e.Real), Zeros.Include);
        return evd.EigenVectors * Matrix<double>.Build.DenseOfDiagonalVector(kept) * evd.EigenVectors.Transpose();
    }
}
