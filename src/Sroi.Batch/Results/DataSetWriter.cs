using System.Collections.Immutable;
using Sroi.Batch.Plans;
using Sroi.Quantities;
using Sroi.Reports;

namespace Sroi.Batch.Results;

/// <summary>Writes a data set: its tables beside their places, and at the end all of them into their places, the manifest last. Until then what is there stays.</summary>
internal sealed class DataSetWriter : IDisposable
{
    private readonly string _folder;
    private readonly Manifest _manifest;
    private readonly int _years;
    private readonly RunColumns _figures;
    private readonly ImmutableArray<ParquetTable> _tables;
    private long _failed;
    private bool _isComplete;

    /// <summary>Begins a data set.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="manifest">Its manifest, yet without tables.</param>
    /// <param name="axes">What was varied.</param>
    /// <param name="years">The years of the longest appraisal.</param>
    /// <param name="figures">The figures of a run.</param>
    /// <exception cref="BatchException">The folder cannot be written to.</exception>
    public DataSetWriter(string folder, Manifest manifest, ImmutableArray<PlanAxis> axes, int years, RunColumns figures)
    {
        (_folder, _manifest, _years, _figures) = (folder, manifest, years, figures);
        _tables = Guarded(() =>
        {
            Directory.CreateDirectory(folder);
            return Begin([RunTables.Runs(axes, figures), RunTables.Outcomes(years), RunTables.Ledger]);
        });
    }

    /// <summary>Adds the run that follows.</summary>
    /// <exception cref="BatchException">It cannot be written.</exception>
    public void Add(BatchRun run, UnitAddress address, RunRecord record)
    {
        Add("runs", RunTables.RowOf(run, address, record, figures: _figures));
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
            ImmutableArray<ManifestTable> entries =
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
            Manifest whole = _manifest with { Failed = _manifest.Failed + _failed, Tables = entries };
            string manifest = PathOf("manifest.json");
            WholeFiles.WritePart(manifest, to => to.Write(VisibleText.Of(whole.ToJson())));
            foreach ((ParquetTable table, ManifestTable entry) in _tables.Zip(entries))
            {
                table.Dispose();
                File.Move(table.Path, PathOf(entry.File), overwrite: true);
            }

            File.Move(WholeFiles.PartOf(manifest), manifest, overwrite: true);
            return _isComplete = true;
        });

    /// <summary>Takes away what is not whole.</summary>
    public void Dispose()
    {
        foreach (ParquetTable table in _tables)
        {
            if (_isComplete)
            {
                table.Dispose();
            }
            else
            {
                table.Discard();
            }
        }

        WholeFiles.Discard(WholeFiles.PartOf(PathOf("manifest.json")));
    }

    // One at a time, so that none remains if a later one cannot be created.
    private ImmutableArray<ParquetTable> Begin(ImmutableArray<TableColumn>[] fields)
    {
        List<ParquetTable> begun = [];
        try
        {
            begun.AddRange(RunTables.Names.Zip(fields, (name, columns) => new ParquetTable(WholeFiles.PartOf(PathOf(name + ".parquet")), columns)));
            return [.. begun];
        }
        catch
        {
            begun.ForEach(table => table.Discard());
            throw;
        }
    }

    private string PathOf(string file) => Path.Combine(_folder, file);

    private T Guarded<T>(Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception error) when (UnwrittenFileException.IsRefusal(error))
        {
            throw new BatchException(
                $"The results could not be written to {_folder}: {UnwrittenFileException.InWords(error)}. Nothing there was changed, and finished runs are kept: make room, or name another folder with --out, and start again.",
                error
            );
        }
    }
}
