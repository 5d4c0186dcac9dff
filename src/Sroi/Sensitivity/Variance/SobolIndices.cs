using System.Collections.Immutable;
using System.Numerics;
using Sroi.Model;
using Sroi.Showing;
using Sroi.Uncertainty.Plans;
using Sroi.Uncertainty.Running;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Sensitivity.Variance;

/// <summary>
/// Sobol indices: the share of the variance of a figure due to each parameter, on its own (first order) and including all its interactions (total order).
/// </summary>
/// <remarks>
/// First order: Saltelli et al., Computer Physics Communications 181 (2010), 259–270; total order: Jansen (1999), as recommended there. On scrambled Sobol points
/// in 32 independent replicates, whose spread gives the standard errors, with Student's factor so that twice an error covers 95 %. An index can be
/// slightly below 0 or above 1; it is reported as computed.
/// </remarks>
/// <param name="Figure">The figure.</param>
/// <param name="Points">The number of points; the figure is computed points × (rows + 2) times.</param>
/// <param name="Seed">The seed of the scrambling.</param>
/// <param name="Variance">The variance of the figure, in its unit squared.</param>
/// <param name="Indices">A row for each parameter or group, by total order.</param>
/// <param name="Screened">The screening that grouped parameters of little influence first; null if there was none.</param>
public sealed record SobolIndices(
    TargetFigure Figure,
    int Points,
    ulong Seed,
    Estimate Variance,
    ImmutableArray<SobolIndex> Indices,
    Screening? Screened
) : Result
{
    /// <summary>The default number of points.</summary>
    public const int UsualPoints = 8192;

    private const int LeastPoints = 256;
    private const int MostPoints = 1 << 22;

    /// <summary>The sum of the first-order indices: 1 if there are no interactions.</summary>
    public double SumOfFirst => Indices.Sum(index => index.First.Value);

    /// <summary>The indices of uncorrelated parameters, from the default number of points.</summary>
    /// <exception cref="SensitivityException">Parameters are correlated, nothing varies, or the figure is undefined somewhere.</exception>
    public static SobolIndices Of(TargetFigure figure, ulong seed) => Of(figure, new VarianceDesign(seed));

    /// <summary>The indices of uncorrelated parameters.</summary>
    /// <exception cref="SensitivityException">
    /// Parameters are correlated, the number of points is not a power of two, nothing varies, or the figure is undefined somewhere.
    /// </exception>
    public static SobolIndices Of(TargetFigure figure, VarianceDesign design)
    {
        int points = design.Points ?? UsualPoints;
        CheckPoints(points, design.Threads);
        FigureFunction function = new(figure);
        CheckIndependent(figure.SocialReturn.Scenario, function.Plan);
        Screening? screening = design.Screened(figure, function.Plan.Parameters.Length);
        ImmutableArray<ParameterGroup> players = ParameterGroup.Covering(function.Plan.Parameters, screening?.SetApart([]) ?? design.Groups);
        SobolEstimator estimator = new(SaltelliDesign.Of(function, design.Seed, points), function, design.Threads);
        SobolIndex[] rows = new SobolIndex[players.Length];
        Workers.For(players.Length, design.Threads, function.Room, (i, room) => rows[i] = estimator.Index(players[i], room));
        return new(
            figure,
            points,
            design.Seed,
            estimator.Variance,
            [.. rows.OrderByDescending(row => row.Total.Value).ThenBy(row => row.Group.Name, StringComparer.Ordinal)],
            screening
        );
    }

    private static void CheckPoints(int points, int? threads)
    {
        Limits.CheckThreads(threads);
        if (points is < LeastPoints or > MostPoints || !BitOperations.IsPow2(points))
        {
            throw new SensitivityException(
                $"The number of Sobol points must be a power of two from {LeastPoints:N0} to {MostPoints:N0}; found {points:N0}. The default is {UsualPoints:N0}."
            );
        }
    }

    private static void CheckIndependent(Scenario scenario, Plan plan)
    {
        Correlation? correlation = scenario.Correlations.FirstOrDefault(c => c.Rank != 0 && c.Between.Count(id => plan.NumberOf(id) >= 0) > 1);
        if (correlation is not null)
        {
            throw new SensitivityException(
                $"{string.Join(" and ", correlation.Between)} are correlated, so their interactions cannot be separated from their correlation and Sobol indices would not add up. Use Shapley effects, which allow for correlation (--method shapley)."
            );
        }
    }
}

/// <summary>The indices of a parameter or a group, as shares of the variance of the figure.</summary>
/// <param name="Group">The parameter or the group.</param>
/// <param name="First">First order: the share that would disappear if the parameter alone were known.</param>
/// <param name="Total">Total order: the share that would remain if everything but the parameter were known.</param>
public sealed record SobolIndex(ParameterGroup Group, Estimate First, Estimate Total);
