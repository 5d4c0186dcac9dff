using Sroi.Batch.Plans;
using Sroi.Batch.Plans.Reading;
using Sroi.Batch.Running;
using Sroi.Parameters.Reading;

namespace Sroi.Hosts.Tests.Batch;

/// <summary>A copy of the shipped parameters with plans of a test's own, and folders for what comes of them.</summary>
internal sealed class PlanFolder : IDisposable
{
    private readonly ParameterCopy _parameters = new();
    private readonly string _out = TestFolder.Fresh();

    public ParameterCopy Parameters => _parameters;

    public string Store => Out("store");

    /// <summary>A folder for results.</summary>
    public string Out(string name) => Path.Combine(_out, name);

    /// <summary>Writes a file beside the plans.</summary>
    public void Write(string name, string text) => File.WriteAllText(PathOf(name), text);

    /// <summary>The path of a file beside the plans.</summary>
    public string PathOf(string name) => Path.Combine(_parameters.Path, "batches", name);

    /// <summary>The plan of a text.</summary>
    public BatchPlan Plan(string text)
    {
        Write("plan.yaml", text);
        return BatchPlan.Read(Library(), "plan");
    }

    /// <summary>All that is wrong with a text, as a user sees it.</summary>
    public string Problems(string text)
    {
        Write("plan.yaml", text);
        return Assert.Throws<InvalidFilesException>(() => BatchPlan.Read(Library(), "plan")).Message.ReplaceLineEndings("\n");
    }

    /// <summary>The library as it is now.</summary>
    public ParameterLibrary Library() => ParameterLibrary.Open(_parameters.Path);

    /// <summary>Runs a plan.</summary>
    public BatchOutcome Run(BatchPlan plan, string name, string? store = null, Shard? shard = null) =>
        Runner(plan, name, store, shard).Run(null, null, CancellationToken.None);

    /// <summary>What runs a plan.</summary>
    public BatchRunner Runner(BatchPlan plan, string name, string? store = null, Shard? shard = null) =>
        new(plan, Library())
        {
            Folder = Out(name),
            Store = store ?? Store,
            Threads = 2,
            Shard = shard,
        };

    public void Dispose()
    {
        _parameters.Dispose();
        Directory.Delete(_out, recursive: true);
    }
}
