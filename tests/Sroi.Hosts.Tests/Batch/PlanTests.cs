using Sroi.Batch.Plans;
using Sroi.Batch.Plans.Reading;
using Sroi.Parameters;
using Sroi.Parameters.Reading;

namespace Sroi.Hosts.Tests.Batch;

/// <summary>Which runs a plan has, and what is told of a plan that is wrong.</summary>
public sealed class PlanTests : IDisposable
{
    private const string Ends = "draws: 1000\nseed: 1\n";
    private readonly PlanFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_full_factorial_combines_every_value_and_the_last_axis_changes_with_every_run()
    {
        BatchPlan plan = _folder.Plan(
            "scenarios: [croydon_sun]\nvary:\n  unit_costs.health.ae_attendance: [220, 340]\n  '*.fading': [10%, 25%, 50%]\n" + Ends
        );
        Assert.Equal(6, plan.Runs);
        Assert.Equal(["ae_attendance", "fading"], plan.Axes.Select(axis => axis.Name));
        Assert.Equal(["GBP/attendance", "share"], plan.Axes.Select(axis => axis.Unit));
        double?[][] expected =
        [
            [220, 0.1],
            [220, 0.25],
            [220, 0.5],
            [340, 0.1],
            [340, 0.25],
            [340, 0.5],
        ];
        Assert.Equal(expected, Values(plan));
    }

    [Fact]
    public void A_case_is_multiplied_only_by_what_it_uses()
    {
        BatchPlan plan = _folder.Plan(
            "scenarios: [croydon_sun, sleepwell, marco_cavallo_centre]\nvariants: [base, as_claimed]\nvary:\n  unit_costs.mental_health.bed_day: [420, 620]\n  '*.fading': [10%, 25%, 50%]\n"
                + Ends
        );

        // Croydon: base and as claimed, 3 values of fading. Sleepwell has no such variant and uses neither. Marco Cavallo: both, 2 prices. What a bed
        // day costs is read by Croydon's question about break-even alone, so no result of a run depends on it.
        Assert.Equal([3, 3, 1, 2, 2], plan.RunsOfCases);
        Assert.Equal([null, 0.1], plan[0].Values);
        Assert.Equal([null, null], plan[6].Values);
        Assert.Equal([420, null], plan[7].Values);
        Assert.Equal(["base", "as_claimed", "base", "base", "as_claimed"], plan.Cases.Select(one => one.VariantName));
    }

    [Fact]
    public void A_pattern_is_one_axis_and_crossed_it_is_several()
    {
        string plan = "scenarios: [arizona_peer_employment, marco_cavallo_centre]\nvary:\n  '*.people': {0}\n" + Ends;
        BatchPlan one = _folder.Plan(plan.Replace("{0}", "[40, 50]", StringComparison.Ordinal));
        Assert.Equal(["scenarios.arizona_peer_employment.people", "scenarios.marco_cavallo_centre.people"], Assert.Single(one.Axes).Ids);
        BatchPlan crossed = _folder.Plan(plan.Replace("{0}", "{values: [40, 50], cross: true}", StringComparison.Ordinal));
        Assert.Equal(["arizona_peer_employment_people", "marco_cavallo_centre_people"], crossed.Axes.Select(axis => axis.Name));
    }

    [Fact]
    public void Steps_are_spaced_evenly_and_a_price_year_goes_with_every_value()
    {
        BatchPlan plan = _folder.Plan(
            "scenarios: [croydon_sun]\nvary:\n  unit_costs.health.ae_attendance: {from: 200, to: 300, steps: 5, price_year: 2025-26}\n" + Ends
        );
        Assert.Equal([200, 225, 250, 275, 300], Values(plan).Select(values => values[0]));
        YamlMap change = Assert.IsType<YamlMap>(Assert.Single(plan[1].Changes).Node);
        Assert.Equal("2025-26", Assert.IsType<YamlScalar>(change["price_year"]).Text);
    }

