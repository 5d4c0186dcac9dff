using System.Runtime.ExceptionServices;
using Sroi.Batch.Plans;
using Sroi.Batch.Results;

namespace Sroi.Batch.Running;

/// <summary>Runs computed on this machine, on several threads.</summary>
internal static class LocalRuns
{
    /// <summary>Computes runs, each once; the order in which they are done does not matter to their figures.</summary>
    /// <param name="work">The runs to compute.</param>
    /// <param name="threads">The number of threads.</param>
    /// <param name="deliver">Receives each run with its figures as soon as they are ready; called from any thread.</param>
    /// <param name="cancellation">Ends it after the runs under way.</param>
    public static void Compute(MissingRuns work, int threads, Action<BatchRun, RunRecord> deliver, CancellationToken cancellation)
    {
        int claimed = -1;
        ExceptionDispatchInfo? failed = null;
        void Work()
        {
            try
            {
                for (
                    int next = Interlocked.Increment(ref claimed);
                    next < work.Numbers.Count && failed is null && !cancellation.IsCancellationRequested;
                    next = Interlocked.Increment(ref claimed)
                )
                {
                    BatchRun run = work.Plan[work.Numbers[next]];
                    deliver(run, work.Computer.Compute(run));
                }
            }
            catch (Exception error)
            {
                failed = ExceptionDispatchInfo.Capture(error);
            }
        }

        Thread[] others = [.. Enumerable.Range(1, Math.Max(0, threads - 1)).Select(_ => new Thread(Work) { IsBackground = true })];
        foreach (Thread thread in others)
        {
            thread.Start();
        }

        Work();
        foreach (Thread thread in others)
        {
            thread.Join();
        }

        failed?.Throw();
    }
}

/// <summary>The runs of a plan that are yet to be computed.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Computer">What computes them.</param>
/// <param name="Numbers">Their numbers, in ascending order.</param>
internal sealed record MissingRuns(BatchPlan Plan, RunComputer Computer, IReadOnlyList<long> Numbers);
