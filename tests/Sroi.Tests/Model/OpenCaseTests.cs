using Sroi.Model.Reading;
using Sroi.Parameters;
using Sroi.Parameters.Reading;

namespace Sroi.Tests.Model;

/// <summary>A case that is read once and changed again and again is the case that is read anew each time.</summary>
public class OpenCaseTests
{
    private static readonly string[] Services =
    [
        "arizona_peer_employment",
        "croydon_sun",
        "expert_patients_programme",
        "marco_cavallo_centre",
        "peer_led_groups",
        "self_management_wales",
        "sleepwell",
        "wheels_to_meals",
    ];

    public static TheoryData<string> Scenarios => [.. Services];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void A_changed_number_is_what_an_overlay_would_make_of_it(string name)
    {
        OpenCase opened = Open(ParameterLibrary.Open(TestFolder.Parameters), name);
        string[] ids = [.. opened.Scenario.Parameters.Keys.Where(opened.CanChange)];
        Assert.NotEmpty(ids);
        foreach (string id in ids)
        {
            ChangeEntry change = Change(id, opened.Scenario.Parameters[id].Value == 0 ? "0.5" : "0.01");
            ProblemList problems = new();
            Parameter? changed = opened.Changed(change, problems);
            if (problems.Any)
            {
                Assert.Null(changed);
                Assert.Equal(problems.Sorted(), Assert.Throws<InvalidFilesException>(() => opened.With([change])).Problems.Take(problems.Count));
                continue;
            }

            try
            {
                Parameter read = opened.With([change]).Parameters[id];
                Assert.Equal(read.Value, changed!.Value);
                Assert.Equal(read.Distribution, changed.Distribution);
                Assert.Equal(read.Uprating, changed.Uprating);
            }
            catch (InvalidFilesException)
            {
                // The number alone is well; the case does not go together with it.
            }
        }
    }

    [Fact]
    public void A_change_in_its_own_price_year_is_uprated_from_there()
    {
        OpenCase opened = Open(ParameterLibrary.Open(TestFolder.Parameters), "croydon_sun");
        YamlScalar value = new("241", IsQuoted: false, 1),
            year = new("2025-26", IsQuoted: false, 1);
        ChangeEntry change = new(
            "unit_costs.health.ae_attendance",
            new YamlMap([new("value", value, 1), new("price_year", year, 1)], 1),
            "plan.yaml",
            1,
            "a plan",
            null
        );
        Parameter changed = opened.Changed(change, new())!;

        // From 2025-26 to 2024-25 prices by the GDP deflator: 241 × 100 ÷ 103.238831.
        Assert.Equal(241 * 100 / 103.238831, changed.Value, 9);
    }

    [Fact]
    public void What_a_case_does_not_use_and_how_files_are_laid_out_leave_its_content_as_it_is()
    {
        using ParameterCopy folder = new();
        string before = Hash(folder);
        folder.Replace("unit_costs/housing.yaml", "label: ", "label: Another ");
        folder.Replace("unit_costs/health.yaml", "ae_attendance:", "# A remark.\nae_attendance:");
        folder.Replace("appraisal/parties.yaml", "nhs:", "somebody: {label: Somebody new, public: false}\nnhs:");
        Assert.Equal(before, Hash(folder));
    }

    [Theory]
    [InlineData("unit_costs/health.yaml", "value: 280", "value: 281")]
    [InlineData("scenarios/croydon_sun.yaml", "mean: 106.5", "mean: 107.5")]
    [InlineData("evidence/croydon_sun.yaml", "sigma: 0.25", "sigma: 0.26")]
    [InlineData("appraisal/price_indices.yaml", "103.238831", "103.238832")]
    [InlineData("appraisal/discounting.yaml", "rate: 3.50%", "rate: 3.60%")]
    public void What_a_case_uses_is_its_content(string file, string was, string now)
    {
        using ParameterCopy folder = new();
        string before = Hash(folder);
        folder.Replace(file, was, now);
        Assert.NotEqual(before, Hash(folder));
    }

    [Fact]
    public void Variant_and_overlay_are_content()
    {
        ParameterLibrary library = ParameterLibrary.Open(TestFolder.Parameters);
        string[] hashes =
        [
            Open(library, "croydon_sun").ContentHash,
            OpenCase.Read(library, "croydon_sun", "as_claimed", []).ContentHash,
            OpenCase.Read(library, "croydon_sun", null, [library.Overlay("croydon_icb")]).ContentHash,
        ];
        Assert.Equal(3, hashes.Distinct().Count());
    }

    private static string Hash(ParameterCopy folder) => Open(ParameterLibrary.Open(folder.Path), "croydon_sun").ContentHash;

    private static OpenCase Open(ParameterLibrary library, string name) => OpenCase.Read(library, name, variant: null, overlays: []);

    private static ChangeEntry Change(string id, string value) =>
        new(id, new YamlScalar(value, IsQuoted: false, 7), "plan.yaml", 7, "a plan", Author: null);
}
