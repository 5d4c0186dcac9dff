using System.Collections.Immutable;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Sensitivity.Decisions;

/// <summary>An alternative in the full incremental analysis: in order of mean inputs, what each non-dominated alternative adds to the one before it.</summary>
/// <remarks>
/// Dominated: another alternative brings at least as much for no more. Extendedly dominated: a mixture of two others does, so its incremental ratio is below
/// the next one's.
/// </remarks>
/// <param name="Name">The alternative.</param>
/// <param name="Inputs">Mean present value of inputs, in GBP.</param>
/// <param name="Benefits">Mean present value of benefits, in GBP.</param>
/// <param name="Standing">Its status in the analysis.</param>
/// <param name="Against">
/// On the frontier, the alternative before it; otherwise the one that dominates it or cannot be distinguished from it; null for the first.
/// </param>
/// <param name="IncrementalRatio">
/// Incremental benefits ÷ incremental inputs against the alternative before it on the frontier; null for the first, off the frontier, and if it does not cost
/// more by
/// more than two standard errors.
/// </param>
public sealed record FrontierStep(string Name, double Inputs, double Benefits, FrontierStanding Standing, string? Against, double? IncrementalRatio)
{
    internal static ImmutableArray<FrontierStep> Of(Decision decision)
    {
        Candidate[] sorted = [.. Candidates(decision).OrderBy(one => one.Step.Inputs).ThenByDescending(one => one.Step.Benefits)];
        List<Candidate> kept = [];
        Dictionary<string, FrontierStep> left = new(StringComparer.Ordinal);
        foreach (Candidate one in sorted)
        {
            if (kept.FirstOrDefault(other => one.Against(other) == Dominance.None && !one.IsToldFrom(other)) is { } same)
            {
                left[one.Step.Name] = one.Step with { Standing = FrontierStanding.NotToldApart, Against = same.Step.Name };
                continue;
            }

            if (sorted.FirstOrDefault(other => one.Against(other) == Dominance.IsDominated) is { } by)
            {
                left[one.Step.Name] = one.Step with { Standing = FrontierStanding.Dominated, Against = by.Step.Name };
                continue;
            }

            while (kept.Count > 1 && Ratio(kept[^2].Step, kept[^1].Step) <= Ratio(kept[^1].Step, one.Step))
            {
                left[kept[^1].Step.Name] = kept[^1].Step with { Standing = FrontierStanding.ExtendedlyDominated, Against = one.Step.Name };
                kept.RemoveAt(kept.Count - 1);
            }

            kept.Add(one);
        }

        return [.. sorted.Select(one => left.GetValueOrDefault(one.Step.Name) ?? OnFrontier(one, kept))];
    }

    private static IEnumerable<Candidate> Candidates(Decision decision)
    {
        FrontierStep nothing = new(Decision.Nothing, 0, 0, FrontierStanding.OnFrontier, Against: null, IncrementalRatio: null);
        if (decision.DoNothing == DoNothing.Included)
        {
            yield return new(nothing, new double[decision.Draws], new double[decision.Draws]);
        }

        for (int option = 0; option < decision.Options.Length; option++)
        {
            double[] benefits = decision.Benefits[option],
                inputs = decision.Inputs[option];
            FrontierStep step = nothing with
            {
                Name = decision.Options[option].Name,
                Inputs = Moments.Of(inputs).Mean,
                Benefits = Moments.Of(benefits).Mean,
            };
            yield return new(step, benefits, inputs);
        }
    }

    private static FrontierStep OnFrontier(Candidate one, List<Candidate> frontier)
    {
        int place = frontier.IndexOf(one);
        if (place == 0)
        {
            return one.Step;
        }

        Candidate before = frontier[place - 1];
        return one.Step with { Against = before.Step.Name, IncrementalRatio = one.CostsMoreThan(before) ? Ratio(before.Step, one.Step) : null };
    }

    private static double? Ratio(FrontierStep from, FrontierStep to) =>
        to.Inputs > from.Inputs ? (to.Benefits - from.Benefits) / (to.Inputs - from.Inputs) : null;

    // An alternative with its draws: differences within two standard errors of zero do not count.
    private sealed record Candidate(FrontierStep Step, double[] Benefits, double[] Inputs)
    {
        public Dominance Against(Candidate other) => OptionIncrement.DominanceOf(More(Benefits, other.Benefits), More(Inputs, other.Inputs));

        public bool IsToldFrom(Candidate other) =>
            More(Benefits, other.Benefits).DiffersFromZero || CostsMoreThan(other) || other.CostsMoreThan(this);

        /// <summary>Whether it costs more by more than two standard errors; only then does it have an incremental ratio.</summary>
        public bool CostsMoreThan(Candidate other) => More(Inputs, other.Inputs) is { Value: > 0, DiffersFromZero: true };

        private static Estimate More(double[] own, double[] others) => Moments.MeanOf(OptionIncrement.Less(own, others));
    }
}

/// <summary>The status of an alternative in the full incremental analysis.</summary>
public enum FrontierStanding
{
    /// <summary>No other alternative, and no mixture of others, brings as much for as little.</summary>
    OnFrontier,

    /// <summary>Another brings at least as much for no more.</summary>
    Dominated,

    /// <summary>A mixture of two others does.</summary>
    ExtendedlyDominated,

    /// <summary>These draws cannot distinguish it from another in costs or benefits.</summary>
    NotToldApart,
}
