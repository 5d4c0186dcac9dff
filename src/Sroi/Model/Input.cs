using System.Collections.Immutable;
using Sroi.Parameters;
using Sroi.Quantities;

namespace Sroi.Model;

/// <summary>Whether an input is paid or given.</summary>
public enum InputKind
{
    /// <summary>Money that is paid.</summary>
    Cash,

    /// <summary>Time, rooms or goods that are given.</summary>
    InKind,
}

/// <summary>Something that was invested in the service.</summary>
public sealed record Input
{
    /// <summary>Its name in files.</summary>
    public required string Id { get; init; }

    /// <summary>Its name in words.</summary>
    public required string Label { get; init; }

    /// <summary>Who pays or gives it.</summary>
    public required Party PaidBy { get; init; }

    /// <summary>Whether it is paid or given.</summary>
    public required InputKind Kind { get; init; }

    /// <summary>The amount of each of <see cref="Years"/>, in GBP or GBP/year at the appraisal's prices.</summary>
    public required Formula Amount { get; init; }

    /// <summary>The years it falls in; 0 is "before or at the start".</summary>
    public required ImmutableArray<int> Years { get; init; }

    /// <summary>The GMCA confidence grade, 1 (best) to 6, for the optimism correction.</summary>
    public int? Grade { get; init; }

    /// <summary>The input's own optimism correction, cost × (1 + rate × (1 − mitigated)); null to use its grade.</summary>
    public CostOptimism? Optimism { get; init; }

    /// <summary>Whether it belongs to usual care, which is subtracted.</summary>
    public bool IsBaseline { get; init; }
}

/// <summary>The Green Book's correction of a cost: cost × (1 + rate × (1 − mitigated)).</summary>
/// <param name="Rate">The upper-bound rise, as a share.</param>
/// <param name="Mitigated">How much of the risk has been dealt with, as a share.</param>
public sealed record CostOptimism(Formula Rate, Formula Mitigated);

/// <summary>Money that passes between parties and is no gain to society: a benefit payment, a tax.</summary>
public sealed record Transfer
{
    /// <summary>Its name in files.</summary>
    public required string Id { get; init; }

    /// <summary>Who pays more, or receives less, because of the service.</summary>
    public required Party From { get; init; }

    /// <summary>Who receives more, or pays less.</summary>
    public required Party To { get; init; }

    /// <summary>Why.</summary>
    public required string Why { get; init; }

    /// <summary>The outcome whose net quantity it follows, year by year; null if it has its own amount.</summary>
    public string? Follows { get; init; }

    /// <summary>With <see cref="Follows"/>: the money for each unit of the outcome's quantity. Without: the amount of each of <see cref="Years"/>.</summary>
    public required Formula Amount { get; init; }

    /// <summary>Without <see cref="Follows"/>: the years it falls in.</summary>
    public ImmutableArray<int> Years { get; init; } = [];
}
