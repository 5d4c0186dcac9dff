using System.Collections.Immutable;
using Sroi.Arithmetic;
using Sroi.Evaluation;
using Sroi.Uncertainty.Streams;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Uncertainty.Running;

/// <summary>
/// A probabilistic sensitivity analysis: all uncertain parameters of a case are drawn together, and the same formulas evaluated for each draw.
/// </summary>
/// <remarks>
/// Draw k of a parameter is a pure function of the seed, the parameter's id and k, so a result is identical on any number of threads and at every vector
/// width, adding a parameter changes no other draws, and two scenarios with the same seed share theirs.
/// </remarks>
public sealed record Simulation
{
    /// <summary>The case.</summary>
    public required SocialReturn SocialReturn { get; init; }

    /// <summary>The number of draws; with <see cref="Until"/>, the maximum.</summary>
    public required long Draws { get; init; }

    /// <summary>The seed: any number. The same seed gives the same draws.</summary>
    public required ulong Seed { get; init; }

    /// <summary>The source of the uniforms (default: independent random numbers).</summary>
    public Sampling Sampling { get; init; } = Sampling.Philox;

    /// <summary>The figures to report distributions for (default: the four headline figures).</summary>
    public Breakdown Breakdown { get; init; } = Breakdown.Headlines;

    /// <summary>Which draws are kept (default: none).</summary>
    public Kept Keep { get; init; } = Kept.Nothing;

    /// <summary>
    /// The largest acceptable standard error: relative, for the ratio of means and the ratio's 5th and 95th percentiles; in
    /// absolute points, for the probability of a ratio above 1. 0.005 is half a per cent. Null for exactly <see cref="Draws"/> draws.
    /// </summary>
    public double? Until { get; init; }

    /// <summary>The number of threads; null for one per processor. Results do not depend on it.</summary>
    public int? Threads { get; init; }

    /// <summary>
    /// The ids of other scenarios' parameters with which to share Sobol dimensions, so that scenarios have common draws. Philox does not need them.
    /// </summary>
    public ImmutableArray<string> Alongside { get; init; } = [];

    /// <summary>The vector width; results do not depend on it.</summary>
    internal Width Width { get; init; } = Widths.Widest;

    /// <summary>A simulation of independent draws.</summary>
    /// <param name="social">The case.</param>
    /// <param name="draws">The number of draws.</param>
    /// <param name="seed">The seed.</param>
    public static Simulation Of(SocialReturn social, long draws, ulong seed) =>
        new()
        {
            SocialReturn = social,
            Draws = draws,
            Seed = seed,
        };

    /// <summary>Runs the simulation.</summary>
    /// <exception cref="SimulationException">It cannot be run as requested; nothing has been drawn.</exception>
    public SimulationResult Run() => Run(progress: null, CancellationToken.None);

    /// <summary>Runs the simulation and reports progress; if cancelled, the result covers the draws made so far.</summary>
    /// <param name="progress">Receives the draws done and the total, from any thread; null for no progress.</param>
    /// <param name="cancellation">Stops it within a few blocks.</param>
    /// <exception cref="SimulationException">It cannot be run as requested; nothing has been drawn.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled before the first block was done.</exception>
    public SimulationResult Run(IProgress<SimulationProgress>? progress, CancellationToken cancellation)
    {
        SimulationLimits.Check(this);
        return new Simulator(this).Run(progress, cancellation);
    }
}

/// <summary>The progress of a simulation.</summary>
/// <param name="Done">Draws made.</param>
/// <param name="Total">Draws to make; with <see cref="Simulation.Until"/>, the current estimate.</param>
public readonly record struct SimulationProgress(long Done, long Total);
