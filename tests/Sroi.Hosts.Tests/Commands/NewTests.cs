namespace Sroi.Hosts.Tests.Commands;

/// <summary><c>sroi new</c>: from a charity's own words to a scenario that passes check.</summary>
public sealed class NewTests : IDisposable
{
    private const string Answers =
        "Riverside Peer Support\n\nco-prduced\nco-produced\nmembers\ninterviews with 24 members\n60\nregister\n85000\naccounts\nnhs\n400\n3\n"
        + "Members go to A&E less often: it's better\nunit_costs.health.ae_attendence\nunit_costs.health.ae_attendance\n1,2\n1.2\nsurvey\n18 months\n25\n25%\n20%\n30%\n";

    private readonly string _folder = Copied();

    [Fact]
    public void Answers_become_a_scenario_that_passes_check_and_runs()
    {
        Command made = Command.Run("new riverside", Answers, _folder);
        Assert.Equal(0, made.Code);
        Assert.Contains("'co-prduced' is not one of: co-produced, ", made.Errors, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'unit_costs.health.ae_attendance'?", made.Errors, StringComparison.Ordinal);
        Assert.Contains("'1,2' is not a number above zero. Use digits, with a point for decimals.", made.Errors, StringComparison.Ordinal);
        Assert.EndsWith("No problems.\n", Command.Run("check riverside", folder: _folder).Output, StringComparison.Ordinal);

        // 60 × 1.2 × £280.17 = £20,172 a year of an intake, of which 0.75 × 0.8 is kept; the first year is one intake's £12,103.
        string run = Command.Run("run riverside", folder: _folder).Output;
        Assert.Contains("first_change   NHS (fiscal)   20,172   60 %", run, StringComparison.Ordinal);
        Assert.Contains("1 (2025-26)     12,103", run, StringComparison.Ordinal);
    }

    [Fact]
    public void Answers_as_options_ask_nothing_that_was_answered()
    {
        string[] args =
        [
            "new",
            "riverside",
            "--title",
            "Riverside",
            "--delivery",
            "co-produced",
            "--who",
            "members",
            "--people",
            "60",
            "--people-source",
            "register",
            "--cost",
            "85000",
            "--cost-source",
            "accounts",
            "--paid-by",
            "nhs",
            "--change",
            "Less lonely",
            "--proxy",
            "unit_costs.wellbeing.chronic_loneliness_year",
            "--amount",
            "0.05",
            "--amount-source",
            "survey",
            "--deadweight",
            "0%",
            "--attribution",
            "100%",
        ];
        Assert.Equal(0, Command.Run(args, folder: _folder).Code);
        Assert.EndsWith("No problems.\n", Command.Run("check riverside", folder: _folder).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Answers_that_end_early_write_nothing()
    {
        Command made = Command.Run("new riverside", "Riverside\n\nco-produced\n", _folder);
        Assert.Equal(2, made.Code);
        Assert.Contains("The input ended before the last question, and no file was written.", made.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder, "parameters", "scenarios", "riverside.yaml")));
    }

    [Fact]
    public void An_answer_that_is_none_is_told_before_anything_is_asked()
    {
        Command made = Command.Run(["new", "riverside", "--people", "many", "--deadweight", "25"], folder: _folder);
        Assert.Equal(
            (
                2,
                "--people: 'many' is not a number above zero. Use digits, with a point for decimals.\n--deadweight: '25' is not a share. Write a percentage, such as 25%.\n"
            ),
            (made.Code, made.Errors)
        );
    }

    [Fact]
    public void A_file_that_is_there_is_left_alone()
    {
        Command made = Command.Run("new croydon_sun", Answers, _folder);
        Assert.Equal(2, made.Code);
        Assert.EndsWith("was not changed. Choose another name, or another file with --out.\n", made.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Riverside")]
    [InlineData("../riverside")]
    [InlineData("1st")]
    public void A_name_that_is_none_is_refused(string name) =>
        Assert.Equal(
            (2, $"'{name}' is not a valid name. Use lower-case letters, digits and _, starting with a letter.\n"),
            (Command.Run(["new", name], Answers, _folder).Code, Command.Run(["new", name], Answers, _folder).Errors)
        );

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Copied()
    {
        string folder = TestFolder.Fresh();
        foreach (string file in Directory.EnumerateFiles(TestFolder.Parameters, "*.yaml", SearchOption.AllDirectories))
        {
            string target = Path.Combine(folder, "parameters", Path.GetRelativePath(TestFolder.Parameters, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return folder;
    }
}
