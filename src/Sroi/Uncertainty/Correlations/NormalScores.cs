using Sroi.Parameters.Distributions;
using Sroi.Uncertainty.Quantiles;

namespace Sroi.Uncertainty.Correlations;

/// <summary>Uniforms as normal scores z = Φ⁻¹(u), and back.</summary>
internal static class NormalScores
{
    private const double Whole = 4294967296;

    private static readonly NormalTailTable Probabilities = new();

    /// <summary>The scores of uniforms.</summary>
    public static Sampler OfUniforms { get; } = Sampler.Of(new Distribution.Normal(0, 1));

    /// <summary>The uniform of a score.</summary>
    public static uint Uniform(double score)
    {
        uint below = (uint)Math.Min(Probabilities.Below(-Math.Abs(score)) * Whole, int.MaxValue);
        return score > 0 ? ~below : below;
    }
}
