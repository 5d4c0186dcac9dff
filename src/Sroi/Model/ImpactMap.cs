using System.Collections.Immutable;
using Sroi.Parameters;

namespace Sroi.Model;

/// <summary>The impact map, also called value map: who puts in what, what changes for whom, and what is not valued.</summary>
public sealed record ImpactMap
{
    /// <summary>Who experiences a change or brings it about.</summary>
    public required ImmutableArray<Stakeholder> Stakeholders { get; init; }

    /// <summary>What was invested, usual care included (<see cref="Input.IsBaseline"/>).</summary>
    public required ImmutableArray<Input> Inputs { get; init; }

    /// <summary>What changes and is valued, usual care included (<see cref="Outcome.IsBaseline"/>).</summary>
    public required ImmutableArray<Outcome> Outcomes { get; init; }

    /// <summary>Money that passes between parties.</summary>
    public ImmutableArray<Transfer> Transfers { get; init; } = [];

    /// <summary>What changes and is not valued.</summary>
    public ImmutableArray<UnvaluedChange> NotValued { get; init; } = [];

    /// <summary>Whether results are incremental to usual care.</summary>
    public bool HasBaseline => Inputs.Any(input => input.IsBaseline) || Outcomes.Any(outcome => outcome.IsBaseline);

    /// <summary>Every party that pays, gains, experiences or passes money on, in the order met.</summary>
    public ImmutableArray<Party> Parties =>
        [
            .. Inputs
                .Select(input => input.PaidBy)
                .Concat(Outcomes.SelectMany(outcome => outcome.Proxy.GainsTo.Select(share => share.Party)))
                .Concat(Transfers.SelectMany(transfer => new[] { transfer.From, transfer.To }))
                .Concat(Stakeholders.Select(stakeholder => stakeholder.Party))
                .DistinctBy(party => party.Id),
        ];
}
