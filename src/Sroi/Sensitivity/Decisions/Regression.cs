using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace Sroi.Sensitivity;

/// <summary>Least squares of several responses on the same basis, from sums over the draws.</summary>
internal sealed class Regression
{
    private const double Singular = 1e-11;

    private readonly RegressionBasis _basis;
    private readonly double[][] _coefficients;

    private Regression(RegressionBasis basis, double[][] coefficients, double[] residuals, double[] spreads, int rank) =>
        (_basis, _coefficients, Residuals, Spreads, Rank) = (basis, coefficients, residuals, spreads, rank);

    /// <summary>The sum of squared residuals of each response.</summary>
    public double[] Residuals { get; }

    /// <summary>The sum of squared distances of each response from its mean.</summary>
    public double[] Spreads { get; }

    /// <summary>How many functions of the basis are independent of each other.</summary>
    public int Rank { get; }

    /// <summary>The regression of responses on a basis.</summary>
    public static Regression Of(RegressionBasis basis, double[][] responses)
    {
        int size = basis.Size,
            draws = responses[0].Length;
        double[,] products = new double[size, size];
        double[,] right = new double[size, responses.Length];
        double[] means = [.. responses.Select(values => Moments.Of(values).Mean)];
        double[] squares = new double[responses.Length];
        Span<int> at = stackalloc int[basis.MostTerms];
        Span<double> values = stackalloc double[basis.MostTerms];
        for (int draw = 0; draw < draws; draw++)
        {
            int terms = basis.Fill(draw, at, values);
            for (int i = 0; i < terms; i++)
            {
                for (int j = 0; j <= i; j++)
                {
                    products[at[i], at[j]] += values[i] * values[j];
                }

                for (int response = 0; response < responses.Length; response++)
                {
                    right[at[i], response] += values[i] * (responses[response][draw] - means[response]);
                }
            }

            for (int response = 0; response < responses.Length; response++)
            {
                double distance = responses[response][draw] - means[response];
                squares[response] += distance * distance;
            }
        }

        return Solved(basis, products, right, means, squares);
    }

    /// <summary>What is expected of a response, draw by draw.</summary>
    public double[] Expected(int response, int draws)
    {
        double[] expected = new double[draws],
            coefficients = _coefficients[response];
        Span<int> at = stackalloc int[_basis.MostTerms];
        Span<double> values = stackalloc double[_basis.MostTerms];
        for (int draw = 0; draw < draws; draw++)
        {
            int terms = _basis.Fill(draw, at, values);
            double sum = 0;
            for (int i = 0; i < terms; i++)
            {
                sum += coefficients[at[i]] * values[i];
            }

            expected[draw] = sum;
        }

        return expected;
    }

    // Columns are brought to one size; what others determine already is left out through the eigenvalues.
    private static Regression Solved(RegressionBasis basis, double[,] products, double[,] right, double[] means, double[] squares)
    {
        int size = basis.Size;
        double[] scale = [.. Enumerable.Range(0, size).Select(i => products[i, i] > 0 ? 1 / Math.Sqrt(products[i, i]) : 0)];
        Matrix<double> gram = Matrix<double>.Build.Dense(size, size, (i, j) => products[Math.Max(i, j), Math.Min(i, j)] * scale[i] * scale[j]);
        Matrix<double> sides = Matrix<double>.Build.Dense(size, means.Length, (i, response) => right[i, response] * scale[i]);
        Evd<double> evd = gram.Evd(Symmetricity.Symmetric);
        double least = Singular * evd.EigenValues.Max(value => value.Real);
        Vector<double> inverse = evd.EigenValues.Map(value => value.Real > least ? 1 / value.Real : 0);
        Matrix<double> solved = evd.EigenVectors * Matrix<double>.Build.DenseOfDiagonalVector(inverse) * (evd.EigenVectors.Transpose() * sides);
        double[][] coefficients = new double[means.Length][];
        double[] residuals = new double[means.Length];
        for (int response = 0; response < means.Length; response++)
        {
            double[] found = [.. Enumerable.Range(0, size).Select(i => solved[i, response] * scale[i])];
            double explained = Enumerable.Range(0, size).Sum(i => found[i] * right[i, response]);
            residuals[response] = Math.Max(0, squares[response] - explained);
            found[RegressionBasis.Intercept] += means[response];
            coefficients[response] = found;
        }

        return new(basis, coefficients, residuals, squares, inverse.Count(value => value > 0));
    }
}
