using Microsoft.Data.Analysis;
using Parquet;
using Sroi.Batch.Plans;
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
        ResultTable sleepwell = data.Query("select sroi_ratio, ae_attendance, error, cost_per_person from runs where scenario = 'sleepwell'");
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
    [InlineData("copy runs to 'elsewhere.csv'", "file system operations are disabled")]
    [InlineData("selekt 1", "syntax error")]
    public void A_wrong_question_is_told_and_nothing_else_can_be_read_or_written(string sql, string expected)
    {
        string message = Assert.Throws<BatchException>(() => DataSet.Open(_out).Query(sql)).Message;
        Assert.StartsWith("The question cannot be answered: ", message, StringComparison.Ordinal);
        Assert.Contains(expected, message, StringComparison.Ordinal);
        Assert.False(File.Exists("elsewhere.csv"));
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
        Assert.StartsWith(
            $"{file} is damaged or cut short (",
            Assert.Throws<BatchException>(() => DataSet.Open(_out).Runs()).Message,
            StringComparison.Ordinal
        );
        Assert.Equal(5, _folder.Run(BatchPlan.Read(_folder.Library(), "plan"), "out").Known);
        Assert.Equal(whole, File.ReadAllBytes(file));
    }

    [Fact]
    public void Results_of_a_newer_version_and_folders_without_results_are_told()
    {
        string manifest = Path.Combine(_out, "manifest.json");
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace("\"format_version\": 1", "\"format_version\": 2", StringComparison.Ordinal));
        Assert.Equal(
            $"{_out} was written by a newer version of sroi (format 2; this one knows 1). Use that version to read it.",
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
