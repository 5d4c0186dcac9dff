using System.Text.Json;

namespace Sroi.Hosts.Tests.Commands;

/// <summary><c>sroi run … --draws</c>: what is printed, in which formats, and what is refused.</summary>
public class SimulationTests
{
    [Fact]
    public void The_contract_of_the_json_is_kept()
    {
        JsonElement simulation = Json("run croydon_sun --draws 1e4 --seed 2026 --json").GetProperty("simulation");
        Assert.Equal(10_000, simulation.GetProperty("draws").GetInt64());
        Assert.Equal(2026UL, simulation.GetProperty("seed").GetUInt64());
        Assert.Equal("philox", simulation.GetProperty("sampling").GetString());
        foreach (
            string name in new[]
            {
                "ratio_of_means",
                "mean_of_ratios",
                "probability_ratio_above_1",
                "probability_npv_positive",
                "share_inputs_not_positive",
            }
        )
        {
            Assert.Equal(JsonValueKind.Number, simulation.GetProperty(name).ValueKind);
        }

        foreach (string name in new[] { "sroi_ratio", "net_present_value", "present_value_benefits", "present_value_inputs" })
        {
            JsonElement figure = simulation.GetProperty("figures").GetProperty(name),
                percentiles = figure.GetProperty("percentiles"),
                errors = figure.GetProperty("standard_errors");
            double[] ascending = [.. new[] { "p2_5", "p5", "p25", "p50", "p75", "p95", "p97_5" }.Select(p => percentiles.GetProperty(p).GetDouble())];
            Assert.Equal(ascending.Order(), ascending);
            Assert.True(figure.GetProperty("sd").GetDouble() > 0);
            Assert.True(errors.GetProperty("mean").GetDouble() > 0);
            Assert.True(errors.GetProperty("p97_5").GetDouble() > 0);
        }

        Assert.Equal("fewer_attendances", simulation.GetProperty("outcomes")[0].GetProperty("id").GetString());
        Assert.Equal("nhs", simulation.GetProperty("ledger")[0].GetProperty("party").GetString());
        Assert.Equal(7, simulation.GetProperty("years").GetArrayLength());
        Assert.Equal(0.3, simulation.GetProperty("correlations")[0].GetProperty("target").GetDouble());
        Assert.Equal("parameters/scenarios/croydon_sun.yaml", simulation.GetProperty("manifest").GetProperty("scenario").GetString());
    }

    [Theory]
    [InlineData("--threads 1")]
    [InlineData("--threads 2")]
    [InlineData("--threads 7")]
    [InlineData("--keep figures")]
    [InlineData("--keep parameters")]
    public void The_same_run_gives_the_same_bytes(string options) =>
        Assert.Equal(
            Command.Run("run arizona_peer_employment --draws 50000 --seed 1 --json").Output,
            Command.Run($"run arizona_peer_employment --draws 50000 --seed 1 --json {options}").Output
        );

    // The real command in processes of their own, since a width is chosen once.
    [Theory]
    [InlineData("DOTNET_EnableAVX512")]
    [InlineData("DOTNET_EnableAVX2")]
    [InlineData("DOTNET_EnableHWIntrinsic")]
    public void The_machines_instructions_change_no_byte(string switchedOff)
    {
        string expected = InProcess(null);
        Assert.NotEmpty(expected);
        Assert.Equal(expected, InProcess(switchedOff));
    }

