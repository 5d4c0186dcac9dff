using Sroi.Presentation.Charting.Pictures;
using Sroi.Presentation.Pages;
using Sroi.Sensitivity;
using Sroi.Sensitivity.OneAtATime;

namespace Sroi.Hosts.Tests.Presentation;

/// <summary>A tornado's table tells no value that a number cannot have.</summary>
public class TornadoChartTests
{
    // Croydon brings 57,814. Less 41,959 for psychiatrists and rooms, 15,855 would have to pay for the 3,133.33 hours that cost 596,935: 83.22 hours are
    // left, below what was judged possible.
    // More of the effect than all of it would have to last, which is no share that can be lost.
    [Theory]
    [InlineData("Paid hours of two facilitators a year", "(83.22)")]
    [InlineData("Share of the effect lost each year", "none")]
    public void What_turns_the_decision_is_told_as_among_the_switching_values(string number, string told)
    {
        PageTable figures = Charts.Tornado(Tornado.Of(TargetFigure.NetPresentValue(ShownCases.Case("croydon_sun")))).Figures;
        Assert.Equal("switching value", figures.Columns[^1].Heading);
        Assert.Equal(told, Assert.Single(figures.Rows, row => row.Cells[0] == number).Cells[^1]);
    }
}
