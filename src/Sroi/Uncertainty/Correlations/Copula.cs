using Sroi.Arithmetic;

namespace Sroi.Uncertainty.Correlations;

/// <summary>
/// Makes the uniforms of a group of inputs hang together: normal scores z = Φ⁻¹(u), multiplied by the Cholesky factor of the correlations, and back
/// again. The first input of the group keeps its uniforms.
/// </summary>
internal sealed class Copula
{
    private const double Vanishing = 1e-12;

    private readonly double[,] _factor;
    private readonly (int Input, bool IsOpposed)?[] _followed;

    public Copula(double[,] correlations)
    {
        _factor = CholeskyFactor.Of(correlations);
        _followed = [.. Enumerable.Range(0, correlations.GetLength(0)).Select(input => Followed(_factor, input))];
    }

    /// <summary>Turns independent uniforms into correlated ones, in place.</summary>
    /// <param name="width">How many draws at once.</param>
    /// <param name="uniforms">A row for each input of the group.</param>
    /// <param name="scratch">Room for the scores of as many inputs and draws.</param>
    public void Correlate(Width width, uint[][] uniforms, CopulaScratch scratch)
    {
        for (int i = 0; i < uniforms.Length; i++)
        {
            NormalScores.OfUniforms.Draw(width, uniforms[i], scratch.Scores[i]);
        }

        double[] joint = scratch.Joint;
        for (int i = 1; i < uniforms.Length; i++)
        {
            if (_followed[i] is { } followed)
            {
                Follow(uniforms[followed.Input], followed.IsOpposed, uniforms[i]);
                continue;
            }

            Array.Clear(joint);
            for (int j = 0; j <= i; j++)
            {
                AddTimes(_factor[i, j], scratch.Scores[j], joint);
            }

            for (int k = 0; k < joint.Length; k++)
            {
                uniforms[i][k] = NormalScores.Uniform(joint[k]);
            }
        }
    }

    // An input that an earlier one determines takes its uniforms, so that what cancels does so to the last bit.
    private static (int Input, bool IsOpposed)? Followed(double[,] factor, int input)
    {
        for (int earlier = 0; earlier < input; earlier++)
        {
            foreach (int sign in new[] { 1, -1 })
            {
                double apart = Enumerable.Range(0, input + 1).Sum(k => Math.Abs(factor[input, k] - (sign * factor[earlier, k])));
                if (apart < Vanishing)
                {
                    return (earlier, sign < 0);
                }
            }
        }

        return null;
    }

    private static void Follow(uint[] followed, bool isOpposed, uint[] to)
    {
        for (int k = 0; k < to.Length; k++)
        {
            to[k] = isOpposed ? ~followed[k] : followed[k];
        }
    }

    private static void AddTimes(double weight, double[] scores, double[] to)
    {
        for (int k = 0; k < to.Length && weight != 0; k++)
        {
            to[k] += weight * scores[k];
        }
    }
}

/// <summary>Room in which a copula works, for one thread.</summary>
internal sealed class CopulaScratch(int inputs, int draws)
{
    public double[][] Scores { get; } = [.. Enumerable.Range(0, inputs).Select(_ => new double[draws])];

    public double[] Joint { get; } = new double[draws];
}
