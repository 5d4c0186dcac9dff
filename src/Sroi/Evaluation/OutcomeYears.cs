using System.Collections.Immutable;
using Sroi.Model;
using Sroi.Quantities;

namespace Sroi.Evaluation;

/// <summary>How an outcome's value spreads over the years: start, duration, drop-off, and one stream for each intake.</summary>
/// <remarks>
/// Outcome year k of an intake carries min(1, max(0, duration − (k − 1))) of a full year, so that a fractional last year counts pro rata,
/// times (1 − drop-off)^(k − 1). An intake of year c has its outcome year k in year c + start − 1 + k − 1.
/// </remarks>
public sealed class OutcomeYears
{
    private readonly ImmutableArray<Formula> _parts;

    private OutcomeYears(ImmutableArray<Formula> parts, Formula beyond) => (_parts, Beyond) = (parts, beyond);

    /// <summary>The number of full outcome years after the appraisal's last year, after drop-off.</summary>
    public Formula Beyond { get; }

    /// <summary>The spread of an outcome over years 1 to <paramref name="horizon"/>.</summary>
    public static OutcomeYears Of(Outcome outcome, int horizon)
    {
        int lastOutcomeYear = (int)Math.Ceiling(Longest(outcome.Duration));
        List<Formula>[] byYear = [.. Enumerable.Range(0, horizon + 1).Select(_ => new List<Formula>())];
        List<Formula> beyond = [];
        Formula kept = outcome.DropOff.Remainder;
        Formula[] weights = [.. Enumerable.Range(1, lastOutcomeYear).Select(k => PartOfYear(outcome.Duration, k) * Survival(kept, k))];
        for (int k = 1; k <= lastOutcomeYear; k++)
        {
            foreach (int cohort in outcome.Cohorts)
            {
                int year = cohort + outcome.Starts - 1 + k - 1;
                (year <= horizon ? byYear[year] : beyond).Add(weights[k - 1]);
            }
        }

        return new([.. byYear.Select(terms => Formula.Total(terms, Unit.None))], Formula.Total(beyond, Unit.None));
    }

    /// <summary>An amount of one full outcome year in GBP, spread over the years; index 0 is the start, which has none.</summary>
    public ImmutableArray<Formula> Spread(Formula amount, string id) =>
        [.. _parts.Select((part, year) => IsNothing(part) ? Formula.Zero(Unit.Pounds) : (amount * part).As($"{id}_{year}", $"value in year {year}"))];

    private static Formula PartOfYear(Formula duration, int k) =>
        duration is Formula.Constant { Value: var years }
            ? Formula.Number(Math.Min(1, years - (k - 1)), years - (k - 1) < 1 ? "the part of the last year that the outcome lasts" : null)
            : Formula.Smaller(1, Formula.Larger(Formula.Number(0, "nothing"), InYears(duration) - Formula.Number(k - 1)));

    private static Formula InYears(Formula duration) => duration / Formula.Number(1, Unit.Year);

    private static Formula Survival(Formula kept, int k) => k == 1 || IsWhole(kept) ? Formula.Number(1) : kept.ToThe(k - 1);

    // A kept share of 1 − 0 is a literal, not an input, so nothing is lost by not raising it to powers.
    private static bool IsWhole(Formula kept) => kept is Formula.Constant { Value: 1 };

    private static double Longest(Formula duration) =>
        duration switch
        {
            Formula.Constant constant => constant.Value,
            Formula.Given { Quantity: Parameters.Parameter { Distribution.Support.High: var high } } when double.IsFinite(high) => Math.Min(
                high,
                Appraisal.MaximumYears
            ),
            _ => Appraisal.MaximumYears,
        };

    private static bool IsNothing(Formula part) => part is Formula.Constant { Value: 0 };
}
