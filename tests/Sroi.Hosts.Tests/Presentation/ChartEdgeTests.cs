using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Parameters;
using Sroi.Parameters.Distributions;
using Sroi.Presentation.Charting;
using Sroi.Presentation.Charting.Pictures;
using Sroi.Sensitivity;
using Sroi.Sensitivity.Decisions;
using Sroi.Sensitivity.OneAtATime;
using Sroi.Uncertainty.Running;
using Series = Sroi.Presentation.Charting.Series;

namespace Sroi.Hosts.Tests.Presentation;

/// <summary>Charts of cases at the edge: nothing valued, nothing varies, nothing to draw, very large and very small values.</summary>
public class ChartEdgeTests
{
    [Theory]
    [InlineData(false, new[] { 5.0 })]
    [InlineData(true, new[] { 5.0 })]
    [InlineData(false, new[] { 0.0, 0 })]
    [InlineData(true, new[] { 0.0, 0 })]
    [InlineData(false, new[] { -3.0, -7 })]
    [InlineData(true, new[] { -3.0, -7 })]
    [InlineData(false, new[] { 1e12, -1e12 })]
    [InlineData(true, new[] { 1e12, 1 })]
    [InlineData(false, new[] { 1e-9, 2e-9 })]
    [InlineData(true, new[] { 1e-9, -2e-9 })]
    public void Bars_of_any_size_are_drawn(bool isSideways, double[] values)
    {
        Chart chart = SmallChart.Of(isSideways, values);
        AssertDrawn(chart);
        Assert.Equal(values.Length, Drawing.Of(chart).Rectangles.Count());
    }

    [Fact]
    public void Bars_of_nothing_have_no_length_and_an_axis_from_nothing()
    {
        Drawing drawing = Drawing.Of(SmallChart.Of(isSideways: false, 0, 0));
        Assert.All(drawing.Rectangles, bar => Assert.Equal(0, Drawing.Number(bar, "height")));
        Assert.Contains("0.0", drawing.Texts.Select(text => text.Value));
    }

    // From the upper edge of the plot at 45, where nothing is: 7 of 7.56 parts of 300 pixels, 8 % of 7 more below.
    [Fact]
    public void Bars_below_nothing_hang_from_nothing()
    {
        Drawing drawing = Drawing.Of(SmallChart.Of(isSideways: false, -3, -7));
        Assert.All(drawing.Rectangles, bar => Assert.Equal(45, Drawing.Number(bar, "y")));
        Assert.Equal(7 / 7.56 * 300, Drawing.Number(drawing.Rectangles.Last(), "height"), 0.0051);
    }

    [Fact]
    public void A_line_that_hardly_moves_far_from_nothing_is_drawn() =>
        AssertDrawn(SmallChart.With(isSideways: false, new Series.Curve("", Ink.Gain, [new(0, 1e12), new(1, 1e12 + 0.001)]), 2));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Nothing_to_draw_is_an_empty_picture(bool isSideways) => AssertDrawn(SmallChart.Of(isSideways));

    [Fact]
    public void Where_nothing_is_valued_the_charts_say_so()
    {
        SroiResult result = Cases.Of([], [Cases.Input(100_000)]).Result();
        Assert.Equal("No outcome is valued. The inputs cost £100,000.", Charts.Waterfall(result).Alternative);
        Assert.Equal("NHS pays £100,000. No outcome is valued, so no gain is known in pounds.", Charts.WhoPaysWhoGains(result).Alternative);
        Assert.Equal(
            "Inputs by year, undiscounted, £100,000 in all. No outcome is valued, so they are not paid back.",
            Charts.CashFlow(result).Alternative
        );
        Assert.All([Charts.Waterfall(result), Charts.WhoPaysWhoGains(result), Charts.CashFlow(result)], AssertDrawn);
    }

