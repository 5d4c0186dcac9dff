using Sroi.Arithmetic;

namespace Sroi.Uncertainty.Correlations;

/// <summary>
/// Induces the correlations of a group of parameters: normal scores z = Φ⁻¹(u) are multiplied by the Cholesky factor of the correlations and turned back into
/// uniforms
/// (a Gaussian copula). The first parameter of the group keeps its uniforms.
/// </summary>
internal sealed class Copula
{
    private const double Vanishing = 1e-12;

    private readonly double[,] _factor;
    private readonly (int Parameter, bool IsOpposed)?[] _followed;

    public Copula(double[,] correlations)
    {
        _factor = CholeskyFactor.Of(correlations);
        _followed = [.. Enumerable.Range(0, correlations.GetLength(0)).Select(parameter => Followed(_factor, parameter))];
    }

    /// <summary>Turns independent uniforms into correlated ones, in place.</summary>
    /// <param name="width">The number of draws processed at once.</param>
    /// <param name="uniforms">A row for each parameter of the group.</param>
    /// <param name="scratch">Working memory for the scores.</param>
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
                Follow(uniforms[followed.Parameter], followed.IsOpposed, uniforms[i]);
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

    // A parameter determined by an earlier one takes its uniforms, so that cancellation is exact to the last bit.
    private static (int Parameter, bool IsOpposed)? Followed(double[,] factor, int parameter)
    {
        for (int earlier = 0; earlier < parameter; earlier++)
        {
            foreach (int sign in new[] { 1, -1 })
            {
                double apart = Enumerable.Range(0, parameter + 1).Sum(k => Math.Abs(factor[parameter, k] - (sign * factor[earlier, k])));
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

/// <summary>Working memory of a copula, for one thread.</summary>
internal sealed class CopulaScratch(int parameters, int draws)
{
    public double[][] Scores { get; } = [.. Enumerable.Range(0, parameters).Select(_ => new double[draws])];

    public double[] Joint { get; } = new double[draws];
}
