using Sroi.Evaluation;
using Sroi.Model.Reading;
using Sroi.Parameters.Reading;

namespace Sroi.Tests.Published;

/// <summary>
/// The worked example of A Guide to Social Return on Investment (Cabinet Office, 2009): eight outcomes, inputs of £42,375, 3.5 %, end of year.
/// </summary>
public class WheelsToMealsTests
{
    private static readonly ParameterLibrary Library = ParameterLibrary.Open(TestFolder.Parameters);

    [Fact]
    public void The_published_figures_come_out_to_the_printed_digit()
    {
        SroiResult result = SroiResult.Of(Library.Scenario("wheels_to_meals"));
        Assert.Equal(42_375, result.PresentValueInputs);
        Assert.Equal(81_741.93, result.PresentValueBenefits, 2);
        Assert.Equal(39_366.93, result.NetPresentValue!.Value, 2);
        Assert.Equal(1.92901, result.SroiRatio!.Value, 5);
        Assert.Equal([0, 82_508.57, 144.1625, 67.699375, 1_121.931, 1_009.7379], result.BenefitsByYear.Select(year => Math.Round(year, 6)));
    }

    // Start of year divides each year once less than end of year: £81,741.93 × 1.035.
    [Fact]
    public void With_values_at_the_start_of_each_year_the_present_value_is_one_year_less_discounted() =>
        Assert.Equal(81_741.93358189824 * 1.035, SroiResult.Of(Library.Scenario("wheels_to_meals", "start_of_year")).PresentValueBenefits, 8);

    // Mid-year is halfway between the two in the exponent: × √1.035.
    [Fact]
    public void With_values_in_the_middle_of_each_year_it_lies_between() =>
        Assert.Equal(81_741.93358189824 * Math.Sqrt(1.035), SroiResult.Of(Library.Scenario("wheels_to_meals", "mid_year")).PresentValueBenefits, 8);
}
