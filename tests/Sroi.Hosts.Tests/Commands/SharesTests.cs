using System.Text.Json;

namespace Sroi.Hosts.Tests.Commands;

/// <summary>Shares that sum to one, as every command shows them: by what they are of, moving together, and without a spread where they cancel out.</summary>
public class SharesTests
{
    private const string File = """
        title: Where people live
        question: Is it worth it?
        delivery_model: co-produced
        appraisal: {price_year: 2024-25, discounting: green_book_2026, timing: start-of-year, first_year: 2025-26, years: 1, optimism_bias: none}
        stakeholders:
          - {party: members, involved: no}
        quantities:
          people: {value: 10, unit: person, source: {title: Records, kind: records}}
          worth: {value: 100, unit: GBP/person, price_year: 2024-25, index: gdp_deflator, source: {title: Records, kind: records}}
          cost: {value: 1000, unit: GBP, price_year: 2024-25, index: gdp_deflator, source: {title: Records, kind: records}}
          home:
            label: Where they live
            distribution: {dirichlet: {own_home: 1, shared: 4, hostel: 6}}
            source: {title: Survey, kind: records}
        inputs:
          - {id: staff, label: Staff, paid_by: nhs, kind: cash, amount: cost, years: 0}
        outcomes:
          - {id: own, change: Own home, stakeholder: members, quantity: people * home.own_home, proxy: worth, benefit: social, lasts: 1 year, deadweight: 0%, displacement: 0%, attribution: 0%, drop_off: 0%}
          - {id: shared, change: Shared home, stakeholder: members, quantity: people * home.shared, proxy: worth, benefit: social, lasts: 1 year, deadweight: 0%, displacement: 0%, attribution: 0%, drop_off: 0%}
          - {id: hostel, change: Hostel, stakeholder: members, quantity: people * home.hostel, proxy: worth, benefit: social, lasts: 1 year, deadweight: 0%, displacement: 0%, attribution: 0%, drop_off: 0%}
        """;

    [Theory]
    [InlineData("tornado {0} --of own", "Shares of Where they live")]
    [InlineData("tornado {0} --of own", "Shares sum to one and move together")]
    [InlineData("tornado {0} --of own --draws 2000 --seed 1", "Where they live: hostel")]
    [InlineData("switching {0} --of own", "Where they live: own home")]
    [InlineData("indices {0} --of own --seed 1", "home (3 shares")]
    [InlineData("indices {0} --of own --seed 1 --method morris", "home (3 shares")]
    [InlineData("explain {0} own", "Where they live: own home [scenarios.mix.home.own_home.share] = 0.090909")]
    public void They_are_called_by_what_they_are_of(string args, string said) => Assert.Contains(said, Run(args).Output, StringComparison.Ordinal);

    [Fact]
    public void What_cancels_out_has_no_spread_no_chance_and_no_bar()
    {
        string run = Run("run {0} --draws 10000 --seed 1").Output.ReplaceLineEndings(" ");
        Assert.Contains("In every draw the ratio is 1.00: the variation cancels out.", run, StringComparison.Ordinal);
        Assert.Contains("Probability of a ratio above 1: 0 %", run, StringComparison.Ordinal);
        JsonElement npv = JsonDocument
            .Parse(Run("run {0} --draws 10000 --seed 1 --json").Output)
            .RootElement.GetProperty("simulation")
            .GetProperty("figures")
            .GetProperty("net_present_value");
        Assert.Equal((0, 0), (npv.GetProperty("mean").GetDouble(), npv.GetProperty("sd").GetDouble()));
        Assert.Contains("No parameter with a spread affects the net present value.", Run("tornado {0}").Output, StringComparison.Ordinal);
        Assert.Contains("has the same value in every draw", Run("indices {0} --seed 1").Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_base_value_far_from_its_spread_is_said_first_on_the_page_and_in_the_check()
    {
        string far = File.Replace("{value: 100, unit: GBP/person,", "{value: 280, unit: GBP/person, distribution: {gamma: {mean: 900, sd: 42}},");
        string run = Run("run {0} --draws 10000 --seed 1", far).Output.ReplaceLineEndings(" ");
        Assert.Contains(
            "Main limitation: A base value lies outside the range of 99 % of its own distribution",
            string.Join(' ', run.Split(' ', StringSplitOptions.RemoveEmptyEntries)),
            StringComparison.Ordinal
        );
        Assert.Contains(": value_outside_spread, double_counting", Run("check {0}", far).Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
        JsonElement warnings = JsonDocument.Parse(Run("run {0} --json", far).Output).RootElement.GetProperty("warnings");
        Assert.Equal("value_outside_spread", warnings[0].GetProperty("code").GetString());
    }

    private static Command Run(string args, string file = File)
    {
        string folder = TestFolder.Fresh();
        try
        {
            System.IO.File.WriteAllText(Path.Combine(folder, "mix.yaml"), file);
            string[] given = [.. args.Split(' ').Select(arg => arg == "{0}" ? Path.Combine(folder, "mix.yaml") : arg)];
            return Command.Run([.. given, "--parameters", TestFolder.Parameters]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
