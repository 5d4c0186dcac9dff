using System.Text.Json;

namespace Sroi.Hosts.Tests.Commands;

/// <summary>Single parameters changed on the command line, and overlays that use the short names of their case.</summary>
public sealed class SetTests : IDisposable
{
    private readonly string _folder = TestFolder.Fresh();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // 150 people instead of 106.5: benefits in proportion, 57,814 × 150/106.5.
    [Theory]
    [InlineData("people=150")]
    [InlineData("scenarios.croydon_sun.people=150")]
    public void A_parameter_is_set_by_its_short_name_or_its_id(string change)
    {
        double before = Benefits("run croydon_sun --json"),
            after = Benefits($"run croydon_sun --set {change} --json");
        Assert.Equal(before * 150 / 106.5, after, before * 1e-12);
    }

    [Theory]
    [InlineData("rate_ratio=80%", "rate_ratio=0.8")]
    [InlineData("unit_costs.health.ae_attendance=£1,240", "unit_costs.health.ae_attendance=1240")]
    public void Values_are_written_as_people_write_them(string written, string plain)
    {
        Command run = Command.Run(["run", "croydon_sun", "--set", written, "--json"]);
        Assert.Equal((0, ""), (run.Code, run.Errors));
        Assert.Equal(Benefits($"run croydon_sun --set {plain} --json"), Benefits(run));
    }

    [Theory]
    [InlineData("run croydon_sun")]
    [InlineData("explain croydon_sun people")]
    [InlineData("compare croydon_sun")]
    [InlineData("tornado croydon_sun")]
    [InlineData("switching croydon_sun")]
    [InlineData("two-way croydon_sun people ae_before")]
    [InlineData("indices croydon_sun --seed 1 --method morris")]
    [InlineData("options croydon_sun lighter_staffing --draws 200 --seed 1")]
    [InlineData("acceptability croydon_sun lighter_staffing --draws 200 --seed 1")]
    [InlineData("value-of-information croydon_sun --draws 2000 --seed 1")]
    [InlineData("subgroups croydon_sun --draws 200 --seed 1")]
    public void Every_command_that_reads_a_scenario_takes_it(string args)
    {
        Command set = Command.Run($"{args} --set people=150 --json");
        Assert.Equal((0, ""), (set.Code, set.Errors));
        Assert.NotEqual(Command.Run($"{args} --json").Output, set.Output);
    }

    [Theory]
    [InlineData(
        "peple=150",
        1,
        "--set peple=150: croydon_sun has no parameter 'peple' that can be set. Did you mean 'people' (scenarios.croydon_sun.people)?\n1 problem.\n"
    )]
    [InlineData(
        "ae_attendance=150",
        1,
        "--set ae_attendance=150: croydon_sun has no parameter 'ae_attendance' that can be set. Did you mean 'unit_costs.health.ae_attendance'?\n1 problem.\n"
    )]
    [InlineData(
        "unit_costs.staff.nurse_band_5_hour=50",
        1,
        "--set unit_costs.staff.nurse_band_5_hour=50: croydon_sun does not use unit_costs.staff.nurse_band_5_hour, so setting it changes nothing.\n1 problem.\n"
    )]
    [InlineData("fading=140%", 1, "--set fading=140%: set.fading: 'value' is 140%, but a share lies between 0 % and 100 %.\n1 problem.\n")]
    [InlineData("people", 2, "--set takes NAME=VALUE, such as people=150 or anyway=50%; found 'people'.\n")]
    [InlineData("people=many", 2, "--set takes NAME=VALUE, such as people=150 or anyway=50%; found 'people=many'.\n")]
    public void What_cannot_be_set_is_refused_with_the_nearest_id(string change, int code, string message)
    {
        Command refused = Command.Run(["run", "croydon_sun", "--set", change]);
        Assert.Equal((code, "", message), (refused.Code, refused.Output, refused.Errors));
    }

    [Fact]
    public void A_simulation_with_a_set_parameter_is_reproduced()
    {
        string results = Path.Combine(_folder, "results");
        Assert.Equal(0, Command.Run(["run", "croydon_sun", "--set", "people=150", "--draws", "2000", "--seed", "1", "--out", results]).Code);
        Assert.Equal("Identical, bit for bit.\n", Command.Run(["reproduce", Path.Combine(results, "result.json")]).Output);
        Command old = Command.Run(["compare", "croydon_sun", Path.Combine(results, "result.json")]);
        Assert.Contains("Who gains and who loses", old.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_option_can_be_a_scenario_with_a_set_parameter()
    {
        Command options = Command.Run("options croydon_sun croydon_sun+people=150 --draws 200 --seed 1 --json");
        Assert.Equal(
            ["croydon_sun", "croydon_sun + people=150"],
            JsonDocument
                .Parse(options.Output)
                .RootElement.GetProperty("options")
                .EnumerateArray()
                .Select(option => option.GetProperty("name").GetString())
        );
    }

    [Fact]
    public void An_overlay_that_names_its_case_uses_short_names()
    {
        string overlay = Overlay("title: T\nauthor: Us\ncase: croydon_sun\nset:\n  people: 150\n");
        Assert.Equal(Benefits("run croydon_sun --set people=150 --json"), Benefits($"run croydon_sun --overlay {overlay} --json"));
        Assert.Equal((0, "No problems.\n"), Checked(overlay));
        Command elsewhere = Command.Run(["run", "arizona_peer_employment", "--overlay", overlay]);
        Assert.Equal(1, elsewhere.Code);
        Assert.Contains(
            "line 5: set: 'people' is a name in croydon_sun, but the overlay is applied to arizona_peer_employment.",
            elsewhere.Errors,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(
        "title: T\ncase: croydon_sun\nset:\n  peple: 150\n",
        "line 4: set: croydon_sun has no parameter 'peple' that can be set. Did you mean 'people' (scenarios.croydon_sun.people)?"
    )]
    [InlineData("title: T\ncase: croydn_sun\nset:\n  people: 150\n", ": case: There is no scenario 'croydn_sun'. Did you mean 'croydon_sun'?")]
    [InlineData(
        "title: T\nset:\n  facilitator_hours: 9\n",
        "line 3: set: there is no parameter 'facilitator_hours'. Did you mean 'scenarios.croydon_sun.facilitator_hours'?"
    )]
    public void Check_finds_wrong_names_in_an_overlay_and_suggests_the_full_id(string text, string message)
    {
        Command check = Command.Run(["check", Overlay(text)]);
        Assert.Equal(1, check.Code);
        Assert.Contains(message, check.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_shows_who_gains_and_who_loses()
    {
        JsonElement parties = JsonDocument
            .Parse(Command.Run("compare arizona_peer_employment --set people=50 --json").Output)
            .RootElement.GetProperty("parties");
        Assert.True(parties.GetArrayLength() > 1);
        foreach (JsonElement party in parties.EnumerateArray())
        {
            double change = party.GetProperty("net_after").GetDouble() - party.GetProperty("net_before").GetDouble();
            Assert.Equal(change, party.GetProperty("change").GetDouble());
            Assert.NotEqual(0, change);
        }
    }

    private (int, string) Checked(string overlay)
    {
        Command check = Command.Run(["check", overlay]);
        return (check.Code, check.Output);
    }

    private string Overlay(string text)
    {
        string path = Path.Combine(_folder, "mine.yaml");
        File.WriteAllText(path, text);
        return path;
    }

    private static double Benefits(string args) => Benefits(Command.Run(args));

    private static double Benefits(Command run) => JsonDocument.Parse(run.Output).RootElement.GetProperty("present_value_benefits").GetDouble();
}
