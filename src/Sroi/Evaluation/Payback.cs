using System.Collections.Immutable;
using Sroi.Quantities;

namespace Sroi.Evaluation;

/// <summary>The payback period of the inputs, as formulas of the values by year.</summary>
/// <remarks>
/// The inputs of a year are spent at its start, and its benefits accrue evenly over it. So the payback lies in the first year whose cumulative benefits reach
/// the cumulative inputs, interpolated within it. It is 0 if there are no inputs, and undefined if the benefits never reach the inputs.
/// </remarks>
internal static class Payback
{
    private static readonly Unit Month = Unit.Of("month");

    /// <summary>Years until cumulative benefits first reach cumulative inputs.</summary>
    /// <param name="benefits">Benefits by year in GBP, index 0 the start.</param>
    /// <param name="inputs">Inputs by year in GBP, index 0 the start.</param>
    /// <param name="figure">The figure, whose name its steps begin with.</param>
    public static Formula Years(ImmutableArray<Formula> benefits, ImmutableArray<Formula> inputs, HeadlineFigure figure)
    {
        string id = figure.Id;
        List<Formula> candidates = [AtOnce(benefits[0], inputs).As($"{id}.at_once", "0 where nothing is ever put in")];
        Formula gained = benefits[0],
            spent = inputs[0];
        for (int year = 1; year < benefits.Length; year++)
        {
            Formula before = gained;
            gained = (gained + benefits[year]).As($"{id}.benefits_to_{year}", $"benefits up to year {year}");
            spent = (spent + inputs[year]).As($"{id}.inputs_to_{year}", $"inputs up to year {year}");
            if (benefits[year] is not Formula.Constant { Value: 0 })
            {
                Formula part = Formula.Smaller(1, Formula.Larger(0, Formula.RatioOf(spent - before, benefits[year])));
                Formula within = (Formula.Number(year - 1) + part).ProvidedThat(gained - spent);
                candidates.Add(within.As($"{id}.within_{year}", $"within year {year}, where the benefits reach the inputs"));
            }
        }

        Formula first = candidates.AsEnumerable().Reverse().Aggregate((later, earlier) => earlier.Else(later));
        return figure.Name(first * Formula.Number(1, Unit.Year));
    }

    /// <summary>The guide's payback in months: all undiscounted inputs ÷ (benefits of year 1 ÷ 12), if the benefits reach the inputs at all.</summary>
    /// <param name="benefits">Benefits by year in GBP, index 0 the start.</param>
    /// <param name="inputs">Inputs by year in GBP, index 0 the start.</param>
    /// <param name="years">The payback in years.</param>
    public static Formula Months(ImmutableArray<Formula> benefits, ImmutableArray<Formula> inputs, Formula years) =>
        (
            Formula.Larger(
                Formula.Zero(Month),
                Formula.RatioOf(Formula.Total(inputs, Unit.Pounds), benefits[1] / Formula.Number(12, Month, "months in a year"))
            )
        ).ProvidedThat(years);

    private static Formula AtOnce(Formula benefits, ImmutableArray<Formula> inputs) =>
        inputs
            .Where(input => input is not Formula.Constant { Value: 0 })
            .Select(input => Formula.Zero(Unit.Pounds) - input)
            .Prepend(benefits - inputs[0])
            .Where(condition => condition is not Formula.Constant { Value: >= 0 })
            .Aggregate(Formula.Number(0), (atOnce, condition) => atOnce.ProvidedThat(condition));
}
