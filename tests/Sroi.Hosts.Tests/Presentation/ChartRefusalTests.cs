using Sroi.Presentation.Charting.Pictures;

namespace Sroi.Hosts.Tests.Presentation;

/// <summary>Where there is no distribution of the ratio, a sentence says why.</summary>
public class ChartRefusalTests
{
    [Theory]
    [InlineData("sleepwell", "No outcome is valued in sleepwell, so it has no ratio to draw.")]
    [InlineData("wheels_to_meals", "No parameter of wheels_to_meals has a spread, so its ratio is the same in every draw. Give spreads in its file.")]
    public void It_is_said_why_the_ratio_cannot_be_drawn(string service, string why)
    {
        var draws = ShownCases.Drawn(ShownCases.Case(service));
        Assert.Equal(why, Assert.Throws<ArgumentException>(() => Charts.RatioDistribution(draws)).Message);
        Assert.Equal(why, Assert.Throws<ArgumentException>(() => Charts.Convergence(draws)).Message);
    }
}
