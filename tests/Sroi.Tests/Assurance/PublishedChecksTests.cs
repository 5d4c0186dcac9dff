using Sroi.Assurance;
using Sroi.Parameters.Reading;

namespace Sroi.Tests.Assurance;

/// <summary>Each published figure is reproduced within the difference that its row explains, and no further off.</summary>
public class PublishedChecksTests
{
    private static readonly PublishedChecks Checks = PublishedChecks.Of(ParameterLibrary.Open(TestFolder.Parameters));

    // Half of the last digit that was printed, where a row explains no more than that.
    [Theory]
    [InlineData("Wheels-to-Meals: inputs (£)", 0.5)]
    [InlineData("Wheels-to-Meals: present value of benefits (£)", 0.005)]
    [InlineData("Wheels-to-Meals: net present value (£)", 0.005)]
    [InlineData("Wheels-to-Meals: ratio", 0.005)]
    [InlineData("Discount factor of year 30", 0.0000005)]
    [InlineData("Discount factor of year 31", 0.0000005)]
    [InlineData("Discount factor of year 75", 0.00000005)]
    // 63.2 % fewer at P = 0.002: the logarithm of 0.368 is −0.99967, 3.09023 standard errors of 0.32350; 1.95996 of them about it reach from
    // exp(−1.63371) = 0.19520 to exp(−0.36563) = 0.69376.
    [InlineData("Hospitalisation rate ratio, lower 95 % limit", 0.0005)]
    [InlineData("Hospitalisation rate ratio, upper 95 % limit", 0.0005)]
    // 59 of 66 is 0.893939; with half a success and half a failure more, 59.5 of 67 is 0.888060.
    [InlineData("Trained peers still employed after a year", 0.00588)]
    // 0.6 % of the published levels.
    [InlineData("GDP deflator of calendar 2015 (2024 = 100)", 0.4509)]
    [InlineData("GDP deflator of calendar 2019 (2024 = 100)", 0.4867)]
    [InlineData("GDP deflator of calendar 2021 (2024 = 100)", 0.5138)]
    public void A_row_differs_by_no_more_than_it_explains(string what, double most)
    {
        PublishedCheck row = Checks.Rows.Single(one => one.What == what);
        Assert.Equal(row.Published, row.Computed, most);
    }

    [Fact]
    public void Every_row_is_tested_and_says_where_it_was_published_and_why_it_differs()
    {
        Assert.Equal(13, Checks.Rows.Length);
        Assert.All(Checks.Rows, row => Assert.NotEmpty(row.Source));
        Assert.All(Checks.Rows, row => Assert.NotEmpty(row.Why));
    }

    // 59.5 ÷ 67 is 3,927 of 3,953 parts of 59 ÷ 66.
    [Fact]
    public void The_difference_is_a_share_of_the_published_figure() =>
        Assert.Equal(-26.0 / 3_953, Checks.Rows.Single(row => row.What == "Trained peers still employed after a year").Difference, 12);
}
