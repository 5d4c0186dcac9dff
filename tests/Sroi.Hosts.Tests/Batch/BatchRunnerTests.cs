using System.Text.Json.Nodes;
using Sroi.Batch.Plans;
using Sroi.Batch.Plans.Reading;
using Sroi.Batch.Results;
using Sroi.Batch.Running;
using Sroi.Evaluation;
using Sroi.Model.Reading;
using Sroi.Parameters.Reading;
using Sroi.Reports;
using Sroi.Uncertainty.Running;

namespace Sroi.Hosts.Tests.Batch;

/// <summary>What comes of a plan: the figures of the command, computed once, whoever computes them and however often it is stopped.</summary>
public sealed class BatchRunnerTests : IDisposable
{
    private const string Small =
        "scenarios: [croydon_sun, sleepwell, marco_cavallo_centre]\noverlays: [none, croydon_icb]\nvary:\n  unit_costs.mental_health.bed_day: [420, 520, 620]\n  '*.fading': [10%, 50%]\ndraws: 1500\nseed: 7\n";

    private readonly PlanFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_row_has_the_figures_that_the_command_gives_for_the_same_overlay()
    {
        _folder.Run(_folder.Plan(Small), "out");
        File.WriteAllText(Path.Combine(_folder.Parameters.Path, "overlays", "slow.yaml"), "title: Slow\nset:\n  scenarios.croydon_sun.fading: 10%\n");
        ParameterLibrary library = _folder.Library();
        SocialReturn social = SocialReturn.Of(library.Scenario("croydon_sun", null, library.Overlay("slow")));
        SimulationResult draws = Simulation.Of(social, 1_500, 7).Run();
        JsonObject json = JsonNode.Parse(ResultJson.Write(SroiResult.Of(social), draws, []))!.AsObject();

        ResultTable runs = DataSet
            .Open(_folder.Out("out"))
            .Query("select * from runs where scenario = 'croydon_sun' and overlay = 'none' and fading = 0.1");
        var row = Assert.Single(runs.Rows);
        object? Of(string column) => row[runs.Columns.ToList().FindIndex(known => known.Name == column)];
        foreach (RunColumn column in RunColumns.Standard.AtBase)
        {
            Assert.Equal((double?)json[column.Name], (double?)Of(column.Name));
        }

        JsonNode ratio = json["simulation"]!["figures"]!["sroi_ratio"]!;
        Assert.Equal((double)ratio["mean"]!, Of("sroi_ratio_mean"));
        Assert.Equal((double)ratio["percentiles"]!["p2_5"]!, Of("sroi_ratio_p2_5"));
        Assert.Equal((double)ratio["standard_errors"]!["p97_5"]!, Of("sroi_ratio_p97_5_se"));
        Assert.Equal((double)json["simulation"]!["probability_ratio_above_1"]!, Of("probability_ratio_above_1"));
        Assert.Equal("2024-25", Of("price_year"));
    }

    [Fact]
    public void No_run_is_computed_twice_across_plans_too_and_a_changed_file_recomputes_what_it_touches()
    {
        BatchPlan plan = _folder.Plan(Small);
        BatchOutcome first = _folder.Run(plan, "first");
        Assert.Equal((12L, 0L, 12L), (first.Runs, first.Known, first.Computed));

        // Ten of them are different: the overlay changes nothing of sleepwell and of Marco Cavallo, so that those have the same address.
        Assert.Equal((12L, 0L), (_folder.Run(plan, "first").Known, _folder.Run(plan, "first").Computed));
        File.Copy(_folder.PathOf("plan.yaml"), _folder.PathOf("other.yaml"));
        Assert.Equal(12, _folder.Run(BatchPlan.Read(_folder.Library(), "other"), "other").Known);

        _folder.Parameters.Replace("unit_costs/mental_health.yaml", "bed_day:", "# A remark changes nothing.\nbed_day:");
        Assert.Equal(12, _folder.Run(plan, "remark").Known);
        _folder.Parameters.Replace("scenarios/croydon_sun.yaml", "low: 1600, mode: 3300", "low: 1500, mode: 3300");
        Assert.Equal((8L, 4L), (_folder.Run(plan, "changed").Known, _folder.Run(plan, "again").Known - 8));
    }

