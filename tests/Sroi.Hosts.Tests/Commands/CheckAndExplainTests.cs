using System.Text.Json;

namespace Sroi.Hosts.Tests.Commands;

/// <summary><c>sroi check</c> and <c>sroi explain</c>.</summary>
public class CheckAndExplainTests
{
    [Fact]
    public void Everything_shipped_is_without_a_problem()
    {
        Command check = Command.Run("check");
        Assert.Equal((0, ""), (check.Code, check.Errors));
        Assert.EndsWith("No problems.\n", check.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_overlay_is_told_in_full()
    {
        string file = Path.Combine(TestFolder.Fresh(), "mine.yaml");
        File.WriteAllText(
            file,
            "title: Mine\nset:\n  unit_costs.health.ae_atendance: 241\n  unit_costs.staff.nurse_band_6_hour: {value: 70, unit: GBP/day}\n  unit_costs.health.gp_consultation: -5\n"
        );
        Command check = Command.Run(["check", file]);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        Assert.Equal(1, check.Code);
        Assert.Equal(
            $"{file}, line 3: set: there is no parameter 'unit_costs.health.ae_atendance'. Did you mean 'unit_costs.health.ae_attendance'?\n"
                + $"{file}, line 4: set.unit_costs.staff.nurse_band_6_hour: the unit is 'GBP/day', but unit_costs.staff.nurse_band_6_hour is in GBP/hour.\n"
                + $"{file}, line 5: set.unit_costs.health.gp_consultation: the value −5 is below zero, where the distribution of unit_costs.health.gp_consultation cannot go.\n  Give a 'distribution' with it, or a value above zero.\n3 problems.\n",
            check.Errors
        );
    }

    // From the ratio down, every leaf of the tree is a parameter with its source.
    [Theory]
    [InlineData("croydon_sun", "ratio")]
    [InlineData("croydon_sun", "fewer_attendances")]
    [InlineData("croydon_sun", "nhs")]
    [InlineData("arizona_peer_employment", "npv")]
    [InlineData("wheels_to_meals", "sroi_ratio")]
    public void An_explanation_ends_in_sources(string scenario, string figure)
    {
        using JsonDocument json = JsonDocument.Parse(Command.Run($"explain {scenario} {figure} --json").Output);
        int leaves = 0;
        Walk(json.RootElement);
        Assert.True(leaves > 3);

        void Walk(JsonElement step)
        {
            if (step.GetProperty("explained_above").GetBoolean())
            {
                return;
            }

            JsonElement[] parts = [.. step.GetProperty("parts").EnumerateArray()];
            if (parts.Length == 0 && step.GetProperty("value").GetDouble() != 0)
            {
                leaves++;
                Assert.False(string.IsNullOrEmpty(step.GetProperty("source").GetProperty("title").GetString()));
            }

            foreach (JsonElement part in parts)
            {
                Walk(part);
            }
        }
    }

    [Fact]
    public void An_explanation_does_not_contradict_the_result()
    {
        using JsonDocument result = JsonDocument.Parse(Command.Run("run croydon_sun --json").Output);
        using JsonDocument why = JsonDocument.Parse(Command.Run("explain croydon_sun ratio --json").Output);
        Assert.Equal(result.RootElement.GetProperty("sroi_ratio").GetDouble(), why.RootElement.GetProperty("value").GetDouble());
        Assert.Equal(
            [
                result.RootElement.GetProperty("present_value_benefits").GetDouble(),
                result.RootElement.GetProperty("present_value_inputs").GetDouble(),
            ],
            why.RootElement.GetProperty("parts").EnumerateArray().Select(part => part.GetProperty("value").GetDouble())
        );
    }

    [Fact]
    public void An_explanation_says_who_changed_what() =>
        Assert.Contains(
            "changed by overlay croydon_icb (Example commissioner): was £280.17 per attendance at 2024-25 prices, is £241.00 per attendance at 2025-26 prices",
            Command
                .Run("explain croydon_sun unit_costs.health.ae_attendance --overlay croydon_icb")
                .Output.ReplaceLineEndings(" ")
                .Replace("      ", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );

    [Fact]
    public void An_unknown_figure_names_the_nearest()
    {
        Command explain = Command.Run("explain croydon_sun fewer_atendances");
        Assert.Equal(2, explain.Code);
        Assert.StartsWith(
            "croydon_sun has no figure 'fewer_atendances'. Did you mean 'fewer_attendances'? There are: ratio, ",
            explain.Errors,
            StringComparison.Ordinal
        );
    }
}
