using System.Collections.Immutable;
using Sroi.Parameters;
using Sroi.Quantities;

namespace Sroi.Model;

/// <summary>A change that is valued: one row of the value map. It may be negative. Outputs (activity counts) are not valued.</summary>
/// <remarks>A Guide to Social Return on Investment (Cabinet Office, 2009; 2nd ed. 2012), stages 3 and 4.</remarks>
public sealed record Outcome
{
    /// <summary>Its name in files.</summary>
    public required string Id { get; init; }

    /// <summary>What changes, in words.</summary>
    public required string Change { get; init; }

    /// <summary>Who experiences it; the proxy determines whose budget it saves.</summary>
    public required Party Stakeholder { get; init; }

    /// <summary>How much of the change there is in one full outcome year of one intake.</summary>
    public required Formula Quantity { get; init; }

    /// <summary>Money per unit of the quantity.</summary>
    public required FinancialProxy Proxy { get; init; }

    /// <summary>Its duration in years; a formula like any other.</summary>
    public required Formula Duration { get; init; }

    /// <summary>The share that would have happened anyway.</summary>
    public required Formula Deadweight { get; init; }

    /// <summary>The share that was moved from elsewhere.</summary>
    public required Formula Displacement { get; init; }

    /// <summary>The share caused by others.</summary>
    /// <remarks>SROI practice: 25 % leaves the service 75 %. Some tools use the word for the service's own share.</remarks>
    public required Formula Attribution { get; init; }

    /// <summary>The share lost each year after the outcome's first, of the year before.</summary>
    public required Formula DropOff { get; init; }

    /// <summary>The years in which an intake begins; each starts a separate stream.</summary>
    public ImmutableArray<int> Cohorts { get; init; } = [1];

    /// <summary>The year of an intake in which the change starts: 1 in the period of activity, 2 in the period after.</summary>
    public int Starts { get; init; } = 1;

    /// <summary>The rates of the stream; null for the appraisal's own (health rates for WELLBYs and QALYs).</summary>
    public StreamRates? Discounting { get; init; }

    /// <summary>The GMCA confidence grade, 1 (best) to 6, for the optimism correction.</summary>
    public int? Grade { get; init; }

    /// <summary>
    /// The rates of its stream: its own if given, health rates if it counts WELLBYs or QALYs (their volumes are discounted, and a factor on the
    /// volume is the same factor on its value), else the appraisal's.
    /// </summary>
    /// <param name="appraisal">The appraisal.</param>
    public StreamRates RatesIn(Appraisal appraisal) =>
        Discounting
        ?? (
            Quantity.Unit.IsHealth && appraisal.Discounting.Has(RateColumn.Health)
                ? new(appraisal.Discounting, RateColumn.Health)
                : appraisal.RatesOfMoney
        );

    /// <summary>The confidence grade used by the correction for optimism bias: its own, or the worst grade among the parameters of its quantity and proxy; null if none is graded.</summary>
    public int? EffectiveGrade =>
        Grade
        ?? Quantity
            .Parameters()
            .Concat(Proxy.Value.Parameters())
            .Max(parameter => parameter.HasLostGrade ? OptimismBias.WorstGrade : parameter.Grade);

    /// <summary>Whether the service intends to bring it about; null if not stated.</summary>
    public bool? IsIntended { get; init; }

    /// <summary>The activity that leads to it.</summary>
    public string? Output { get; init; }

    /// <summary>The indicator that shows it happened.</summary>
    public string? Indicator { get; init; }

    /// <summary>What the reader should know.</summary>
    public string? Note { get; init; }

    /// <summary>Whether it belongs to usual care, which is subtracted.</summary>
    public bool IsBaseline { get; init; }

    /// <summary>Where it is written; null for one made in code.</summary>
    public FilePosition? At { get; init; }
}

/// <summary>The value of a unit of an outcome, who gains it, and the type of benefit.</summary>
/// <param name="Value">Money per unit of the outcome's quantity, at the appraisal's prices.</param>
/// <param name="GainsTo">Whose the benefit is, by shares of the whole.</param>
/// <param name="Benefit">Fiscal, economic or social.</param>
/// <param name="Cashable">The share that can be released as cash.</param>
public sealed record FinancialProxy(Formula Value, ImmutableArray<PartyShare> GainsTo, BenefitKind Benefit, Share Cashable)
{
    /// <summary>A unit cost as a proxy: what it saves is the gain of those whose budget it is, anything else that of the stakeholder.</summary>
    /// <param name="cost">The unit cost, in the prices of the appraisal.</param>
    /// <param name="stakeholder">Who experiences the change.</param>
    /// <exception cref="ArgumentException">It has no type of benefit, or is a transfer, and so values no change.</exception>
    public static FinancialProxy Of(Parameter cost, Party stakeholder) =>
        cost is { Benefit: { } benefit, IsTransfer: false }
            ? new(cost, cost.Saves.IsEmpty ? [new(stakeholder, Share.Of(1))] : cost.Saves, benefit, cost.Cashable ?? Share.Of(0))
            : throw new ArgumentException($"{cost.Id} has no type of benefit, or is a transfer, so it cannot value a change.", nameof(cost));
}
