using Sroi.Parameters.Reading;

namespace Sroi.Tests.Parameters;

/// <summary>A finance lead finds a figure by the words that she has for it.</summary>
public class ParameterSearchTests
{
    private static readonly ParameterLibrary Library = ParameterLibrary.Open(TestFolder.Parameters);

    [Theory]
    [InlineData("hospital bed", "mental_health.bed_day")]
    [InlineData("What does a GP appointment cost?", "health.gp_consultation")]
    [InlineData("ambulance call-out", "ambulance.see_and_convey")]
    [InlineData("volunteer hour", "time.volunteer_hour_living_wage")]
    [InlineData("rough sleeper", "housing.rough_sleeper_year")]
    [InlineData("school exclusion", "education.permanent_exclusion_year")]
    [InlineData("unpaid carer", "time.carer_hour_floor")]
    [InlineData("care home", "social_care.care_home_week")]
    [InlineData("A&E", "health.ae_attendance")]
    [InlineData("police time", "crime.police_officer_hour")]
    [InlineData("fostering", "children.foster_care_week")]
    [InlineData("shoplifting", "crime.commercial_theft")]
    [InlineData("antidepressants", "medicines.sertraline_50_year")]
    [InlineData("temporary accommodation", "housing.bed_and_breakfast_week")]
    public void The_figure_is_among_the_first_five(string words, string id) =>
        Assert.Contains("unit_costs." + id, ParameterSearch.Of(Library, words).Take(5).Select(found => found.Id));

    [Fact]
    public void Capitals_plurals_order_and_small_words_count_for_nothing() =>
        Assert.Equal(
            ParameterSearch.Of(Library, "care home").Select(found => found.Id).Order(),
            ParameterSearch.Of(Library, "the HOMES of Care").Select(found => found.Id).Order()
        );

    [Fact]
    public void A_slip_of_one_letter_is_forgiven() =>
        Assert.Equal("unit_costs.children.foster_care_week", ParameterSearch.Of(Library, "fostr care week")[0].Id);

    [Theory]
    [InlineData("zzzz")]
    [InlineData("")]
    public void What_fits_nothing_finds_nothing(string words) => Assert.Empty(ParameterSearch.Of(Library, words));
}
