using Sroi.Evaluation;

namespace Sroi.Tests.Evaluation;

/// <summary>Inputs fall at the start of their year, benefits evenly over it.</summary>
public class PaybackTests
{
    // 100 at the start, 50 a year: after exactly two years.
    [Fact]
    public void Exactly_at_the_end_of_a_year() => Assert.Equal(2, Payback.Years([0, 50, 50, 50], [100, 0, 0, 0]));

    // 100 at the start, 80 then 40: 20 of the second year's 40.
    [Fact]
    public void Interpolated_within_a_year() => Assert.Equal(1.5, Payback.Years([0, 80, 40], [100, 0, 0]));

    // Each year costs 60 and brings 80: the first year's 60 are back after three quarters of it.
    [Fact]
    public void Within_the_first_year_when_inputs_come_yearly() => Assert.Equal(0.75, Payback.Years([0, 80, 80], [0, 60, 60]));

    [Fact]
    public void Never_within_the_horizon() => Assert.Null(Payback.Years([0, 10, 10], [100, 0, 0]));

    [Fact]
    public void At_once_where_nothing_was_put_in() => Assert.Equal(0, Payback.Years([0, 10], [0, 0]));

    // The guide: 42,375 ÷ (82,508.57 ÷ 12) = 6.163 months
    [Fact]
    public void The_guides_payback_divides_all_inputs_by_a_month_of_year_one() =>
        Assert.Equal(6.163, Payback.Months([0, 82_508.57, 144.16], [42_375, 0, 0])!.Value, 3);

    [Theory]
    [InlineData(0, 100)]
    [InlineData(10, 10)]
    public void The_guides_payback_is_none_without_a_benefit_in_year_one_or_where_inputs_are_never_reached(double first, double second) =>
        Assert.Null(Payback.Months([0, first, second], [100, 0, 0]));
}
