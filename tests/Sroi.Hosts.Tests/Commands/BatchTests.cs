using Sroi.Hosts.Tests.Batch;

namespace Sroi.Hosts.Tests.Commands;

/// <summary>The commands of a batch, as somebody uses them.</summary>
public sealed class BatchTests : IDisposable
{
    private const string Plan =
        "scenarios: [croydon_sun, marco_cavallo_centre]\nvary:\n  '*.other_services': [5%, 30%]\n  unit_costs.mental_health.bed_day: [420, 620]\ndraws: 1000\nseed: 5\n";

    private readonly PlanFolder _folder = new();

    public BatchTests() => _folder.Write("plan.yaml", Plan);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_plan_is_checked_run_asked_and_summed_up()
    {
        string results = _folder.Out("out");
        Command check = Run("check", "plan");
        Assert.Equal((0, ""), (check.Code, check.Errors));
        Assert.Contains("4 runs of 1,000 draws, seed 5.", check.Output, StringComparison.Ordinal);
        Assert.Contains("if no run is stored yet. Stored runs take", check.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(results));

        Command run = Run("run", "plan", "--out", results);
        Assert.Equal(0, run.Code);
        Assert.Equal($"plan: 4 runs, 0 failed. Written to {results}.\nNext: sroi batch summary {results}\n", run.Output);
        Assert.Equal($"plan: 4 runs of 1,000 draws, seed 5. Finished runs are stored in {_folder.Store}.\n", run.Errors);
        Assert.Contains(", 4 already stored.", Run("run", "plan", "--out", results).Errors, StringComparison.Ordinal);

        Command query = Sroi("batch", "query", results, "select scenario, count(*) as runs from runs group by all order by 1", "--csv");
        Assert.Equal("scenario,runs\ncroydon_sun,2\nmarco_cavallo_centre,2\n", query.Output);
        Assert.Contains("What drives the ratio", Sroi("batch", "summary", results).Output, StringComparison.Ordinal);
        Assert.Contains("\"share_ratio_above_1\": 0", Sroi("batch", "summary", results, "--json").Output, StringComparison.Ordinal);
        Assert.Equal(
            "Identical, bit for bit: runs.parquet, outcomes.parquet, ledger.parquet.\n",
            Sroi("batch", "reproduce", results, "--parameters", _folder.Parameters.Path).Output
        );
    }

    [Fact]
    public void A_failed_run_ends_with_exit_code_1_and_is_listed()
    {
        _folder.Parameters.Replace(
            "scenarios/croydon_sun.yaml",
            "quantities:\n",
            "quantities:\n  per_meeting: {formula: facilitator_hours / ae_before}\n"
        );
        _folder.Write("plan.yaml", "scenarios: [croydon_sun]\nvary:\n  scenarios.croydon_sun.ae_before: [0, 4]\ndraws: 1000\nseed: 1\n");
        Command run = Run("run", "plan", "--out", _folder.Out("out"));
        Assert.Equal(1, run.Code);
        Assert.Contains(
            "Run 0 failed (croydon_sun, base, overlay none, ae_before 0): parameters/scenarios/croydon_sun.yaml, line",
            run.Errors,
            StringComparison.Ordinal
        );
        Assert.Contains("plan: 2 runs, 1 failed.", run.Output, StringComparison.Ordinal);
        Assert.Contains("1 run failed:", Sroi("batch", "summary", _folder.Out("out")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void More_than_ten_million_runs_are_refused_unless_meant()
    {
        _folder.Write(
            "plan.yaml",
            "scenarios: [croydon_sun]\nvary:\n  unit_costs.health.ae_attendance: {from: 200, to: 300, steps: 5000}\n  '*.fading': {from: 10%, to: 50%, steps: 5000}\ndraws: 1000\nseed: 1\n"
        );
        Command refused = Run("run", "plan", "--out", _folder.Out("out"));
        Assert.Equal(
            (
                2,
                "parameters/batches/plan.yaml has 25,000,000 runs, more than 10,000,000. Use a smaller design (with a Latin hypercube or Sobol points you choose the number of runs), or accept it with --yes.\n"
            ),
            (refused.Code, refused.Errors)
        );
        Assert.Equal(0, Run("check", "plan", "--yes").Code);
    }

    [Theory]
    [InlineData("--shard 5/4", "--shard takes a part and the number of parts, such as 3/16; found '5/4'.")]
    [InlineData("--threads 0", "--threads takes a number from 1 to 1,024; found 0.")]
    [InlineData("--queue Hst=x", "The connection string cannot be read: ")]
    [InlineData("--queue Database=x", "The connection string names no server. Write Host=…;Database=…;Username=…;Password=….")]
    [InlineData("--queue Host=127.0.0.1;Port=1;Password=secret", "cannot be reached: ")]
    public void What_cannot_be_done_is_told_and_nothing_is_written(string options, string expected)
    {
        string key = _folder.PathOf("queue.key");
        Assert.Equal(0, Sroi("worker", "key", key).Code);
        Command run = Run(["run", "plan", "--out", _folder.Out("out"), "--queue-key-file", key, .. options.Split(' ')]);
        Assert.Contains(run.Code, new[] { 1, 2 });
        Assert.Contains(expected, run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", run.Errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.Out("out")));
    }

    [Fact]
    public void A_worker_without_a_queue_says_what_is_missing()
    {
        Command worker = Sroi("worker");
        Assert.Equal(
            (2, "No queue was named. Use --queue \"Host=…;Database=…;Username=…;Password=…\", or set SROI_QUEUE to that text.\n"),
            (worker.Code, worker.Errors)
        );
    }

    [Fact]
    public void A_queue_without_a_key_says_how_to_make_one()
    {
        const string NoKey =
            "A queue needs a key: workers compute only jobs signed with it. Create one with 'sroi worker key FILE', copy the file to each machine, and use --queue-key-file FILE or set SROI_QUEUE_KEY to its text.\n";
        Assert.Equal(
            (2, NoKey),
            (Run("run", "plan", "--out", _folder.Out("out"), "--queue", "Host=127.0.0.1;Port=1") is var run ? run.Code : 0, run.Errors)
        );
        Assert.Equal(NoKey, Sroi("worker", "--queue", "Host=127.0.0.1;Port=1").Errors);
        Assert.Equal(
            (1, "The key of a queue is 64 hexadecimal digits (0 to 9, a to f); found 99 characters. Make one with 'sroi worker key FILE'.\n"),
            (Sroi("worker", "--queue", "Host=127.0.0.1;Port=1", "--queue-key-file", Noise()) is var wrong ? wrong.Code : 0, wrong.Errors)
        );
    }

    private string Noise()
    {
        _folder.Write("noise.key", new string('a', 99));
        return _folder.PathOf("noise.key");
    }

    private Command Run(params string[] args) => Sroi(["batch", .. args, "--store", _folder.Store, "--parameters", _folder.Parameters.Path]);

    private static Command Sroi(params string[] args) => Command.Run(args);
}
