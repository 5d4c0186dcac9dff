using System.Collections.Immutable;
using Sroi.Model;
using Sroi.Quantities;

namespace Sroi.Evaluation;

/// <summary>Present values: each stream at its own rates.</summary>
internal static class Discounting
{
    /// <summary>Σ value of year t × discount factor of year t, in GBP.</summary>
    public static Formula PresentValue(ImmutableArray<Formula> byYear, Appraisal appraisal, StreamRates rates) =>
        Formula.Total(
            byYear.Select((value, year) => value is Formula.Constant { Value: 0 } ? value : value * appraisal.DiscountFactor(year, rates)),
            Unit.Pounds
        );
}

/// <summary>Amounts of money by year.</summary>
internal static class YearsOfMoney
{
    /// <summary>An amount in GBP/year as that of one year, in GBP; one in GBP is that already.</summary>
    public static Formula OfOneYear(Formula amount) => amount.Unit == Unit.Pounds ? amount : amount * Formula.Number(1, Unit.Year);

    /// <summary>The amount in each of the years; index 0 is the start.</summary>
    public static ImmutableArray<Formula> In(ImmutableArray<int> years, Formula amount, int horizon) =>
        [.. Enumerable.Range(0, horizon + 1).Select(year => years.Contains(year) ? amount : Formula.Zero(Unit.Pounds))];
}