    [Fact]
    public void A_latin_hypercube_has_one_point_in_each_part_of_every_range()
    {
        BatchPlan plan = _folder.Plan(
            "scenarios: [croydon_sun]\nvary:\n  unit_costs.health.ae_attendance: {from: 200, to: 300}\n  '*.fading': {from: 10%, to: 50%}\ndesign: {latin-hypercube: {runs: 50}}\n"
                + Ends
        );
        double?[][] values = Values(plan);
        int[] parts = [.. Enumerable.Range(0, 50)];
        Assert.Equal(parts, values.Select(value => (int)Math.Floor((value[0]!.Value - 200) / 2)).Order());
        Assert.Equal(parts, values.Select(value => (int)Math.Floor((value[1]!.Value - 0.1) / 0.008)).Order());
    }

    [Fact]
    public void Sobol_points_are_in_every_quarter_alike_and_a_list_is_chosen_from_evenly()
    {
        BatchPlan plan = _folder.Plan(
            "scenarios: [croydon_sun, sleepwell]\nvary:\n  unit_costs.health.ae_attendance: {from: 200, to: 300}\n  '*.fading': [10%, 50%]\ndesign: {sobol: {runs: 64}}\n"
                + Ends
        );
        double?[][] values = Values(plan)[..64];
        Assert.Equal([64L, 1], plan.RunsOfCases);
        Assert.All(values.GroupBy(value => ((int)((value[0]!.Value - 200) / 50), value[1])), quarter => Assert.Equal(16, quarter.Count()));
    }

    [Fact]
    public void A_table_has_a_run_for_each_row_of_the_case_it_names()
    {
        _folder.Write(
            "runs.csv",
            "scenario,scenarios.croydon_sun.people,'*',overlay\n".Replace("'*'", "*.bed_day", StringComparison.Ordinal)
                + "croydon_sun,150,,none\n\nmarco_cavallo_centre,,620,\n,,,croydon_icb\n"
        );
        BatchPlan plan = _folder.Plan(
            "scenarios: [croydon_sun, marco_cavallo_centre]\noverlays: [none, croydon_icb]\ndesign: {table: runs.csv}\n" + Ends
        );
        Assert.Equal([1, 1, 1, 2], plan.RunsOfCases);
        Assert.Equal([150, null], plan[0].Values);
        Assert.Equal([null, 620], plan[2].Values);
        Assert.Equal("parameters/batches/runs.csv", Assert.Single(plan[0].Changes).File);
        Assert.Equal(2, plan[0].Changes[0].Line);
    }

    [Fact]
    public void Millions_of_runs_take_no_room_and_each_is_made_when_asked_for()
    {
        BatchPlan plan = _folder.Plan(
            "scenarios: [croydon_sun]\nvary:\n  unit_costs.health.ae_attendance: {from: 200, to: 300, steps: 10000}\n  '*.fading': {from: 10%, to: 50%, steps: 10000}\n"
                + Ends
        );
        Assert.Equal(100_000_000, plan.Runs);
        Assert.Equal([300, 0.5], plan[99_999_999].Values);
        Assert.Throws<ArgumentOutOfRangeException>(() => plan[100_000_000]);
    }

