using System.Collections.Immutable;
using System.Diagnostics;
using Sroi.Batch.Plans;
using Sroi.Batch.Results;
using Sroi.Evaluation;
using Sroi.Parameters.Reading;

namespace Sroi.Batch.Running;

/// <summary>The estimated cost of a plan on this machine, measured on a few of its runs.</summary>
public sealed record BatchEstimate
{
    private const int MostCases = 4,
        RunsOfCase = 8;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(4);

    /// <summary>The number of trial runs.</summary>
    public required int Tried { get; init; }

    /// <summary>The number of trial runs that failed.</summary>
    public required int Failed { get; init; }

    /// <summary>About how long all runs take, on as many threads as asked about.</summary>
    public required TimeSpan Time { get; init; }

    /// <summary>About how many bytes the finished runs take that are kept, each run once.</summary>
    public required long StoreBytes { get; init; }

    /// <summary>About how many bytes the tables of the results take.</summary>
    public required long ResultBytes { get; init; }

    /// <summary>Why the first failed run failed; null if none did.</summary>
    public required string? Error { get; init; }

    /// <summary>Tries some runs of a plan, spread over its cases.</summary>
    /// <param name="plan">The plan; it has runs.</param>
    /// <param name="library">The parameters that it was read with.</param>
    /// <param name="threads">On how many threads it would run.</param>
    public static BatchEstimate Of(BatchPlan plan, ParameterLibrary library, int threads)
    {
        RunComputer computer = new(plan, library, FigureCatalogue.Standard);
        Sample first = new(),
            later = new();

        // Warms up, so that compilation is not measured.
        _ = computer.Compute(plan[0]);
        Stopwatch all = Stopwatch.StartNew();
        foreach (long start in Starts(plan))
        {
            BatchCase one = plan[start].Case;
            Try(new RunComputer(plan, library, FigureCatalogue.Standard), plan[start], first);
            for (long number = start + 1; number < Math.Min(plan.Runs, start + RunsOfCase) && plan[number].Case == one; number++)
            {
                Try(computer, plan[number], later);
            }

            if (all.Elapsed > Longest)
            {
                break;
            }
        }

        double ofRun = later.Count == 0 ? first.Seconds / first.Count : later.Seconds / later.Count,
            ofCase = Math.Max(0, (first.Seconds / first.Count) - ofRun);
        return new()
        {
            Tried = first.Count + later.Count,
            Failed = first.Failed + later.Failed,
            Time = TimeSpan.FromSeconds(((ofCase * plan.Cases.Length) + (ofRun * plan.Runs)) / Math.Min(threads, plan.Runs)),
            Error = first.Error ?? later.Error,
            ResultBytes = (long)(SampleSize(plan, computer, [.. first.Runs, .. later.Runs]) * plan.Runs),
            StoreBytes = (long)((first.Bytes + later.Bytes) / (double)(first.Count + later.Count) * plan.Runs),
        };
    }

    private static IEnumerable<long> Starts(BatchPlan plan) => Enumerable.Range(0, MostCases).Select(part => plan.Runs * part / MostCases).Distinct();

    private static void Try(RunComputer computer, BatchRun run, Sample sample)
    {
        Stopwatch watch = Stopwatch.StartNew();
        RunRecord record = computer.Compute(run);
        sample.Seconds += watch.Elapsed.TotalSeconds;
        sample.Bytes += record.ToBytes().Length;
        sample.Failed += record.Error is null ? 0 : 1;
        sample.Error ??= record.Error;
        sample.Runs.Add((run, record));
    }

    // Bytes of a run in the tables: what all of these take more than half of them, since some of it is there only once.
    private static double SampleSize(BatchPlan plan, RunComputer computer, (BatchRun Run, RunRecord Record)[] runs)
    {
        string temp = Directory.CreateTempSubdirectory("sroi-check-").FullName;
        try
        {
            Manifest manifest = new PlanSurvey("", 0, ImmutableSortedDictionary<string, string>.Empty).Manifest(plan, new(0, plan.Runs));
            int years = runs.Max(run => computer.YearsOf(run.Run));
            long Size(string folder, int count)
            {
                using DataSetWriter writer = new(Path.Combine(temp, folder), manifest, plan.Axes, years, RunColumns.Standard);
                foreach ((BatchRun run, RunRecord record) in runs.Take(count))
                {
                    writer.Add(run, computer.AddressOf(run), record);
                }

                writer.Complete();
                return Results.Manifest.Find(Path.Combine(temp, folder))!.Tables.Sum(table => table.Bytes);
            }

            int half = runs.Length / 2;
            return half == 0 ? Size("all", 1) : (Size("all", runs.Length) - Size("half", half)) / (double)(runs.Length - half);
        }
        finally
        {
            Directory.Delete(temp, recursive: true);
        }
    }

    private sealed class Sample
    {
        public List<(BatchRun Run, RunRecord Record)> Runs { get; } = [];

        public int Count => Runs.Count;

        public string? Error { get; set; }

        public int Failed { get; set; }

        public double Seconds { get; set; }

        public long Bytes { get; set; }
    }
}
