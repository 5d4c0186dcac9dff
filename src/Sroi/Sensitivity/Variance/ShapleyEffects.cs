using System.Collections.Immutable;
using Sroi.Showing;
using Sroi.Uncertainty.Running;
using Sroi.Uncertainty.Streams;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Sensitivity.Variance;

/// <summary>
/// The figure's variance shared out among the inputs, whether they move together or not: each gets the mean of what knowing it explains, over all orders in which
/// the inputs become known. The effects sum to the whole.
/// </summary>
/// <remarks>
/// A. B. Owen (2014); E. Song, B. L. Nelson and J. Staum (2016). By sampled permutations: T. Goda, "A simple algorithm for global sensitivity analysis with
/// Shapley effects" (2021), with inputs that move together drawn from what they are given the others (Rosenblatt), so that it holds for them too.
/// </remarks>
/// <param name="Figure">The figure.</param>
/// <param name="Samples">How many permutations; the figure is computed samples × (rows + 1) times.</param>
/// <param name="Seed">Their seed.</param>
/// <param name="Variance">The variance of the figure, in its unit squared.</param>
/// <param name="Effects">A row for each input or group, the largest first.</param>
/// <param name="Screened">The screening by which inputs that do not matter were put together first; null where there was none.</param>
public sealed record ShapleyEffects(
    TargetFigure Figure,
    int Samples,
    ulong Seed,
    Estimate Variance,
    ImmutableArray<ShapleyEffect> Effects,
    Screening? Screened
) : Result
{
    /// <summary>How many permutations are used where nobody says.</summary>
    public const int UsualSamples = 65_536;

    private const int LeastSamples = 1024;

    /// <summary>The effects of inputs, from the usual number of orders.</summary>
    /// <exception cref="SensitivityException">Nothing varies, or the figure is undefined somewhere.</exception>
    public static ShapleyEffects Of(TargetFigure figure, ulong seed) => Of(figure, new VarianceDesign(seed));

    /// <summary>The effects of inputs.</summary>
    /// <exception cref="SensitivityException">Too few orders, nothing varies, or the figure is undefined somewhere.</exception>
    public static ShapleyEffects Of(TargetFigure figure, VarianceDesign design)
    {
        int samples = design.Points ?? UsualSamples;
        Limits.CheckDraws(samples, LeastSamples, "Shapley effects", design.Threads);
        FigureFunction function = new(figure);
        DrawPlan draws = DrawPlan.Of(function.Plan, DrawRules.Of([figure.SocialReturn.Scenario], design.Seed));
        Screening? screening = design.Screened(figure, function.Plan.Inputs.Length);
        string[][] together = [.. draws.Groups.Select(group => group.Inputs.Select(input => draws.Inputs[input].Id).ToArray())];
        ImmutableArray<InputGroup> players = InputGroup.Covering(function.Plan.Inputs, screening?.SetApart(together) ?? design.Groups);

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

    private static ShapleyEffects Shared(FigureFunction function, ulong seed, ImmutableArray<InputGroup> players, ShapleySums total)
    {
        TargetFigure figure = function.Figure;
        if (function.IsNoise(total.Variance.Value))
        {
            throw new SensitivityException($"{figure.Id} has the same value in every draw: there is no variance to be shared out.");
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

/// <summary>The part of the variance that an input or a group is given.</summary>
/// <param name="Group">The input or the group.</param>
/// <param name="Effect">Its part of the variance, with its standard error; the parts sum to 1.</param>
public sealed record ShapleyEffect(InputGroup Group, Estimate Effect);
