using System.Collections.Immutable;
using Sroi.Evaluation;
using Sroi.Quantities;

namespace Sroi.Tests.Evaluation;

/// <summary>Inputs fall at the start of their year, benefits evenly over it.</summary>
public class PaybackTests
{
    // 100 at the start, 50 a year: after exactly two years.
    [Fact]
    public void Exactly_at_the_end_of_a_year() => Assert.Equal(2, Years([0, 50, 50, 50], [100, 0, 0, 0]));

    // 100 at the start, 80 then 40: 20 of the second year's 40.
    [Fact]
    public void Interpolated_within_a_year() => Assert.Equal(1.5, Years([0, 80, 40], [100, 0, 0]));

    // Each year costs 60 and brings 80: the first year's 60 are back after three quarters of it.
    [Fact]
    public void Within_the_first_year_when_inputs_come_yearly() => Assert.Equal(0.75, Years([0, 80, 80], [0, 60, 60]));

    [Fact]
    public void Never_within_the_horizon() => Assert.Null(Years([0, 10, 10], [100, 0, 0]));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-40, 0)]
    [InlineData(-40, -10)]
    public void At_once_where_nothing_is_ever_put_in(double start, double first)
    {
        Assert.Equal(0, Years([0, 10], [start, first]));
        Assert.Equal(0, Months([0, 10], [start, first]));
    }

    // The guide: 42,375 ÷ (82,508.57 ÷ 12) = 6.163 months
    [Fact]
    public void The_guides_payback_divides_all_inputs_by_a_month_of_year_one() =>
        Assert.Equal(6.163, Months([0, 82_508.57, 144.16], [42_375, 0, 0])!.Value, 3);

    // 5,000 ÷ 8,000 = 0.625 years = 7.5 months; that the second year takes 9,000 away again does not undo that the inputs came back.
    [Fact]
    public void Months_and_years_agree_where_a_later_year_takes_the_benefits_away()
    {
        Assert.Equal(0.625, Years([0, 8_000, -9_000], [5_000, 0, 0]));
        Assert.Equal(7.5, Months([0, 8_000, -9_000], [5_000, 0, 0]));
    }

    // Years are undefined: the inputs of 100 are never reached.
    [Theory]
    [InlineData(0, 99)]
    [InlineData(10, 10)]
    [InlineData(-10, -10)]
    public void Months_are_undefined_where_years_are(double first, double second)
    {
        Assert.Null(Years([0, first, second], [100, 0, 0]));
        Assert.Null(Months([0, first, second], [100, 0, 0]));
    }

    [Fact]
    public void Months_are_undefined_without_a_benefit_in_year_one()
    {
        Assert.Equal(2, Years([0, 0, 100], [100, 0, 0]));
        Assert.Null(Months([0, 0, 100], [100, 0, 0]));
    }

    private static double? Years(double[] benefits, double[] inputs) =>
        Payback.Years(Pounds("benefits", benefits), Pounds("inputs", inputs), FigureCatalogue.PaybackYears).ValueOrNull;

    private static double? Months(double[] benefits, double[] inputs)
    {
        ImmutableArray<Formula> gained = Pounds("benefits", benefits),
            spent = Pounds("inputs", inputs);
        return Payback.Months(gained, spent, Payback.Years(gained, spent, FigureCatalogue.PaybackYears)).ValueOrNull;
    }

    private static ImmutableArray<Formula> Pounds(string name, double[] byYear) =>
        [.. byYear.Select((amount, year) => (Formula)new Quantity($"{name}_{year}", amount, Unit.Pounds, PriceYear.Parse("2024-25")))];
}
