using Sroi.Parameters;
using Sroi.Parameters.Distributions;
using Sroi.Parameters.Reading;
using Sroi.Quantities;

namespace Sroi.Tests.Published;

/// <summary>The figures that were wrong or superseded in 0.1.0, each with the figure that replaced it and its source.</summary>
public class CorrectionTests
{
    private static readonly ParameterLibrary Library = ParameterLibrary.Open(TestFolder.Parameters);

    // 1. 100 × 1.0732 of 2022-23; 2.47 % and 4.02 % follow, not the provisional 4.31 %.
    [Fact]
    public void The_NHS_index_has_the_rates_of_the_2025_manual()
    {
        PriceIndex index = Library.Indices["nhscii"];
        Assert.Equal(1.0247, index.Between(PriceYear.Parse("2022-23"), PriceYear.Parse("2023-24")).Factor, 12);
        Assert.Equal(1.0402, index.Between(PriceYear.Parse("2023-24"), PriceYear.Parse("2024-25")).Factor, 12);
        Assert.Equal("2025", index.Edition);
        Assert.Contains("10.22024/UniKent/01.02.115569", index.Source!.Url, StringComparison.Ordinal);
        RevisedFigure revised = index.At(2023)!.Earlier!;
        Assert.Equal((0.0247, 0.0431), (Math.Round(revised.Now, 10), Math.Round(revised.Was, 10)));
        Assert.Equal(("2025", "2024"), (revised.Edition, revised.EarlierEdition));
        Assert.Equal([2024], index.Levels.Where(level => level.IsForecast).Select(level => level.Start));
    }

    [Theory]
    [InlineData("nhscii_pay", 1.0511, 1.0218)]
    [InlineData("nhscii_prices", 1.0204, 1.0298)]
    public void Pay_and_prices_alone_are_indices_of_their_own(string id, double into2024, double into2023)
    {
        PriceIndex index = Library.Indices[id];
        Assert.Equal(into2024, index.Between(PriceYear.Parse("2023-24"), PriceYear.Parse("2024-25")).Factor, 12);
        Assert.Equal(into2023, index.Between(PriceYear.Parse("2022-23"), PriceYear.Parse("2023-24")).Factor, 12);
        Assert.Equal((2014, 2024), index.Reach);
    }

    // 2. Total cost ÷ activity of the National Schedule.
    [Theory]
    [InlineData("mental_health.bed_day", 719.10)]
    [InlineData("mental_health.bed_day_all", 837.56)]
    [InlineData("mental_health.bed_day_secure", 885.75)]
    [InlineData("mental_health.crisis_team_contact", 356.83)]
    [InlineData("mental_health.cmht_contact", 278.91)]
    [InlineData("mental_health.any_contact", 305.94)]
    [InlineData("mental_health.liaison_contact", 346.01)]
    [InlineData("ambulance.see_and_convey", 489.39)]
    [InlineData("ambulance.see_and_treat", 364.35)]
    [InlineData("ambulance.hear_and_treat", 62.37)]
    [InlineData("health.ae_attendance", 280.17)]
    public void The_National_Cost_Collection_replaces_orders_of_magnitude(string id, double value) =>
        Is(id, value, "2024-25", "National Cost Collection 2024/25", "2024/25", "OGL v3", Confidence.High);

    [Fact]
    public void That_a_mental_health_bed_is_counted_in_days_is_said_to_be_inferred() =>
        Assert.Contains("inferred", Library.Parameter("unit_costs.mental_health.bed_day").Note, StringComparison.Ordinal);

    // 3. Ingredient cost of a year.
    [Theory]
    [InlineData("medicines.sertraline_50_year", 12.0)]
    [InlineData("medicines.citalopram_20_year", 10.0)]
    [InlineData("medicines.fluoxetine_20_year", 9.5)]
    [InlineData("medicines.olanzapine_10_year", 39.6)]
    [InlineData("medicines.quetiapine_200_year", 64.6)]
    [InlineData("medicines.risperidone_2_year", 10.9)]
    [InlineData("medicines.aripiprazole_10_year", 25.1)]
    [InlineData("medicines.paliperidone_100_year", 3768.8)]
    [InlineData("medicines.paliperidone_150_year", 4711.6)]
    [InlineData("mental_health.ssri_year", 12.0)]
    // (0.76 × 39.6 + 0.41 × 64.6 + 0.31 × 10.9 + 0.77 × 25.1) ÷ 2.25
    [InlineData("mental_health.oral_antipsychotic_year", 35.24)]
    // (5,003 × 3,768.8 + 5,809 × 4,711.6) ÷ 10,812
    [InlineData("mental_health.long_acting_injection_year", 4275.34)]
    public void Medicines_cost_what_the_Prescription_Cost_Analysis_says(string id, double value) =>
        Is(id, value, "2025", "Prescription Cost Analysis England, calendar year 2025", "2025", "OGL v3", Confidence.High);

    // 4. Values by year as published; the real income they imply is (published ÷ £13,000 at published deflators) ^ (1 ÷ 1.3).
    [Theory]
    [InlineData("2019", 13000)]
    [InlineData("2022", 14294)]
    [InlineData("2023", 15253)]
    [InlineData("2025", 16359)]
    public void The_WELLBY_has_its_published_values(string year, double value) => Assert.Equal(value, Wellby(year).Value);

    [Theory]
    [InlineData("2022", 10996, 17593)]
    [InlineData("2023", 11733, 18773)]
    public void Low_and_high_of_the_WELLBY_grow_as_published(string year, double low, double high)
    {
        Support support = Wellby(year).Distribution.Support;
        Assert.Equal(low, support.Low, tolerance: 1);
        Assert.Equal(high, support.High, tolerance: 1);
    }

