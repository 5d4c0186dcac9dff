using System.Collections.Immutable;

namespace Sroi.Evaluation;

/// <summary>The net position of a party on one side of a comparison: its gains less its payments.</summary>
/// <param name="Id">The party.</param>
/// <param name="Label">Its name in words.</param>
/// <param name="Nets">Gains less payments, in GBP as a present value.</param>
public sealed record ComparedParty(string Id, string Label, double Nets);

/// <summary>A party for whom the two sides of a comparison differ: it gains or loses by the change.</summary>
/// <param name="Id">The party.</param>
/// <param name="Label">Its name in words.</param>
/// <param name="Before">Gains less payments before, in GBP; 0 if it has no part in that side.</param>
/// <param name="After">Gains less payments after, in GBP; 0 if it has no part in that side.</param>
public sealed record ChangedParty(string Id, string Label, double Before, double After)
{
    private const double LeastPounds = 0.005;

    /// <summary>The change for the party, in GBP: a gain above zero, a loss below.</summary>
    public double Change => After - Before;

    internal static ImmutableArray<ChangedParty> Between(ImmutableArray<ComparedParty> before, ImmutableArray<ComparedParty> after)
    {
        double Of(ImmutableArray<ComparedParty> parties, string id) => parties.FirstOrDefault(party => party.Id == id)?.Nets ?? 0;
        return
        [
            .. after
                .Concat(before)
                .DistinctBy(party => party.Id)
                .Select(party => new ChangedParty(party.Id, party.Label, Of(before, party.Id), Of(after, party.Id)))
                .Where(party => Math.Abs(party.Change) >= LeastPounds)
                .OrderByDescending(party => Math.Abs(party.Change)),
        ];
    }
}
