using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace Sroi.Sensitivity;

/// <summary>Least squares of several responses on the same basis, from sums over the draws.</summary>
internal sealed class Regression
{
    private const double Singular = 1e-11;

    // However much the fit rests on one draw, its residual is not blown up beyond this.
    private const double LeastRemainder = 0.01;

    private readonly RegressionBasis _basis;
    private readonly double[][] _coefficients;
    private readonly double[,] _inverse;

    private Regression(RegressionBasis basis, double[][] coefficients, double[,] inverse)
    {
        (_basis, _coefficients, _inverse) = (basis, coefficients, inverse);
        (Residuals, Spreads) = (new double[coefficients.Length], new double[coefficients.Length]);
    }

    /// <summary>The sum of squared residuals of each response.</summary>
    public double[] Residuals { get; }

    /// <summary>The sum of squared distances of each response from its mean.</summary>
    public double[] Spreads { get; }

    /// <summary>How many functions of the basis are independent of each other.</summary>
    public int Rank { get; private init; }

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

    /// <summary>
    /// What the error of each draw does, through the coefficients, to a sum of expectations: the influence of the draw on Σ sign × expectation.
    /// </summary>
    /// <remarks>Residuals are divided by √(1 − leverage) (MacKinnon and White 1985, HC2), so that extreme draws do not hide their own error.</remarks>
    /// <param name="response">Which response.</param>
    /// <param name="observed">Its values.</param>
    /// <param name="signs">How often, and with which sign, the expectation of each draw is in the sum: −1, 0 or 1.</param>
    public double[] Influence(int response, double[] observed, sbyte[] signs)
    {
        double[] weights = Times(_inverse, Summed(signs)),
            expected = Expected(response, observed.Length),
            influence = new double[observed.Length];
        Span<int> at = stackalloc int[_basis.MostTerms];
        Span<double> values = stackalloc double[_basis.MostTerms];
        for (int draw = 0; draw < influence.Length; draw++)
        {
            int terms = _basis.Fill(draw, at, values);
            double weight = 0,
                leverage = 0;
            for (int i = 0; i < terms; i++)
            {
                weight += weights[at[i]] * values[i];
                for (int j = 0; j < terms; j++)
                {
                    leverage += values[i] * values[j] * _inverse[at[i], at[j]];
                }
            }

            influence[draw] = weight * (observed[draw] - expected[draw]) / Math.Sqrt(Math.Max(LeastRemainder, 1 - leverage));
        }

        return influence;
    }

    private double[] Summed(sbyte[] signs)
    {
        double[] sums = new double[_basis.Size];
        Span<int> at = stackalloc int[_basis.MostTerms];
        Span<double> values = stackalloc double[_basis.MostTerms];
        for (int draw = 0; draw < signs.Length; draw++)
        {
            int terms = signs[draw] == 0 ? 0 : _basis.Fill(draw, at, values);
            for (int i = 0; i < terms; i++)
            {
                sums[at[i]] += signs[draw] * values[i];
            }
        }

        return sums;
    }

    // Columns are brought to one size; what others determine already is left out through the eigenvalues.
    private static Regression Solved(RegressionBasis basis, double[,] products, double[,] right, double[] means, double[] squares)
    {
        int size = basis.Size;
        double[] scale = [.. Enumerable.Range(0, size).Select(i => products[i, i] > 0 ? 1 / Math.Sqrt(products[i, i]) : 0)];
        Matrix<double> gram = Matrix<double>.Build.Dense(size, size, (i, j) => products[Math.Max(i, j), Math.Min(i, j)] * scale[i] * scale[j]);
        Evd<double> evd = gram.Evd(Symmetricity.Symmetric);
        double least = Singular * evd.EigenValues.Max(value => value.Real);
        Vector<double> kept = evd.EigenValues.Map(value => value.Real > least ? 1 / value.Real : 0);
        Matrix<double> solved = evd.EigenVectors * Matrix<double>.Build.DenseOfDiagonalVector(kept) * evd.EigenVectors.Transpose();
        double[,] inverse = new double[size, size];
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < size; j++)
            {
                inverse[i, j] = solved[i, j] * scale[i] * scale[j];
            }
        }

        double[][] coefficients = [.. means.Select((_, response) => Times(inverse, [.. Enumerable.Range(0, size).Select(i => right[i, response])]))];
        Regression regression = new(basis, coefficients, inverse) { Rank = kept.Count(value => value > 0) };
        for (int response = 0; response < means.Length; response++)
        {
            double explained = Enumerable.Range(0, size).Sum(i => coefficients[response][i] * right[i, response]);
            (regression.Residuals[response], regression.Spreads[response]) = (Math.Max(0, squares[response] - explained), squares[response]);
            coefficients[response][RegressionBasis.Intercept] += means[response];
        }

        return regression;
    }

    private static double[] Times(double[,] matrix, double[] vector)
    {
        double[] product = new double[vector.Length];
        for (int i = 0; i < product.Length; i++)
        {
            for (int j = 0; j < vector.Length; j++)
            {
                product[i] += matrix[i, j] * vector[j];
            }
        }

        return product;
    }
}
