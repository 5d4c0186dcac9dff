using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using DuckDB.NET.Data;
using Sroi.Reports;

namespace Sroi.Batch.Results;

/// <summary>Questions in SQL over the tables of a data set: a database in memory that sees these files and nothing else.</summary>
internal sealed class TableQuery : IDisposable
{
    private readonly DuckDBConnection _connection = new("DataSource=:memory:");

    public TableQuery(DataSet data)
    {
        _connection.Open();
        foreach (string table in RunTables.Names)
        {
            Execute($"create view {table} as select * from read_parquet({Quoted(data.PathOf(table))})");
        }

        // A question cannot read or write other files, or fetch anything. What it could still write to are these three, which ReadOnlySql sees to.
        string files = string.Join(", ", RunTables.Names.Select(table => Quoted(data.PathOf(table))));
        Execute($"set allowed_paths = [{files}]");
        Execute("set autoinstall_known_extensions = false");
        Execute("set autoload_known_extensions = false");
        Execute("set enable_external_access = false");
        Execute("set lock_configuration = true");
    }

    /// <summary>Asks, and reads the answer while it comes.</summary>
    /// <exception cref="BatchException">The question is wrong, or does more than read the tables.</exception>
    public T Read<T>(string sql, Func<(ImmutableArray<TableColumn> Columns, IEnumerable<object?[]> Rows), T> read)
    {
        if (string.IsNullOrWhiteSpace(sql))
        {
            throw new BatchException("The query is empty. Write a SELECT over runs, outcomes or ledger, such as \"select * from runs\".");
        }

        try
        {
            ReadOnlySql.Check(Parsed(sql));
            using DbCommand command = _connection.CreateCommand();
            command.CommandText = sql;
            using DbDataReader answer = command.ExecuteReader();
            ImmutableArray<TableColumn> columns =
            [
                .. Enumerable
                    .Range(0, answer.FieldCount)
                    .Select(column => new TableColumn(answer.GetName(column), KindOf(answer.GetFieldType(column)))),
            ];
            return read((columns, Rows(answer, columns)));
        }
        catch (System.Text.Json.JsonException error)
        {
            throw new BatchException("The query cannot be run: it is nested too deeply.", error);
        }
        catch (DuckDBException error)
        {
            throw new BatchException($"The query cannot be run: {error.Message.Trim()}", error);
        }
    }

    public void Dispose() => _connection.Dispose();

    private static IEnumerable<object?[]> Rows(DbDataReader answer, ImmutableArray<TableColumn> columns)
    {
        while (answer.Read())
        {
            object?[] row = new object?[columns.Length];
            for (int column = 0; column < row.Length; column++)
            {
                row[column] = answer.IsDBNull(column) ? null : Value(answer.GetValue(column), columns[column].Kind);
            }

            yield return row;
        }
    }

    // NaN and infinity become null.
    private static object? Value(object value, ColumnKind kind) =>
        kind switch
        {
            ColumnKind.Number => Number(value) is var number && double.IsFinite(number) ? number : null,
            ColumnKind.Count => Convert.ToInt64(value, CultureInfo.InvariantCulture),
            ColumnKind.Truth => (bool)value,
            _ => Text(value),
        };

    private static double Number(object value) =>
        value is System.Numerics.BigInteger whole ? (double)whole : Convert.ToDouble(value, CultureInfo.InvariantCulture);

    private static string Text(object value) =>
        value switch
        {
            string text => text,
            System.Collections.IEnumerable list => $"[{string.Join(", ", list.Cast<object?>().Select(item => item is null ? "" : Text(item)))}]",
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };

    private static ColumnKind KindOf(Type type) =>
        type == typeof(double) || type == typeof(float) || type == typeof(decimal) || type == typeof(System.Numerics.BigInteger) ? ColumnKind.Number
        : type == typeof(bool) ? ColumnKind.Truth
        : type == typeof(long)
        || type == typeof(int)
        || type == typeof(short)
        || type == typeof(sbyte)
        || type == typeof(byte)
        || type == typeof(uint)
            ? ColumnKind.Count
        : ColumnKind.Text;

    private string Parsed(string sql)
    {
        using DbCommand command = _connection.CreateCommand();
        command.CommandText = $"select json_serialize_sql({Quoted(sql)})";
        return (string)command.ExecuteScalar()!;
    }

    private void Execute(string sql)
    {
        using DbCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
