using System.Net.Sockets;
using Npgsql;
using Sroi.Batch.Results;

namespace Sroi.Batch.Queue;

/// <summary>The way to the database of a queue.</summary>
public sealed class QueueConnection : IDisposable
{
    private static readonly TimeSpan s_longestOutage = TimeSpan.FromMinutes(2);

    private QueueConnection(NpgsqlConnectionStringBuilder read, QueueKey key)
    {
        (Source, Text, Key) = (NpgsqlDataSource.Create(read), read.ConnectionString, key);
        Shown = $"{read.Database ?? read.Username} on {read.Host}, port {read.Port}";
    }

    /// <summary>Where it is, without a password: <c>queue on db.example.org, port 5432</c>.</summary>
    public string Shown { get; }

    internal NpgsqlDataSource Source { get; }

    // What signs all that goes into the database, and by which what comes out of it is known.
    internal QueueKey Key { get; }

    // With its password, to open further connections.
    internal string Text { get; }

    /// <summary>Connects, and creates the tables if needed.</summary>
    /// <param name="text">The connection string, such as <c>Host=db;Database=sroi;Username=analyst;Password=…</c>.</param>
    /// <param name="key">The key that everybody shares who uses this queue.</param>
    /// <exception cref="BatchException">The text is not valid, the server cannot be reached, or it refuses the login.</exception>
    public static QueueConnection Open(string text, QueueKey key)
    {
        QueueConnection connection = new(Read(text), key);
        try
        {
            return connection.Guarded(() =>
            {
                QueueTables.Prepare(connection.Source);
                return connection;
            });
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Does something with the database, once.</summary>
    /// <exception cref="BatchException">The database is not there, or refuses.</exception>
    internal T Guarded<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception error) when (Sentence(error.InnerException as NpgsqlException ?? error, Shown) is { } sentence)
        {
            throw new BatchException(sentence, error);
        }
    }

    /// <summary>Does something with the database, again and again while it cannot be reached, for two minutes at most.</summary>
    /// <exception cref="BatchException">It could not be done.</exception>
    internal T Persistently<T>(Func<NpgsqlDataSource, T> work, Action<string> tell, CancellationToken cancellation)
    {
        TimeSpan waited = TimeSpan.Zero;
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                return work(Source);
            }
            catch (NpgsqlException error) when (IsOutage(error) && waited < s_longestOutage && !cancellation.IsCancellationRequested)
            {
                TimeSpan pause = TimeSpan.FromSeconds(Math.Min(15, Math.Pow(2, attempt)));
                tell($"The database ({Shown}) does not answer; trying again in {pause.TotalSeconds:0} s.");
                cancellation.WaitHandle.WaitOne(pause);
                waited += pause;
            }
            catch (NpgsqlException error)
            {
                throw new BatchException(
                    $"{Sentence(error, Shown) ?? error.Message} What has arrived is kept; start again when the database is there.",
                    error
                );
            }
        }
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose() => Source.Dispose();

    private static NpgsqlConnectionStringBuilder Read(string text)
    {
        try
        {
            NpgsqlConnectionStringBuilder read = new(text) { ApplicationName = "sroi" };
            return read.Host is { Length: > 0 }
                ? read
                : throw new BatchException("The connection string names no server. Write Host=…;Database=…;Username=…;Password=….");
        }
        catch (Exception error)
            when (error is ArgumentException or FormatException or KeyNotFoundException or InvalidCastException or OverflowException)
        {
            throw new BatchException($"The connection string cannot be read: {error.Message} Write Host=…;Database=…;Username=…;Password=….", error);
        }
    }

    private static bool IsOutage(NpgsqlException error) => error is not PostgresException || error.IsTransient;

    // Null for what is no mistake of the user and no trouble of the network.
    private static string? Sentence(Exception error, string shown) =>
        error switch
        {
            PostgresException { SqlState: "28P01" or "28000" } => $"The database {shown} refused this user name and password.",
            PostgresException { SqlState: "3D000" } =>
                $"There is no database {shown}. Make one (createdb), or name another in the connection string.",
            PostgresException { SqlState: "42501" } denied =>
                $"The database {shown} does not allow this user to make or use the tables of the queue: {denied.MessageText}.",
            PostgresException { SqlState: "53300" } =>
                $"The database {shown} has no connection left. Use fewer workers or threads, or raise max_connections.",
            PostgresException other => $"The database {shown} refuses: {other.MessageText}.",
            NpgsqlException { InnerException: SocketException or TimeoutException } away =>
                $"The database {shown} cannot be reached: {away.InnerException!.Message.TrimEnd('.')}. Is the server running, and is the address right?",
            NpgsqlException wrong => $"What answers at {shown} is not a PostgreSQL server, or broke off: {wrong.Message.TrimEnd('.')}.",
            SocketException away =>
                $"The database {shown} cannot be reached: {away.Message.TrimEnd('.')}. Is the server running, and is the address right?",
            TimeoutException => $"The database {shown} does not answer in time. Is the server running, and is the address right?",
            _ => null,
        };
}
