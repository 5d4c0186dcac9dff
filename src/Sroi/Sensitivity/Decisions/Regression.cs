using System.Collections.Immutable;

namespace Sroi.Sensitivity.Decisions;

/// <summary>Several responses regressed on the same basis, from sums over the draws; each smoothed as its draws require.</summary>
/// <param name="Basis">The functions.</param>
/// <param name="Fits">A fit for each response.</param>
internal sealed record Regression(RegressionBasis Basis, ImmutableArray<SmoothFit> Fits)
{
    /// <summary>The regression of responses on a basis.</summary>
    public static Regression Of(RegressionBasis basis, double[][] responses)
    {
        int size = basis.Size;
        double[,] products = new double[size, size],
            right = new double[size, responses.Length];
        Moments[] moments = [.. responses.Select(values => Moments.Of(values))];
        Span<int> at = stackalloc int[basis.MostTerms];
        Span<double> values = stackalloc double[basis.MostTerms];
        for (int draw = 0; draw < responses[0].Length; draw++)
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
                    right[at[i], response] += values[i] * (responses[response][draw] - moments[response].Mean);
                }
            }
        }

        Smoother smoother = new(products, basis.Penalty());
        return new(basis, [.. moments.Select((own, response) => smoother.Fit([.. Column(right, response)], own))]);
    }

    private static IEnumerable<double> Column(double[,] matrix, int column) =>
        Enumerable.Range(0, matrix.GetLength(0)).Select(row => matrix[row, column]);
}

/// <summary>A response as a sum of the functions of a basis.</summary>
/// <param name="Coefficients">The coefficient of each function.</param>
/// <param name="Inverse">The matrix that turns sums of function × response into coefficients.</param>
/// <param name="Root">The matrix that turns sums of function × residual into errors of the coefficients, smoothing included.</param>
/// <param name="Explained">The share of the variance of the response that it explains.</param>
internal sealed record SmoothFit(double[] Coefficients, double[,] Inverse, double[,] Root, double Explained)
{
    /// <summary>The sum of coefficients × the functions that are not zero.</summary>
    public static double Sum(double[] coefficients, ReadOnlySpan<int> at, ReadOnlySpan<double> values)
    {
        double sum = 0;
        for (int i = 0; i < at.Length; i++)
        {
            sum += coefficients[at[i]] * values[i];
        }

        return sum;
    }

    /// <summary>The leverage of a draw: how far the fit follows its own residual.</summary>
    public double Leverage(ReadOnlySpan<int> at, ReadOnlySpan<double> values)
    {
        double leverage = 0;
        for (int i = 0; i < at.Length; i++)
        {
            for (int j = 0; j < at.Length; j++)
            {
                leverage += values[i] * values[j] * Inverse[at[i], at[j]];
            }
        }

        return leverage;
    }

    /// <summary>An upper bound on the leverage, by the Cauchy–Schwarz inequality, from the roots of the inverse's diagonal.</summary>
    public double MostLeverage(ReadOnlySpan<int> at, ReadOnlySpan<double> values)
    {
        double root = 0;
        for (int i = 0; i < at.Length; i++)
        {
            root += Math.Abs(values[i]) * Roots[at[i]];
        }

        return root * root;
    }

    private double[] Roots { get; } = [.. Coefficients.Select((_, i) => Math.Sqrt(Math.Max(0, Inverse[i, i])))];
}
