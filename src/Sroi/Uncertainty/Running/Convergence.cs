using System.Globalization;
using Sroi.Uncertainty.Streams;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Uncertainty.Running;

/// <summary>Decides after each part of a run whether its errors are small enough, and how many draws are needed.</summary>
internal sealed class Convergence(Simulation simulation)
{
    private const long FirstDraws = 16_384;

    // Percentiles close to zero are held to a part of the ratio itself.
    private const double LeastPart = 0.05;

    private readonly int _replicates = simulation.Sampling.Replicates;

    /// <summary>The number of draws with which a run begins: all, if no tolerance was given.</summary>
    public BlockSchedule First => Schedule(simulation.Until is null ? simulation.Draws : Math.Min(simulation.Draws, FirstDraws));

    /// <summary>The number of draws with which it continues; null if it is done.</summary>
    public BlockSchedule? Next(BlockSchedule done, SimulationResult result)
    {
        if (simulation.Until is not { } tolerance || done.Draws >= simulation.Draws || Worst(result) <= tolerance)
        {
            return null;
        }

        if (simulation.Sampling == Sampling.Sobol)
        {
            return Schedule(done.Draws * 2);
        }

        // Whole blocks, so that the next part begins where this one ended.
        long step = _replicates * Block.Size,
            wanted = (long)Math.Clamp(Needed(done.Draws, result, tolerance) * 1.02, done.Draws * 1.25, done.Draws * 8.0);
        return Schedule(Math.Min(simulation.Draws, (wanted + step - 1) / step * step));
    }

    /// <summary>The final report; null if no tolerance was given.</summary>
    public ConvergenceReport? Report(SimulationResult result) =>
        simulation.Until is { } tolerance
            ? new(tolerance, Worst(result), Worst(result) <= tolerance, (long)Math.Min(Needed(result.Draws, result, tolerance), Samplings.MostDraws))
            : null;

    private BlockSchedule Schedule(long draws) => new(_replicates, draws / _replicates);

    // Errors fall with the square root of the number of draws, or faster.
    private static double Needed(long draws, SimulationResult result, double tolerance) =>
        Math.Ceiling(draws * Math.Pow(Worst(result) / tolerance, 2));

    // The largest of the errors that the tolerance applies to; those of the net present value if there is no ratio.
    private static double Worst(SimulationResult result)
    {
        if (result.RatioOfMeans is { Value: not 0 } ratio && result.SroiRatio is { Percentiles.IsEmpty: false } distribution)
        {
            double Part(double value, double error) => error / Math.Max(Math.Abs(value), LeastPart * Math.Abs(ratio.Value));
            PercentileEstimate low = distribution.Percentile(0.05),
                high = distribution.Percentile(0.95);
            return new[]
            {
                Part(ratio.Value, ratio.StandardError),
                result.ProbabilityRatioAboveOne?.StandardError ?? 0,
                Part(low.Value, low.StandardError),
                Part(high.Value, high.StandardError),
            }.Max();
        }

        FigureSummary money = result.NetPresentValue ?? result.PresentValueInputs;
        return money.Mean is { Value: not 0 } mean
            ? Math.Max(mean.StandardError / Math.Abs(mean.Value), money.ProbabilityAboveThreshold?.StandardError ?? 0)
            : 0;
    }
}

/// <summary>Whether a simulation reached its tolerance.</summary>
/// <param name="Tolerance">The requested tolerance.</param>
/// <param name="Worst">The largest of the errors it applies to, relative to the figure, or in absolute points for a probability.</param>
/// <param name="IsReached">Whether it was reached.</param>
/// <param name="DrawsNeeded">The estimated number of draws needed.</param>
public sealed record ConvergenceReport(double Tolerance, double Worst, bool IsReached, long DrawsNeeded)
{
    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"The largest standard error is {Worst * 100:0.###} %, {(IsReached ? "within" : "above")} the requested {Tolerance * 100:0.######} %{(IsReached ? "." : $"; about {DrawsNeeded:N0} draws would be enough.")}"
        );
}