    [Theory]
    [InlineData(2022, 14294, 90.5005, 0.9888)]
    [InlineData(2023, 15253, 96.2507, 0.9913)]
    public void The_implied_real_income_is_named_as_back_calculated(int year, double published, double deflator, double implied)
    {
        Assert.Equal(implied, Math.Pow(published / (13000 * deflator / 81.1085), 1 / 1.3), 4);
        Parameter index = Library.Find("unit_costs.wellbeing.real_income_per_head", PriceYear.Calendar(year), new())!;
        Assert.Equal(implied, index.Value);
        Assert.Contains("back-calculated", index.Label, StringComparison.Ordinal);
    }

    [Fact]
    public void The_rule_of_uprating_is_said_to_be_too_high_not_too_low()
    {
        Assert.Contains("above the published WELLBYs", Library.Indices["wellby"].Caveat, StringComparison.Ordinal);
        Assert.DoesNotContain("understates", Library.Indices["wellby"].Caveat, StringComparison.Ordinal);
    }

    // 5. Whole cost and, of it, the response that is public money.
    [Theory]
    [InlineData("homicide", 3346680, 640780)]
    [InlineData("violence_with_injury", 15720, 2050)]
    [InlineData("robbery", 10490, 1450)]
    [InlineData("domestic_burglary", 7720, 1180)]
    [InlineData("commercial_theft", 570, 90)]
    public void Crime_costs_are_those_of_2019_to_2020(string offence, double whole, double response)
    {
        const string Title = "Economic and social costs of crime 2019 to 2020";
        Is("crime." + offence, whole, "2019-20", Title, "2019 to 2020", "OGL v3", Confidence.Medium);
        Is($"crime.{offence}_response", response, "2019-20", Title, "2019 to 2020", "OGL v3", Confidence.Medium);
        Parameter all = Library.Parameter("unit_costs.crime." + offence);
        Assert.Equal(response, all.Saves.Single(s => s.Party.Id == "criminal_justice").Part.Value * whole, 6);
    }

    // 6.
    [Fact]
    public void Figures_of_the_Greater_Manchester_database_are_free_to_use()
    {
        Parameter[] figures = [.. Library.All().Where(p => p.Source?.Title == "Unit Cost Database")];
        Assert.True(figures.Length >= 60);
        Assert.All(figures, p => Assert.Equal(("CC BY 4.0", "v1.4"), (p.Licence, p.Edition)));
    }

    // 7. 11111 is 1, 55555 is 1 − (0.279 + 0.206 + 0.212 + 0.479 + 0.391).
    [Fact]
    public void The_new_value_set_of_EQ_5D_5L_runs_from_minus_0_567_to_1()
    {
        Parameter[] decrements = [.. Library.All().Where(p => p.Id.StartsWith("evidence.eq5d5l_uk_2026.", StringComparison.Ordinal))];
        Assert.Equal(20, decrements.Length);
        Assert.All(decrements, p => Assert.Contains("10.1016/j.jval.2026.03.008", p.Source!.Locator, StringComparison.Ordinal));
        Assert.Equal(-0.567, 1 - decrements.Where(p => p.Id.EndsWith("_5", StringComparison.Ordinal)).Sum(p => p.Value), 12);
    }

    // 8.
    [Fact]
    public void The_price_year_of_the_QALY_is_said_to_be_unconfirmed()
    {
        Parameter qaly = Library.Parameter("unit_costs.wellbeing.qaly");
        Assert.Equal((70000, "2020-21"), (qaly.Value, qaly.PriceYear.ToString()));
        Assert.Contains("unconfirmed", qaly.Weakness, StringComparison.Ordinal);
    }

    // 9.
    [Fact]
    public void The_lower_rates_of_the_Green_Book_are_for_appraisals_that_model_catastrophic_risk()
    {
        string file = File.ReadAllText(Path.Combine(TestFolder.Parameters, "appraisal", "discounting.yaml"));
        Assert.Contains("already model catastrophic risk explicitly", file, StringComparison.Ordinal);
        Assert.DoesNotContain("50 years", file, StringComparison.Ordinal);
        Assert.Contains("chapter 6", Library.Schedules["green_book_2026"].Source!.Locator, StringComparison.Ordinal);
    }

    // 10. From the North East to London; the average itself is far better known.
    [Fact]
    public void Variation_between_areas_stands_beside_the_uncertainty_of_the_average()
    {
        Parameter week = Library.Parameter("unit_costs.social_care.care_home_week");
        Assert.Equal(VariationBetween.Areas, week.Variation!.Between);
        Assert.Equal((1012, 1309), (week.Variation.Distribution.Support.Low, week.Variation.Distribution.Support.High));
        Assert.True(week.Distribution.StandardDeviation < week.Variation.Distribution.StandardDeviation);
    }

    private static Parameter Wellby(string year) =>
        Library.Find("unit_costs.wellbeing.wellby", PriceYear.Parse(year), new()) ?? throw new InvalidOperationException("There is no WELLBY.");

    private static void Is(string id, double value, string year, string title, string edition, string licence, Confidence confidence)
    {
        Parameter found = Library.Parameter("unit_costs." + id);
        Assert.Equal(value, found.Value);
        Assert.Equal((year, edition, licence, confidence), (found.PriceYear.ToString(), found.Edition, found.Licence, found.Confidence));
        Assert.StartsWith(title, found.Source!.Title, StringComparison.Ordinal);
    }
}
