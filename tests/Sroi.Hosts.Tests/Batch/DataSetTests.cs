using Microsoft.Data.Analysis;
using Parquet;
using Sroi.Batch.Plans;
using Sroi.Batch.Plans.Reading;
using Sroi.Batch.Results;
using Sroi.Presentation;
using Sroi.Reports;

namespace Sroi.Hosts.Tests.Batch;

/// <summary>The results as other programs and our own see them, and what is told of results that are not whole.</summary>
public sealed class DataSetTests : IDisposable
{
    private readonly PlanFolder _folder = new();
    private readonly string _out;

    public DataSetTests()
    {
        _out = _folder.Out("out");
        BatchPlan plan = _folder.Plan(
            "scenarios: [croydon_sun, sleepwell]\nvary:\n  unit_costs.health.ae_attendance: [220, 340]\n  '*.fading': [10%, 50%]\ndraws: 1000\nseed: 3\n"
        );
        _folder.Run(plan, "out");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_file_says_of_each_column_what_it_is_and_in_which_unit()
    {
        await using ParquetReader reader = await ParquetReader.CreateAsync(Path.Combine(_out, "runs.parquet"));
        Assert.Contains(
            "\"ae_attendance\":{\"unit\":\"GBP/attendance\",\"meaning\":\"varied: unit_costs.health.ae_attendance\"}",
            reader.CustomMetadata["sroi.columns"],
            StringComparison.Ordinal
        );
        using ParquetRowGroupReader group = reader.OpenRowGroupReader(0);
        var field = reader.Schema.DataFields.Single(data => data.Name == "net_present_value_p5");
        Assert.Equal("GBP", group.GetCustomMetadata(field)["unit"]);
        Assert.Equal(typeof(double), field.ClrType);
        Assert.Equal(typeof(long), reader.Schema.DataFields[0].ClrType);
    }

    [Fact]
    public void SQL_and_the_tables_say_the_same_and_none_is_null()
    {
        DataSet data = DataSet.Open(_out);
        ResultTable runs = data.Runs(),
            asked = data.Query("select * from runs order by run");
        Assert.Equal(runs.ToCsv(), asked.ToCsv());
        Assert.Equal(5, runs.Rows.Length);
        ResultTable sleepwell = data.Query("select sroi_ratio, ae_attendance, error, present_value_inputs from runs where scenario = 'sleepwell'");
        Assert.Equal([null, null, null], sleepwell.Rows[0][..3]);
        Assert.IsType<double>(sleepwell.Rows[0][3]);
        Assert.Equal(
            "[\n  {\n    \"n\": 5,\n    \"two\": 2.5,\n    \"yes\": true,\n    \"none\": null\n  }\n]\n",
            data.Query("select count(*) n, 2.5 two, true as yes, null::int as none from runs").ToJson()
        );
    }

    [Fact]
    public void It_is_a_data_frame_to_compute_with()
    {
        DataFrame runs = DataSet.Open(_out).Runs().ToDataFrame();
        Assert.Equal(5, runs.Rows.Count);
        Assert.IsType<DoubleDataFrameColumn>(runs["sroi_ratio_p95"]);
        Assert.IsType<Int64DataFrameColumn>(runs["run"]);
    }

    [Fact]
    public void Outcomes_and_ledger_add_up_to_the_runs()
    {
        ResultTable differences = DataSet
            .Open(_out)
            .Query(
                "select max(abs(r.present_value_benefits - o.total)) a, max(abs(r.present_value_inputs - l.total)) b from runs r join (select run, sum(present_value) total from outcomes group by run) o using (run) join (select run, sum(pays) total from ledger group by run) l using (run)"
            );
        Assert.All(differences.Rows[0], difference => Assert.InRange((double)difference!, 0, 1e-6));
    }

    [Theory]
    [InlineData("select foo from runs", "Referenced column \"foo\" not found")]
    [InlineData("select * from '/etc/passwd'", "/etc/passwd")]
    [InlineData("selekt 1", "syntax error")]
    public void A_wrong_question_is_told_and_nothing_else_can_be_read_or_written(string sql, string expected)
    {
        string message = Assert.Throws<BatchException>(() => DataSet.Open(_out).Query(sql)).Message;
        Assert.StartsWith("The query cannot be run: ", message, StringComparison.Ordinal);
        Assert.Contains(expected, message, StringComparison.Ordinal);
        Assert.False(File.Exists("elsewhere.csv"));
    }

    [Theory]
    [InlineData("copy (select 1) to '{0}' (format parquet, use_tmp_file false)")]
    [InlineData("copy runs to 'elsewhere.csv'")]
    [InlineData("select 1; copy (select 1) to '{0}' (format parquet, use_tmp_file false)")]
    [InlineData("explain analyze copy (select 1) to '{0}' (format parquet, use_tmp_file false)")]
    [InlineData("export database '{0}'")]
    [InlineData("attach '{0}' as other")]
    [InlineData("install httpfs")]
    [InlineData("load httpfs")]
    [InlineData("pragma enable_profiling")]
    [InlineData("set threads = 1")]
    [InlineData("call enable_logging(storage = 'file', storage_path = 'elsewhere.csv')")]
    [InlineData("create table mine as select * from runs")]
    [InlineData("drop view runs")]
    [InlineData("select 1; select 2")]
    [InlineData("-- nothing")]
    public void What_is_no_single_select_is_refused_and_changes_nothing(string sql)
    {
        string file = Path.Combine(_out, "runs.parquet");
        byte[] before = File.ReadAllBytes(file);
        Assert.Equal(
            "Not a query of results: write one SELECT over runs, outcomes or ledger (or DESCRIBE, SUMMARIZE, SHOW). Nothing can be written or changed here.",
            Assert.Throws<BatchException>(() => DataSet.Open(_out).Query(string.Format(null, sql, file))).Message
        );
        Assert.Equal(before, File.ReadAllBytes(file));
        Assert.False(File.Exists("elsewhere.csv"));
    }

    [Theory]
    [InlineData("select * from read_csv('/etc/passwd')", "read_csv")]
    [InlineData("select (select count(*) from read_blob('/etc/passwd'))", "read_blob")]
    [InlineData("with a as (from glob('/*')) from a", "glob")]
    [InlineData("from enable_logging(storage = 'file', storage_path = 'elsewhere.csv')", "enable_logging")]
    [InlineData("from query('from enable_profiling()')", "query")]
    [InlineData("from arrow_scan_dumb(1::ubigint, 2::ubigint, 3::ubigint)", "arrow_scan_dumb")]
    public void A_function_that_sees_more_than_the_results_is_refused(string sql, string function) =>
        Assert.Equal(
            $"The query cannot be run: {function}() is not allowed, because it can read more than the results. Use the tables runs, outcomes and ledger.",
            Assert.Throws<BatchException>(() => DataSet.Open(_out).Query(sql)).Message
        );

    [Theory]
    [InlineData("with few as (select * from runs limit 2) select count(*) as n from few", 2)]
    [InlineData("from runs select count(*) as n", 5)]
    [InlineData("select sum(range)::bigint as n from range(4)", 6)]
    [InlineData("values (7)", 7)]
    public void What_only_reads_is_answered(string sql, long expected) => Assert.Equal(expected, DataSet.Open(_out).Query(sql).Rows[0][0]);

    [Fact]
    public void Tables_describe_themselves() => Assert.Equal("run", DataSet.Open(_out).Query("describe runs").Rows[0][0]);

    [Theory]
    [InlineData("runs")]
    [InlineData("outcomes")]
    [InlineData("ledger")]
    public void A_flipped_bit_is_noticed_by_all_that_use_the_results(string table)
    {
        string file = Path.Combine(_out, $"{table}.parquet");
        byte[] bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 3] ^= 4;
        File.WriteAllBytes(file, bytes);
        foreach (
            string command in (string[])
                [$"query {_out} from+runs", $"summary {_out}", $"merge {_out} --out {_folder.Out("whole")}", $"reproduce {_out}"]
        )
        {
            Commands.Command refused = Commands.Command.Run([.. $"batch {command}".Split(' ').Select(part => part.Replace('+', ' '))]);
            Assert.Equal(
                (
                    1,
                    $"{file} is not what was written: its SHA-256 is not the one in manifest.json, so the results are not whole. Run the batch again; finished runs are kept.\n"
                ),
                (refused.Code, refused.Errors)
            );
        }

        Assert.False(Directory.Exists(_folder.Out("whole")));
    }

