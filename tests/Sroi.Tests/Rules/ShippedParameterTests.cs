using Sroi.Parameters;
using Sroi.Parameters.Reading;

namespace Sroi.Tests.Rules;

/// <summary>Every shipped number says where it comes from and how uncertain it is.</summary>
public class ShippedParameterTests
{
    private static readonly ParameterLibrary Library = ParameterLibrary.Open(TestFolder.Parameters);

    public static TheoryData<string> Ids => new(Library.Ids());

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_shipped_parameter_has_a_label_and_a_source(string id)
    {
        Parameter parameter = Library.Parameter(id);
        Assert.NotNull(parameter.Source);
        Assert.NotEqual(parameter.Name.Replace('_', ' '), parameter.Label);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Shipped_money_says_prices_index_trust_and_licence(string id)
    {
        Parameter parameter = Library.Parameter(id);
        if (parameter.Unit.IsMoney)
        {
            Assert.NotNull(parameter.PriceYear);
            Assert.Contains(parameter.Index!, Library.Indices.Keys);
            Assert.NotEqual(Confidence.Unstated, parameter.Confidence);
            Assert.NotNull(parameter.Licence);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void What_is_known_exactly_was_counted_is_set_by_law_or_is_a_definition(string id)
    {
        Parameter parameter = Library.Parameter(id);
        // A discount rate is a convention of the appraisal: nobody measures it.
        if (parameter.Distribution.IsFixed && !id.StartsWith("discounting.", StringComparison.Ordinal))
        {
            Assert.Contains(parameter.Source!.Kind, new[] { SourceKind.Statistics, SourceKind.Records, SourceKind.Definition });
        }
    }

    // reference/unit-costs.md marks these as orders of magnitude only: a coefficient of variation of 2 % would pretend to know them.
    [Theory]
    [InlineData("unit_costs.mental_health.bed_day")]
    [InlineData("unit_costs.mental_health.crisis_team_contact")]
    [InlineData("unit_costs.mental_health.cmht_contact")]
    [InlineData("unit_costs.mental_health.ssri_year")]
    [InlineData("unit_costs.mental_health.oral_antipsychotic_year")]
    [InlineData("unit_costs.mental_health.long_acting_injection_year")]
    [InlineData("unit_costs.health.ambulance_conveyance_current")]
    public void An_order_of_magnitude_is_wide_and_of_low_confidence(string id)
    {
        Parameter parameter = Library.Parameter(id);
        Assert.Equal(Confidence.Low, parameter.Confidence);
        Assert.True(parameter.Distribution.StandardDeviation > 0.05 * parameter.Distribution.Mean, $"{id} is narrower than 5 %.");
    }
}
