using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Sroi.Parameters;

namespace Sroi.Uncertainty.Running;

/// <summary>Shares that sum to one are drawn as weights and reported as shares: each weight ÷ the sum of all.</summary>
internal static class DrawnShares
{
    /// <summary>The draws of parameters, with weights turned into shares.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="columns">The draws of each, in the order of the parameters.</param>
    public static ImmutableArray<ImmutableArray<double>> Of(ImmutableArray<Parameter> parameters, ImmutableArray<ImmutableArray<double>> columns)
    {
        Dictionary<string, double[]> wholes = parameters
            .Zip(columns)
            .Where(pair => pair.First.WeightOf is not null)
            .GroupBy(pair => pair.First.WeightOf!, pair => pair.Second)
            .ToDictionary(weights => weights.Key, weights => Sums([.. weights]), StringComparer.Ordinal);
        return [.. parameters.Zip(columns, (parameter, draws) => parameter.WeightOf is { } whole ? Parts(draws, wholes[whole]) : draws)];
    }

    private static double[] Sums(ImmutableArray<double>[] weights)
    {
        double[] sums = new double[weights[0].Length];
        foreach (ImmutableArray<double> one in weights)
        {
            for (int draw = 0; draw < sums.Length; draw++)
            {
                sums[draw] += one[draw];
            }
        }

        return sums;
    }

    private static ImmutableArray<double> Parts(ImmutableArray<double> weights, double[] sums)
    {
        double[] parts = new double[sums.Length];
        for (int draw = 0; draw < parts.Length; draw++)
        {
            parts[draw] = weights[draw] / sums[draw];
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(parts);
    }
}
