namespace Sroi.Hosts.Tests.Commands;

/// <summary><c>sroi new</c>: from a charity's own words to a scenario that passes check.</summary>
public sealed class NewTests : IDisposable
{
    private const string Service =
            "Riverside Peer Support\n\nco-prduced\n1\nmembers\ninterviews with 24 members\n60 people\nregister\n£85,000 a year\naccounts\n2024/25\nNHS\n400\n\n3\n2025-26\n",
        FirstOutcome =
            "Members go to A&E less often: it's better\n\nunit_costs.health.ae_attendence\nunit_costs.health.ae_attendance\n1,2\n1.2\nsurvey of members\n18 months\n25\n25%\n\n20 %\n30%\n",
        Answers = Service + FirstOutcome + "no\nbelonging; trust\n";

    private readonly string _folder = Copied();

    [Fact]
    public void Answers_become_a_scenario_that_passes_check_and_runs()
    {
        Command made = Command.Run("new riverside", Answers, _folder);
        Assert.Equal(0, made.Code);
        Assert.Contains("'co-prduced' is not one of: co-produced, ", made.Errors, StringComparison.Ordinal);
        Assert.Contains("'unit_costs.health.ae_attendance'?", made.Errors, StringComparison.Ordinal);
        Assert.Contains("'1,2' is not a number above zero. Use digits, with a point for decimals.", made.Errors, StringComparison.Ordinal);
        Assert.EndsWith("No problems.\n", Command.Run("check riverside", folder: _folder).Output, StringComparison.Ordinal);

        // 60 × 1.2 × £280.17 = £20,172 a year of an intake, of which 0.75 × 0.8 is kept; the first year is one intake's £12,103.
        string run = Command.Run("run riverside", folder: _folder).Output;
        Assert.Contains("first_change   NHS (fiscal)   20,172   60 %", run, StringComparison.Ordinal);
        Assert.Contains("1 (2025-26)     12,103", run, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_folder, "parameters", "scenarios", ".riverside.answers")));
    }

    [Fact]
    public void What_was_assumed_is_listed_and_an_unpaid_hour_is_no_nurse()
    {
        string made = Command.Run("new riverside", Answers, _folder).Output.ReplaceLineEndings(" ").Replace("  ", " ");
        Assert.Contains("Assumed, because it was not asked or not known.", made, StringComparison.Ordinal);
        Assert.Contains("An hour of unpaid time is put at: Volunteer's hour at the National Living Wage", made, StringComparison.Ordinal);
        Assert.Contains("The source of the cost ('accounts') is taken as records.", made, StringComparison.Ordinal);
        Assert.Contains("moved from elsewhere", made, StringComparison.Ordinal);
        string file = File.ReadAllText(Path.Combine(_folder, "parameters", "scenarios", "riverside.yaml"));
        Assert.Contains("unpaid_hours * unit_costs.time.volunteer_hour_living_wage", file, StringComparison.Ordinal);
        Assert.DoesNotContain("nurse", file, StringComparison.Ordinal);
        Assert.Contains("  - change: 'trust'", file, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_change_a_harm_a_share_of_a_baseline_and_a_party_of_ones_own()
    {
        // 60 people × 17 % of 7.5 attendances × £280.17 = £21,433 fewer; and 60 × 0.1 × £280.17 = £1,681 more.
        string answers =
            Service.Replace("members\n", "new: Lonely older people\n", StringComparison.Ordinal)
            + "Fewer attendances\nbetter\nA&E attendance\n3\n17 % of 7.5\n\n1 year\n0%\n0%\n0%\n0%\nyes\n"
            + "More falls on outings\nworse\nA&E attendance\n3\n0.1\n\n1 year\n0%\n0%\n0%\n0%\nno\n\n";
        Command made = Command.Run("new riverside", answers, _folder);
        Assert.True(made.Code == 0, made.Errors);
        Assert.Contains("   1  A&E attendance", made.Errors, StringComparison.Ordinal);
        string run = string.Join(
            ' ',
            Command.Run("run riverside", folder: _folder).Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
        Assert.Contains("first_change NHS (fiscal) 21,433", run, StringComparison.Ordinal);
        Assert.Contains("second_change NHS (fiscal) -1,681", run.Replace('−', '-'), StringComparison.Ordinal);
        Assert.Contains(
            "lonely_older_people: {label: 'Lonely older people', public: false}",
            File.ReadAllText(Path.Combine(_folder, "parameters", "scenarios", "riverside.yaml")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_answer_can_be_gone_back_to()
    {
        Command made = Command.Run("new riverside", Answers.Replace("\n60 people\n", "\n6\nback\n60\n", StringComparison.Ordinal), _folder);
        Assert.True(made.Code == 0, made.Errors);
        Assert.Contains("value: 60", File.ReadAllText(Path.Combine(_folder, "parameters", "scenarios", "riverside.yaml")), StringComparison.Ordinal);
    }

    [Fact]
    public void Answers_that_end_early_are_taken_up_again()
    {
        Assert.Equal(2, Command.Run("new riverside", Service, _folder).Code);
        Command made = Command.Run("new riverside", FirstOutcome + "no\n\n", _folder);
        Assert.True(made.Code == 0, made.Errors);
        Assert.Contains("answers from last time are taken up", made.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void No_line_is_wider_than_eighty_columns_and_none_breaks_within_a_word()
    {
        Command made = Command.Run("new riverside", Answers, _folder);
        // An answer would follow a prompt on its line.
        Assert.All(made.Errors.Split('\n').SelectMany(line => line.Split(" > ")), line => Assert.InRange(line.Length, 0, 80));
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
            "--price-year",
            "2024-25",
            "--cost",
            "£85,000",
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
