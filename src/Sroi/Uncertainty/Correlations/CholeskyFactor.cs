namespace Sroi.Uncertainty.Correlations;

/// <summary>The lower triangle L of a correlation matrix = L Lᵀ. Rows that the ones before them determine have a zero on the diagonal.</summary>
internal static class CholeskyFactor
{
    private const double Singular = 1e-12;

    /// <summary>The factor of a matrix.</summary>
    public static double[,] Of(double[,] matrix) => Of(matrix, [.. Enumerable.Range(0, matrix.GetLength(0))]);

    /// <summary>The factor of a matrix whose rows and columns are taken in another order.</summary>
    public static double[,] Of(double[,] matrix, ReadOnlySpan<int> order)
    {
        int size = order.Length;
        double[,] factor = new double[size, size];
        for (int j = 0; j < size; j++)
        {
            double pivot = matrix[order[j], order[j]];
            for (int k = 0; k < j; k++)
            {
                pivot -= factor[j, k] * factor[j, k];
            }

            factor[j, j] = pivot > Singular ? Math.Sqrt(pivot) : 0;
            for (int i = j + 1; i < size && factor[j, j] > 0; i++)
            {
                double rest = matrix[order[i], order[j]];
                for (int k = 0; k < j; k++)
                {
                    rest -= factor[i, k] * factor[j, k];
                }

                factor[i, j] = rest / factor[j, j];
            }
        }

        return factor;
    }
}
