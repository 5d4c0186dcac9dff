using System.Collections.Immutable;
using Parquet;
using Parquet.Schema;
using Sroi.Files;
using Sroi.Reports;

namespace Sroi.Batch.Results;

/// <summary>The rows of a Parquet file of ours.</summary>
internal sealed class ParquetRows : IDisposable
{
    private readonly string _path;
    private readonly FileStream _file;
    private readonly ParquetReader _reader;

    /// <exception cref="BatchException">The file is not whole.</exception>
    public ParquetRows(string path)
    {
        _path = path;
        _file = UserFile.Open(path);
        try
        {
            _reader = Wait(ParquetReader.CreateAsync(_file));
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            _file.Dispose();
            throw Broken(error);
        }
    }

    /// <summary>The columns.</summary>
    public ImmutableArray<TableColumn> Columns => [.. _reader.Schema.DataFields.Select(data => new TableColumn(data.Name, KindOf(data)))];

    /// <summary>The rows, in their order.</summary>
    /// <exception cref="BatchException">The file is damaged.</exception>
    public IEnumerable<object?[]> All()
    {
        for (int group = 0; group < _reader.RowGroupCount; group++)
        {
            foreach (object?[] row in Group(group))
            {
                yield return row;
            }
        }
    }

    public void Dispose()
    {
        Wait(_reader.DisposeAsync().AsTask());
        _file.Dispose();
    }

    private object?[][] Group(int number)
    {
        try
        {
            using ParquetRowGroupReader group = _reader.OpenRowGroupReader(number);
            DataField[] fields = _reader.Schema.DataFields;
            object?[][] rows = new object?[group.RowCount][];
            for (int row = 0; row < rows.Length; row++)
            {
                rows[row] = new object?[fields.Length];
            }

            for (int column = 0; column < fields.Length; column++)
            {
                Fill(group, fields[column], rows, column);
            }

            return rows;
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            throw Broken(error);
        }
    }

    private static void Fill(ParquetRowGroupReader group, DataField field, object?[][] rows, int column)
    {
        switch (KindOf(field))
        {
            case ColumnKind.Number:
                Fill<double>(group, field, rows, column);
                break;
            case ColumnKind.Count:
                Fill<long>(group, field, rows, column);
                break;
            case ColumnKind.Truth:
                Fill<bool>(group, field, rows, column);
                break;
            default:
                string?[] texts = new string?[rows.Length];
                Wait(group.ReadAsync(field, texts.AsMemory()).AsTask());
                for (int row = 0; row < rows.Length; row++)
                {
                    rows[row][column] = texts[row];
                }

                break;
        }
    }

    private static void Fill<T>(ParquetRowGroupReader group, DataField field, object?[][] rows, int column)
        where T : struct
    {
        T?[] values = new T?[rows.Length];
        Wait(group.ReadAsync<T>(field, values.AsMemory()).AsTask());
        for (int row = 0; row < rows.Length; row++)
        {
            rows[row][column] = values[row];
        }
    }

    private static ColumnKind KindOf(DataField field) =>
        field.ClrType == typeof(double) ? ColumnKind.Number
        : field.ClrType == typeof(long) ? ColumnKind.Count
        : field.ClrType == typeof(bool) ? ColumnKind.Truth
        : ColumnKind.Text;

    private BatchException Broken(Exception error) =>
        new($"{_path} is damaged or cut short ({error.Message.TrimEnd('.')}). Run the batch again; finished runs are kept.", error);

    private static T Wait<T>(Task<T> task) => task.GetAwaiter().GetResult();

    private static void Wait(Task task) => task.GetAwaiter().GetResult();
}
