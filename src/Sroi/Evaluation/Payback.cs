namespace Sroi.Evaluation;

/// <summary>How long until the benefits have paid the inputs back.</summary>
/// <remarks>
/// Inputs of a year are spent at its start; its benefits come evenly over it. So the payback lies in the first year whose cumulative benefits reach
/// the cumulative inputs, interpolated within it.
/// </remarks>
public static class Payback
{
    /// <summary>Years until cumulative benefits first reach cumulative inputs; null for never within the horizon, 0 where there are no inputs.</summary>
    /// <param name="benefits">Benefits by year, index 0 the start.</param>
    /// <param name="inputs">Inputs by year, index 0 the start.</param>
    public static double? Years(IReadOnlyList<double> benefits, IReadOnlyList<double> inputs)
    {
        double gained = benefits[0],
            spent = inputs[0];
        if (gained >= spent && inputs.All(input => input <= 0))
        {
            return 0;
        }

        for (int year = 1; year < benefits.Count; year++)
        {
            double before = gained;
            gained += benefits[year];
            spent += inputs[year];
            if (gained >= spent && benefits[year] > 0)
            {
                return year - 1 + Math.Clamp((spent - before) / benefits[year], 0, 1);
            }
        }

        return null;
    }

    /// <summary>The guide's payback in months: all undiscounted inputs ÷ (benefits of year 1 ÷ 12).</summary>
    /// <returns>Null where year 1 has no benefit, or the benefits never reach the inputs within the horizon.</returns>
    public static double? Months(IReadOnlyList<double> benefits, IReadOnlyList<double> inputs)
    {
        double total = inputs.Sum(),
            firstYear = benefits.Count > 1 ? benefits[1] : 0;
        return firstYear <= 0 || benefits.Sum() < total ? null : total / (firstYear / 12);
    }
}
