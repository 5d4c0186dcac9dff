using System.Collections.Immutable;
using System.Numerics;
using Sroi.Model;
using Sroi.Uncertainty;

namespace Sroi.Sensitivity;

/// <summary>
/// How much of the figure's variance each input brings: by itself (first order), and with everything it does together with others (total order).
/// </summary>
/// <remarks>
/// First order: Saltelli et al., Computer Physics Communications 181 (2010), 259–270; total order: Jansen (1999), as recommended there. On scrambled Sobol points
/// in 16 independent replicates, whose spread gives the standard errors. An index can come out a little below 0 or above 1; it is told as it came out.
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
)
{
    /// <summary>How many points are used where nobody says.</summary>
    public const int UsualPoints = 4096;

    private const int LeastPoints = 256;
    private const int MostPoints = 1 << 22;

    /// <summary>The sum of the first-order indices: 1 where inputs do not act together.</summary>
    public double SumOfFirst => Indices.Sum(index => index.First.Value);

    /// <summary>The indices of inputs that do not move together.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="points">A power of two from 256.</param>
    /// <param name="groups">Inputs looked at together; default for each by itself, where above 50 those that a screening finds not to matter are one group.</param>
    /// <param name="everyInput">Whether each input is looked at by itself however many there are.</param>
    /// <param name="threads">How many threads; null for as many as there are processors. It changes no result.</param>
    /// <exception cref="SensitivityException">Inputs move together, the number of points is no power of two, nothing varies, or the figure is undefined somewhere.</exception>
    public static SobolIndices Of(
        TargetFigure figure,
        ulong seed,
        int points = UsualPoints,
        ImmutableArray<InputGroup> groups = default,
        Screen everyInput = Screen.WhereMany,
        int? threads = null
    )
    {
        CheckPoints(points, threads);
        FigureFunction function = new(figure);
        CheckIndependent(figure.SocialReturn.Scenario, function.Plan);
        Screening? screening =
            groups.IsDefaultOrEmpty && everyInput == Screen.WhereMany && function.Plan.Inputs.Length > Screening.MostUnscreened
                ? Screening.Of(figure, seed)
                : null;
        ImmutableArray<InputGroup> players = InputGroup.Covering(function.Plan.Inputs, screening?.SetApart([]) ?? (groups.IsDefault ? [] : groups));
        SaltelliDesign design = SaltelliDesign.Of(function, seed, points);
        SobolEstimator estimator = new(design, function, threads);
        SobolIndex[] rows = new SobolIndex[players.Length];
        Workers.For(players.Length, threads, function.Room, (i, room) => rows[i] = estimator.Index(players[i], room));
        return new(
            figure,
            points,
            seed,
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

/// <summary>Whether inputs that do not matter are set aside first.</summary>
public enum Screen
{
    /// <summary>Where there are more than 50 inputs.</summary>
    WhereMany,

    /// <summary>Never: each input is looked at by itself.</summary>
    Never,
}

/// <summary>The indices of an input or a group, as parts of the figure's variance.</summary>
/// <param name="Group">The input or the group.</param>
/// <param name="First">First order: the part that would go if the input alone were known.</param>
/// <param name="Total">Total order: the part that would remain if everything but the input were known.</param>
public sealed record SobolIndex(InputGroup Group, Estimate First, Estimate Total);
