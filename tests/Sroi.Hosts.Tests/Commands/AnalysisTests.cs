using System.Text.Json;

namespace Sroi.Hosts.Tests.Commands;

/// <summary>The commands of the analyses: their JSON and CSV, the same bytes on any number of threads, and what is refused.</summary>
public class AnalysisTests
{
    private const string EveryAnalysis =
        "tornado croydon_sun --draws 5000 --seed 1|switching croydon_sun|two-way croydon_sun people ae_before|"
        + "tornado croydon_sun --param people|indices croydon_sun --seed 1 --points 4096|indices marco_cavallo_centre --seed 1 --points 512|"
        + "indices croydon_sun --seed 1 --method morris|value-of-information marco_cavallo_centre --draws 5000 --seed 1|"
        + "acceptability croydon_sun lighter_staffing --draws 5000 --seed 1|options croydon_sun --draws 5000 --seed 1|subgroups croydon_sun --draws 5000 --seed 1";

    public static TheoryData<string> Analyses => [.. EveryAnalysis.Split('|')];

    public static TheoryData<string> DrawnAnalyses =>
        [.. EveryAnalysis.Split('|').Where(args => args.Contains("--seed") && !args.Contains("morris"))];

    [Theory]
    [MemberData(nameof(Analyses))]
    public void Every_analysis_prints_json_and_csv(string args)
    {
        Command json = Command.Run($"{args} --json"),
            csv = Command.Run($"{args} --csv");
        Assert.Equal((0, "", 0, ""), (json.Code, json.Errors, csv.Code, csv.Errors));
        Assert.DoesNotContain("NaN", json.Output + csv.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Infinity", json.Output + csv.Output, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Object, Parsed(json).ValueKind);

        string[] rows = csv.Output.TrimEnd('\n').Split('\n');
        int columns = Cells(rows[0]);
        Assert.True(columns > 2 && rows.Length > 1);
        Assert.All(rows, row => Assert.Equal(columns, Cells(row)));
    }

    [Theory]
    [MemberData(nameof(DrawnAnalyses))]
    public void The_same_numbers_from_one_thread_and_from_several(string args)
    {
        string alone = Command.Run($"{args} --json --threads 1").Output;
        Assert.NotEmpty(alone);
        Assert.Equal(alone, Command.Run($"{args} --json --threads 2").Output);
        Assert.Equal(alone, Command.Run($"{args} --json --threads 5").Output);
    }

    [Fact]
    public void A_tornado_says_of_each_bar_what_a_commissioner_asks()
    {
        JsonElement bar = Parsed(Command.Run("tornado croydon_sun --json")).GetProperty("bars")[0];
        Assert.Equal("scenarios.croydon_sun.facilitator_hours", bar.GetProperty("id").GetString());
        Assert.Equal("down", bar.GetProperty("direction").GetString());
        Assert.False(bar.GetProperty("flips").GetBoolean());
        Assert.False(bar.GetProperty("within_support").GetBoolean());
        Assert.True(bar.GetProperty("figure_at_low").GetDouble() > bar.GetProperty("figure_at_high").GetDouble());
    }

    // In its file the number is called rate_ratio; in the library, from which it comes, ae_rate_ratio.
    [Theory]
    [InlineData("tornado croydon_sun --param rate_ratio")]
    [InlineData("tornado croydon_sun --range rate_ratio=0.5..0.9")]
    [InlineData("two-way croydon_sun rate_ratio people")]
    [InlineData("indices croydon_sun --group effect=rate_ratio,people --seed 1 --points 1024")]
    [InlineData("value-of-information croydon_sun --nested rate_ratio --cost-of rate_ratio=100 --draws 2000 --seed 1")]
    [InlineData("explain croydon_sun rate_ratio")]
    public void A_number_is_known_by_the_name_that_its_file_has_for_it(string args)
    {
        Command said = Command.Run($"{args} --json");
        Assert.Equal((0, ""), (said.Code, said.Errors));
        Assert.Contains("evidence.croydon_sun.ae_rate_ratio", said.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_are_named_by_variants_and_overlays()
    {
        JsonElement options = Parsed(
                Command.Run("options croydon_sun lighter_staffing croydon_icb croydon_sun:as_claimed+croydon_icb --draws 2000 --seed 1 --json")
            )
            .GetProperty("options");
        Assert.Equal(
            ["croydon_sun", "croydon_sun, lighter_staffing", "croydon_sun + croydon_icb", "croydon_sun, as_claimed + croydon_icb"],
            options.EnumerateArray().Select(option => option.GetProperty("name").GetString())
        );
    }

    [Fact]
    public void An_overlay_for_all_is_laid_on_every_option()
    {
        JsonElement options = Parsed(Command.Run("options croydon_sun --overlay croydon_icb --draws 2000 --seed 1 --json")).GetProperty("options");
        Assert.Equal(3, options.GetArrayLength());
        Assert.All(options.EnumerateArray(), option => Assert.Equal("croydon_icb", option.GetProperty("overlays")[0].GetString()));
    }

    [Fact]
    public void A_seed_that_was_picked_makes_the_same_again()
    {
        string first = Command.Run("value-of-information marco_cavallo_centre --draws 5000 --json").Output;
        ulong seed = JsonDocument.Parse(first).RootElement.GetProperty("seed").GetUInt64();
        Assert.Equal(first, Command.Run($"value-of-information marco_cavallo_centre --draws 5000 --seed {seed} --json").Output);
    }

    [Theory]
    [InlineData(
        "tornado croydon_sun --param peple",
        "'peple' is not a parameter of net_present_value in croydon_sun. Did you mean 'people'? The parameters are: standard_to_30, ae_rate_ratio, ae_before, effect_lasts, facilitator_hours, fading, other_services, people, psychiatrist_hours, regression_to_mean, rooms, stayed_six_months, ae_attendance, consultant_psychiatrist_hour, nurse_band_6_hour."
    )]
    [InlineData(
        "tornado croydon_sun --percentiles 95%..5%",
        "The percentiles must be between 0 % and 100 %, the lower one first, such as 5 % to 95 %; found 95 % to 5 %."
    )]
    [InlineData(
        "tornado croydon_sun --range people=200..100",
        "The range of scenarios.croydon_sun.people must go from a lower to a higher value; found 200 to 100."
    )]
    [InlineData("tornado croydon_sun --range people", "--range takes ID=LOW..HIGH; found 'people'.")]
    [InlineData("tornado croydon_sun --range people=many", "--range takes LOW..HIGH, such as 0.5..2, 5%..95% or £100..£300; found 'many'.")]
    [InlineData("tornado croydon_sun --seed 1", "--seed and --threads need --draws N: without it, a tornado makes no draws.")]
    [InlineData(
        "value-of-information croydon_sun --draws 2000 --group people=fading",
        "A group cannot be called people, because scenarios.croydon_sun.people has that name. Choose another name."
    )]
    [InlineData(
        "tornado croydon_sun --param people --percentiles 1%..99%",
        "--percentiles, --draws, --seed and --threads cannot be used with --param. Set its range with --range ID=LOW..HIGH."
    )]
    [InlineData("tornado croydon_sun --range people=1..2 --range people=2..3", "--range was given twice for people.")]
    [InlineData("acceptability croydon_sun --steps 5", "--steps needs --ratios LOW..HIGH.")]
    [InlineData(
        "value-of-information croydon_sun --draws 2000 --group a=people --group a=fading",
        "Two groups are called a. Give each a different name."
    )]
    [InlineData("tornado croydon_sun --steps 3", "--steps needs --param ID: otherwise each parameter takes two values.")]
    [InlineData("tornado croydon_sun --draws 100", "100 draws are too few for means by tenths of a parameter: use between 1,000 and 100,000,000.")]
    [InlineData(
        "tornado wheels_to_meals",
        "No parameter of wheels_to_meals has a spread, so there is nothing to vary. Give parameters a spread in the file, or give ranges."
    )]
    [InlineData("two-way croydon_sun people people", "A grid needs two different parameters; scenarios.croydon_sun.people was given twice.")]
    [InlineData(
        "indices croydon_sun --method sobol",
        "scenarios.croydon_sun.regression_to_mean and scenarios.croydon_sun.other_services are correlated, so their interactions cannot be separated from their correlation and Sobol indices would not add up. Use Shapley effects, which allow for correlation (--method shapley)."
    )]
    [InlineData("indices croydon_sun --method shaply", "--method takes sobol, shapley or morris; found 'shaply'. Did you mean 'shapley'?")]
    [InlineData(
        "indices marco_cavallo_centre --points 1000",
        "The number of Sobol points must be a power of two from 256 to 4,194,304; found 1,000. The default is 8,192."
    )]
    [InlineData("indices croydon_sun --group costs", "--group takes NAME=ID,ID,…; found 'costs'.")]
    [InlineData("value-of-information croydon_sun --draws 50", "50 draws are too few for a choice: use between 100 and 100,000,000.")]
    [InlineData(
        "value-of-information croydon_sun --draws 500",
        "500 draws are too few for the value of knowing a parameter (EVPPI): use between 2,000 and 100,000,000."
    )]
    [InlineData(
        "value-of-information marco_cavallo_centre --nested stafhours --draws 2000",
        "'stafhours' is not an uncertain parameter or a group of this case. Did you mean 'staff_hours'?"
    )]
    [InlineData("value-of-information croydon_sun --cost -5 --draws 2000", "The cost of a study must be a finite amount of zero or more; found -5.")]
    [InlineData(
        "value-of-information croydon_sun --over-years 0 --draws 2000",
        "The cases per year must be above zero and the years from 1 to 400; found 1 cases a year over 0 years."
    )]
    [InlineData("acceptability croydon_sun --ratios 2..1", "--ratios takes the lower ratio first; found 2..1.")]
    [InlineData("acceptability croydon_sun --ratios 1,0.5 --draws 200", "Ratios must be ascending; found 1 before 0.5.")]
    [InlineData(
        "options east_lille",
        "There is only one option, east_lille, which has no variants. Name two or more: scenarios, SCENARIO:VARIANT or SCENARIO+OVERLAY."
    )]
    [InlineData("options croydon_sun croydon_sun --draws 200", "croydon_sun was given twice. Name each option once.")]
    [InlineData(
        "options croydon_sun --against lighter --draws 200",
        "'lighter' is not one of the options. Did you mean 'croydon_sun, lighter_staffing'? The options are: croydon_sun; croydon_sun, as_claimed; croydon_sun, lighter_staffing."
    )]
    [InlineData(
        "options croydon_sun:as_claimd",
        "croydon_sun has no variant 'as_claimd'. Did you mean 'as_claimed'? It has: as_claimed, lighter_staffing."
    )]
    [InlineData("options croydon_sun sleepwell --draws 200", "sleepwell has no valued outcome, so it cannot be compared in money.")]
    [InlineData(
        "acceptability croydon_sun --must-choose --draws 200",
        "There is no choice to make: croydon_sun is the only one, and doing nothing is excluded. Name two or more options."
    )]
    [InlineData("subgroups croydon_sun --draws 5", "5 draws are too few for results by subgroup: use between 100 and 100,000,000.")]
    [InlineData("subgroups croydon_sun --json --csv", "--json and --csv cannot be used together.")]
    public void What_cannot_be_is_told(string args, string message)
    {
        Command refused = Command.Run(args);
        Assert.Equal((2, "", message + "\n"), (refused.Code, refused.Output, refused.Errors));
    }

    // Quoted commas do not part cells.
    private static int Cells(string row) => row.Split('"').Where((_, i) => i % 2 == 0).Sum(part => part.Count(c => c == ',')) + 1;

    private static JsonElement Parsed(Command command) => JsonDocument.Parse(command.Output).RootElement;
}
