using System.Collections.Immutable;
using Sroi.Uncertainty;

namespace Sroi.Sensitivity;

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
)
{
    /// <summary>How many permutations are used where nobody says.</summary>
    public const int UsualSamples = 65_536;

    private const int LeastSamples = 1024;

    /// <summary>The effects of inputs.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="samples">How many permutations, at least 1,024.</param>
    /// <param name="groups">Inputs looked at together; default for each by itself, where above 50 those that a screening finds not to matter are one group.</param>
    /// <param name="everyInput">Whether each input is looked at by itself however many there are.</param>
    /// <param name="threads">How many threads; null for as many as there are processors. It changes no result.</param>
    /// <exception cref="SensitivityException">Too few samples, nothing varies, or the figure is undefined somewhere.</exception>
    public static ShapleyEffects Of(
        TargetFigure figure,
        ulong seed,
        int samples = UsualSamples,
        ImmutableArray<InputGroup> groups = default,
        Screen everyInput = Screen.WhereMany,
        int? threads = null
    )
    {
        Limits.CheckDraws(samples, LeastSamples, "Shapley effects", threads);
        FigureFunction function = new(figure);
        DrawPlan draws = DrawPlan.Of(function.Plan, DrawRules.Of([figure.SocialReturn.Scenario], seed));
        Screening? screening =
            groups.IsDefaultOrEmpty && everyInput == Screen.WhereMany && function.Plan.Inputs.Length > Screening.MostUnscreened
                ? Screening.Of(figure, seed)
                : null;
        string[][] together = [.. draws.Groups.Select(group => group.Inputs.Select(input => draws.Inputs[input].Id).ToArray())];
        ImmutableArray<InputGroup> players = InputGroup.Covering(
            function.Plan.Inputs,
            screening?.SetApart(together) ?? (groups.IsDefault ? [] : groups)
        );

        int blocks = (int)Block.Count(samples);
        ShapleySums[] sums = new ShapleySums[blocks];
        int[][] members = [.. players.Select(player => player.NumbersIn(function.Plan))];
        Workers.For(
            blocks,
            threads,
            () => new ShapleyBlock(function, draws, members, seed),
            (block, worker) => sums[block] = worker.Run(block, Math.Min(Block.Size, samples - (block * Block.Size)))
        );
        return Shared(figure, seed, samples, players, screening, ShapleySums.Total(sums, players.Length));
    }

    private static ShapleyEffects Shared(
        TargetFigure figure,
        ulong seed,
        int samples,
        ImmutableArray<InputGroup> players,
        Screening? screening,
        ShapleySums total
    )
    {
        double variance = total.Whole / samples;
        if (variance <= 0)
        {
            throw new SensitivityException($"{figure.Id} has the same value in every draw: there is no variance to be shared out.");
        }

        return new(
            figure,
            samples,
            seed,
            new(variance, Math.Sqrt(Math.Max(0, (total.WholeSquared / samples) - (variance * variance)) / samples)),
            [
                .. players
                    .Select((player, i) => new ShapleyEffect(player, total.Effect(i, samples)))
                    .OrderByDescending(effect => effect.Effect.Value)
                    .ThenBy(effect => effect.Group.Name, StringComparer.Ordinal),
            ],
            screening
        );
    }
}

/// <summary>The part of the variance that an input or a group is given.</summary>
/// <param name="Group">The input or the group.</param>
/// <param name="Effect">Its part of the variance, with its standard error; the parts sum to 1.</param>
public sealed record ShapleyEffect(InputGroup Group, Estimate Effect);
