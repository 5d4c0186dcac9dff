using System.Diagnostics;
using Sroi.Batch.Plans;
using Sroi.Batch.Results;

namespace Sroi.Hosts.Tests.Batch;

/// <summary>A batch whose process is killed again and again is in the end the batch that nobody disturbed.</summary>
public sealed class KilledTests : IDisposable
{
    private const int Kills = 10;

    private readonly PlanFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Ten_kills_at_moments_of_all_kinds_lose_nothing_and_change_nothing()
    {
        BatchPlan plan = _folder.Plan(
            "scenarios: [croydon_sun, marco_cavallo_centre]\nvary:\n  '*.other_services': {from: 5%, to: 30%}\n  unit_costs.mental_health.bed_day: {from: 420, to: 620}\ndesign: {latin-hypercube: {runs: 400}}\ndraws: 10000\nseed: 5\n"
        );
        _folder.Run(plan, "undisturbed");
        Stopwatch watch = Stopwatch.StartNew();
        Assert.Equal(0, Start("whole", "whole-store", null));
        TimeSpan whole = watch.Elapsed;
        int killed = 0;
        for (int kill = 0; kill < Kills; kill++)
        {
            // From the very beginning to beyond what is left: while reading, computing and writing.
            killed += Start("killed", "killed-store", whole * ((kill * 0.37) % 1)) == 0 ? 0 : 1;
        }

        Assert.True(killed >= 3, $"It was killed {killed} times.");
        Assert.Equal(0, Start("killed", "killed-store", null));
        string Rows(string folder) => DataSet.Open(_folder.Out(folder)).Query("select * from runs order by run").ToCsv();
        Assert.Equal(Rows("undisturbed"), Rows("killed"));
        Assert.Equal(DataSet.Open(_folder.Out("undisturbed")).Manifest.ToJson(), DataSet.Open(_folder.Out("killed")).Manifest.ToJson());
    }

    // The exit code; the process is killed after a while, where one is given.
    private int Start(string output, string store, TimeSpan? killAfter)
    {
        string[] arguments = ["batch", "run", "plan", "--out", _folder.Out(output), "--store", _folder.Out(store)];
        using TestProcess process = TestProcess.Start(_folder.Parameters.Path, TestProcess.Sroi, arguments);
        return killAfter is { } moment ? process.EndOrKill(moment) : process.End();
    }
}
