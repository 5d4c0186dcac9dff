using System.Collections.Immutable;
using Sroi.Arithmetic;
using Sroi.Evaluation;
using Sroi.Uncertainty.Streams;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Uncertainty.Running;

/// <summary>
/// A probabilistic sensitivity analysis to be run: every uncertain input of a social return drawn at once, the same formulas evaluated for each draw.
/// </summary>
/// <remarks>
/// Draw k of an input is a pure function of the seed, the input's id and k, so a result has the same bits on any number of threads and at every vector
/// width, another input changes none of its draws, and two scenarios with the same seed share theirs.
/// </remarks>
public sealed record Simulation
{
    /// <summary>What is simulated.</summary>
    public required SocialReturn SocialReturn { get; init; }

    /// <summary>How many draws; with <see cref="Until"/> the most that are made.</summary>
    public required long Draws { get; init; }

    /// <summary>The seed: any number. The same seed gives the same draws.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Where the uniforms come from; independent random numbers unless said otherwise.</summary>
    public Sampling Sampling { get; init; } = Sampling.Philox;

    /// <summary>For which figures a distribution is wanted; the four headline figures unless said otherwise.</summary>
    public Breakdown Breakdown { get; init; } = Breakdown.Headlines;

    /// <summary>Which draws are kept; none unless said otherwise.</summary>
    public Kept Keep { get; init; } = Kept.Nothing;

    /// <summary>
    /// How large the standard errors may be at most: of the ratio of means and of the ratio's 5th and 95th percentiles as parts of their own size, and
    /// of the probability of a ratio above 1 in absolute points. 0.005 is half a per cent. Null for exactly <see cref="Draws"/> draws.
    /// </summary>
    public double? Until { get; init; }

    /// <summary>How many threads; null for as many as there are processors. It changes no result.</summary>
    public int? Threads { get; init; }

    /// <summary>The ids of other scenarios' inputs with which Sobol points are shared, so that two scenarios have common draws. Philox needs none.</summary>
    public ImmutableArray<string> Alongside { get; init; } = [];

    /// <summary>How many doubles are worked on at once; it changes no result.</summary>
    internal Width Width { get; init; } = Widths.Widest;

    /// <summary>A simulation of independent draws.</summary>
    /// <param name="social">What is simulated.</param>
    /// <param name="draws">How many draws.</param>
    /// <param name="seed">The seed.</param>
    public static Simulation Of(SocialReturn social, long draws, ulong seed) =>
        new()
        {
            SocialReturn = social,
            Draws = draws,
            Seed = seed,
        };

    /// <summary>Runs it.</summary>
    /// <exception cref="SimulationException">It cannot be run as asked; nothing has been drawn.</exception>
    public SimulationResult Run() => Run(progress: null, CancellationToken.None);

    /// <summary>Runs it, telling how far it is; where it is cancelled, the result is of the draws made until then.</summary>
    /// <param name="progress">Is told the draws done and to be done, from any thread; null for nobody.</param>
    /// <param name="cancellation">Ends it within a few blocks.</param>
    /// <exception cref="SimulationException">It cannot be run as asked; nothing has been drawn.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled before the first block was done.</exception>
    public SimulationResult Run(IProgress<SimulationProgress>? progress, CancellationToken cancellation)
    {
        SimulationLimits.Check(this);
        return new Simulator(this).Run(progress, cancellation);
    }
}

/// <summary>How far a simulation is.</summary>
/// <param name="Done">Draws made.</param>
/// <param name="Total">Draws to be made; with <see cref="Simulation.Until"/> as far as is known by now.</param>
public readonly record struct SimulationProgress(long Done, long Total);
