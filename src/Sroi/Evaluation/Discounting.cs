using System.Collections.Immutable;
using Sroi.Model;
using Sroi.Quantities;

namespace Sroi.Evaluation;

/// <summary>Present values: each stream at its own rates. Streams of the same rates share their discount factors.</summary>
internal sealed class Discounting(Appraisal appraisal)
{
    private readonly Dictionary<StreamRates, ImmutableArray<Formula>> _factors = [];

    /// <summary>The value of each year × its discount factor, in GBP; index 0 is the start.</summary>
    public ImmutableArray<Formula> ByYear(ImmutableArray<Formula> byYear, StreamRates rates)
    {
        if (!_factors.TryGetValue(rates, out ImmutableArray<Formula> factors))
        {
            _factors.Add(rates, factors = appraisal.DiscountFactors(rates));
        }

        return [.. byYear.Select((value, year) => value is Formula.Constant { Value: 0 } ? value : value * factors[year])];
    }

    /// <summary>Σ value of year t × discount factor of year t, in GBP.</summary>
    public Formula PresentValue(ImmutableArray<Formula> byYear, StreamRates rates) => Formula.Total(ByYear(byYear, rates), Unit.Pounds);
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
