using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Quantities;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Sensitivity.Decisions;

/// <summary>How many decisions the information serves: cases of this size per year, over a number of years.</summary>
/// <remarks>The net present value of a case already covers the people it serves. These are further cases, such as other areas that face the same choice.</remarks>
/// <param name="CasesPerYear">The number of cases of this size decided each year.</param>
/// <param name="Years">The number of years for which the information is useful.</param>
/// <param name="Factor">The discounted number of cases, by which the value for one decision is multiplied.</param>
public sealed record DecisionReach(double CasesPerYear, int Years, double Factor)
{
    /// <summary>One decision, now.</summary>
    public static DecisionReach One { get; } = new(1, 1, 1);

    /// <summary>The value for one decision, multiplied over all of them.</summary>
    public Estimate Over(Estimate value) => new(value.Value * Factor, value.StandardError * Factor);

    /// <summary>The reach at the discount rates and timing of a case.</summary>
    /// <exception cref="SensitivityException">Fewer than one year or more than 400, or a number of cases that is not above zero.</exception>
    public static DecisionReach Of(SocialReturn social, double casesPerYear, int years)
    {
        if (!(casesPerYear > 0 && double.IsFinite(casesPerYear)) || years is < 1 or > Appraisal.MaximumYears)
        {
            throw new SensitivityException(
                $"The cases per year must be above zero and the years from 1 to {Appraisal.MaximumYears}; found {casesPerYear} cases a year over {years} years."
            );
        }

        Appraisal appraisal = social.Scenario.Appraisal;
        Valuation at = new();
        double factors = (appraisal with { Years = years }).DiscountFactors(appraisal.RatesOfMoney).Skip(1).Sum(factor => at.Of(factor) ?? 0);
        return new(casesPerYear, years, casesPerYear * factors);
    }
}
