namespace Sroi.Hosts.Tests.Commands;

/// <summary>A pipe, a device, a socket, a folder, links in a circle, a link to nothing or five gigabytes in the place of any file that a command reads: an error, at once.</summary>
public sealed class OddFileTests : IDisposable
{
    private static readonly TimeSpan s_soon = TimeSpan.FromSeconds(60);

    // Each with the place, the command that reads it, and what the command answers with.
    private static readonly Dictionary<string, (string File, string Command)> s_places = new()
    {
        ["a scenario"] = ("parameters/scenarios/odd.yaml", "run {file}"),
        ["a scenario to check"] = ("parameters/scenarios/odd.yaml", "check {file}"),
        ["all files"] = ("parameters/scenarios/odd.yaml", "check"),
        ["a parameter file"] = ("parameters/unit_costs/health.yaml", "run croydon_sun"),
        ["appraisal data"] = ("parameters/appraisal/price_indices.yaml", "run croydon_sun"),
        ["an overlay"] = ("parameters/overlays/odd.yaml", "run croydon_sun --overlay {file}"),
        ["a plan"] = ("parameters/batches/odd.yaml", "batch check {file}"),
        ["a plan's table"] = ("parameters/batches/runs.csv", "batch check tabled"),
        ["a manifest"] = ("manifest.json", "reproduce {file}"),
        ["a saved result"] = ("result.json", "compare croydon_sun --saved {file}"),
        ["results of a batch"] = ("results/manifest.json", "batch summary results"),
        ["a notebook"] = ("odd.ipynb", "notebook run {file}"),
    };

    private readonly ParameterCopy _parameters = new();

    private string Folder => Path.GetDirectoryName(_parameters.Path)!;

    public static TheoryData<string, string> Cases
    {
        get
        {
            TheoryData<string, string> cases = [];
            foreach (string place in s_places.Keys)
            {
                // A folder is where files are looked for, and no file of it.
                foreach (string kind in OddFile.Reasons.Keys.Where(kind => kind != "a folder" || !s_places[place].Command.Contains("check")))
                {
                    cases.Add(place, kind);
                }
            }

            return cases;
        }
    }

    public void Dispose() => _parameters.Dispose();

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task What_is_no_readable_file_is_an_error_at_once(string place, string kind)
    {
        (string file, string command) = s_places[place];
        string path = Path.Combine(Folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(
            Path.Combine(_parameters.Path, "batches", "tabled.yaml"),
            "scenarios: [croydon_sun]\ndesign: {table: runs.csv}\ndraws: 1000\nseed: 1\n",
            TestContext.Current.CancellationToken
        );
        OddFile.Put(kind, path);
        Command answer = await Task.Run(() => Command.Run(command.Replace("{file}", file, StringComparison.Ordinal), folder: Folder))
            .WaitAsync(s_soon, TestContext.Current.CancellationToken);
        string said = answer.Output + answer.Errors;
        Assert.True(answer.Code is 1 or 2, $"exit {answer.Code}: {said}");
        bool leadsOut = place == "a plan's table" && kind.EndsWith("device", StringComparison.Ordinal);
        string reason = leadsOut ? "lies outside the plan's folder" : OddFile.Reasons[kind];
        Assert.True(kind == "a folder" || said.Contains(reason, StringComparison.Ordinal), said);
        Assert.Contains(Path.GetFileName(file), said, StringComparison.Ordinal);
    }
}