    [Fact]
    public void Shards_merged_are_the_whole_byte_by_byte()
    {
        BatchPlan plan = _folder.Plan(Small);
        _folder.Run(plan, "whole");
        for (int shard = 1; shard <= 4; shard++)
        {
            _folder.Run(plan, $"shard{shard}", _folder.Out($"store{shard}"), Shard.Parse($"{shard}/4"));
        }

        DataSet.Merge([_folder.Out("shard3"), _folder.Out("shard1"), _folder.Out("shard4"), _folder.Out("shard2")], _folder.Out("merged"));
        foreach (string file in new[] { "runs.parquet", "outcomes.parquet", "ledger.parquet", "manifest.json" })
        {
            Assert.Equal(File.ReadAllBytes(Path.Combine(_folder.Out("whole"), file)), File.ReadAllBytes(Path.Combine(_folder.Out("merged"), file)));
        }

        Assert.Equal(
            "Runs 3 to 5 are missing: name the shard that has them too.",
            Refused(() => DataSet.Merge([_folder.Out("shard1"), _folder.Out("shard3"), _folder.Out("shard4")], _folder.Out("x")))
        );
        Assert.StartsWith(
            "Runs 0 to 2 are there twice:",
            Refused(() => DataSet.Merge([_folder.Out("shard1"), _folder.Out("shard1"), _folder.Out("shard2")], _folder.Out("x"))),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_run_that_fails_is_recorded_and_the_others_go_on()
    {
        // Where nobody fades the survival is 1; at a duration that is divided by 0 a calculated number is undefined.
        _folder.Parameters.Replace(
            "scenarios/croydon_sun.yaml",
            "quantities:\n",
            "quantities:\n  per_meeting: {formula: facilitator_hours / ae_before}\n"
        );
        BatchPlan plan = _folder.Plan("scenarios: [croydon_sun]\nvary:\n  scenarios.croydon_sun.ae_before: [0, 4]\ndraws: 1000\nseed: 1\n");
        BatchOutcome outcome = _folder.Run(plan, "out");
        FailedRun failed = Assert.Single(outcome.Failed);
        Assert.Equal((0, "croydon_sun, base, overlay none, ae_before 0"), (failed.Number, failed.Inputs));
        Assert.Contains("facilitator_hours / ae_before is undefined at the base values", failed.Error, StringComparison.Ordinal);
        ResultTable runs = DataSet.Open(_folder.Out("out")).Query("select run, sroi_ratio, error from runs order by run");
        Assert.Equal([0L, null, failed.Error], runs.Rows[0]);
        Assert.NotNull(runs.Rows[1][1]);
        Assert.Null(runs.Rows[1][2]);
    }

    [Fact]
    public void The_number_of_threads_and_the_order_change_no_byte()
    {
        BatchPlan plan = _folder.Plan(Small);
        foreach ((string name, int threads) in new[] { ("one", 1), ("three", 3) })
        {
            BatchRunner runner = new(plan, _folder.Library())
            {
                Folder = _folder.Out(name),
                Store = _folder.Out(name + "-store"),
                Threads = threads,
            };
            runner.Run(null, null, CancellationToken.None);
        }

        Assert.Equal(DataSet.Open(_folder.Out("one")).Manifest.ToJson(), DataSet.Open(_folder.Out("three")).Manifest.ToJson());
    }

    [Fact]
    public void What_is_stopped_goes_on()
    {
        BatchPlan plan = _folder.Plan(Small);
        using CancellationTokenSource stop = new();
        BatchOutcome stopped = _folder.Runner(plan, "out").Run(null, new StopAt(3, stop), stop.Token);
        Assert.True(stopped.IsStopped);
        Assert.False(Directory.Exists(_folder.Out("out")));
        BatchOutcome rest = _folder.Run(plan, "out");
        Assert.False(rest.IsStopped);
        Assert.True(rest.Known >= stopped.Computed);
        Assert.Equal(12, rest.Known + rest.Computed);
    }

    [Fact]
    public void It_is_made_again_to_the_last_bit_from_its_manifest()
    {
        BatchPlan plan = _folder.Plan(Small);
        _folder.Run(plan, "out", shard: Shard.Parse("2/3"));
        DataSet results = DataSet.Open(_folder.Out("out"));
        Reproduction again = Reproduction.Of(results, _folder.Library(), (2, null, CancellationToken.None));
        Assert.Equal((true, "Identical, bit for bit: runs.parquet, outcomes.parquet, ledger.parquet."), (again.IsSame, again.Sentence));
        _folder.Parameters.Replace("scenarios/croydon_sun.yaml", "low: 1600, mode: 3300", "low: 1500, mode: 3300");
        Assert.Equal(
            "The results cannot be reproduced, because these sources have changed: parameters/scenarios/croydon_sun.yaml. Run the batch again; unchanged runs are not recomputed.",
            Refused(() => Reproduction.Of(results, _folder.Library(), (2, null, CancellationToken.None)))
        );
    }

    [Fact]
    public void Another_plan_s_results_are_not_overwritten()
    {
        BatchPlan plan = _folder.Plan(Small);
        string folder = _folder.Out("out");
        _folder.Run(plan, "out");
        byte[] before = File.ReadAllBytes(Path.Combine(folder, "runs.parquet"));
        File.Move(_folder.PathOf("plan.yaml"), _folder.PathOf("other.yaml"));
        BatchPlan other = BatchPlan.Read(_folder.Library(), "other");
        Assert.Equal(
            $"{folder} holds the results of another plan, plan. Nothing was changed there: name another folder with --out, or remove that one first.",
            Refused(() => _folder.Run(other, "out"))
        );
        Assert.Equal(
            $"{folder} holds the results of plan as it was before it was changed. Nothing was changed there: name another folder with --out, or remove that one first.",
            Refused(() => _folder.Run(_folder.Plan(Small.Replace("520, ", "", StringComparison.Ordinal)), "out"))
        );
        Assert.Equal(before, File.ReadAllBytes(Path.Combine(folder, "runs.parquet")));
    }

    private static string Refused(Action act) => Assert.Throws<BatchException>(act).Message;

    private sealed class StopAt(long runs, CancellationTokenSource stop) : IProgress<BatchProgress>
    {
        public void Report(BatchProgress value)
        {
            if (value.Done >= runs)
            {
                stop.Cancel();
            }
        }
    }
}
