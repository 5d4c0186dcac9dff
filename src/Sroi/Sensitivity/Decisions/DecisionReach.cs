using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Quantities;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Sensitivity.Decisions;

/// <summary>How often a decision is met, so that information serves more than one: so many cases of this size a year, over some years.</summary>
/// <remarks>A case's net present value already covers the people whom it serves; what is counted here are further cases, such as other areas that face the same choice.</remarks>
/// <param name="CasesPerYear">How many cases of this size decide in each year.</param>
/// <param name="Years">Over how many years the information is of use.</param>
/// <param name="Factor">The cases, each discounted from its year: by this the value for one decision is multiplied.</param>
public sealed record DecisionReach(double CasesPerYear, int Years, double Factor)
{
    /// <summary>One decision, now.</summary>
    public static DecisionReach One { get; } = new(1, 1, 1);

    /// <summary>A value for one decision over all of them.</summary>
    public Estimate Over(Estimate value) => new(value.Value * Factor, value.StandardError * Factor);

    /// <summary>The reach at the discount rates and timing of a case.</summary>
    /// <exception cref="SensitivityException">Fewer than one year or more than 400, or cases that are not above zero.</exception>
    public static DecisionReach Of(SocialReturn social, double casesPerYear, int years)
    {
        if (!(casesPerYear > 0 && double.IsFinite(casesPerYear)) || years is < 1 or > Appraisal.MaximumYears)
        {
            throw new SensitivityException(
                $"Information reaches cases above zero over 1 to {Appraisal.MaximumYears} years; found {casesPerYear} cases a year over {years} years."
            );
        }

        Appraisal appraisal = social.Scenario.Appraisal;
        Valuation at = new();
        double factors = (appraisal with { Years = years }).DiscountFactors(appraisal.RatesOfMoney).Skip(1).Sum(factor => at.Of(factor) ?? 0);
        return new(casesPerYear, years, casesPerYear * factors);
    }
}
