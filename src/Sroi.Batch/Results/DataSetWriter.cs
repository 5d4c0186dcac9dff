using System.Collections.Immutable;
using System.Text;
using Sroi.Batch.Plans;

namespace Sroi.Batch.Results;

/// <summary>Writes a data set: its tables beside their places, and at the end all of them into their places, the manifest last. Until then what is there stays.</summary>
internal sealed class DataSetWriter : IDisposable
{
    private const string Part = ".part";

    private readonly string _folder;
    private readonly Manifest _manifest;
    private readonly int _years;
    private readonly ImmutableArray<ParquetTable> _tables;
    private long _failed;
    private bool _isComplete;

    /// <summary>Begins a data set.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="manifest">Its manifest, yet without tables.</param>
    /// <param name="axes">What was varied.</param>
    /// <param name="years">The years of the longest appraisal.</param>
    /// <exception cref="BatchException">The folder cannot be written to.</exception>
    public DataSetWriter(string folder, Manifest manifest, ImmutableArray<PlanAxis> axes, int years)
    {
        (_folder, _manifest, _years) = (folder, manifest, years);
        _tables = Guarded(() =>
        {
            Directory.CreateDirectory(folder);
            ImmutableArray<TableField>[] fields = [RunTables.Runs(axes), RunTables.Outcomes(years), RunTables.Ledger];
            return RunTables.Names.Zip(fields, (name, columns) => new ParquetTable(PathOf($".{name}.parquet{Part}"), columns)).ToImmutableArray();
        });
    }

    /// <summary>Adds the run that follows.</summary>
    /// <exception cref="BatchException">It cannot be written.</exception>
    public void Add(BatchRun run, UnitAddress address, RunRecord record)
    {
        Add("runs", RunTables.RowOf(run, address, record));
        foreach (object?[] row in RunTables.OutcomeRows(run, record, _years))
        {
            Add("outcomes", row);
        }

        foreach (object?[] row in RunTables.LedgerRows(run, record))
        {
            Add("ledger", row);
        }

        _failed += record.Error is null ? 0 : 1;
    }

    /// <summary>Adds a row that another data set has.</summary>
    /// <exception cref="BatchException">It cannot be written.</exception>
    public void Add(string table, object?[] row) =>
        Guarded(() =>
        {
            _tables[RunTables.Names.IndexOf(table)].Add(row);
            return 0;
        });

    /// <summary>Puts all of it into place.</summary>
    /// <exception cref="BatchException">It cannot be written; what was there before is as it was.</exception>
    public void Complete() =>
        Guarded(() =>
        {
            ImmutableArray<ManifestTable> told =
            [
                .. RunTables.Names.Zip(
                    _tables,
                    (name, table) =>
                    {
                        string hash = table.Complete();
                        return new ManifestTable(name, name + ".parquet", table.Rows, new FileInfo(table.Path).Length, hash);
                    }
                ),
            ];
            Manifest whole = _manifest with { Failed = _manifest.Failed + _failed, Tables = told };
            string manifest = PathOf($".manifest.json{Part}");
            File.WriteAllText(manifest, whole.ToJson(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            foreach ((ParquetTable table, ManifestTable entry) in _tables.Zip(told))
            {
                table.Dispose();
                File.Move(table.Path, PathOf(entry.File), overwrite: true);
            }

            File.Move(manifest, PathOf("manifest.json"), overwrite: true);
            return _isComplete = true;
        });

    /// <summary>Takes away what is not whole.</summary>
    public void Dispose()
    {
        foreach (ParquetTable table in _tables)
        {
            table.Dispose();
            if (!_isComplete)
            {
                File.Delete(table.Path);
            }
        }

        File.Delete(PathOf($".manifest.json{Part}"));
    }

    private string PathOf(string file) => Path.Combine(_folder, file);

    private T Guarded<T>(Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new BatchException(
                $"The results could not be written to {_folder}: {error.Message} Nothing there was changed, and finished runs are kept: make room, or name another folder with --out, and start again.",
                error
            );
        }
    }
}
