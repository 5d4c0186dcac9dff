using System.Collections.Immutable;
using Sroi.Showing;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Sensitivity.Decisions;

/// <summary>The expected value of perfect information: the most it would be worth to know every parameter before deciding.</summary>
/// <remarks>
/// E[max over alternatives of the net present value] − max of E[net present value]; in GBP at the appraisal's prices, for one decision of the case's size.
/// </remarks>
/// <param name="Value">In GBP, with its Monte Carlo standard error.</param>
/// <param name="BestNow">The alternative with the highest mean net present value; the first of any that tie.</param>
/// <param name="ProbabilityBestNowIsWrong">The share of the draws in which another alternative is better.</param>
/// <param name="Alternatives">Each alternative.</param>
/// <param name="PerPerson">The value ÷ the people whom the first option serves, in GBP; null if their number is not given.</param>
public sealed record Evpi(
    Estimate Value,
    string BestNow,
    Estimate ProbabilityBestNowIsWrong,
    ImmutableArray<ExpectedAlternative> Alternatives,
    double? PerPerson
) : Result
{
    // An error below this share of the value is small enough.
    private const double EnoughPart = 0.05;

    /// <summary>
    /// Roughly the number of draws that would bring the standard error below a twentieth of the value; null if it already is, or if no draw would change the
    /// decision.
    /// </summary>
    public long? DrawsNeeded { get; private init; }

    /// <summary>The value of perfect information for a decision.</summary>
    /// <exception cref="SensitivityException">Nothing varies.</exception>
    public static Evpi Of(Decision decision)
    {
        decision.CheckVaries();
        double[][] net = decision.NetBenefits;
        ImmutableArray<ExpectedAlternative> alternatives = ExpectedAlternative.Of(decision, decision.NetBenefits);
        int now = ExpectedAlternative.IndexOfBest(alternatives);
        Estimate value = alternatives[now].ExpectedLoss;
        return new(
            value,
            alternatives[now].Name,
            Wrong(net[now], ExpectedAlternative.BestOfEach(net)),
            alternatives,
            PerPersonOf(value.Value, decision)
        )
        {
            DrawsNeeded = Needed(value, decision.Draws),
        };
    }

    internal static long? Needed(Estimate value, long draws)
    {
        double part = value.Value > 0 ? value.StandardError / value.Value : 0;
        return part > EnoughPart ? (long)Math.Ceiling(draws * Math.Pow(part / EnoughPart, 2)) : null;
    }

    private static double? PerPersonOf(double value, Decision decision) =>
        decision.Options[0].SocialReturn.Scenario.PeopleServed?.ValueOrNull is > 0 and var people ? value / people : null;

    private static Estimate Wrong(double[] now, double[] best)
    {
        Shares wrong = default;
        for (int draw = 0; draw < now.Length; draw++)
        {
            wrong.Add(now[draw] < best[draw]);
        }

        return wrong.Estimate;
    }
}
