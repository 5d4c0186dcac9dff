namespace Sroi.Hosts.Tests.Approved;

/// <summary>What the command prints, as somebody has read and approved it. A difference is a change that a user will see.</summary>
public class ApprovedOutputTests
{
    [Theory]
    [InlineData("run_croydon_sun", "run croydon_sun")]
    [InlineData("run_croydon_sun_draws", "run croydon_sun --draws 20000 --seed 2026")]
    [InlineData("run_marco_cavallo_draws_csv", "run marco_cavallo_centre --draws 4096 --sampling sobol --seed 2026 --csv")]
    [InlineData("run_wheels_to_meals_json", "run wheels_to_meals --json")]
    [InlineData("run_sleepwell", "run sleepwell")]
    [InlineData("run_croydon_sun_overlay", "run croydon_sun --overlay croydon_icb")]
    [InlineData("explain_croydon_sun_ratio", "explain croydon_sun ratio")]
    [InlineData("explain_arizona_peers_fewer_bed_days_json", "explain arizona_peer_employment fewer_bed_days --json")]
    [InlineData("compare_croydon_sun_overlay", "compare croydon_sun --overlay croydon_icb")]
    [InlineData("compare_marco_cavallo_as_claimed", "compare marco_cavallo_centre --variant as_claimed")]
    [InlineData("compare_croydon_sun_arizona", "compare croydon_sun arizona_peer_employment")]
    [InlineData("parameters_show_ae_attendance", "parameters show unit_costs.health.ae_attendance")]
    [InlineData("parameters_diff_croydon_icb", "parameters diff croydon_icb")]
    [InlineData("check_peer_led_groups", "check peer_led_groups")]
    [InlineData("tornado_croydon_sun", "tornado croydon_sun --draws 20000 --seed 2026")]
    [InlineData("tornado_marco_cavallo_ratio_json", "tornado marco_cavallo_centre --of ratio --json")]
    [InlineData("tornado_input_marco_cavallo_days", "tornado marco_cavallo_centre --param days_per_admission")]
    [InlineData("switching_wheels_to_meals", "switching wheels_to_meals")]
    [InlineData("switching_croydon_sun", "switching croydon_sun")]
    [InlineData("two_way_marco_cavallo", "two-way marco_cavallo_centre staff_hours days_per_admission")]
    [InlineData("indices_croydon_sun", "indices croydon_sun --seed 2026 --points 16384")]
    [InlineData("indices_marco_cavallo", "indices marco_cavallo_centre --seed 2026")]
    [InlineData("indices_arizona_morris", "indices arizona_peer_employment --method morris --seed 2026")]
    [InlineData(
        "value_of_information_marco_cavallo",
        "value-of-information marco_cavallo_centre --seed 2026 --cost 500 --cases-per-year 10 --over-years 5 --group effect=strength,hospitalisation_rate_ratio --nested effect"
    )]
    [InlineData("value_of_information_croydon_sun", "value-of-information croydon_sun --seed 2026 --draws 20000")]
    [InlineData("acceptability_marco_cavallo", "acceptability marco_cavallo_centre --seed 2026 --draws 20000")]
    [InlineData("acceptability_croydon_sun_variants", "acceptability croydon_sun lighter_staffing --seed 2026 --draws 20000 --ratios 0..1 --steps 6")]
    [InlineData("options_croydon_sun", "options croydon_sun --seed 2026 --draws 20000")]
    [InlineData("options_services", "options arizona_peer_employment marco_cavallo_centre --seed 2026 --draws 20000")]
    [InlineData("subgroups_arizona", "subgroups arizona_peer_employment --seed 2026 --draws 20000")]
    public void The_output_is_the_approved_one(string name, string args)
    {
        StringWriter output = new(),
            errors = new();
        int code = Cli.CommandLine.Run(args.Split(' '), new(TextReader.Null, output, errors, TestFolder.Root, IsPlain: true));
        Assert.Equal((0, ""), (code, errors.ToString()));

        ApprovedText.Check(name, $"The output of 'sroi {args}'", output.ToString());
    }
}
