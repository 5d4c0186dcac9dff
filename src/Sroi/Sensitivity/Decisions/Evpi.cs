using System.Collections.Immutable;
using Sroi.Uncertainty;

namespace Sroi.Sensitivity;

/// <summary>The expected value of perfect information: what it would be worth, at most, to know every number before deciding.</summary>
/// <remarks>E[max over alternatives of the net present value] − max of E[net present value]; in GBP at the appraisal's prices, for one decision of the case's size.</remarks>
/// <param name="Value">In GBP, with its Monte Carlo standard error.</param>
/// <param name="BestNow">The alternative with the highest mean net present value; of equal ones the first.</param>
/// <param name="ProbabilityBestNowIsWrong">The share of the draws in which another alternative is better.</param>
/// <param name="Alternatives">Each alternative.</param>
/// <param name="PerPerson">The value ÷ the people whom the first option serves, in GBP; null where nobody has said how many.</param>
public sealed record Evpi(
    Estimate Value,
    string BestNow,
    Estimate ProbabilityBestNowIsWrong,
    ImmutableArray<ExpectedAlternative> Alternatives,
    double? PerPerson
)
{
    // An error below this part of the value says enough.
    private const double EnoughPart = 0.05;

    /// <summary>About how many draws bring the standard error below a twentieth of the value; null where it is below, or no draw would change the decision.</summary>
    public long? DrawsNeeded { get; private init; }

    /// <summary>The value of a decision's perfect information.</summary>
    /// <exception cref="SensitivityException">Nothing varies.</exception>
    public static Evpi Of(Decision decision)
    {
        decision.CheckVaries();
        double[][] net = decision.NetBenefits;
        ImmutableArray<ExpectedAlternative> alternatives = AlternativesOf(decision);
        int now = IndexOfBest([.. alternatives.Select(alternative => alternative.NetPresentValue.Value)]);
        Estimate value = alternatives[now].ExpectedLoss;
        return new(value, alternatives[now].Name, Wrong(net[now], BestOfEach(net)), alternatives, PerPersonOf(value.Value, decision))
        {
            DrawsNeeded = Needed(value, decision.Draws),
        };
    }

    /// <summary>The alternatives of a decision, on average.</summary>
    internal static ImmutableArray<ExpectedAlternative> AlternativesOf(Decision decision)
    {
        double[][] net = decision.NetBenefits;
        double[] best = BestOfEach(net);
        ImmutableArray<string> names = decision.Alternatives;
        return [.. net.Select((values, i) => Alternative(names[i], values, net, best))];
    }

    internal static double[] BestOfEach(double[][] net)
    {
        double[] best = [.. net[0]];
        foreach (double[] values in net.AsSpan(1))
        {
            for (int draw = 0; draw < best.Length; draw++)
            {
                best[draw] = Math.Max(best[draw], values[draw]);
            }
        }

        return best;
    }

    internal static int IndexOfBest(IReadOnlyList<double> values)
    {
        int best = 0;
        for (int i = 1; i < values.Count; i++)
        {
            best = values[i] > values[best] ? i : best;
        }

        return best;
    }

    internal static long? Needed(Estimate value, long draws)
    {
        double part = value.Value > 0 ? value.StandardError / value.Value : 0;
        return part > EnoughPart ? (long)Math.Ceiling(draws * Math.Pow(part / EnoughPart, 2)) : null;
    }

    internal static double? PerPersonOf(double value, Decision decision) =>
        decision.Options[0].SocialReturn.Scenario.PeopleServed?.ValueOrNull is > 0 and var people ? value / people : null;

    private static ExpectedAlternative Alternative(string name, double[] values, double[][] net, double[] best)
    {
        Moments loss = default;
        Shares share = default;
        for (int draw = 0; draw < values.Length; draw++)
        {
            loss.Add(best[draw] - values[draw]);
            share.Add(ShareOfBest(values[draw], draw, net, best));
        }

        return new(name, Moments.MeanOf(values), share.Estimate, loss.Estimate);
    }

    // Of equally good alternatives each has an equal part, so that no tie is broken.
    internal static double ShareOfBest(double value, int draw, double[][] net, double[] best)
    {
        if (value < best[draw])
        {
            return 0;
        }

        int equal = 0;
        foreach (double[] other in net)
        {
            equal += other[draw].Equals(best[draw]) ? 1 : 0;
        }

        return 1.0 / equal;
    }

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

/// <summary>An alternative of a decision, on average.</summary>
/// <param name="Name">Its name.</param>
/// <param name="NetPresentValue">Its mean net present value, in GBP.</param>
/// <param name="ProbabilityBest">The share of the draws in which it is best; equally good ones share a draw.</param>
/// <param name="ExpectedLoss">What is lost on average by choosing it, against the best of each draw, in GBP.</param>
public sealed record ExpectedAlternative(string Name, Estimate NetPresentValue, Estimate ProbabilityBest, Estimate ExpectedLoss);
