using System.Diagnostics;
using System.Globalization;
using Hangfire;
using Hangfire.PostgreSql;
using Hangfire.States;
using Hangfire.Storage.Monitoring;
using Sroi.Batch.Plans;
using Sroi.Batch.Results;
using Sroi.Batch.Running;
using Sroi.Parameters.Reading;

namespace Sroi.Batch.Queue;

/// <summary>Runs of a plan computed by the workers of a queue.</summary>
/// <param name="connection">The queue.</param>
/// <param name="library">The parameters that the plan was read with.</param>
/// <param name="tell">Receives messages for the user.</param>
public sealed class QueuedRuns(QueueConnection connection, ParameterLibrary library, Action<string> tell)
{
    private const int MostOfJob = 256,
        LeastJobs = 16,
        AddressesAtOnce = 2_000;

    private const double SecondsOfJob = 1.5;

    private const int MostOfReason = 500;

    private static readonly TimeSpan s_poll = TimeSpan.FromMilliseconds(200),
        s_patience = TimeSpan.FromSeconds(5);

    private bool _isWarned;

    private string Queue => QueueStorage.QueueOf(connection.Key);

    /// <summary>Has runs computed elsewhere: what <see cref="BatchRunner"/> asks for instead of this machine's own threads.</summary>
    /// <exception cref="BatchException">The database is gone; what has arrived is kept.</exception>
    internal void Compute(MissingRuns work, Action<BatchRun, RunRecord> deliver, CancellationToken cancellation) =>
        connection.Guarded(() =>
        {
            Ask(work, deliver, cancellation);
            return 0;
        });

    private void Ask(MissingRuns work, Action<BatchRun, RunRecord> deliver, CancellationToken cancellation)
    {
        Waiting waiting = new(work, deliver);
        foreach (UnitAddress[] some in waiting.Addresses.Chunk(AddressesAtOnce))
        {
            Ask(
                source =>
                {
                    QueueTables.ForgetFailed(source, some);
                    return 0;
                },
                cancellation
            );
            waiting.Arrived(Signed(some, cancellation).Signed);
        }

        if (waiting.IsDone)
        {
            return;
        }

        int ofJob = Size(work, waiting);
        (byte[] zip, string hash) = WorkBundle.Pack(work.Plan, library);
        Ask(
            source =>
            {
                QueueTables.Add(source, hash, zip);
                return 0;
            },
            cancellation
        );
        using StorageOfJobs jobs = new(QueueStorage.Open(connection));
        Dictionary<string, UnitAddress[]> open = Enqueue(jobs, work, waiting, (hash, ofJob));
        try
        {
            Wait(jobs, open, waiting, cancellation);
        }
        finally
        {
            // The remaining jobs have no sender waiting for them.
            foreach (string id in open.Keys)
            {
                jobs.Client.Delete(id);
            }
        }

        if (waiting.IsDone)
        {
            Ask(
                source =>
                {
                    QueueTables.RemoveBundle(source, hash);
                    return 0;
                },
                cancellation
            );
        }
    }

    // One run is computed here, to find how many make a job of a second or two.
    private static int Size(MissingRuns work, Waiting waiting)
    {
        (UnitAddress address, BatchRun run) = waiting.First();
        Stopwatch watch = Stopwatch.StartNew();
        RunRecord record = work.Computer.Compute(run);
        waiting.Arrived(new Dictionary<UnitAddress, RunRecord> { [address] = record });
        double fitting = SecondsOfJob / Math.Max(1e-4, watch.Elapsed.TotalSeconds / 2);
        return (int)Math.Clamp(Math.Min(fitting, waiting.Count / (double)LeastJobs), 1, MostOfJob);
    }

    private Dictionary<string, UnitAddress[]> Enqueue(StorageOfJobs jobs, MissingRuns work, Waiting waiting, (string Bundle, int OfJob) how)
    {
        Dictionary<BatchCase, int> numbers = work.Plan.Cases.Select((one, number) => (one, number)).ToDictionary();
        Dictionary<string, UnitAddress[]> open = [];
        foreach (UnitAddress[] some in waiting.Addresses.Chunk(how.OfJob).ToArray())
        {
            string runs = QueuedRun.Write(
                some.Select(address => waiting.RunOf(address)).Zip(some, (run, address) => QueuedRun.Of(run, address.ToString(), numbers[run.Case]))
            );
            SignedJob asked = new(how.Bundle, runs, Queue);
            string signature = asked.SignedBy(connection.Key);
            string id = jobs.Client.Create<UnitJob>(
                job => job.Compute(asked.Bundle, asked.Runs, asked.Queue, signature, CancellationToken.None),
                new EnqueuedState(Queue)
            );
            open.Add(id, some);
        }

        return open;
    }

