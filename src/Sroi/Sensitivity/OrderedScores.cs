using System.Collections.Immutable;
using Sroi.Uncertainty.Correlations;

namespace Sroi.Sensitivity;

/// <summary>
/// Inputs that move together, made from independent noise one after the other in any order (Rosenblatt): each from its own noise and those before it. To keep
/// the first ones and renew the noise of the rest draws the rest from what it is given the first.
/// </summary>
internal sealed class OrderedScores
{
    private readonly double[,] _correlations;
    private readonly Dictionary<int, double[,]> _factors = [];

    public OrderedScores(CorrelatedGroup group) => (_correlations, Inputs) = (group.Used, group.Inputs);

    /// <summary>The numbers of the inputs, in the plan's order and those beyond the plan after them.</summary>
    public ImmutableArray<int> Inputs { get; }

    /// <summary>The normal scores of the members.</summary>
    /// <param name="order">The members, first to last.</param>
    /// <param name="noise">The independent noise of each member, by its place in <see cref="Inputs"/>.</param>
    /// <param name="scores">The scores, by place.</param>
    public void Correlate(ReadOnlySpan<int> order, ReadOnlySpan<double> noise, Span<double> scores)
    {
        double[,] factor = Factor(order);
        for (int i = 0; i < order.Length; i++)
        {
            double score = 0;
            for (int j = 0; j <= i; j++)
            {
                score += factor[i, j] * noise[order[j]];
            }

            scores[order[i]] = score;
        }
    }

    // Few orders of few members: remembered; of more members the factor is made anew.
    private double[,] Factor(ReadOnlySpan<int> order)
    {
        if (order.Length > 6)
        {
            return CholeskyFactor.Of(_correlations, order);
        }

        int key = 0;
        foreach (int member in order)
        {
            key = (key * 8) + member + 1;
        }

        if (!_factors.TryGetValue(key, out double[,]? factor))
        {
            factor = CholeskyFactor.Of(_correlations, order);
            _factors.Add(key, factor);
        }

        return factor;
    }
}
