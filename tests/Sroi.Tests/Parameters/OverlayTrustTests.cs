using Sroi.Model;
using Sroi.Parameters;
using Sroi.Parameters.Reading;

namespace Sroi.Tests.Parameters;

/// <summary>How far a number can be trusted belongs to its source: a new value brings its own trust, or none.</summary>
public class OverlayTrustTests
{
    private const string Attendance = "unit_costs.health.ae_attendance";

    [Theory]
    [InlineData("{value: 241, price_year: 2025-26, source: {title: me}}")]
    [InlineData("{value: 241, price_year: 2025-26}")]
    [InlineData("241")]
    public void A_new_value_does_not_keep_the_trust_of_the_number_it_replaced(string change)
    {
        Parameter was = ParameterLibrary.Open(TestFolder.Parameters).Parameter(Attendance),
            now = Changed(change);
        Assert.NotEqual(Confidence.Unstated, was.Confidence);
        Assert.Equal((Confidence.Unstated, null, null, null), (now.Confidence, now.Grade, now.Weakness, now.Licence));
        Assert.Equal(!change.Contains("source", StringComparison.Ordinal), now.IsUnsourced);
    }

    [Fact]
    public void A_new_value_may_state_its_own_trust()
    {
        Parameter now = Changed("{value: 241, price_year: 2025-26, confidence: high, grade: 1, source: {title: Reference cost, kind: records}}");
        Assert.Equal((Confidence.High, 1), (now.Confidence, now.Grade));
    }

    [Fact]
    public void Where_optimism_is_corrected_a_new_value_without_a_grade_counts_as_an_assumption()
    {
        Outcome outcome = Cases.Outcome() with { Grade = null, Quantity = Changed("241") };
        Assert.Equal(OptimismBias.WorstGrade, outcome.EffectiveGrade);
        Assert.Equal(
            1,
            (outcome with { Quantity = Changed("{value: 241, price_year: 2025-26, grade: 1, source: {title: Reference cost}}") }).EffectiveGrade
        );
    }

    [Fact]
    public void A_new_spread_alone_leaves_the_trust_as_it_was()
    {
        Parameter was = ParameterLibrary.Open(TestFolder.Parameters).Parameter(Attendance);
        string value = was.Value.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        Parameter now = Changed($"{{value: {value}, distribution: {{gamma: {{mean: {value}, sd: 60}}}}}}");
        Assert.Equal((was.Confidence, was.Grade), (now.Confidence, now.Grade));
    }

    private static Parameter Changed(string change)
    {
        string folder = TestFolder.Fresh(),
            path = Path.Combine(folder, "mine.yaml");
        File.WriteAllText(path, $"title: Mine\nset:\n  {Attendance}: {change}\n");
        ParameterLibrary library = ParameterLibrary.Open(TestFolder.Parameters);
        Parameter changed = Assert.Single(library.Changed(library.Overlay(path)));
        Directory.Delete(folder, recursive: true);
        return changed;
    }
}
