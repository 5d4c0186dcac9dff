using System.Collections.Immutable;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Parquet;
using Parquet.Schema;
using Sroi.Reports;

namespace Sroi.Batch.Results;

/// <summary>A table written to a Parquet file row by row, so many rows at a time that memory stays the same.</summary>
internal sealed class ParquetTable : IDisposable
{
    private const int RowsOfGroup = 2_048;

    private readonly ImmutableArray<TableColumn> _fields;
    private readonly ParquetSchema _schema;
    private readonly FileStream _file;
    private readonly ParquetWriter _writer;
    private readonly List<object?[]> _rows = new(RowsOfGroup);

    /// <summary>Begins a file.</summary>
    public ParquetTable(string path, ImmutableArray<TableColumn> fields)
    {
        (Path, _fields) = (path, fields);
        _schema = new(fields.Select(FieldOf));
        _file = new(path, FileMode.Create, FileAccess.ReadWrite);
        // The strongest compression, which is usual here, takes seventy times as long and saves nothing of figures.
        ParquetOptions options = new() { CompressionMethod = CompressionMethod.Zstd, CompressionLevel = CompressionLevel.Fastest };
        try
        {
            _writer = Wait(ParquetWriter.CreateAsync(_schema, _file, options));
        }
        catch
        {
            Discard();
            throw;
        }

        _writer.CustomMetadata = new Dictionary<string, string> { ["sroi.columns"] = ColumnsAsJson(fields) };
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The number of rows.</summary>
    public long Rows { get; private set; }

    /// <summary>Adds a row: a value for each column, null for none.</summary>
    public void Add(object?[] row)
    {
        _rows.Add(row);
        Rows++;
        if (_rows.Count == RowsOfGroup)
        {
            Flush();
        }
    }

    /// <summary>Ends the file.</summary>
    /// <returns>Its SHA-256 as hexadecimal digits.</returns>
    public string Complete()
    {
        Flush();
        _writer.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _file.Flush(flushToDisk: true);
        _file.Position = 0;
        return Convert.ToHexStringLower(SHA256.HashData(_file));
    }

    /// <summary>Closes the file, whole or not; what its buffer still has is lost on a disk that takes nothing more.</summary>
    public void Dispose()
    {
        try
        {
            _file.Dispose();
        }
        catch (Exception error) when (UnwrittenFileException.IsRefusal(error))
        {
            // It is closed all the same, and why it is not whole has been said.
        }
    }

    /// <summary>Closes the file and takes it away.</summary>
    public void Discard()
    {
        Dispose();
        WholeFiles.Discard(Path);
    }

    private void Flush()
    {
        if (_rows.Count == 0)
        {
            return;
        }

        using (ParquetRowGroupWriter group = _writer.CreateRowGroup())
        {
            for (int column = 0; column < _fields.Length; column++)
            {
                Write(group, column);
            }
        }

        _rows.Clear();
    }

    private void Write(ParquetRowGroupWriter group, int column)
    {
        DataField field = _schema.DataFields[column];
        Dictionary<string, string> about = new() { ["unit"] = _fields[column].Unit, ["meaning"] = _fields[column].Meaning };
        Wait(
            _fields[column].Kind switch
            {
                ColumnKind.Number => group.WriteAsync<double>(field, Values<double>(column), null, about),
                ColumnKind.Count => group.WriteAsync<long>(field, Values<long>(column), null, about),
                ColumnKind.Truth => group.WriteAsync<bool>(field, Values<bool>(column), null, about),
                _ => group.WriteAsync(field, _rows.ConvertAll(row => (string?)row[column])!, null),
            }
        );
    }

    private ReadOnlyMemory<T?> Values<T>(int column)
        where T : struct
    {
        T?[] values = new T?[_rows.Count];
        for (int row = 0; row < values.Length; row++)
        {
            values[row] = (T?)_rows[row][column];
        }

        return values;
    }

    private static DataField FieldOf(TableColumn field) =>
        field.Kind switch
        {
            ColumnKind.Number => new DataField<double?>(field.Name),
            ColumnKind.Count => new DataField<long?>(field.Name),
            ColumnKind.Truth => new DataField<bool?>(field.Name),
            _ => new DataField<string>(field.Name),
        };

    // For those who read the file with other programs: unit and meaning of each column, also where a column's own metadata is not shown.
    private static string ColumnsAsJson(ImmutableArray<TableColumn> fields) =>
        JsonSerializer.Serialize(
            fields.ToDictionary(field => field.Name, field => new Dictionary<string, string> { ["unit"] = field.Unit, ["meaning"] = field.Meaning })
        );

    private static void Wait(Task task) => task.GetAwaiter().GetResult();

    private static T Wait<T>(Task<T> task) => task.GetAwaiter().GetResult();
}
