using Sroi.Parameters.Distributions;

namespace Sroi.Uncertainty.Quantiles;

/// <summary>The probability of a value above, with its digits where it is small.</summary>
internal static class Survival
{
    public static double Above(Distribution distribution, double x) =>
        distribution switch
        {
            Distribution.Uniform uniform => Math.Clamp((uniform.High - x) / (uniform.High - uniform.Low), 0, 1),
            Distribution.Triangular triangular when x > triangular.Mode && x < triangular.High => (triangular.High - x)
                / (triangular.High - triangular.Low)
                * ((triangular.High - x) / (triangular.High - triangular.Mode)),
            Distribution.Normal normal => SpecialFunctions.NormalCdf((normal.Mean - x) / normal.StandardDeviation),
            Distribution.StudentT student => StudentsT.Above((x - student.Location) / student.Scale, student.DegreesOfFreedom),
            Distribution.LogNormal logNormal => x <= 0 ? 1 : SpecialFunctions.NormalCdf((logNormal.Mu - Math.Log(x)) / logNormal.Sigma),
            Distribution.Gamma gamma => SpecialFunctions.GammaUpper(gamma.Shape, x / gamma.Scale),
            Distribution.Beta beta => SpecialFunctions.BetaLower(beta.BetaShape, beta.Alpha, 1 - x),
            Distribution.ScaledBeta beta => SpecialFunctions.BetaLower(beta.BetaShape, beta.Alpha, (beta.High - x) / (beta.High - beta.Low)),
            Distribution.Pert pert => Above(pert.AsScaledBeta, x),
            Distribution.Affine affine => Above(affine.Inner, (x - affine.Shift) / affine.Scale),
            Distribution.Mixture mixture => Above(mixture, x),
            _ => 1 - distribution.Cdf(x),
        };

    private static double Above(Distribution.Mixture mixture, double x)
    {
        double sum = 0;
        for (int i = 0; i < mixture.Components.Length; i++)
        {
            sum += mixture.Weights[i] * Above(mixture.Components[i], x);
        }

        return sum;
    }
}