    [Fact]
    public void A_case_without_anything_is_drawn()
    {
        SroiResult result = Cases.Of([], []).Result();
        Assert.All([Charts.Waterfall(result), Charts.WhoPaysWhoGains(result), Charts.CashFlow(result)], AssertDrawn);
        Chart nobody = Charts.WhoPaysWhoGains(result);
        Assert.Equal("No outcome is valued, so no gain is known in pounds.", nobody.Alternative);
        // Rows that are not there have no names and no numbers in their place.
        Assert.All(Drawing.Of(nobody).Texts, text => Assert.True(Drawing.Reach(text).From >= 0, text.Value));
    }

    // Nothing is lost after a single year, and at the start of the year nothing is discounted: £400,000 × 0.70 × 0.90 × 0.75.
    [Fact]
    public void An_appraisal_of_one_year_is_drawn()
    {
        SroiResult result = Cases.Of([Cases.Outcome(years: 1)], [Cases.Input(100_000)], years: 1).Result();
        Assert.Equal(
            "Of a gross value of £400,000 over 1 year, £189,000 is left as present value after deadweight (−£120,000), displacement (−£28,000), attribution (−£63,000). The inputs cost £100,000.",
            Charts.Waterfall(result).Alternative
        );
        Assert.All([Charts.Waterfall(result), Charts.WhoPaysWhoGains(result), Charts.CashFlow(result)], AssertDrawn);
    }

    [Fact]
    public void Where_nothing_varies_there_is_no_distribution_and_no_convergence()
    {
        SimulationResult draws = Simulation.Of(SocialReturn.Of(Cases.JobCoaching), 1_000, 1).Run();
        const string message = "No parameter of case has a spread, so its ratio is the same in every draw. Give spreads in its file.";
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => Charts.RatioDistribution(draws)).Message);
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => Charts.Convergence(draws)).Message);
    }

    // A quarter of the draws has inputs below zero; over the others alone a distribution would promise too much.
    [Fact]
    public void Where_the_ratio_means_nothing_in_some_draws_there_is_no_distribution()
    {
        Parameter cost = Cases.Money("cost", 100_000, "GBP") with { Distribution = new Distribution.Uniform(-50_000, 150_000) };
        Scenario scenario = Cases.Of([Cases.Outcome()], [Cases.Input(1) with { Amount = cost }]);
        SimulationResult draws = Simulation.Of(SocialReturn.Of(scenario), 1_000, 1).Run();
        Assert.NotEmpty(draws.SroiRatio!.Percentiles);
        const string message = "The ratio of case is not defined in every draw: in some the inputs are not above zero. See the net present value.";
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => Charts.RatioDistribution(draws)).Message);
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => Charts.Convergence(draws)).Message);
    }

    // The input has a spread, and the outcome that it would move is worth nothing.
    [Fact]
    public void A_tornado_in_which_nothing_moves_says_so()
    {
        Parameter jobs = Cases.Number("jobs", 40, "job/year") with { Distribution = new Distribution.Uniform(30, 50) };
        Scenario idle = Cases.Of([Cases.Outcome(price: 0) with { Quantity = jobs }], [Cases.Input(100_000)]);
        Chart chart = Charts.Tornado(Tornado.Of(TargetFigure.NetPresentValue(SocialReturn.Of(idle))));
        Assert.Equal("No parameter with a spread affects the net present value, which is −£100,000.", chart.Alternative);
        AssertDrawn(chart);
    }

    [Fact]
    public void Options_without_a_ratio_leave_an_empty_chart_of_ratios()
    {
        Scenario free = Cases.Of(
            [Cases.Outcome() with { Quantity = Cases.Number("jobs", 40, "job/year") with { Distribution = new Distribution.Uniform(30, 50) } }],
            []
        );
        OptionComparison comparison = OptionComparison.Of(Decision.Between([DecisionOption.Of(SocialReturn.Of(free))], 500, 1));
        Assert.Equal("No option has a ratio that is defined in every draw.", Charts.Ratios(comparison).Alternative);
        AssertDrawn(Charts.Ratios(comparison));
        AssertDrawn(Charts.NetPresentValues(comparison));
    }

    private static void AssertDrawn(Chart chart)
    {
        Assert.True(Drawing.Of(chart).IsFinite);
        PlotlyJson.Of(chart);
    }
}
