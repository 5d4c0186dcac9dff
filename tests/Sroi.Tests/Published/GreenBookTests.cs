using Sroi.Parameters;
using Sroi.Parameters.Reading;

namespace Sroi.Tests.Published;

/// <summary>Discount factors of the Green Book (HM Treasury, February 2026) and published price series.</summary>
public class GreenBookTests
{
    private static readonly ParameterLibrary Library = ParameterLibrary.Open(TestFolder.Parameters);
    private static readonly DiscountSchedule GreenBook = Library.Schedules["green_book_2026"];

    [Theory]
    [InlineData(30, 0.356278, 6)]
    [InlineData(31, 0.345901, 6)]
    [InlineData(75, 0.0942138, 7)]
    public void Standard_factors_are_the_published_ones_to_six_digits(int years, double expected, int decimals) =>
        Assert.Equal(expected, GreenBook.Elapsed(years, RateColumn.Standard), decimals);

    // 1.015^-2 and 1.03^-1, by hand.
    [Fact]
    public void Health_and_sensitivity_rates_are_lower()
    {
        Assert.Equal(1 / (1.015 * 1.015), GreenBook.Elapsed(2, RateColumn.Health), 15);
        Assert.Equal(1 / 1.03, GreenBook.Elapsed(1, RateColumn.Sensitivity), 15);
        Assert.Equal(0.0043, GreenBook.Rate(350, RateColumn.Health), 15);
    }

    [Fact]
    public void The_step_into_year_31_uses_the_rate_of_the_band_that_contains_it() =>
        Assert.Equal(GreenBook.Elapsed(30, RateColumn.Standard) / 1.03, GreenBook.Elapsed(31, RateColumn.Standard), 15);

    // Year 1: end 1/1.035, start 1, middle their geometric mean. Year 0 is 1 under every timing.
    [Theory]
    [InlineData(DiscountTiming.EndOfYear, 1, 0.9661835748792271)]
    [InlineData(DiscountTiming.StartOfYear, 1, 1)]
    [InlineData(DiscountTiming.MidYear, 1, 0.9829463743659810)]
    [InlineData(DiscountTiming.EndOfYear, 0, 1)]
    [InlineData(DiscountTiming.MidYear, 0, 1)]
    public void Timing_says_when_within_the_year(DiscountTiming timing, int year, double expected) =>
        Assert.Equal(expected, GreenBook.Factor(year, timing, RateColumn.Standard), 14);

    // A&E £109 of 2011-12 by the deflator: 109 × 100 ÷ 70.3261 = 154.99.
    [Fact]
    public void An_old_cost_uprated_by_the_deflator_comes_out_far_too_low()
    {
        Uprating step = Library
            .Indices["gdp_deflator"]
            .Between(Sroi.Quantities.PriceYear.Parse("2011-12"), Sroi.Quantities.PriceYear.Parse("2024-25"));
        Assert.Equal(154.99, 109 * step.Factor, 2);
        Assert.True(109 * step.Factor < Library.Parameter("unit_costs.health.ae_attendance").Value * 0.6);
    }

    // ¼ of the financial year that ends in it and ¾ of the one that begins in it, against the published calendar series (2024 = 100). The blend is a
    // convention: it stays within 0.1 % in quiet years and within 0.6 % where prices jumped (2020 to 2023).
    [Theory]
    [InlineData(2010, 69.1217)]
    [InlineData(2015, 75.1536)]
    [InlineData(2019, 81.1085)]
    [InlineData(2021, 85.6358)]
    [InlineData(2023, 96.2507)]
    public void A_calendar_year_is_near_the_published_series(int year, double published)
    {
        double blended =
            100 / Library.Indices["gdp_deflator"].Between(Sroi.Quantities.PriceYear.Calendar(year), Sroi.Quantities.PriceYear.Calendar(2024)).Factor;
        Assert.Equal(published, blended, tolerance: 0.006 * published);
    }

    // 2022-23 to 2024-25 is the index's own 2.47 % and 4.02 %; beyond it the deflator goes on: 103.238831 ÷ 100.
    [Fact]
    public void The_NHS_index_is_continued_with_the_deflator_and_says_so()
    {
        Uprating step = Library.Indices["nhscii"].Between(Sroi.Quantities.PriceYear.Parse("2022-23"), Sroi.Quantities.PriceYear.Parse("2025-26"));
        Assert.Equal(1.0247 * 1.0402 * 1.03238831, step.Factor, 12);
        Assert.True(step.IsChained);
        Assert.Equal(
            "from 2022-23 to 2025-26 prices by NHS Cost Inflation Index, pay and prices (continued with GDP deflator): × 1.1004 (forecast or provisional)",
            step.ToString()
        );
    }
}
