using System.Collections.Immutable;
using System.Numerics;
using Sroi.Model;
using Sroi.Showing;
using Sroi.Uncertainty.Plans;
using Sroi.Uncertainty.Running;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Sensitivity.Variance;

/// <summary>
/// How much of the figure's variance each input brings: by itself (first order), and with everything it does together with others (total order).
/// </summary>
/// <remarks>
/// First order: Saltelli et al., Computer Physics Communications 181 (2010), 259–270; total order: Jansen (1999), as recommended there. On scrambled Sobol points
/// in 32 independent replicates, whose spread gives the standard errors, with Student's factor so that twice an error covers 95 %. An index can come
/// out a little below 0 or above 1; it is told as it came out.
/// </remarks>
/// <param name="Figure">The figure.</param>
/// <param name="Points">How many points; the figure is computed points × (rows + 2) times.</param>
/// <param name="Seed">The seed of the scrambling.</param>
/// <param name="Variance">The variance of the figure, in its unit squared.</param>
/// <param name="Indices">A row for each input or group, by total order.</param>
/// <param name="Screened">The screening by which inputs that do not matter were put together first; null where there was none.</param>
public sealed record SobolIndices(
    TargetFigure Figure,
    int Points,
    ulong Seed,
    Estimate Variance,
    ImmutableArray<SobolIndex> Indices,
    Screening? Screened
) : Result
{
    /// <summary>How many points are used where nobody says.</summary>
    public const int UsualPoints = 8192;

    private const int LeastPoints = 256;
    private const int MostPoints = 1 << 22;

    /// <summary>The sum of the first-order indices: 1 where inputs do not act together.</summary>
    public double SumOfFirst => Indices.Sum(index => index.First.Value);

    /// <summary>The indices of inputs that do not move together, at the usual number of points.</summary>
    /// <exception cref="SensitivityException">Inputs move together, nothing varies, or the figure is undefined somewhere.</exception>
    public static SobolIndices Of(TargetFigure figure, ulong seed) => Of(figure, new VarianceDesign(seed));

    /// <summary>The indices of inputs that do not move together.</summary>
    /// <exception cref="SensitivityException">Inputs move together, the number of points is no power of two, nothing varies, or the figure is undefined somewhere.</exception>
    public static SobolIndices Of(TargetFigure figure, VarianceDesign design)
    {
        int points = design.Points ?? UsualPoints;
        CheckPoints(points, design.Threads);
        FigureFunction function = new(figure);
        CheckIndependent(figure.SocialReturn.Scenario, function.Plan);
        Screening? screening = design.Screened(figure, function.Plan.Inputs.Length);
        ImmutableArray<InputGroup> players = InputGroup.Covering(function.Plan.Inputs, screening?.SetApart([]) ?? design.Groups);
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
                $"Sobol points for indices come in powers of two from {LeastPoints:N0} to {MostPoints:N0}; found {points:N0}. {UsualPoints:N0} are usual."
            );
        }
    }

    private static void CheckIndependent(Scenario scenario, Plan plan)
    {
        Correlation? correlation = scenario.Correlations.FirstOrDefault(c => c.Rank != 0 && c.Between.Count(id => plan.NumberOf(id) >= 0) > 1);
        if (correlation is not null)
        {
            throw new SensitivityException(
                $"{string.Join(" and ", correlation.Between)} move together, and the variance that inputs bring together with others cannot then be told from what they bring together with each other: Sobol indices would not add up. Shapley effects share the variance out even so (--method shapley)."
            );
        }
    }
}

/// <summary>The indices of an input or a group, as parts of the figure's variance.</summary>
/// <param name="Group">The input or the group.</param>
/// <param name="First">First order: the part that would go if the input alone were known.</param>
/// <param name="Total">Total order: the part that would remain if everything but the input were known.</param>
public sealed record SobolIndex(InputGroup Group, Estimate First, Estimate Total);