    private void Wait(StorageOfJobs jobs, Dictionary<string, UnitAddress[]> open, Waiting waiting, CancellationToken cancellation)
    {
        Stopwatch quiet = Stopwatch.StartNew();
        bool isTold = false;
        HashSet<string> again = [];
        while (open.Count > 0 && !cancellation.WaitHandle.WaitOne(s_poll))
        {
            // A job returns all its runs at once, so its first run shows that the others are there.
            HashSet<UnitAddress> present = Ask(source => QueueTables.Present(source, open.Values.Select(some => some[0])), cancellation);
            foreach ((string id, UnitAddress[] some) in open.Where(job => present.Contains(job.Value[0])).ToArray())
            {
                (Dictionary<UnitAddress, RunRecord> signed, int unsigned) = Signed(some, cancellation);
                if (signed.Count == some.Length)
                {
                    waiting.Arrived(signed);
                    open.Remove(id);
                    quiet.Restart();
                }
                else if (unsigned > 0 && again.Add(id))
                {
                    // Results written here by someone without the key are computed again and overwritten.
                    jobs.Client.Requeue(id);
                }
            }

            foreach ((string id, string why) in Dead(jobs, open))
            {
                waiting.Arrived(open[id].ToDictionary(address => address, _ => RunRecord.Failed(why)));
                jobs.Client.Delete(id);
                open.Remove(id);
            }

            if (!isTold && quiet.Elapsed > s_patience && !jobs.HasWorkers(Queue))
            {
                isTold = true;
                tell(
                    $"No worker of this build with this key takes from {Queue} yet ({connection.Shown}): start 'sroi worker --queue …' on any machine."
                );
            }
        }
    }

    private Dictionary<string, string> Dead(StorageOfJobs jobs, Dictionary<string, UnitAddress[]> open) =>
        Ask(_ => jobs.Failed().Where(job => open.ContainsKey(job.Key)).ToDictionary(job => job.Key, job => Why(job.Value)), CancellationToken.None);

    private static string Why(FailedJobDto job) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"No worker could do it, in {UnitJob.Attempts + 1} attempts: {Plain(job.ExceptionMessage ?? job.Reason ?? "no reason is known")}"
        );

    // It comes from the database and is not signed.
    private static string Plain(string text) =>
        new([
            .. text.ReplaceLineEndings(" ").Where(c => !char.IsControl(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format).Take(MostOfReason),
        ]);

    // Unsigned records are ignored.
    private (Dictionary<UnitAddress, RunRecord> Signed, int Unsigned) Signed(IReadOnlyCollection<UnitAddress> some, CancellationToken cancellation)
    {
        var units = Ask(source => QueueTables.Units(source, connection.Key, some), cancellation);
        if (units.Unsigned > 0 && !_isWarned)
        {
            _isWarned = true;
            tell(
                $"Results in the database ({connection.Shown}) are not signed with the key of this queue: something else writes to it. They are not used."
            );
        }

        return units;
    }

    private T Ask<T>(Func<Npgsql.NpgsqlDataSource, T> question, CancellationToken cancellation) =>
        connection.Persistently(question, tell, cancellation);

    private sealed class StorageOfJobs(PostgreSqlStorage storage) : IDisposable
    {
        public BackgroundJobClient Client { get; } = new(storage, QueueGuard.Only);

        public IEnumerable<KeyValuePair<string, FailedJobDto>> Failed() => storage.GetMonitoringApi().FailedJobs(0, int.MaxValue);

        public bool HasWorkers(string queue) => storage.GetMonitoringApi().Servers().Any(server => server.Queues.Contains(queue));

        public void Dispose() => (storage as IDisposable)?.Dispose();
    }
}
