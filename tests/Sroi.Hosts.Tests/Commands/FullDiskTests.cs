using Sroi.Hosts.Tests.Batch;

namespace Sroi.Hosts.Tests.Commands;

/// <summary>Where a file cannot be written to its end, here for a limit of its size, nothing of it is left, and a sentence says which file and why.</summary>
public sealed class FullDiskTests : IDisposable
{
    private const string Why = "a file may not become that large here";

    private readonly string _folder = TestFolder.Fresh();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("run croydon_sun --out {0}", "result.json")]
    [InlineData("run croydon_sun --draws 2000 --seed 1 --out {0}", "result.json")]
    [InlineData("report croydon_sun --draws 2000 --seed 1 --out {0}/case.html", "case.html")]
    [InlineData("parameters schema --out {0}", ".json")]
    [InlineData("notebook run notebooks/01_first_business_case.ipynb --out {0}/page.html", "page.html")]
    public void A_file_that_cannot_be_written_to_its_end_is_not_there(string command, string file)
    {
        string target = Path.Combine(_folder, "out");
        ShellCommand run = ShellCommand.Run($"ulimit -f 1; sroi {string.Format(null, command, target)}");
        Assert.Equal(1, run.Code);
        string said = run.Errors.TrimEnd('\n').Split('\n')[^1];
        Assert.StartsWith($"Nothing was written to {target}/", said, StringComparison.Ordinal);
        Assert.EndsWith($"{file}: {Why}.", said, StringComparison.Ordinal);
        AssertNothingIn(target);
    }

    [Fact]
    public void A_batch_leaves_no_part_of_its_results_and_goes_on_with_what_was_done()
    {
        using PlanFolder plans = new();
        plans.Write("plan.yaml", "scenarios: [croydon_sun]\nvary:\n  '*.fading': {from: 10%, to: 50%, steps: 40}\ndraws: 1000\nseed: 3\n");
        string batch = $"sroi batch run plan --parameters '{plans.Parameters.Path}' --store '{plans.Store}' --out '{plans.Out("out")}'";

        ShellCommand ofStore = ShellCommand.Run($"ulimit -f 16; {batch}");
        Assert.Equal(1, ofStore.Code);
        Assert.Contains(
            $"A finished run could not be written to {plans.Store}: {Why}. What was written before is kept",
            ofStore.Errors,
            StringComparison.Ordinal
        );
        Assert.False(Directory.Exists(plans.Out("out")));

        Assert.Equal(0, ShellCommand.Run($"{batch}2").Code);
        ShellCommand ofResults = ShellCommand.Run($"ulimit -f 16; {batch}");
        Assert.Equal(1, ofResults.Code);
        Assert.Contains(", 40 already stored.", ofResults.Errors, StringComparison.Ordinal);
        Assert.Contains($"The results could not be written to {plans.Out("out")}: {Why}.", ofResults.Errors, StringComparison.Ordinal);
        AssertNothingIn(plans.Out("out"));
        Assert.Equal(0, ShellCommand.Run(batch).Code);
    }

    private static void AssertNothingIn(string folder) =>
        Assert.True(!Directory.Exists(folder) || !Directory.EnumerateFileSystemEntries(folder).Any(), $"{folder} is not empty.");
}
