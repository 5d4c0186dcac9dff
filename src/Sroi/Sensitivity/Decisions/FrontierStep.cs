using System.Collections.Immutable;

namespace Sroi.Sensitivity;

/// <summary>An alternative in the full incremental analysis: by mean inputs, what each one that is not dominated adds to the one before it.</summary>
/// <remarks>
/// Dominated: another brings at least as much for at most as much. Extendedly dominated: a mixture of two others does; the ratio of what it adds is below the next one's.
/// </remarks>
/// <param name="Name">The alternative.</param>
/// <param name="Inputs">Mean present value of inputs, in GBP.</param>
/// <param name="Benefits">Mean present value of benefits, in GBP.</param>
/// <param name="Standing">Where it stands.</param>
/// <param name="Against">For one on the frontier, the one before it there; for a dominated one, one that dominates it; null for the first.</param>
/// <param name="IncrementalRatio">More benefits ÷ more inputs against the one before it on the frontier; null for the first and for those not on it.</param>
public sealed record FrontierStep(string Name, double Inputs, double Benefits, FrontierStanding Standing, string? Against, double? IncrementalRatio)
{
    internal static ImmutableArray<FrontierStep> Of(Decision decision)
    {
        FrontierStep[] sorted = [.. Alternatives(decision).OrderBy(step => step.Inputs).ThenByDescending(step => step.Benefits)];
        List<FrontierStep> kept = [];
        Dictionary<string, FrontierStep> left = new(StringComparer.Ordinal);
        foreach (FrontierStep step in sorted.DistinctBy(step => (step.Inputs, step.Benefits)))
        {
            if (sorted.FirstOrDefault(other => Dominates(other, step)) is { } by)
            {
                left[step.Name] = step with { Standing = FrontierStanding.Dominated, Against = by.Name };
                continue;
            }

            while (kept.Count > 1 && Ratio(kept[^2], kept[^1]) <= Ratio(kept[^1], step))
            {
                left[kept[^1].Name] = kept[^1] with { Standing = FrontierStanding.ExtendedlyDominated, Against = step.Name };
                kept.RemoveAt(kept.Count - 1);
            }

            kept.Add(step);
        }

        // What costs and brings the same stands in the same place.
        return
        [
            .. sorted.Select(step =>
            {
                FrontierStep first = sorted.First(other => other.Inputs.Equals(step.Inputs) && other.Benefits.Equals(step.Benefits));
                return (left.GetValueOrDefault(first.Name) ?? OnFrontier(first, kept)) with { Name = step.Name };
            }),
        ];
    }

    private static IEnumerable<FrontierStep> Alternatives(Decision decision)
    {
        FrontierStep nothing = new(Decision.Nothing, 0, 0, FrontierStanding.OnFrontier, Against: null, IncrementalRatio: null);
        if (decision.DoNothing == DoNothing.Included)
        {
            yield return nothing;
        }

        for (int option = 0; option < decision.Options.Length; option++)
        {
            yield return nothing with
            {
                Name = decision.Options[option].Name,
                Inputs = Moments.Of(decision.Inputs[option]).Mean,
                Benefits = Moments.Of(decision.Benefits[option]).Mean,
            };
        }
    }

    private static FrontierStep OnFrontier(FrontierStep step, List<FrontierStep> kept)
    {
        int place = kept.FindIndex(other => other.Name == step.Name);
        return place == 0 ? step : step with { Against = kept[place - 1].Name, IncrementalRatio = Ratio(kept[place - 1], step) };
    }

    private static bool Dominates(FrontierStep other, FrontierStep step) =>
        other.Inputs <= step.Inputs && other.Benefits >= step.Benefits && (other.Inputs < step.Inputs || other.Benefits > step.Benefits);

    private static double? Ratio(FrontierStep from, FrontierStep to) =>
        to.Inputs > from.Inputs ? (to.Benefits - from.Benefits) / (to.Inputs - from.Inputs) : null;
}

/// <summary>Where an alternative stands in the full incremental analysis.</summary>
public enum FrontierStanding
{
    /// <summary>No other and no mixture of others brings as much for as little.</summary>
    OnFrontier,

    /// <summary>Another brings at least as much for at most as much.</summary>
    Dominated,

    /// <summary>A mixture of two others does.</summary>
    ExtendedlyDominated,
}
