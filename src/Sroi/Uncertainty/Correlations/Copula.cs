using Sroi.Arithmetic;
using Sroi.Parameters;

namespace Sroi.Uncertainty;

/// <summary>
/// Makes the uniforms of a group of inputs hang together: normal scores z = Φ⁻¹(u), multiplied by the Cholesky factor of the correlations, and back
/// again. The first input of the group keeps its uniforms.
/// </summary>
internal sealed class Copula
{
    private const double Singular = 1e-12;
    private const double Whole = 4294967296;

    private static readonly Sampler Scores = Sampler.Of(new Distribution.Normal(0, 1));
    private static readonly NormalTailTable Probabilities = new();

    private readonly double[,] _factor;

    public Copula(double[,] correlations) => _factor = Cholesky(correlations);

    /// <summary>Turns independent uniforms into correlated ones, in place.</summary>
    /// <param name="width">How many draws at once.</param>
    /// <param name="uniforms">A row for each input of the group.</param>
    /// <param name="scratch">Room for the scores of as many inputs and draws.</param>
    public void Correlate(Width width, uint[][] uniforms, CopulaScratch scratch)
    {
        for (int i = 0; i < uniforms.Length; i++)
        {
            Scores.Draw(width, uniforms[i], scratch.Scores[i]);
        }

        double[] joint = scratch.Joint;
        for (int i = 1; i < uniforms.Length; i++)
        {
            Array.Clear(joint);
            for (int j = 0; j <= i; j++)
            {
                AddTimes(_factor[i, j], scratch.Scores[j], joint);
            }

            for (int k = 0; k < joint.Length; k++)
            {
                uint below = (uint)Math.Min(Probabilities.Below(-Math.Abs(joint[k])) * Whole, int.MaxValue);
                uniforms[i][k] = joint[k] > 0 ? ~below : below;
            }
        }
    }

    private static void AddTimes(double weight, double[] scores, double[] to)
    {
        for (int k = 0; k < to.Length && weight != 0; k++)
        {
            to[k] += weight * scores[k];
        }
    }

    // Rows that the ones before them determine have a zero on the diagonal.
    private static double[,] Cholesky(double[,] matrix)
    {
        int size = matrix.GetLength(0);
        double[,] factor = new double[size, size];
        for (int j = 0; j < size; j++)
        {
            double pivot = matrix[j, j];
            for (int k = 0; k < j; k++)
            {
                pivot -= factor[j, k] * factor[j, k];
            }

            factor[j, j] = pivot > Singular ? Math.Sqrt(pivot) : 0;
            for (int i = j + 1; i < size && factor[j, j] > 0; i++)
            {
                double rest = matrix[i, j];
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

/// <summary>Room in which a copula works, for one thread.</summary>
internal sealed class CopulaScratch(int inputs, int draws)
{
    public double[][] Scores { get; } = [.. Enumerable.Range(0, inputs).Select(_ => new double[draws])];

    public double[] Joint { get; } = new double[draws];
}
