using Hangfire.Logging;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using Sroi.Batch.Running;

namespace Sroi.Batch.Queue;

/// <summary>How Hangfire keeps the jobs of the queue.</summary>
internal static class QueueStorage
{
    // After this time without a sign of life from its worker, a job is given to another worker.
    private static readonly TimeSpan s_abandoned = TimeSpan.FromSeconds(15),
        s_poll = TimeSpan.FromMilliseconds(200),
        s_doneKept = TimeSpan.FromMinutes(10);

    /// <summary>The queue of this build and a key: another build never takes what it might compute otherwise, nor a worker what it would refuse.</summary>
    public static string QueueOf(QueueKey key) =>
        $"sroi-{ProgramIdentity.Version.Replace('.', '-')}-{ProgramIdentity.Build[..8]}{ProgramIdentity.Build[32..40]}-{key.Name}";

    /// <summary>Opens the storage, creating its tables if needed.</summary>
    public static PostgreSqlStorage Open(QueueConnection connection)
    {
        LogProvider.SetCurrentLogProvider(new Silence());
        QueueGuard.Stand();
        PostgreSqlStorageOptions options = new()
        {
            SchemaName = "hangfire",
            InvisibilityTimeout = s_abandoned,
            UseSlidingInvisibilityTimeout = true,
            QueuePollInterval = s_poll,
            PrepareSchemaIfNecessary = true,
        };
        return connection.Guarded(() =>
            new PostgreSqlStorage(new NpgsqlConnectionFactory(connection.Text, options), options) { JobExpirationTimeout = s_doneKept }
        );
    }

    // Messages for the user are our own; Hangfire's would fill the console.
    private sealed class Silence : ILogProvider, ILog
    {
        public ILog GetLogger(string name) => this;

        public bool Log(LogLevel logLevel, Func<string>? messageFunc, Exception? exception = null) => false;
    }
}
