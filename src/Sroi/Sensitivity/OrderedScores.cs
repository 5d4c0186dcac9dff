using System.Collections.Immutable;
using Sroi.Uncertainty.Correlations;

namespace Sroi.Sensitivity;

/// <summary>
/// Correlated parameters, made from independent noise one after another in any order (Rosenblatt): each from its own noise and those before it. Keeping
/// the first and renewing the noise of the rest draws the rest conditional on the first.
/// </summary>
internal sealed class OrderedScores
{
    private readonly double[,] _correlations;
    private readonly Dictionary<int, double[,]> _factors = [];

    public OrderedScores(CorrelatedGroup group) => (_correlations, Parameters) = (group.Used, group.Parameters);

    /// <summary>The indices of the parameters: those of the plan in its order, then the others.</summary>
    public ImmutableArray<int> Parameters { get; }

    /// <summary>The normal scores of the members.</summary>
    /// <param name="order">The members, first to last.</param>
    /// <param name="noise">The independent noise of each member, by its place in <see cref="Parameters"/>.</param>
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

    // Remembered for few orders of few members; otherwise the factor is recomputed.
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
