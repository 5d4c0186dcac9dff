using System.Text.Json;
using Sroi.Assurance;
using Sroi.Evaluation;
using Sroi.Model.Reading;
using Sroi.Parameters.Reading;
using Sroi.Reports;

namespace Sroi.Tests.Approved;

/// <summary>Every shipped scenario and variant gives the results that stand beside its file; templates give none until they are filled in.</summary>
public class ShippedScenarioTests
{
    private static readonly string Folder = Path.Combine(TestFolder.Parameters, "scenarios");

    public static TheoryData<string> Scenarios =>
        [.. Directory.EnumerateFiles(Folder, "*.yaml").Select(path => Path.GetFileNameWithoutExtension(path))];

    public static TheoryData<string> Templates =>
        [.. Directory.EnumerateFiles(Path.Combine(Folder, "templates"), "*.yaml").Select(path => Path.GetFileNameWithoutExtension(path))];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void A_scenario_gives_its_expected_results(string name)
    {
        ParameterLibrary library = ParameterLibrary.Open(TestFolder.Parameters);
        using JsonDocument expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, name + ".expected.json")));
        string[] cases = ["base", .. library.Scenario(name).Variants.Select(v => v.Id)];
        Assert.Equal(cases, expected.RootElement.EnumerateObject().Select(c => c.Name));
        foreach (JsonProperty one in expected.RootElement.EnumerateObject())
        {
            SroiResult result = SroiResult.Of(library.Scenario(name, one.Name == "base" ? null : one.Name));
            using JsonDocument found = JsonDocument.Parse(ResultJson.Write(result, Assurer.Check(result)));
            foreach (JsonProperty figure in one.Value.EnumerateObject())
            {
                JsonElement actual = found.RootElement.GetProperty(figure.Name);
                Assert.Equal(figure.Value.ValueKind, actual.ValueKind);
                if (actual.ValueKind == JsonValueKind.Number)
                {
                    // Sums of the same terms in the same order: only the last digits of exp and log may differ between machines.
                    Assert.Equal(figure.Value.GetDouble(), actual.GetDouble(), tolerance: 1e-9 * Math.Max(1, Math.Abs(actual.GetDouble())));
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void A_template_lists_what_is_missing_and_gives_no_figure(string name)
    {
        UnfilledTemplateException refusal = Assert.Throws<UnfilledTemplateException>(() =>
            ParameterLibrary.Open(TestFolder.Parameters).Scenario(name)
        );
        Assert.True(refusal.Missing.Count >= 5);
        Assert.All(refusal.Missing, missing => Assert.Contains("is to be filled in: ", missing.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void The_claim_at_face_value_is_never_below_the_cautious_case()
    {
        ParameterLibrary library = ParameterLibrary.Open(TestFolder.Parameters);
        foreach (
            string name in new[] { "croydon_sun", "arizona_peer_employment", "expert_patients_programme", "marco_cavallo_centre", "peer_led_groups" }
        )
        {
            Assert.True(SroiResult.Of(library.Scenario(name, "as_claimed")).SroiRatio > SroiResult.Of(library.Scenario(name)).SroiRatio, name);
        }
    }

    [Theory]
    [InlineData("sleepwell")]
    [InlineData("self_management_wales")]
    public void Where_nothing_can_honestly_be_valued_there_is_no_ratio_but_a_cost_and_a_register(string name)
    {
        SroiResult result = SroiResult.Of(ParameterLibrary.Open(TestFolder.Parameters).Scenario(name));
        Assert.Null(result.SroiRatio);
        Assert.Null(result.NetPresentValue);
        Assert.True(result.PresentValueInputs > 0);
        Assert.NotEmpty(result.Scenario.Map.NotValued);
        Assert.Contains(Assurer.Check(result), warning => warning is { Code: "nothing_valued", Severity: Severity.Notice });
        Assert.DoesNotContain(Assurer.Check(result), warning => warning.Severity == Severity.Serious);
    }
}
