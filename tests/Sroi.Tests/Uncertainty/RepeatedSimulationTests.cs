using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Sroi.Evaluation;
using Sroi.Model.Reading;
using Sroi.Parameters;
using Sroi.Parameters.Reading;
using Sroi.Reports;
using Sroi.Uncertainty.Repeating;
using Sroi.Uncertainty.Running;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Tests.Uncertainty;

/// <summary>A run that draws only what a change reaches gives what reading the files anew and drawing everything gives, to the last bit.</summary>
public class RepeatedSimulationTests
{
    private const ulong Seed = 20_26;
    private static readonly ParameterLibrary Library = ParameterLibrary.Open(TestFolder.Parameters);

    public static TheoryData<string> Scenarios =>
        [
            "arizona_peer_employment",
            "croydon_sun",
            "expert_patients_programme",
            "marco_cavallo_centre",
            "peer_led_groups",
            "self_management_wales",
            "sleepwell",
            "wheels_to_meals",
            Path.Combine(TestFolder.Root, "tests", "Sroi.Benchmarks", "reference_model.yaml"),
            Path.Combine(TestFolder.Root, "tests", "Sroi.Tests", "Evaluation", "everything.yaml"),
        ];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void One_changed_number_gives_the_bits_of_a_case_read_anew(string scenario)
    {
        OpenCase opened = OpenCase.Read(Library, scenario, variant: null, overlays: []);
        string[] ids = [.. opened.Scenario.Parameters.Keys.Where(opened.CanChange)];
        RepeatedSimulation repeated = Of(opened, ids, draws: 2_100);
        int quick = 0;
        foreach (string id in ids)
        {
            quick += Compare(repeated, opened, [Change(opened, id, 1.1)]) ? 1 : 0;
        }

        Assert.True(quick > ids.Length / 2, $"{quick} of {ids.Length} changes were quick.");
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Several_changed_numbers_give_the_bits_of_a_case_read_anew(string scenario)
    {
        OpenCase opened = OpenCase.Read(Library, scenario, variant: null, overlays: []);
        string[] ids = [.. opened.Scenario.Parameters.Keys.Where(opened.CanChange)];
        RepeatedSimulation repeated = Of(opened, ids, draws: 1_500);
        for (int run = 0; run < 12; run++)
        {
            // Every third number, beginning with another one each time, and always a little more of it.
            IEnumerable<string> some = ids.Where((_, number) => number % 3 == run % 3);
            Compare(repeated, opened, [.. some.Select(id => Change(opened, id, 0.9 + (0.02 * run)))]);
        }
    }

    [Fact]
    public void Variants_and_overlays_give_the_bits_of_a_case_read_anew()
    {
        OpenCase opened = OpenCase.Read(Library, "croydon_sun", "as_claimed", [Library.Overlay("croydon_icb")]);
        string[] ids = [.. opened.Scenario.Parameters.Keys.Where(opened.CanChange)];
        RepeatedSimulation repeated = Of(opened, ids, draws: 1_025);
        Assert.True(Compare(repeated, opened, [Change(opened, "unit_costs.health.ae_attendance", 0.8)]));
    }

    [Fact]
    public void What_a_change_does_not_reach_is_drawn_once()
    {
        OpenCase opened = OpenCase.Read(Library, Path.Combine(TestFolder.Root, "tests", "Sroi.Benchmarks", "reference_model.yaml"), null, []);
        ColumnCache cache = new(mostBytes: 64 << 20);
        RepeatedSimulation repeated = new(opened, FigureCatalogue.Standard, ["scenarios.reference_model.deadweight_3"], (1_024, Seed), cache);
        ImmutableArray<ChangeEntry> change = [Change(opened, "scenarios.reference_model.deadweight_3", 1.1)];
        repeated.Run([]);
        Assert.Equal((0, 13), cache.Uses);

        // What is changed is kept when it comes a second time.
        repeated.Run(change);
        Assert.Equal((12, 14), cache.Uses);
        repeated.Run(change);
        Assert.Equal((24, 15), cache.Uses);
        repeated.Run(change);
        Assert.Equal((37, 15), cache.Uses);
    }

    [Fact]
    public void A_cache_that_holds_nothing_changes_no_result()
    {
        OpenCase opened = OpenCase.Read(Library, "croydon_sun", null, []);
        ImmutableArray<ChangeEntry> changes = [Change(opened, "unit_costs.health.ae_attendance", 1.2)];
        RepeatedSimulation kept = Of(opened, [changes[0].Id], draws: 3_000),
            forgotten = new(opened, FigureCatalogue.Standard, [changes[0].Id], (3_000, Seed), new(mostBytes: 0));
        Assert.Equal(Figures(kept.Run(changes)), Figures(forgotten.Run(changes)));
    }

    [Fact]
    public void Above_the_number_of_draws_that_are_looked_at_each_run_is_simulated_as_a_whole()
    {
        OpenCase opened = OpenCase.Read(Library, "arizona_peer_employment", null, []);
        RepeatedSimulation repeated = Of(opened, [], draws: 131_073);
        SimulationResult simulation = repeated.Run([]).Simulation;
        SimulationResult whole = (Simulation.Of(SocialReturn.Of(opened.Scenario), 131_073, Seed) with { Breakdown = Breakdown.Outcomes }).Run();
        Assert.Equal(whole.SroiRatio!.Percentile(0.05), simulation.SroiRatio!.Percentile(0.05));
    }

    [Fact]
    public void A_change_that_the_reader_refuses_is_refused_with_its_words()
    {
        OpenCase opened = OpenCase.Read(Library, "croydon_sun", null, []);
        RepeatedSimulation repeated = Of(opened, ["scenarios.croydon_sun.fading"], draws: 1_024);
        ChangeEntry change = new("scenarios.croydon_sun.fading", new YamlScalar("140%", IsQuoted: false, 9), "plan.yaml", 9, "a plan", null);
        InvalidFilesException refused = Assert.Throws<InvalidFilesException>(() => repeated.Run([change]));
        Assert.Equal("plan.yaml, line 9", refused.Message[..17]);
    }

    // Whether it was quick; the results must be the same in any case, errors too.
    private static bool Compare(RepeatedSimulation repeated, OpenCase opened, ImmutableArray<ChangeEntry> changes)
    {
        ProblemList problems = new();
        ImmutableArray<Parameter> changed = [.. changes.Select(change => opened.Changed(change, problems)).OfType<Parameter>()];
        if (problems.Any || repeated.Quick(changed) is not { } quick)
        {
            return false;
        }

        Assert.Equal(Figures(repeated.Reread(changes)), Figures(quick));
        return true;
    }

    private static string Figures(RepeatedResult result)
    {
        JsonObject json = JsonNode.Parse(ResultJson.Write(result.Result, result.Simulation, []))!.AsObject();
        JsonObject simulation = json["simulation"]!.AsObject();
        // What the scenario says of its parameters is not read again for a run.
        foreach (string name in new[] { "quantities", "break_even", "costs_per" })
        {
            json.Remove(name);
        }

        foreach (string name in new[] { "inputs", "manifest", "correlations" })
        {
            simulation.Remove(name);
        }

        return json.ToString();
    }

    private static RepeatedSimulation Of(OpenCase opened, IEnumerable<string> varied, long draws) =>
        new(opened, FigureCatalogue.Standard, varied, (draws, Seed), new(mostBytes: 64 << 20));

    // A share moves towards the middle of what is left, so that it stays a share.
    private static ChangeEntry Change(OpenCase opened, string id, double factor)
    {
        Parameter number = opened.Scenario.Parameters[id];
        double value = number.IsShare ? Math.Min(0.99, number.Value * factor) : number.Value * factor;
        return new(
            id,
            new YamlScalar(value.ToString("R", System.Globalization.CultureInfo.InvariantCulture), IsQuoted: false, 7),
            "plan.yaml",
            7,
            "a plan",
            null
        );
    }
}
