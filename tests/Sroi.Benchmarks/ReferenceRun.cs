using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Sroi.Evaluation;
using Sroi.Model.Reading;
using Sroi.Parameters.Reading;
using Sroi.Uncertainty.Running;
using Sroi.Uncertainty.Streams;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Benchmarks;

/// <summary>
/// The reference model, read from its scenario file and run through the public API, timed warm and in process as the peers are: drawing and all
/// summaries, not the reading of files.
/// </summary>
internal static class ReferenceRun
{
    private static readonly TimeSpan WarmingUp = TimeSpan.FromSeconds(2);

    /// <summary>The line of JSON that the side-by-side run reads.</summary>
    /// <param name="args">The number of draws, such as 1e6; then <c>--threads K</c> and <c>--sampling S</c>, both optional.</param>
    public static string Of(string[] args)
    {
        Simulation simulation = ReferenceModel.Simulation with
        {
            Draws = (long)double.Parse(args[0], CultureInfo.InvariantCulture),
            Threads = int.Parse(Option(args, "--threads") ?? "1", CultureInfo.InvariantCulture),
            Sampling = Samplings.Parse(Option(args, "--sampling") ?? "philox"),
        };

        // Warms up, so that compilation is not measured.
        Stopwatch warming = Stopwatch.StartNew();
        for (ulong seed = 2; warming.Elapsed < WarmingUp; seed++)
        {
            _ = (simulation with { Draws = Math.Min(simulation.Draws, 1 << 18), Seed = seed }).Run();
        }

        using Process process = Process.GetCurrentProcess();
        TimeSpan before = process.TotalProcessorTime;
        Stopwatch watch = Stopwatch.StartNew();
        SimulationResult result = simulation.Run();
        double seconds = watch.Elapsed.TotalSeconds;
        process.Refresh();
        return Line(result, seconds, (process.TotalProcessorTime - before).TotalSeconds, process.PeakWorkingSet64 / 1048576.0);
    }

    private static string Line(SimulationResult result, double seconds, double processorSeconds, double megabytes)
    {
        FigureSummary ratio = result.SroiRatio!;
        return JsonSerializer.Serialize(
            new Dictionary<string, object>
            {
                ["impl"] = $"sroi {result.Simulation.Sampling.Name}, {result.Simulation.Threads} threads",
                ["n"] = result.Draws,
                ["seconds"] = seconds,
                ["cpu_seconds"] = processorSeconds,
                ["mean_ratio"] = ratio.Mean!.Value,
                ["sd_ratio"] = ratio.StandardDeviation!.Value,
                ["mean_pv"] = result.PresentValueBenefits.Mean!.Value,
                ["p025"] = ratio.Percentile(0.025).Value,
                ["p05"] = ratio.Percentile(0.05).Value,
                ["p50"] = ratio.Percentile(0.5).Value,
                ["p95"] = ratio.Percentile(0.95).Value,
                ["p975"] = ratio.Percentile(0.975).Value,
                ["p_gt_1"] = result.ProbabilityRatioAboveOne!.Value,
                ["outcome_means"] = result.Of(FigureGroup.Outcome).Select(outcome => outcome.Mean!.Value),
                ["peak_rss_mb"] = megabytes,
            }
        );
    }

    private static string? Option(string[] args, string name)
    {
        int at = Array.IndexOf(args, name);
        return at < 0 ? null : args[at + 1];
    }
}

/// <summary>The reference model as a simulation.</summary>
internal static class ReferenceModel
{
    /// <summary>Its social return.</summary>
    public static SocialReturn SocialReturn { get; } =
        SocialReturn.Of(
            ParameterLibrary
                .Open(ParameterLibrary.FindFolder(AppContext.BaseDirectory)!)
                .Scenario(Path.Combine(AppContext.BaseDirectory, "reference_model.yaml"))
        );

    /// <summary>Headline figures in full and the mean of each outcome.</summary>
    public static Simulation Simulation { get; } = Simulation.Of(SocialReturn, draws: 1_000_000, seed: 1) with { Breakdown = Breakdown.Outcomes };
}