    [Theory]
    [InlineData("\"draws\": 1000", "\"draws\": 100000")]
    [InlineData("\"failed\": 0", "\"failed\": 1")]
    [InlineData("\"seed\": 3", "\"seed\": 4")]
    [InlineData("\"to\": 5", "\"to\": 4")]
    [InlineData("\"file\": \"runs.parquet\"", "\"file\": \"../runs.parquet\"")]
    [InlineData("\"unit\": \"GBP/attendance\"", "\"unit\": \"GBP/year\"")]
    [InlineData("\"id\": \"plan\"", "\"id\": \"other\"")]
    public void An_edited_manifest_is_noticed(string old, string edited)
    {
        string manifest = Path.Combine(_out, "manifest.json"),
            text = File.ReadAllText(manifest);
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(manifest, text.Replace(old, edited, StringComparison.Ordinal));
        Assert.Equal(
            $"{manifest} was changed after it was written: its own SHA-256 is another. Take it from a copy, or remove {_out} and run the batch again; finished runs are kept.",
            Assert.Throws<BatchException>(() => DataSet.Open(_out)).Message
        );
    }

    // Whoever edits it and mends its checksum too is found out by making the results again.
    [Fact]
    public void A_manifest_that_was_edited_with_its_checksum_is_not_reproduced()
    {
        Manifest edited = DataSet.Open(_out).Manifest with { Failed = 3 };
        File.WriteAllText(Path.Combine(_out, "manifest.json"), edited.ToJson());
        Commands.Command again = Commands.Command.Run(["batch", "reproduce", _out, "--parameters", _folder.Parameters.Path]);
        Assert.Equal((1, "Not the same: manifest.json.\n"), (again.Code, again.Output));
    }

