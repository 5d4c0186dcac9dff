using Npgsql;
using NpgsqlTypes;
using Sroi.Batch.Results;

namespace Sroi.Batch.Queue;

/// <summary>The queue's own tables beside Hangfire's: files for workers, and finished runs by their address.</summary>
internal static class QueueTables
{
    private const int Version = 2,
        MostOfUnit = 1 << 26;

    private const string Unit = "unit";

    // Long enough for a coordinator to come back, short enough that the table stays small.
    private const string KeptFor = "2 days";

    /// <summary>Creates the tables if they do not exist, and deletes abandoned rows.</summary>
    /// <exception cref="BatchException">A newer version made them.</exception>
    public static void Prepare(NpgsqlDataSource source)
    {
        using NpgsqlConnection connection = source.OpenConnection();
        using NpgsqlTransaction transaction = connection.BeginTransaction();
        // Two processes that start together create them in turn.
        Execute(connection, "select pg_advisory_xact_lock(7207010)");
        Execute(
            connection,
            """
            create schema if not exists sroi;
            create table if not exists sroi.version (number integer primary key);
            create table if not exists sroi.bundles (hash text primary key, content bytea not null, made timestamptz not null default now());
            create table if not exists sroi.units (address bytea primary key, failed boolean not null, content bytea not null, made timestamptz not null default now());
            insert into sroi.version select 0 where not exists (select 1 from sroi.version);
            """
        );
        using (NpgsqlCommand ask = new("select max(number) from sroi.version", connection))
        {
            if (ask.ExecuteScalar() is int number && number > Version)
            {
                throw new BatchException(
                    $"The queue in this database was made by a newer version of sroi (tables {number}; this one knows {Version}). Use that version."
                );
            }
        }

        // Jobs of older versions are not signed.
        Execute(connection, $"delete from sroi.units where exists (select 1 from sroi.version where number < {Version})");
        Execute(connection, $"update sroi.version set number = {Version}");
        Execute(connection, $"delete from sroi.units where made < now() - interval '{KeptFor}'");
        Execute(connection, $"delete from sroi.bundles where made < now() - interval '{KeptFor}'");
        transaction.Commit();
    }

    /// <summary>Keeps files for workers.</summary>
    public static void Add(NpgsqlDataSource source, string hash, byte[] bundle)
    {
        using NpgsqlCommand command = source.CreateCommand(
            "insert into sroi.bundles (hash, content) values ($1, $2) on conflict (hash) do update set content = excluded.content, made = now()"
        );
        command.Parameters.AddWithValue(hash);
        command.Parameters.AddWithValue(bundle);
        command.ExecuteNonQuery();
    }

    /// <summary>The files of a hash; null if they are gone or too large to travel through a queue.</summary>
    public static byte[]? Bundle(NpgsqlDataSource source, string hash)
    {
        using NpgsqlCommand command = source.CreateCommand("select content from sroi.bundles where hash = $1 and octet_length(content) <= $2");
        command.Parameters.AddWithValue(hash);
        command.Parameters.AddWithValue(BundleFiles.MostPacked);
        return (byte[]?)command.ExecuteScalar();
    }

    /// <summary>Takes files away.</summary>
    public static void RemoveBundle(NpgsqlDataSource source, string hash)
    {
        using NpgsqlCommand command = source.CreateCommand("delete from sroi.bundles where hash = $1");
        command.Parameters.AddWithValue(hash);
        command.ExecuteNonQuery();
    }

    /// <summary>Stores finished runs, all or none, each signed. Existing rows may come from anyone and are replaced.</summary>
    public static void Add(NpgsqlDataSource source, QueueKey key, IReadOnlyCollection<(UnitAddress Address, RunRecord Record)> units)
    {
        using NpgsqlCommand command = source.CreateCommand(
            "insert into sroi.units (address, failed, content) select * from unnest($1, $2, $3) on conflict (address) do update set failed = excluded.failed, content = excluded.content, made = now()"
        );
        command.Parameters.AddWithValue(NpgsqlDbType.Array | NpgsqlDbType.Bytea, units.Select(unit => Bytes(unit.Address)).ToArray());
        command.Parameters.AddWithValue(NpgsqlDbType.Array | NpgsqlDbType.Boolean, units.Select(unit => unit.Record.Error is not null).ToArray());
        command.Parameters.AddWithValue(
            NpgsqlDbType.Array | NpgsqlDbType.Bytea,
            units.Select(unit => Signed(key, unit.Address, unit.Record.ToBytes())).ToArray()
        );
        command.ExecuteNonQuery();
    }

