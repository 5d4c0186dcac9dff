using System.Globalization;
using System.Text;
using Sroi.Tests.Published;
using Sroi.Uncertainty.Quantiles;

namespace Sroi.Benchmarks;

/// <summary>Errors of tabulated quantiles against high-precision values, by family.</summary>
internal static class QuantileErrors
{
    /// <summary>A table in Markdown: the worst distance in probability and the worst relative error of the distance from the end, below 1/32.</summary>
    public static string Table()
    {
        StringBuilder text = new("| family | distributions | worst KS distance | worst relative tail error |\n|---|---|---|---|\n");
        foreach (var family in QuantileReferences.Read(Path.Combine(AppContext.BaseDirectory, "quantiles.txt")).GroupBy(one => one.Family))
        {
            text.AppendLine(Row(family.Key, [.. family]));
        }

        return text.ToString();
    }

    private static string Row(string family, IReadOnlyList<QuantileReferences> references)
    {
        double probability = 0,
            tail = 0;
        int missed = 0;
        foreach (QuantileReferences one in references)
        {
            Sampler sampler = Sampler.Of(one.Distribution);
            foreach (QuantileReference expected in one.Quantiles)
            {
                double drawn = sampler.At(expected.Integer);
                if (expected.IsSeparate)
                {
                    missed += expected.IsHit(drawn) ? 0 : 1;
                    continue;
                }

                double off = one.Distribution.IsDiscrete ? expected.CountError(sampler.At) : expected.ProbabilityError(drawn);
                (probability, tail) = (Math.Max(probability, off), Math.Max(tail, expected.TailError(drawn)));
            }
        }

        return references.All(one => one.Quantiles.All(expected => expected.IsSeparate))
            ? $"| {family} | {references.Count} | {(missed == 0 ? "every value exact" : $"{missed} values missed")} | |"
            : string.Create(CultureInfo.InvariantCulture, $"| {family} | {references.Count} | {probability:0.0e-0} | {tail:0.0e-0} |");
    }
}
