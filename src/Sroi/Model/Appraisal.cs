using System.Collections.Immutable;
using Sroi.Parameters;
using Sroi.Quantities;

namespace Sroi.Model;

/// <summary>The frame of an appraisal: prices, years, discounting. Nothing in it has a default, since all of it moves the result.</summary>
public sealed record Appraisal
{
    /// <summary>The price year of all money.</summary>
    public required PriceYear PriceYear { get; init; }

    /// <summary>The discount rates.</summary>
    public required DiscountSchedule Discounting { get; init; }

    /// <summary>The discount rates of streams other than health: standard, or sensitivity if the appraisal asks for it.</summary>
    public RateColumn Rates { get; init; } = RateColumn.Standard;

    /// <summary>When within a year its values fall.</summary>
    public required DiscountTiming Timing { get; init; }

    /// <summary>The year that year 1 is.</summary>
    public required PriceYear FirstYear { get; init; }

    /// <summary>The number of years counted; later values are cut off, and a notice says so.</summary>
    public required int Years { get; init; }

    /// <summary>The correction for optimism; null for none.</summary>
    public OptimismBias? OptimismBias { get; init; }

    /// <summary>The longest appraisal that is accepted, in years.</summary>
    public const int MaximumYears = 400;

    /// <summary>The rates of money.</summary>
    public StreamRates RatesOfMoney => new(Discounting, Rates);

    /// <summary>The discount factors of each year, 0 to <see cref="Years"/>, as formulas of the rates.</summary>
    /// <param name="rates">The rates of the stream.</param>
    public ImmutableArray<Formula> DiscountFactors(StreamRates rates) => rates.Schedule.Factors(Years, Timing, rates.Column);
}

/// <summary>The discount rates of one stream: the rate belongs to the stream, not to the whole appraisal.</summary>
/// <param name="Schedule">The schedule.</param>
/// <param name="Column">Which of its rates.</param>
public sealed record StreamRates(DiscountSchedule Schedule, RateColumn Column);
