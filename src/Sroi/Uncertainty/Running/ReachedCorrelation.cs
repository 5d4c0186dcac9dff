using System.Collections.Immutable;
using Sroi.Model;
using Sroi.Uncertainty.Correlations;
using Sroi.Uncertainty.Streams;

namespace Sroi.Uncertainty.Running;

/// <summary>A rank correlation: requested, used and reached in the draws.</summary>
/// <param name="First">The full id of the first parameter.</param>
/// <param name="Second">The full id of the second.</param>
/// <param name="IsKendall">Whether it is Kendall's τ rather than Spearman's ρ.</param>
/// <param name="Target">The requested rank correlation.</param>
/// <param name="Reached">The rank correlation of the first 16,384 draws of the seed; with discrete values it can fall short of the target.</param>
/// <param name="NormalAsked">The Pearson correlation of normal scores that the target needs.</param>
/// <param name="NormalUsed">The one used; it differs if the targets contradict each other and the nearest correlations are used.</param>
public sealed record CorrelationReport(
    string First,
    string Second,
    bool IsKendall,
    double Target,
    double Reached,
    double NormalAsked,
    double NormalUsed
)
{
    /// <summary>Whether the target was changed to make all targets consistent.</summary>
    public bool IsRepaired => Math.Abs(NormalUsed - NormalAsked) > 1e-9;
}

/// <summary>Measures rank correlations of draws.</summary>
internal static class ReachedCorrelation
{
    private const int Draws = 16_384;

    /// <summary>The correlations of a group, pair by pair in the order of the targets.</summary>
    public static IEnumerable<CorrelationReport> Of(CorrelatedGroup group, DrawPlan draws, Arithmetic.Width width)
    {
        double[][] values = [.. group.Parameters.Select(_ => new double[Draws])];
        BlockEvaluator blocks = new(draws, width);
        for (int block = 0; block < Draws / Block.Size; block++)
        {
            int at = block * Block.Size;
            blocks.Parameters(
                replicate: 0,
                block,
                (parameter, drawn) =>
                {
                    int member = group.Parameters.IndexOf(parameter);
                    if (member >= 0)
                    {
                        drawn.CopyTo(values[member].AsSpan(at));
                    }
                }
            );
        }

        ImmutableArray<string> ids = [.. group.Parameters.Select(parameter => draws.Parameters[parameter].Id)];
        return group.Targets.SelectMany(target => Pairs(target, ids).Select(pair => Report(target, pair.First, pair.Second, group, values, ids)));
    }

    private static IEnumerable<(int First, int Second)> Pairs(Correlation target, ImmutableArray<string> ids)
    {
        int[] members = [.. target.Between.Select(id => ids.IndexOf(id)).Where(member => member >= 0)];
        return members.SelectMany((first, i) => members.Skip(i + 1).Select(second => (first, second)));
    }

    private static CorrelationReport Report(
        Correlation target,
        int first,
        int second,
        CorrelatedGroup group,
        double[][] values,
        ImmutableArray<string> ids
    ) =>
        new(
            ids[first],
            ids[second],
            target.IsKendall,
            target.Rank,
            target.IsKendall ? RankCorrelation.Kendall(values[first], values[second]) : RankCorrelation.Spearman(values[first], values[second]),
            group.Asked[first, second],
            group.Used[first, second]
        );
}
