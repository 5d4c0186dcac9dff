using System.Collections.Immutable;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Sensitivity.Decisions;

/// <summary>An alternative of a decision, on average.</summary>
/// <param name="Name">Its name.</param>
/// <param name="NetPresentValue">Its mean net present value, in GBP.</param>
/// <param name="ProbabilityBest">The share of the draws in which it is best; ties share a draw.</param>
/// <param name="ExpectedLoss">The expected loss from choosing it instead of the best alternative in each draw, in GBP.</param>
public sealed record ExpectedAlternative(string Name, Estimate NetPresentValue, Estimate ProbabilityBest, Estimate ExpectedLoss)
{
    /// <summary>The alternatives of a decision, on average.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="net">Their net benefits, draw by draw.</param>
    internal static ImmutableArray<ExpectedAlternative> Of(Decision decision, double[][] net)
    {
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

    /// <summary>The alternative with the highest mean; the first of any that tie.</summary>
    internal static int IndexOfBest(IEnumerable<ExpectedAlternative> alternatives) =>
        IndexOfBest([.. alternatives.Select(alternative => alternative.NetPresentValue.Value)]);

    internal static int IndexOfBest(IReadOnlyList<double> values)
    {
        int best = 0;
        for (int i = 1; i < values.Count; i++)
        {
            best = values[i] > values[best] ? i : best;
        }

        return best;
    }

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

    // Tied alternatives share a draw equally, so no tie is broken.
    private static double ShareOfBest(double value, int draw, double[][] net, double[] best)
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
}
