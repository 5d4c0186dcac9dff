using Sroi.Evaluation;
using Sroi.Presentation.Charting;
using Sroi.Presentation.Charting.Pictures;
using Sroi.Presentation.Pages;

namespace Sroi.Hosts.Tests.Presentation;

/// <summary>What was not valued is not nought: SleepWell has a cost and nothing else in pounds.</summary>
public class NothingValuedTests
{
    // 7 wards x (136.67 hours x 57.00 + 3,750) = 54,530 + 26,250 = 80,780, all of it paid at the start. Hours and equipment are the means of their spreads.
    private const string Cost = "80,780";

    private static readonly SocialReturn Sleep = ShownCases.Case("sleepwell");

    [Fact]
    public void The_chart_of_parties_tells_no_gain()
    {
        Chart chart = Charts.WhoPaysWhoGains(SroiResult.Of(Sleep));
        Assert.Equal($"NHS pays £{Cost}. No outcome is valued, so no gain is known in pounds.", chart.Alternative);
        Assert.Equal(["NHS", Cost, "–", "–"], Assert.Single(chart.Figures.Rows).Cells);
        Assert.Equal("pays", Assert.Single(chart.Series).Name);
    }

    [Fact]
    public void The_chart_of_years_tells_no_payback()
    {
        Chart chart = Charts.CashFlow(SroiResult.Of(Sleep));
        Assert.Equal("When are the inputs paid?", chart.Title);
        Assert.Equal($"Inputs by year, undiscounted, £{Cost} in all. No outcome is valued, so they are not paid back.", chart.Alternative);
        Assert.Equal(["start", "–", Cost, "–"], chart.Figures.Rows[0].Cells);
        Assert.Equal("inputs", Assert.Single(chart.Series).Name);
    }

    [Fact]
    public void The_draws_tell_the_cost_alone()
    {
        PageTable table = Assert.Single(SimulationPage.Of(ShownCases.Drawn(Sleep)).Blocks.OfType<PageBlock.Table>()).Content;
        Assert.Equal(["Present value of inputs"], table.Rows.Select(row => row.Cells[0]));
    }
}