    [Fact]
    public void What_the_plan_varies_goes_before_a_variant_and_that_is_told()
    {
        BatchPlan plan = _folder.Plan("scenarios: [croydon_sun]\nvariants: [as_claimed]\nvary:\n  '*.other_services': [5%, 30%]\n" + Ends);
        Assert.Equal(
            [
                "croydon_sun: scenarios.croydon_sun.other_services is set by variant as_claimed, but the plan varies it, so the values of the plan are used.",
            ],
            plan.Notices
        );
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once() =>
        Assert.Equal(
            """
            parameters/batches/plan.yaml, line 1: scenarios: there is no scenario 'croydon_sum'. Did you mean 'croydon_sun'?
            parameters/batches/plan.yaml, line 2: overlays: there is no overlay 'croydon_icc'. Did you mean 'croydon_icb'?
            parameters/batches/plan.yaml, line 3: variants: no scenario of the plan has a variant 'as_claimd'. Did you mean 'as_claimed'?
            parameters/batches/plan.yaml, line 5: vary: there is no parameter 'unit_costs.health.ae_attendence' that a scenario of the plan uses and that can be changed. Did you mean 'unit_costs.health.ae_attendance'?
            parameters/batches/plan.yaml, line 6: vary: '*.faiding' matches no parameter that a scenario of the plan uses. Did you mean 'fading'?
            parameters/batches/plan.yaml, line 7: vary: no scenario of the plan uses 'unit_costs.mental_health.bed_day'.
            parameters/batches/plan.yaml, line 8: vary.scenarios.croydon_sun.people is empty.
              Give it a value, or take it out.
            parameters/batches/plan.yaml, line 9: 'sead' is not a field of a batch plan. Did you mean 'seed'?
            parameters/batches/plan.yaml, line 10: 'draws' is a whole number from 1 to 1,000,000,000,000,000.
            """.ReplaceLineEndings("\n"),
            _folder.Problems(
                "scenarios: [croydon_sum, croydon_sun]\noverlays: [croydon_icc]\nvariants: [as_claimd]\nvary:\n  unit_costs.health.ae_attendence: [1]\n  '*.faiding': [10%]\n  unit_costs.mental_health.bed_day: [1]\n  scenarios.croydon_sun.people: []\nsead: 1\ndraws: 0.5\n"
            )
        );

    [Theory]
    [InlineData(
        "scenarios: 'x*'",
        "line 1: scenarios: 'x*' matches no scenario. There are: arizona_peer_employment, croydon_sun, east_lille, expert_patients_programme, marco_cavallo_centre, peer_led_groups, self_management_wales, sleepwell, wheels_to_meals."
    )]
    [InlineData("scenarios: [croydon_sun, croydon_sun]", "line 1: scenarios: 'croydon_sun' is there twice.\n  Keep one of them.")]
    [InlineData(
        "scenarios: [treatment_planning]",
        "line 1: scenarios: treatment_planning is a template with values to fill in, so it has no result."
    )]
    [InlineData(
        "scenarios: [croydon_sun]\nvary: {unit_costs.health.ae_attendance: {from: 200, to: 300}}",
        "line 2: vary.unit_costs.health.ae_attendance: a range has no values to combine in a full-factorial design.\n  Add 'steps: 5' for five values evenly spaced, list the values, or choose the design latin-hypercube or sobol."
    )]
    [InlineData("scenarios: [croydon_sun]\nvary: {'*.fading': [10%, 10%]}", "line 2: vary.*.fading: 10% is there twice.")]
    [InlineData(
        "scenarios: [croydon_sun]\nvary: {'*.fading': [10%], scenarios.croydon_sun.fading: [20%]}",
        "line 2: vary: 'scenarios.croydon_sun.fading' is varied twice, by '*.fading' and by 'scenarios.croydon_sun.fading'."
    )]
    [InlineData("scenarios: [croydon_sun]\nvary: {'*.fading': [140%]}", "line 2: 'vary.*.fading' is 140%, but a share lies between 0 % and 100 %.")]
    [InlineData(
        "scenarios: [croydon_sun]\nvary: {unit_costs.health.ae_attendance: [-5]}",
        "line 2: set.unit_costs.health.ae_attendance: the value −5 is below zero, where the distribution of unit_costs.health.ae_attendance cannot go.\n  Give a 'distribution' with it, or a value above zero."
    )]
    [InlineData(
        "scenarios: [croydon_sun]\nvary: {'*.fading': {from: 10%, to: 20%}}\ndesign: {sobol: {runs: 100}}",
        "line 3: design.sobol: 'runs' is 100; Sobol points come in powers of two.\n  Write 64 or 128."
    )]
    [InlineData(
        "scenarios: [croydon_sun]\nvary: {'*.fading': [10%]}\ndesign: {table: runs.csv}",
        "line 2: the columns of a table say what is varied, so 'vary' cannot be used with it.\n  Remove 'vary' or the table."
    )]
    [InlineData(
        "scenarios: [croydon_sun]\ndesign: latin_hypercube",
        "line 2: 'design' is 'latin_hypercube'; allowed: full-factorial, latin-hypercube, sobol, table. Did you mean 'latin-hypercube'?"
    )]
    [InlineData(
        "scenarios: [croydon_sun, marco_cavallo_centre]\nvary: {'*s*_per_*': [1, 2], 'scenarios.*o*s': [1]}",
        "line 2: vary: 'scenarios.*o*s' matches parameters that cannot take the same value"
    )]
    public void What_contradicts_itself_or_means_nothing_is_told_with_its_line(string plan, string expected) =>
        Assert.Contains(expected.ReplaceLineEndings("\n"), _folder.Problems(plan + "\n" + Ends), StringComparison.Ordinal);

    [Theory]
    [InlineData("", "line 1: the table is empty; it needs a heading with the numbers that are varied, and a row for each run.")]
    [InlineData("*.fading\n", "line 1: the table has a heading and no rows; it needs a row for each run.")]
    [InlineData("*.fading,*.fading\n10%,20%\n", "line 1: the column '*.fading' is there twice.")]
    [InlineData(
        "fading\n10%\n",
        "line 1: there is no parameter 'fading' that a scenario of the plan uses and that can be changed. Did you mean 'scenarios.croydon_sun.fading'?\n  Columns are numbers by full id or by a pattern, and scenario, variant, overlay."
    )]
    [InlineData("*.fading,overlay\n10%\n20%,none\n", "line 2: the row has 1 cells, and the heading 2.")]
    [InlineData("*.fading\n\n10%\nmuch\n", "line 4: '*.fading' is 'much', which is not a number.")]
    [InlineData("scenario,*.fading\ncroydon,10%\n", "line 2: scenario: 'croydon' is not in the plan. Did you mean 'croydon_sun'?")]
    public void What_is_wrong_with_a_table_is_told_with_its_line(string table, string expected)
    {
        _folder.Write("runs.csv", table);
        Assert.Contains(
            "parameters/batches/runs.csv, " + expected,
            _folder.Problems("scenarios: [croydon_sun]\ndesign: {table: runs.csv}\n" + Ends),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_table_that_is_not_there_is_told() =>
        Assert.Equal(
            "parameters/batches/plan.yaml, line 2: design: there is no table 'runs.csv' beside the plan.",
            _folder.Problems("scenarios: [croydon_sun]\ndesign: {table: runs.csv}\n" + Ends)
        );

    [Theory]
    [InlineData("../../secret.csv")]
    [InlineData("/etc/passwd")]
    [InlineData("link.csv")]
    public void A_table_outside_the_folder_of_the_plan_is_never_read(string table)
    {
        string secret = Path.Combine(_folder.Parameters.Path, "..", "secret.csv");
        File.WriteAllText(secret, "*.fading\n10%\n");
        File.CreateSymbolicLink(_folder.PathOf("link.csv"), secret);
        Assert.Equal(
            $"parameters/batches/plan.yaml, line 2: design: the table '{table}' lies outside the plan's folder.\n  Put the table beside the plan or in a folder below it.",
            _folder.Problems($"scenarios: [croydon_sun]\ndesign: {{table: {table}}}\n" + Ends)
        );
    }

    [Fact]
    public void The_text_of_a_file_that_is_no_table_is_not_shown()
    {
        _folder.Write("runs.csv", "root:x:0:0:root:/root:/bin/bash\npassword = 12345\n");
        Assert.Equal(
            "parameters/batches/runs.csv, line 1: the heading of column 1 is not a name; is this a table of runs?\n  Columns are numbers by full id or by a pattern, and scenario, variant, overlay.",
            _folder.Problems("scenarios: [croydon_sun]\ndesign: {table: runs.csv}\n" + Ends)
        );
    }

    [Fact]
    public void A_misspelt_table_is_told_with_the_nearest()
    {
        _folder.Write("runs.csv", "*.fading\n10%\n");
        Assert.Equal(
            "parameters/batches/plan.yaml, line 2: design: there is no table 'rums.csv' beside the plan. Did you mean 'runs.csv'?",
            _folder.Problems("scenarios: [croydon_sun]\ndesign: {table: rums.csv}\n" + Ends)
        );
    }

    [Fact]
    public void An_unknown_plan_is_told_with_the_nearest() =>
        Assert.Equal(
            "There is no batch plan 'all_service'. Did you mean 'all_services'?",
            Assert.Throws<UnknownNameException>(() => BatchPlan.Read(_folder.Library(), "all_service")).Message
        );

    private static double?[][] Values(BatchPlan plan) => [.. Enumerable.Range(0, (int)plan.Runs).Select(number => plan[number].Values.ToArray())];
}
