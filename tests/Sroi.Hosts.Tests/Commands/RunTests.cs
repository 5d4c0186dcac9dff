using System.Globalization;
using System.Text.Json;

namespace Sroi.Hosts.Tests.Commands;

/// <summary><c>sroi run</c>: the contract of its JSON, its files and its exit codes.</summary>
public class RunTests
{
    private static readonly string[] Keys =
    [
        "scenario",
        "variant",
        "overlays",
        "years",
        "price_year",
        "discounting",
        "timing",
        "present_value_benefits",
        "present_value_inputs",
        "net_present_value",
        "cashable_net_present_value",
        "sroi_ratio",
        "net_sroi_ratio",
        "public_value_ratio",
        "fiscal_ratio",
        "payback_months",
        "payback_years",
        "discounted_payback_years",
        "cost_per_person",
        "break_even_people",
        "outcomes",
        "ledger",
        "warnings",
    ];

    public static TheoryData<string> Scenarios =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(TestFolder.Parameters, "scenarios"), "*.yaml")
                .Select(path => Path.GetFileNameWithoutExtension(path)),
        ];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Every_scenario_runs_and_its_json_has_every_key(string name)
    {
        Command run = Command.Run($"run {name} --json");
        Assert.Equal((0, ""), (run.Code, run.Errors));
        using JsonDocument json = JsonDocument.Parse(run.Output);
        Assert.Empty(Keys.Except(json.RootElement.EnumerateObject().Select(p => p.Name)));
        Assert.All(
            json.RootElement.GetProperty("outcomes").EnumerateArray(),
            o => Assert.All(new[] { "id", "stakeholder", "present_value", "by_year" }, key => o.GetProperty(key))
        );
        Assert.All(
            json.RootElement.GetProperty("ledger").EnumerateArray(),
            l => Assert.All(new[] { "party", "public", "pays", "gains", "net" }, key => l.GetProperty(key))
        );
        Assert.All(
            json.RootElement.GetProperty("warnings").EnumerateArray(),
            w => Assert.All(new[] { "code", "message", "where" }, key => w.GetProperty(key))
        );
    }

    [Fact]
    public void A_template_lists_what_is_missing_and_exits_with_one()
    {
        Command run = Command.Run("run support_groups");
        Assert.Equal((1, ""), (run.Code, run.Output));
        Assert.StartsWith("support_groups is a template with 11 numbers to be filled in:\n", run.Errors, StringComparison.Ordinal);
        Assert.Contains(
            "quantities.people is to be filled in: How many different people come in a year? (person)\n",
            run.Errors,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("run croydon_sn", "There is no scenario 'croydon_sn'. Did you mean 'croydon_sun'?\n")]
    [InlineData(
        "run croydon_sun --variant as_claimd",
        "croydon_sun has no variant 'as_claimd'. Did you mean 'as_claimed'? It has: as_claimed, lighter_staffing.\n"
    )]
    [InlineData("run croydon_sun --overlay croydon_icd", "There is no overlay 'croydon_icd'. Did you mean 'croydon_icb'?\n")]
    [InlineData("run croydon_sun --json --csv", "--json and --csv cannot be used together.\n")]
    [InlineData(
        "rnu croydon_sun",
        "'rnu' is not a command, argument or option of 'sroi'. Did you mean 'run'?\nRun 'sroi --help', or 'sroi COMMAND --help' for one command.\n"
    )]
    [InlineData(
        "run croydon_sun --jsn",
        "'--jsn' is not a command, argument or option of 'sroi run'. Did you mean '--json'?\nRun 'sroi --help', or 'sroi COMMAND --help' for one command.\n"
    )]
    [InlineData(
        "parameters show unit_costs.health.ae_attendence",
        "There is no parameter 'unit_costs.health.ae_attendence'. Did you mean 'unit_costs.health.ae_attendance'?\n"
    )]
    [InlineData(
        "compare croydon_sun",
        "There is nothing to compare with. Name another scenario, or use --variant, --overlay, --set or --saved.\nRun 'sroi --help', or 'sroi COMMAND --help' for one command.\n"
    )]
    public void A_wrong_command_line_names_the_nearest_match_and_exits_with_two(string args, string message)
    {
        Command run = Command.Run(args);
        Assert.Equal((2, "", message), (run.Code, run.Output, run.Errors));
    }

    [Fact]
    public void All_results_are_written_or_none()
    {
        string folder = TestFolder.Fresh();
        Command run = Command.Run(["run", "croydon_sun", "--json", "--out", Path.Combine(folder, "results")]);
        Assert.Equal(0, run.Code);
        string[] written =
        [
            .. Directory.EnumerateFiles(Path.Combine(folder, "results")).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal),
        ];
        Assert.Equal(["explanation.txt", "figures.csv", "ledger.csv", "outcomes.csv", "quantities.csv", "result.json", "result.txt"], written);
        Assert.Equal(run.Output, File.ReadAllText(Path.Combine(folder, "results", "result.json")));

        File.WriteAllText(Path.Combine(folder, "file"), "kept");
        Command refused = Command.Run(["run", "croydon_sun", "--out", Path.Combine(folder, "file")]);
        Assert.Equal(1, refused.Code);
        Assert.StartsWith($"Nothing was written to {Path.Combine(folder, "file")}: ", refused.Errors, StringComparison.Ordinal);
        Assert.Equal("kept", File.ReadAllText(Path.Combine(folder, "file")));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void The_same_run_gives_the_same_bytes_in_every_culture()
    {
#pragma warning disable RS0030 // The one place that sets the culture, to show that nothing reads it.
        string before = Command.Run("run croydon_sun --json").Output;
        CultureInfo culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = { NumberDecimalSeparator = ",", NegativeSign = "~" } };
            Assert.Equal(before, Command.Run("run croydon_sun --json").Output);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
#pragma warning restore RS0030
    }

    [Theory]
    [InlineData("run croydon_sun")]
    [InlineData("run arizona_peer_employment --variant as_claimed --overlay croydon_icb")]
    [InlineData("compare croydon_sun wheels_to_meals")]
    [InlineData("parameters list")]
    public void Plain_output_fits_eighty_columns_and_has_no_colour(string args)
    {
        string output = Command.Run(args).Output;
        Assert.DoesNotContain('\u001b', output);
        // A command to paste is never broken.
        Assert.DoesNotContain(output.Split('\n'), line => line.Length > 80 && !line.StartsWith("  sroi ", StringComparison.Ordinal));
    }

    [Fact]
    public void Csv_has_a_row_for_each_outcome()
    {
        string[] rows = Command.Run("run wheels_to_meals --csv").Output.TrimEnd('\n').Split('\n');
        Assert.Equal(9, rows.Length);
        Assert.StartsWith("id,stakeholder,change,gains_to,benefit,baseline,note,quantity,quantity_unit,proxy,", rows[0], StringComparison.Ordinal);
    }
}
