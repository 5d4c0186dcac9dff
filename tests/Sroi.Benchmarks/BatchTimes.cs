using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Sroi.Batch.Plans;
using Sroi.Batch.Plans.Reading;
using Sroi.Batch.Running;
using Sroi.Parameters;
using Sroi.Parameters.Reading;

namespace Sroi.Benchmarks;

/// <summary>
/// The batch case beside its peer: as many scenarios of the reference model as asked, three inputs changed in each as peer_numpy_batch.py changes them, run
/// from a plan to a data set through the public API, warm and in process.
/// </summary>
internal static class BatchTimes
{
    private const int Outcomes = 12;

    private static readonly TimeSpan s_warmingUp = TimeSpan.FromSeconds(8);

    private static readonly string[] s_changed = ["unit_value", "deadweight", "attribution"];

    /// <summary>A line of JSON with the time taken.</summary>
    /// <param name="args">The number of scenarios and of draws; then optionally <c>--threads K</c>.</param>
    public static string Of(string[] args)
    {
        int scenarios = int.Parse(args[0], CultureInfo.InvariantCulture),
            draws = int.Parse(args[1], CultureInfo.InvariantCulture),
            threads = args is [_, _, "--threads", var given] ? int.Parse(given, CultureInfo.InvariantCulture) : Environment.ProcessorCount;
        string folder = Directory.CreateTempSubdirectory("sroi-benchmark-").FullName;
        try
        {
            ParameterLibrary library = ParameterLibrary.Open(ParameterLibrary.FindFolder(AppContext.BaseDirectory)!);
            // Warms up, so that compilation is not measured.
            Stopwatch warming = Stopwatch.StartNew();
            for (int runs = 300; warming.Elapsed < s_warmingUp; runs++)
            {
                _ = Timed(Plan(library, folder, runs, draws), library, folder, threads);
            }

            Measured first = Timed(Plan(library, folder, scenarios, draws), library, folder, threads),
                again = Timed(Plan(library, folder, scenarios, draws), library, folder, threads);
            return JsonSerializer.Serialize(
                new Dictionary<string, object>
                {
                    ["impl"] = $"sroi batch, {threads} threads",
                    ["S"] = scenarios,
                    ["n"] = draws,
                    ["seconds"] = first.Seconds,
                    ["cpu_seconds"] = first.ProcessorSeconds,
                    ["outcomes_at_hand"] = first.Outcome.Reuse.Found,
                    ["outcomes_drawn"] = first.Outcome.Reuse.Drawn,
                    ["resumed_seconds"] = again.Seconds,
                    ["resumed_known"] = again.Outcome.Known,
                    ["peak_rss_mb"] = Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0,
                }
            );
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Measured Timed(BatchPlan plan, ParameterLibrary library, string folder, int threads)
    {
        using Process process = Process.GetCurrentProcess();
        TimeSpan before = process.TotalProcessorTime;
        Stopwatch watch = Stopwatch.StartNew();
        BatchOutcome outcome = new BatchRunner(plan, library)
        {
            Folder = Path.Combine(folder, plan.Id),
            Store = Path.Combine(folder, plan.Id + "-runs"),
            Threads = threads,
        }.Run();
        double seconds = watch.Elapsed.TotalSeconds;
        process.Refresh();
        return new(seconds, (process.TotalProcessorTime - before).TotalSeconds, outcome);
    }

    // A row for each scenario: of two outcomes three numbers are moved by up to 2 %.
    private static BatchPlan Plan(ParameterLibrary library, string folder, int scenarios, int draws)
    {
        string name = $"reference_{scenarios}";
        StringBuilder table = new(string.Join(',', Columns()) + "\n");
        IReadOnlyDictionary<string, Parameter> numbers = ReferenceModel.SocialReturn.Scenario.Parameters;
        for (int s = 0; s < scenarios; s++)
        {
            Dictionary<string, double> factors = new()
            {
                [Id("unit_value", s % Outcomes)] = Factor(s),
                [Id("deadweight", s % Outcomes)] = Factor(s + 1),
                [Id("attribution", (s + 5) % Outcomes)] = Factor(s + 2),
            };
            table.AppendJoin(
                ',',
                Columns()
                    .Select(id =>
                        factors.TryGetValue(id, out double factor) ? (numbers[id].Value * factor).ToString("R", CultureInfo.InvariantCulture) : ""
                    )
            );
            table.Append('\n');
        }

        File.WriteAllText(Path.Combine(folder, name + ".csv"), table.ToString());
        string scenario = Path.Combine(AppContext.BaseDirectory, "reference_model.yaml");
        File.WriteAllText(
            Path.Combine(folder, name + ".yaml"),
            string.Create(CultureInfo.InvariantCulture, $"scenarios: ['{scenario}']\ndesign: {{table: {name}.csv}}\ndraws: {draws}\nseed: 1\n")
        );
        return BatchPlan.Read(library, Path.Combine(folder, name + ".yaml"));
    }

    private static double Factor(int s) => 1 + (0.02 * (((s * 37) % 41) - 20) / 20);

    private static IEnumerable<string> Columns() => s_changed.SelectMany(kind => Enumerable.Range(0, Outcomes).Select(outcome => Id(kind, outcome)));

    private static string Id(string kind, int outcome) =>
        string.Create(CultureInfo.InvariantCulture, $"scenarios.reference_model.{kind}_{outcome + 1}");

    private sealed record Measured(double Seconds, double ProcessorSeconds, BatchOutcome Outcome);
}
