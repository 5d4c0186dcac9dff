using System.Collections.Concurrent;
using System.Collections.Immutable;
using Sroi.Parameters;
using Sroi.Parameters.Distributions;
using Sroi.Uncertainty.Plans;

namespace Sroi.Uncertainty.Quantiles;

/// <summary>Quantile functions made ready, each distribution once: a pure function remembered, so that no result depends on what ran before.</summary>
internal static class SamplerCache
{
    private const int Most = 256;

    // Of a case with more, what it draws twice over is remembered: its several simulations draw the same.
    private const int MostTimesWanted = 2;

    private static readonly ConcurrentDictionary<Drawn, Sampler> Known = new();

    /// <summary>The samplers of what is drawn, in order; those not yet known are made on all cores.</summary>
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

/// <summary>What is drawn: a distribution, or a constant less a distribution.</summary>
internal sealed record Drawn(Distribution Distribution, double? RemainderOf)
{
    /// <summary>What a step of a plan draws of its input.</summary>
    public static Drawn By(PlanStep step, Parameter input) =>
        new(input.Distribution, step.Operation == PlanOperation.DrawRemainder ? step.A.Constant : null);
}