    [Fact]
    public void A_table_that_is_too_wide_is_shown_record_by_record()
    {
        Commands.Command all = Commands.Command.Run(["batch", "query", _out, "select * from runs order by run"]);
        Assert.DoesNotContain("…", all.Output, StringComparison.Ordinal);
        Assert.All(all.Output.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
        foreach (TableColumn column in DataSet.Open(_out).Runs().Columns)
        {
            Assert.Equal(5, all.Output.Split('\n').Count(line => line.StartsWith($"  {column.Name} ", StringComparison.Ordinal)));
        }

        Assert.Contains("row 5 of 5", all.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_cut_short_and_a_file_that_is_gone_are_told()
    {
        string file = Path.Combine(_out, "outcomes.parquet");
        byte[] whole = File.ReadAllBytes(file);
        File.WriteAllBytes(file, whole[..100]);
        Assert.Equal(
            $"{file} has 100 bytes where {whole.Length} were written: the results are not whole. Run the batch again; finished runs are kept.",
            Assert.Throws<BatchException>(() => DataSet.Open(_out)).Message
        );
        File.Delete(file);
        Assert.Equal(
            $"{file} is missing: the results are not whole. Run the batch again; finished runs are kept.",
            Assert.Throws<BatchException>(() => DataSet.Open(_out)).Message
        );
    }

    [Fact]
    public void A_damaged_file_is_told_and_mended_by_running_again()
    {
        string file = Path.Combine(_out, "runs.parquet");
        byte[] whole = File.ReadAllBytes(file);
        File.WriteAllBytes(file, [.. whole[..^8], 0, 0, 0, 0, 0, 0, 0, 0]);
        Assert.Equal(
            $"{file} is not what was written: its SHA-256 is not the one in manifest.json, so the results are not whole. Run the batch again; finished runs are kept.",
            Assert.Throws<BatchException>(() => DataSet.Open(_out)).Message
        );
        Assert.Equal(5, _folder.Run(BatchPlan.Read(_folder.Library(), "plan"), "out").Known);
        Assert.Equal(whole, File.ReadAllBytes(file));
    }

    [Fact]
    public void Results_of_a_newer_version_and_folders_without_results_are_told()
    {
        string manifest = Path.Combine(_out, "manifest.json");
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace("\"format_version\": 2", "\"format_version\": 3", StringComparison.Ordinal));
        Assert.Equal(
            $"{_out} was written by a newer version of sroi (format 3; this one knows 2). Use that version to read it.",
            Assert.Throws<BatchException>(() => DataSet.Open(_out)).Message
        );
        Assert.Throws<BatchException>(() => _folder.Run(BatchPlan.Read(_folder.Library(), "plan"), "out"));
        string empty = _folder.Out("empty");
        Directory.CreateDirectory(empty);
        Assert.Equal(
            $"{empty} holds no results of a batch: there is no manifest.json in it. Write them with 'sroi batch run PLAN --out {empty}'.",
            Assert.Throws<BatchException>(() => DataSet.Open(empty)).Message
        );
        File.WriteAllText(Path.Combine(empty, "runs.parquet"), "mine");
        Assert.Equal(
            $"{empty} holds a runs.parquet without a manifest.json, which is not known to be ours. Name another folder with --out, or remove that file first.",
            Assert.Throws<BatchException>(() => _folder.Run(BatchPlan.Read(_folder.Library(), "plan"), "empty")).Message
        );
        Assert.Equal("mine", File.ReadAllText(Path.Combine(empty, "runs.parquet")));
    }

    [Fact]
    public void Nothing_is_left_beside_the_results() =>
        Assert.Equal(
            ["ledger.parquet", "manifest.json", "outcomes.parquet", "runs.parquet"],
            Directory.GetFiles(_out).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)
        );
}
