using System.Collections.Immutable;
using Sroi.Batch.Plans;
using Sroi.Files;
using Sroi.Reports;

namespace Sroi.Batch.Results;

/// <summary>The results of a batch: tables <c>runs</c>, <c>outcomes</c> and <c>ledger</c>, and the manifest by which they can be made again.</summary>
public sealed class DataSet
{
    private DataSet(string folder, Manifest manifest) => (Folder, Manifest) = (folder, manifest);

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>The manifest.</summary>
    public Manifest Manifest { get; }

    /// <summary>Opens the results in a folder, once every table is what the manifest says, to the last bit.</summary>
    /// <exception cref="BatchException">There are none, or they are not what was written, or another version wrote them.</exception>
    public static DataSet Open(string folder)
    {
        if (Manifest.Find(folder) is not { } manifest)
        {
            throw new BatchException(
                $"{folder} holds no results of a batch: there is no manifest.json in it. Write them with 'sroi batch run PLAN --out {folder}'."
            );
        }

        return ResultCheck.Fault(folder, manifest) is { } fault ? throw new BatchException(fault) : new(folder, manifest);
    }

    /// <summary>The table <c>runs</c>: a row for each run.</summary>
    public ResultTable Runs() => Table("runs");

    /// <summary>The table <c>outcomes</c>: a row for each outcome of a run.</summary>
    public ResultTable Outcomes() => Table("outcomes");

    /// <summary>The table <c>ledger</c>: a row for each party of a run.</summary>
    public ResultTable Ledger() => Table("ledger");

    /// <summary>The answer to an SQL query over the tables <c>runs</c>, <c>outcomes</c> and <c>ledger</c>.</summary>
    /// <exception cref="BatchException">The query is not valid; the message says why.</exception>
    public ResultTable Query(string sql)
    {
        using TableQuery query = new(this);
        return query.Read(sql, answer => ResultTable.Of(answer.Columns, answer.Rows));
    }

    /// <summary>The same, written as comma-separated text while it is read, so that it need not fit into memory.</summary>
    /// <exception cref="BatchException">The query is not valid; the message says why.</exception>
    public void WriteCsv(string sql, TextWriter to)
    {
        using TableQuery query = new(this);
        query.Read(
            sql,
            answer =>
            {
                ResultTable heading = ResultTable.Of(answer.Columns, []);
                to.Write(heading.ToCsv());
                foreach (object?[] row in answer.Rows)
                {
                    to.Write(ResultTable.CsvRow(row));
                }

                return 0;
            }
        );
    }

    /// <summary>Joins the shards of one plan into one data set, identical to that of an unsharded run.</summary>
    /// <param name="folders">The folders of the shards, in any order.</param>
    /// <param name="target">The folder of the whole.</param>
    /// <exception cref="BatchException">They are not the shards of one plan, or some are missing or there twice.</exception>
    public static void Merge(IReadOnlyList<string> folders, string target)
    {
        DataSet[] shards = [.. folders.Select(Open).OrderBy(shard => shard.Manifest.Range.From)];
        Manifest first = Shards.Check(shards);
        using FolderLock held = ResultFolder.Take(target, first);
        int years = shards.Max(shard => shard.Fields("outcomes").Count(name => name.StartsWith("year_", StringComparison.Ordinal)));
        ImmutableArray<PlanAxis> axes =
        [
            .. first.Axes.Select(axis => new PlanAxis
            {
                Name = axis.Name,
                Pattern = axis.Pattern,
                Unit = axis.Unit,
                Ids = axis.Ids,
            }),
        ];
        Manifest whole = first with { Range = new(0, first.Runs), Failed = shards.Sum(shard => shard.Manifest.Failed), Files = Shards.Files(shards) };
        using DataSetWriter writer = new(target, whole, axes, years, RunColumns.Standard);
        foreach (string table in RunTables.Names)
        {
            foreach (object?[] row in shards.SelectMany(shard => shard.Rows(table)))
            {
                int missing = table == "outcomes" ? RunTables.Outcomes(years).Length - row.Length : 0;
                writer.Add(table, missing == 0 ? row : [.. row, .. new object?[missing]]);
            }
        }

        writer.Complete();
    }

    internal string PathOf(string table) => Path.Combine(Folder, Manifest.Tables.First(known => known.Name == table).File);

    private ResultTable Table(string name)
    {
        using ParquetRows rows = new(PathOf(name));
        return ResultTable.Of(rows.Columns, rows.All());
    }

    private IEnumerable<string> Fields(string table)
    {
        using ParquetRows rows = new(PathOf(table));
        return [.. rows.Columns.Select(column => column.Name)];
    }

    private IEnumerable<object?[]> Rows(string table)
    {
        using ParquetRows rows = new(PathOf(table));
        foreach (object?[] row in rows.All())
        {
            yield return row;
        }
    }
}
