using Sroi.Evaluation;
using Sroi.Parameters;
using Sroi.Quantities;

namespace Sroi.Assurance;

/// <summary>How much of a result a limitation can move, which decides what is said first among those that are equally serious.</summary>
internal static class Reach
{
    /// <summary>The part of all benefits and inputs that what is concerned enters, 0 to 1; the whole case where nothing is named.</summary>
    public static double Of(SroiResult result, Warning warning)
    {
        if (warning.Where is not { } where)
        {
            return 1;
        }

        HashSet<string> concerned = [.. where.Split(", ")];
        double all = result.Outcomes.Sum(o => Math.Abs(o.PresentValue)) + result.Inputs.Sum(i => Math.Abs(i.PresentValue)),
            reached =
                result
                    .Outcomes.Where(o =>
                        concerned.Contains(o.Value.Outcome.Id)
                        || concerned.Contains(o.Value.Outcome.Stakeholder.Id)
                        || Names(o.Value.PresentValue, concerned)
                    )
                    .Sum(o => Math.Abs(o.PresentValue))
                + result
                    .Inputs.Where(i => concerned.Contains(i.Value.Input.Id) || Names(i.Value.PresentValue, concerned))
                    .Sum(i => Math.Abs(i.PresentValue));
        return all == 0 ? 0 : Math.Round(reached / all, 2);
    }

    private static bool Names(Formula formula, HashSet<string> concerned) => formula.Parameters().Any(number => concerned.Contains(number.Id));
}