    /// <summary>The finished runs among some addresses that are signed, and how many are not.</summary>
    public static (Dictionary<UnitAddress, RunRecord> Signed, int Unsigned) Units(
        NpgsqlDataSource source,
        QueueKey key,
        IEnumerable<UnitAddress> addresses
    )
    {
        using NpgsqlCommand command = source.CreateCommand(
            "select address, case when octet_length(content) <= $2 then content else ''::bytea end from sroi.units where address = any($1)"
        );
        command.Parameters.AddWithValue(NpgsqlDbType.Array | NpgsqlDbType.Bytea, addresses.Select(Bytes).ToArray());
        command.Parameters.AddWithValue(MostOfUnit);
        using NpgsqlDataReader reader = command.ExecuteReader();
        Dictionary<UnitAddress, RunRecord> units = [];
        int unsigned = 0;
        while (reader.Read())
        {
            UnitAddress address = UnitAddress.Of(reader.GetFieldValue<byte[]>(0));
            if (Record(key, address, reader.GetFieldValue<byte[]>(1)) is { } record)
            {
                units[address] = record;
            }
            else
            {
                unsigned++;
            }
        }

        return (units, unsigned);
    }

    /// <summary>The bytes of a run behind their signature, which is that of its address too: figures of one run are not believed of another.</summary>
    internal static byte[] Signed(QueueKey key, UnitAddress address, byte[] record) => [.. key.Sign(Unit, Bytes(address), record), .. record];

    /// <summary>The run in signed bytes; null if the signature is not valid.</summary>
    internal static RunRecord? Record(QueueKey key, UnitAddress address, byte[] content)
    {
        byte[] record = content[Math.Min(QueueKey.SignatureLength, content.Length)..];
        return content.Length > QueueKey.SignatureLength && key.HasSigned(content.AsSpan(0, QueueKey.SignatureLength), Unit, Bytes(address), record)
            ? RunRecord.FromBytes(record)
            : null;
    }

    /// <summary>Which of some addresses are there.</summary>
    public static HashSet<UnitAddress> Present(NpgsqlDataSource source, IEnumerable<UnitAddress> addresses)
    {
        using NpgsqlCommand command = source.CreateCommand("select address from sroi.units where address = any($1)");
        command.Parameters.AddWithValue(NpgsqlDbType.Array | NpgsqlDbType.Bytea, addresses.Select(Bytes).ToArray());
        using NpgsqlDataReader reader = command.ExecuteReader();
        HashSet<UnitAddress> present = [];
        while (reader.Read())
        {
            present.Add(UnitAddress.Of(reader.GetFieldValue<byte[]>(0)));
        }

        return present;
    }

    /// <summary>Forgets runs that failed before, so that they are tried again.</summary>
    public static void ForgetFailed(NpgsqlDataSource source, IEnumerable<UnitAddress> addresses)
    {
        using NpgsqlCommand command = source.CreateCommand("delete from sroi.units where failed and address = any($1)");
        command.Parameters.AddWithValue(NpgsqlDbType.Array | NpgsqlDbType.Bytea, addresses.Select(Bytes).ToArray());
        command.ExecuteNonQuery();
    }

    private static byte[] Bytes(UnitAddress address)
    {
        byte[] bytes = new byte[UnitAddress.Length];
        address.CopyTo(bytes);
        return bytes;
    }

    private static void Execute(NpgsqlConnection connection, string sql)
    {
        using NpgsqlCommand command = new(sql, connection);
        command.ExecuteNonQuery();
    }
}
