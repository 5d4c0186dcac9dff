using Sroi.Notebooks.Cells;
using Sroi.Notebooks.Execution;

namespace Sroi.Hosts.Tests.Notebooks;

/// <summary>A session for each test, in a folder of its own.</summary>
public abstract class SessionTest : IDisposable
{
    private protected string Folder { get; } = Directory.CreateTempSubdirectory("sroi-notebook-").FullName;

    private protected ScriptSession Session { get; }

    protected SessionTest() => Session = ScriptSession.Create(Folder);

    public void Dispose()
    {
        Session.Dispose();
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private protected async Task<RecordedOutput> Run(string code)
    {
        RecordedOutput output = new();
        CellOutcome outcome = await Session.RunAsync(code, output).WaitAsync(TimeSpan.FromSeconds(120));
        Assert.Equal(new CellOutcome.Succeeded(), outcome);
        return output;
    }

    private protected async Task<CellOutcome.Failed> Fails(string code) =>
        Assert.IsType<CellOutcome.Failed>(await Session.RunAsync(code, new RecordedOutput()).WaitAsync(TimeSpan.FromSeconds(120)));
}