    [Fact]
    public void A_seed_is_picked_and_told_where_none_is_given()
    {
        JsonElement first = Json("run croydon_sun --draws 1000 --json").GetProperty("simulation");
        string again = $"run croydon_sun --draws 1000 --seed {first.GetProperty("seed").GetUInt64()} --json";
        Assert.Equal(first.GetRawText(), Json(again).GetProperty("simulation").GetRawText());
        Assert.Contains(
            "To reproduce: --draws 1000 --seed 5.",
            Command.Run("run croydon_sun --draws 1000 --seed 5").Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void It_runs_until_the_error_asked_for_is_reached()
    {
        JsonElement convergence = Json("run croydon_sun --until 2% --seed 3 --json").GetProperty("simulation").GetProperty("convergence");
        Assert.True(convergence.GetProperty("reached").GetBoolean());
        Assert.True(convergence.GetProperty("largest_error").GetDouble() <= 0.02);

        JsonElement bounded = Json("run croydon_sun --until 0.1% --draws 20000 --seed 3 --json");
        JsonElement report = bounded.GetProperty("simulation").GetProperty("convergence");
        Assert.False(report.GetProperty("reached").GetBoolean());
        Assert.True(report.GetProperty("draws_needed").GetInt64() > 20_000);
        Assert.Contains(bounded.GetProperty("warnings").EnumerateArray(), w => w.GetProperty("code").GetString() == "errors_above_tolerance");
    }

    [Fact]
    public void Everything_is_written_into_a_folder()
    {
        string folder = TestFolder.Fresh();
        Command run = Command.Run($"run croydon_sun --draws 2000 --seed 4 --keep parameters --out {folder}");
        Assert.Equal(0, run.Code);
        string[] draws = File.ReadAllLines(Path.Combine(folder, "draws.csv"));
        Assert.Equal(2001, draws.Length);
        Assert.StartsWith(
            "draw,present_value_inputs,present_value_benefits,net_present_value,sroi_ratio,outcomes.fewer_attendances,evidence.croydon_sun.ae_rate_ratio,",
            draws[0],
            StringComparison.Ordinal
        );
        double[] first = [.. draws[1].Split(',').Select(cell => double.Parse(cell, System.Globalization.CultureInfo.InvariantCulture))];
        Assert.Equal(first[2] - first[1], first[3], precision: 6);
        Assert.Contains("sroi_ratio", File.ReadAllText(Path.Combine(folder, "simulation.csv")), StringComparison.Ordinal);
        Assert.Equal(1 + (4 * 60), File.ReadAllLines(Path.Combine(folder, "histograms.csv")).Length);
        Assert.Empty(Directory.EnumerateFiles(folder, "*.part"));

        Command again = Command.Run($"reproduce {folder}/result.json");
        Assert.Equal((0, ""), (again.Code, again.Errors));
        Assert.Contains("Identical, bit for bit", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_reproduced_says_why()
    {
        string folder = TestFolder.Fresh();
        Assert.Equal(0, Command.Run($"run croydon_sun --draws 2000 --seed 4 --out {folder}").Code);
        string file = Path.Combine(folder, "result.json");
        File.WriteAllText(file, File.ReadAllText(file).Replace("\"ratio_of_means\": 0.", "\"ratio_of_means\": 1.", StringComparison.Ordinal));
        Command changed = Command.Run($"reproduce {file}");
        Assert.Equal(1, changed.Code);
        Assert.Contains("ratio_of_means", changed.Errors, StringComparison.Ordinal);

        File.WriteAllText(file, "{}");
        Command empty = Command.Run($"reproduce {file}");
        Assert.Equal(1, empty.Code);
        Assert.Contains("this does not contain the manifest of a simulation.", empty.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--draws 0", "The number of draws must be above zero; found 0.")]
    [InlineData("--draws -5", "The number of draws must be above zero; found -5.")]
    [InlineData("--draws many", "--draws takes a whole number, such as 100000 or 1e6; found 'many'.")]
    [InlineData("--draws 1.5", "--draws takes a whole number, such as 100000 or 1e6; found '1.5'.")]
    [InlineData("--draws 1000 --seed -1", "--seed takes a whole number from 0 to 18446744073709551615; found '-1'.")]
    [InlineData(
        "--draws 1000 --sampling sobl",
        "'sobl' is not a sampling method. Did you mean 'sobol'? The methods are: philox, antithetic, latin-hypercube, sobol."
    )]
    [InlineData(
        "--draws 1000 --sampling sobol",
        "The number of Sobol points must be a power of two, from 32; found 1,000. The nearest are 512 and 1,024."
    )]
    [InlineData("--draws 1000 --keep figure", "--keep takes 'figures' or 'parameters'; found 'figure'. Did you mean 'figures'?")]
    [InlineData("--draws 1000 --threads 0", "The number of threads must be from 1 to 1,024; found 0.")]
    [InlineData("--until soon", "--until takes a share, such as 0.5% or 0.005; found 'soon'.")]
    [InlineData("--until 200%", "The tolerance must be between 0.0001 % and 100 %; found 200 %.")]
    [InlineData(
        "--draws １００",
        "--draws takes a whole number, such as 100000 or 1e6; found '１００'. These are digits of another script; write 100."
    )]
    [InlineData(
        "--draws 1000 --seed ٥",
        "--seed takes a whole number from 0 to 18446744073709551615; found '٥'. These are digits of another script; write 5."
    )]
    [InlineData("--until ०.५%", "--until takes a share, such as 0.5% or 0.005; found '०.५%'. These are digits of another script; write 0.5%.")]
    [InlineData("--seed 5", "--seed needs --draws N or --until T.")]
    public void What_makes_no_sense_is_refused_before_any_work(string options, string message)
    {
        Command run = Command.Run($"run croydon_sun {options}");
        Assert.Equal(2, run.Code);
        Assert.StartsWith(message, run.Errors, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void Draws_that_cannot_be_kept_are_refused_before_any_work()
    {
        Command run = Command.Run("run croydon_sun --draws 1e13 --keep figures");
        Assert.Equal(2, run.Code);
        Assert.Contains("10,000,000,000,000 draws takes", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("arizona_peer_employment")]
    [InlineData("croydon_sun")]
    [InlineData("east_lille")]
    [InlineData("expert_patients_programme")]
    [InlineData("marco_cavallo_centre")]
    [InlineData("peer_led_groups")]
    [InlineData("self_management_wales")]
    [InlineData("sleepwell")]
    [InlineData("wheels_to_meals")]
    public void Every_shipped_scenario_runs(string scenario)
    {
        Command run = Command.Run($"run {scenario} --draws 1e5 --seed 1");
        Assert.Equal((0, ""), (run.Code, run.Errors));
        Assert.DoesNotContain("NaN", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("∞", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_claim_beside_the_cautious_case_shows_what_it_hides()
    {
        JsonElement claim = Json("run marco_cavallo_centre --variant as_claimed --draws 1e5 --seed 1 --json").GetProperty("simulation"),
            cautious = Json("run marco_cavallo_centre --draws 1e5 --seed 1 --json").GetProperty("simulation");
        Assert.True(claim.GetProperty("probability_ratio_above_1").GetDouble() > 0.8);
        Assert.True(cautious.GetProperty("probability_ratio_above_1").GetDouble() < 0.6);
    }

    private static JsonElement Json(string args)
    {
        Command run = Command.Run(args);
        Assert.Equal((0, ""), (run.Code, run.Errors));
        return JsonDocument.Parse(run.Output).RootElement;
    }

    // A run that would take hours, with the signal that Ctrl-C sends. The progress is told once it has begun.
    [Fact]
    public async Task Ctrl_C_shows_what_is_known_so_far()
    {
        using TestProcess process = TestProcess.StartInterruptible(
            TestFolder.Root,
            TestProcess.Sroi,
            ["run", "marco_cavallo_centre", "--draws", "1e12", "--seed", "6", "--json"]
        );
        Assert.Contains("million a second", await process.FirstError, StringComparison.Ordinal);
        process.Signal("INT");
        Assert.Equal(130, process.End());
        JsonElement result = JsonDocument.Parse(await process.Output).RootElement;
        Assert.True(result.GetProperty("simulation").GetProperty("stopped").GetBoolean());
        Assert.InRange(result.GetProperty("simulation").GetProperty("draws").GetInt64(), 100_000, 100_000_000_000);
        Assert.Contains(result.GetProperty("warnings").EnumerateArray(), warning => warning.GetProperty("code").GetString() == "stopped_early");
    }

    private static string InProcess(string? switchedOff)
    {
        using TestProcess process = TestProcess.Start(
            TestFolder.Root,
            switchedOff is null ? [] : [(switchedOff, "0")],
            TestProcess.Sroi,
            ["run", "marco_cavallo_centre", "--draws", "30000", "--seed", "6", "--json"]
        );
        Assert.Equal(0, process.End());
        return process.Output.Result;
    }
}
