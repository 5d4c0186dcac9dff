using System.Collections.Concurrent;
using System.Collections.Immutable;
using Sroi.Parameters;
using Sroi.Parameters.Distributions;
using Sroi.Uncertainty.Plans;

namespace Sroi.Uncertainty.Quantiles;

/// <summary>Caches prepared quantile functions. Each is a pure function of its distribution, so no result depends on what ran before.</summary>
internal static class SamplerCache
{
    private const int Most = 256;

    // A case with more keeps twice its own number, because its simulations draw the same distributions.
    private const int MostTimesWanted = 2;

    private static readonly ConcurrentDictionary<Drawn, Sampler> Known = new();

    /// <summary>The samplers of some draws, in order; those not cached are made on all cores.</summary>
    public static ImmutableArray<Sampler> Of(IEnumerable<Drawn> drawn)
    {
        Drawn[] wanted = [.. drawn];
        Drawn[] missing = [.. wanted.Distinct().Where(one => !Known.ContainsKey(one))];
        if (Known.Count + missing.Length > Math.Max(Most, MostTimesWanted * wanted.Length))
        {
            Known.Clear();
        }

        Dictionary<Drawn, Sampler> made = [];
        Parallel.ForEach(
            missing,
            one =>
            {
                Sampler sampler = Made(one);
                lock (made)
                {
                    made.Add(one, sampler);
                }
            }
        );
        foreach ((Drawn one, Sampler sampler) in made)
        {
            Known.TryAdd(one, sampler);
        }

        return [.. wanted.Select(one => made.GetValueOrDefault(one) ?? Known.GetOrAdd(one, Made))];
    }

    internal static Sampler Made(Drawn drawn) =>
        drawn.RemainderOf is { } constant ? Sampler.OfRemainder(constant, drawn.Distribution) : Sampler.Of(drawn.Distribution);
}

/// <summary>A draw: from a distribution, or a constant less that.</summary>
internal sealed record Drawn(Distribution Distribution, double? RemainderOf)
{
    /// <summary>The draw of a step of a plan.</summary>
    public static Drawn By(PlanStep step, Parameter parameter) =>
        new(parameter.Distribution, step.Operation == PlanOperation.DrawRemainder ? step.A.Constant : null);
}
