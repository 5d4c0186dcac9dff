using Sroi.Parameters.Distributions;

namespace Sroi.Tests.Parameters;

/// <summary>Student's t against mpmath's incomplete beta function at 40 digits.</summary>
public class StudentsTTests
{
    private const double Accuracy = 2e-14;

    [Theory]
    [InlineData(3, 3.1824463052837095927, 12.923978636687483065, 0.3918816460199595173)]
    [InlineData(4, 2.7764451051977943578, 8.6103015813792750967, 0.38956071413872985467)]
    [InlineData(5, 2.5705818356363155147, 6.8688266258811102474, 0.38812452113163722932)]
    [InlineData(9, 2.2621571627982055426, 4.7809125859311390663, 0.3854953518707624422)]
    [InlineData(10, 2.2281388519862747484, 4.5868938587026358996, 0.38516030378289930229)]
    [InlineData(29, 2.0452296421327042982, 3.6594050194663328566, 0.38315854666448387281)]
    [InlineData(59, 2.000995378088267706, 3.4632103049519419103, 0.38261580433894410087)]
    public void Quantiles_and_probabilities_are_the_published_ones(
        double degrees,
        double ofOneInForty,
        double ofOneInTwoThousand,
        double aboveThreeTenths
    )
    {
        Distribution.StudentT t = new(0, 1, degrees);
        Close(ofOneInForty, t.Quantile(0.975));
        Close(-ofOneInForty, t.Quantile(0.025));
        Close(ofOneInTwoThousand, -t.Quantile(0.0005));
        Close(aboveThreeTenths, 1 - t.Cdf(0.3));
        Close(aboveThreeTenths, t.Cdf(-0.3));
    }

    // The same below the three degrees of freedom that a parameter may have.
    [Theory]
    [InlineData(1, 12.706204736174704646, 636.61924876871961621)]
    [InlineData(2, 4.3026527297494638523, 31.599054576443620733)]
    public void Few_degrees_of_freedom_are_as_exact(double degrees, double ofOneInForty, double ofOneInTwoThousand)
    {
        Close(ofOneInForty, StudentsT.QuantileAbove(0.025, degrees));
        Close(ofOneInTwoThousand, StudentsT.QuantileAbove(0.0005, degrees));
    }

    [Fact]
    public void Moments_are_those_of_the_family()
    {
        Distribution.StudentT t = new(2, 0.5, 10);
        Assert.Equal(2, t.Mean);
        Close(0.5 * Math.Sqrt(10.0 / 8), t.StandardDeviation);
    }

    [Theory]
    [InlineData(1, 0, 10, "standard error of a t distribution must be above zero")]
    [InlineData(1, 1, 2, "degrees of freedom of a t distribution must lie between 3 and 100000")]
    [InlineData(double.NaN, 1, 10, "estimate of a t distribution must be a finite number")]
    public void What_makes_no_sense_is_refused(double location, double scale, double degrees, string found) =>
        Assert.Contains(
            found,
            Assert.Throws<ArgumentException>(() => new Distribution.StudentT(location, scale, degrees)).Message,
            StringComparison.Ordinal
        );

    private static void Close(double expected, double found) => Assert.Equal(expected, found, Accuracy * Math.Abs(expected));
}
