using System.Collections.Concurrent;
using System.Globalization;
using Hangfire;
using Hangfire.PostgreSql;
using Sroi.Batch.Plans;
using Sroi.Batch.Results;
using Sroi.Batch.Running;
using Sroi.Evaluation;
using Sroi.Parameters.Reading;

namespace Sroi.Batch.Queue;

/// <summary>Takes runs from a queue and computes them until it is stopped. It may be killed at any time: its jobs are then given to another worker.</summary>
public sealed class QueueWorker : IDisposable
{
    private readonly QueueConnection _connection;
    private readonly PostgreSqlStorage _storage;
    private readonly ConcurrentDictionary<string, Lazy<OpenBundle>> _bundles = new(StringComparer.Ordinal);
    private readonly string _folder = Directory.CreateTempSubdirectory("sroi-worker-").FullName;
    private long _runs,
        _refused;

    /// <summary>A worker of a queue.</summary>
    /// <param name="connection">The queue.</param>
    public QueueWorker(QueueConnection connection) => (_connection, _storage) = (connection, QueueStorage.Open(connection));

    /// <summary>Its queue: that of the same build and key.</summary>
    public string Queue => QueueStorage.QueueOf(_connection.Key);

    /// <summary>The number of jobs refused because they were not signed with the key.</summary>
    public long Refused => Interlocked.Read(ref _refused);

    /// <summary>The number of runs computed.</summary>
    public long Runs => Interlocked.Read(ref _runs);

    internal JobStorage Storage => _storage;

    /// <summary>Works until cancelled, or until the queue has been empty for a while.</summary>
    /// <param name="threads">The number of concurrent jobs.</param>
    /// <param name="untilIdle">Leaves once nothing has been in the queue for so long; null to stay.</param>
    /// <param name="cancellation">Stops the worker; jobs in progress are returned to the queue.</param>
    public void Work(int threads, TimeSpan? untilIdle, CancellationToken cancellation)
    {
        BackgroundJobServerOptions options = new()
        {
            WorkerCount = threads,
            Queues = [Queue],
            Activator = new Activating(this),
            FilterProvider = QueueGuard.Only,
            HeartbeatInterval = TimeSpan.FromSeconds(3),
            ServerCheckInterval = TimeSpan.FromSeconds(5),
            ServerTimeout = TimeSpan.FromSeconds(15),
            SchedulePollingInterval = TimeSpan.FromSeconds(1),
            ShutdownTimeout = TimeSpan.FromSeconds(5),
            StopTimeout = TimeSpan.FromSeconds(1),
        };
        using BackgroundJobServer server = new(options, _storage);
        TimeSpan idle = TimeSpan.Zero,
            step = TimeSpan.FromMilliseconds(500);
        while (!cancellation.WaitHandle.WaitOne(step) && !(untilIdle is { } most && idle >= most))
        {
            idle = untilIdle is not null && IsEmpty() ? idle + step : TimeSpan.Zero;
        }

        server.SendStop();
    }

    /// <summary>Takes away its files.</summary>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Refuses a job that is not signed.</summary>
    /// <exception cref="UnsignedJobException">It is not.</exception>
    internal void Check(SignedJob job, string signature)
    {
        // Hangfire hands over null for what a row leaves out.
        if (job is not { Bundle: not null, Runs: not null, Queue: not null } || signature is null || !job.IsSignedBy(_connection.Key, signature))
        {
            Interlocked.Increment(ref _refused);
            throw UnsignedJobException.Unsigned("job");
        }
    }

    /// <summary>The files of a hash, unpacked when they are first needed.</summary>
    internal OpenBundle Open(string hash)
    {
        Lazy<OpenBundle> bundle = _bundles.GetOrAdd(hash, one => new(() => Unpacked(one)));
        try
        {
            return bundle.Value;
        }
        catch
        {
            // The next attempt starts again.
            _bundles.TryRemove(hash, out _);
            throw;
        }
    }

    /// <summary>Hands finished runs over, all or none.</summary>
    internal void HandOver(IReadOnlyCollection<(UnitAddress Address, RunRecord Record)> done)
    {
        QueueTables.Add(_connection.Source, _connection.Key, done);
        Interlocked.Add(ref _runs, done.Count);
    }

    private OpenBundle Unpacked(string hash)
    {
        if (!WorkBundle.IsHash(hash))
        {
            throw UnsignedJobException.Unsigned("name of a bundle");
        }

        byte[] zip =
            QueueTables.Bundle(_connection.Source, hash)
            ?? throw new BatchException("The files of this job are no longer in the database, because its sender has ended. The job can be deleted.");
        string folder = Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"{hash[..16]}-{_bundles.Count}"));
        (WorkBundle bundle, ParameterLibrary library) = WorkBundle.Unpack(zip, hash, folder);
        return new(bundle, new(PlanOf(bundle), library, FigureCatalogue.Standard));
    }

    // As much of the plan as computing a run takes.
    private static BatchPlan PlanOf(WorkBundle bundle) =>
        new(runs: 0, _ => throw new InvalidOperationException("A worker has no list of runs."))
        {
            Id = "queued",
            Title = "queued",
            File = "queued",
            Text = "",
            Cases = bundle.Cases,
            Axes =
            [
                new()
                {
                    Name = "varied",
                    Pattern = "varied",
                    Ids = bundle.Varied,
                    Unit = "",
                },
            ],
            AxesOfCases = [],
            RunsOfCases = [],
            Draws = bundle.Draws,
            Seed = bundle.Seed,
        };

    // A database that is away for a moment is not empty.
    private bool IsEmpty()
    {
        try
        {
            return IsQueueEmpty();
        }
        catch (Npgsql.NpgsqlException)
        {
            return false;
        }
    }

    private bool IsQueueEmpty()
    {
        Hangfire.Storage.IMonitoringApi jobs = _storage.GetMonitoringApi();
        return jobs.EnqueuedCount(Queue) == 0 && jobs.FetchedCount(Queue) == 0 && jobs.ScheduledCount() == 0;
    }

    private sealed class Activating(QueueWorker worker) : JobActivator
    {
        public override object ActivateJob(Type jobType) => jobType == typeof(UnitJob) ? new UnitJob(worker) : throw UnsignedJobException.Foreign();
    }
}

/// <summary>A bundle at a worker.</summary>
/// <param name="Bundle">What it is.</param>
/// <param name="Computer">What computes its runs.</param>
internal sealed record OpenBundle(WorkBundle Bundle, RunComputer Computer);
