using System.Collections.Immutable;
using System.Reflection;
using Hangfire;
using Hangfire.Common;
using Hangfire.States;
using Sroi.Batch.Plans;
using Sroi.Batch.Results;

namespace Sroi.Batch.Queue;

/// <summary>A job of the queue: some runs, computed in sequence and handed over together.</summary>
/// <param name="worker">The worker that does it.</param>
public sealed class UnitJob(QueueWorker worker)
{
    internal const int Attempts = 5;

    /// <summary>The one method that a job may call.</summary>
    internal static MethodInfo Method { get; } = typeof(UnitJob).GetMethod(nameof(Compute))!;

    /// <summary>Computes runs.</summary>
    /// <param name="bundle">The hash of the files that they need.</param>
    /// <param name="runs">The runs, as text.</param>
    /// <param name="queue">The queue that it belongs to, also when it is tried again.</param>
    /// <param name="signature">The signature of all these, as hexadecimal digits.</param>
    /// <param name="cancellation">Ends it when the worker leaves; the job is then given to another.</param>
    [AutomaticRetry(Attempts = Attempts, DelaysInSeconds = [1, 3, 10, 20, 30], ExceptOn = [typeof(UnsignedJobException)]), OwnQueue]
    public void Compute(string bundle, string runs, string queue, string signature, CancellationToken cancellation)
    {
        worker.Check(new(bundle, runs, queue), signature);
        OpenBundle open = worker.Open(bundle);
        ImmutableArray<QueuedRun> queued = QueuedRun.Read(runs);
        List<(UnitAddress, RunRecord)> done = [];
        foreach (QueuedRun one in queued)
        {
            cancellation.ThrowIfCancellationRequested();
            BatchRun run = one.In(open.Bundle);
            UnitAddress address = open.Computer.AddressOf(run);
            if (address.ToString() != one.Address)
            {
                throw new BatchException(
                    $"This worker comes to another address of a run of {run.Case.Scenario} ({address}) than the one that asks for it ({one.Address}): it has other files or another program."
                );
            }

            done.Add((address, open.Computer.Compute(run)));
        }

        worker.HandOver(done);
    }

    // Hangfire puts a job that is tried again into its queue for all, from which no worker of ours takes.
    [AttributeUsage(AttributeTargets.Method)]
    private sealed class OwnQueueAttribute : JobFilterAttribute, IElectStateFilter
    {
        private const int QueueArgument = 2;

        public void OnStateElection(ElectStateContext context)
        {
            if (context.CandidateState is EnqueuedState enqueued)
            {
                enqueued.Queue = (string)context.BackgroundJob.Job.Args[QueueArgument] ?? enqueued.Queue;
            }
        }
    }
}
