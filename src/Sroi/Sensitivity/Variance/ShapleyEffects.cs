using System.Collections.Immutable;
using Sroi.Showing;
using Sroi.Uncertainty.Running;
using Sroi.Uncertainty.Streams;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Sensitivity.Variance;

/// <summary>
/// Shapley effects: the variance of a figure attributed to its parameters, correlated or not. Each gets the mean of the variance that knowing it explains, over
/// all orders in which
/// the parameters become known. The effects sum to the total.
/// </summary>
/// <remarks>
/// A. B. Owen (2014); E. Song, B. L. Nelson and J. Staum (2016). By sampled permutations: T. Goda, "A simple algorithm for global sensitivity analysis with
/// Shapley effects" (2021), with correlated parameters drawn conditional on the others (Rosenblatt), so that it holds for them too.
/// </remarks>
/// <param name="Figure">The figure.</param>
/// <param name="Samples">The number of permutations; the figure is computed samples × (rows + 1) times.</param>
/// <param name="Seed">The seed.</param>
/// <param name="Variance">The variance of the figure, in its unit squared.</param>
/// <param name="Effects">A row for each parameter or group, largest first.</param>
/// <param name="Screened">The screening that grouped parameters of little influence first; null if there was none.</param>
public sealed record ShapleyEffects(
    TargetFigure Figure,
    int Samples,
    ulong Seed,
    Estimate Variance,
    ImmutableArray<ShapleyEffect> Effects,
    Screening? Screened
) : Result
{
    /// <summary>The default number of permutations.</summary>
    public const int UsualSamples = 65_536;

    private const int LeastSamples = 1024;

    /// <summary>The effects of all parameters, from the default number of permutations.</summary>
    /// <exception cref="SensitivityException">Nothing varies, or the figure is undefined somewhere.</exception>
    public static ShapleyEffects Of(TargetFigure figure, ulong seed) => Of(figure, new VarianceDesign(seed));

    /// <summary>The effects of parameters.</summary>
    /// <exception cref="SensitivityException">Too few orders, nothing varies, or the figure is undefined somewhere.</exception>
    public static ShapleyEffects Of(TargetFigure figure, VarianceDesign design)
    {
        int samples = design.Points ?? UsualSamples;
        Limits.CheckDraws(samples, LeastSamples, "Shapley effects", design.Threads);
        FigureFunction function = new(figure);
        DrawPlan draws = DrawPlan.Of(function.Plan, DrawRules.Of([figure.SocialReturn.Scenario], design.Seed));
        Screening? screening = design.Screened(figure, function.Plan.Parameters.Length);
        string[][] together = [.. draws.Groups.Select(group => group.Parameters.Select(parameter => draws.Parameters[parameter].Id).ToArray())];
        ImmutableArray<ParameterGroup> players = ParameterGroup.Covering(function.Plan.Parameters, screening?.SetApart(together) ?? design.Groups);

        ShapleySums[] sums = new ShapleySums[Block.Count(samples)];
        int[][] members = [.. players.Select(player => player.NumbersIn(function.Plan))];
        Workers.For(
            sums.Length,
            design.Threads,
            () => new ShapleyBlock(function, draws, members, design.Seed),
            (block, worker) => sums[block] = worker.Run(block, Math.Min(Block.Size, samples - (block * Block.Size)))
        );
        return Shared(function, design.Seed, players, ShapleySums.Total(sums, players.Length)) with { Screened = screening };
    }

    private static ShapleyEffects Shared(FigureFunction function, ulong seed, ImmutableArray<ParameterGroup> players, ShapleySums total)
    {
        TargetFigure figure = function.Figure;
        if (function.IsNoise(total.Variance.Value))
        {
            throw new SensitivityException($"{figure.Id} has the same value in every draw: there is no variance to attribute.");
        }

        return new(
            figure,
            total.Samples,
            seed,
            total.Variance,
            [
                .. players
                    .Select((player, i) => new ShapleyEffect(player, total.Effect(i)))
                    .OrderByDescending(effect => effect.Effect.Value)
                    .ThenBy(effect => effect.Group.Name, StringComparer.Ordinal),
            ],
            Screened: null
        );
    }
}

/// <summary>The share of the variance attributed to a parameter or a group.</summary>
/// <param name="Group">The parameter or the group.</param>
/// <param name="Effect">Its share of the variance, with its standard error; the shares sum to 1.</param>
public sealed record ShapleyEffect(ParameterGroup Group, Estimate Effect);
