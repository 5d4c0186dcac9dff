using System.Collections.Immutable;
using Sroi.Evaluation;
using Sroi.Parameters.Distributions;
using Sroi.Quantities;
using Sroi.Sensitivity;
using Sroi.Sensitivity.OneAtATime;
using Sroi.Tests.Uncertainty;

namespace Sroi.Tests.Sensitivity;

public class TornadoTests
{
    private const int Digits = 7;
    private static readonly TargetFigure Coaching = SensitivityCases.Npv(CoachingCase.Social);
    private static readonly ImmutableDictionary<string, ValueRange> NoRanges = ImmutableDictionary<string, ValueRange>.Empty;

    // The 5th and 95th percentile of an even spread lie a twentieth of its width from its ends.
    [Theory]
    // 13 × 4,725 − 100,000 and 67 × 4,725 − 100,000
    [InlineData("jobs", 13, 67, -38_575, 216_575, TornadoDirection.Up, true)]
    // 189,000 less or more 900 × 18.9
    [InlineData("price", 9_100, 10_900, 71_990, 106_010, TornadoDirection.Up, false)]
    // 0.09 × 270,000 more or less
    [InlineData("deadweight", 0.21, 0.39, 113_300, 64_700, TornadoDirection.Down, false)]
    [InlineData("cost", 82_000, 118_000, 107_000, 71_000, TornadoDirection.Down, false)]
    public void A_bar_goes_from_the_low_end_of_an_input_to_its_high_end(
        string input,
        double low,
        double high,
        double atLow,
        double atHigh,
        TornadoDirection direction,
        bool flips
    )
    {
        TornadoBar bar = Bar(Tornado.Of(Coaching), input);
        Assert.Equal([low, high, atLow, atHigh], [bar.Low, bar.High, bar.FigureAtLow!.Value, bar.FigureAtHigh!.Value], Near);
        Assert.Equal((direction, flips), (bar.Direction, bar.Flips));
        Assert.Equal(Math.Abs(atHigh - atLow), bar.Swing, Digits);
        Assert.Equal(SwitchingValues.Of(Coaching, input).Value, bar.Switching.Value);
    }

    // 255,150, 48,600, 36,000 and 34,020; what is known exactly has no bar.
    [Fact]
    public void The_longest_bar_stands_first()
    {
        Tornado tornado = Tornado.Of(Coaching);
        Assert.Equal(["case.jobs", "case.deadweight", "case.cost", "case.price"], tornado.Bars.Select(bar => bar.Parameter.Id));
        Assert.Equal(89_000, tornado.Base, Digits);
    }

    // Between 10 % and 60 % of 10 to 70 jobs: 16 × 4,725 − 100,000 and 46 × 4,725 − 100,000.
    [Fact]
    public void Other_percentiles_can_be_chosen()
    {
        TornadoBar bar = Bar(Tornado.Of(Coaching, new(0.1, 0.6), NoRanges), "jobs");
        Assert.Equal([16, 46, -24_400, 117_350], [bar.Low, bar.High, bar.FigureAtLow!.Value, bar.FigureAtHigh!.Value], Near);
    }

    // Displacement takes 40 × 10,000 × 0.7 × 0.75 = 210,000 in all: 210,000 × 0.95 − 100,000 and 210,000 × 0.4 − 100,000.
    [Fact]
    public void A_known_number_over_a_chosen_range_is_a_bar_too()
    {
        Tornado tornado = Tornado.Of(Coaching, PercentileEnds.Usual, NoRanges.Add("displacement", new(0.05, 0.6)).Add("case.jobs", new(30, 50)));
        TornadoBar displacement = Bar(tornado, "displacement"),
            jobs = Bar(tornado, "jobs");
        Assert.Equal([99_500, -16_000], [displacement.FigureAtLow!.Value, displacement.FigureAtHigh!.Value], Near);
        Assert.True(displacement.Flips);
        Assert.Equal([30, 50, 94_500], [jobs.Low, jobs.High, jobs.Swing], Near);
        Assert.Equal("case.displacement", tornado.Bars[0].Parameter.Id);
    }

    // Each job brings £4,725 in one outcome and £1,000 in the other: 54 × 5,725.
    [Fact]
    public void An_input_of_two_outcomes_is_one_bar()
    {
        Tornado tornado = Tornado.Of(SensitivityCases.Npv(CoachingCase.Twice));
        Assert.Single(tornado.Bars, bar => bar.Parameter.Id == "case.jobs");
        Assert.Equal(54 * 5_725, Bar(tornado, "jobs").Swing, Digits);
    }

    [Fact]
    public void What_does_nothing_stands_last()
    {
        Tornado tornado = Tornado.Of(SensitivityCases.Npv(CoachingCase.AllDeadweight));
        Assert.Equal(["case.cost", "case.jobs", "case.price"], tornado.Bars.Select(bar => bar.Parameter.Id));
        Assert.Equal([TornadoDirection.Down, TornadoDirection.None, TornadoDirection.None], tornado.Bars.Select(bar => bar.Direction));
    }

    // x(1 − x) is 0.25 at the base of ½ and 0.0475 at 0.05 and at 0.95: the bar goes from the ends up to the base.
    [Fact]
    public void A_figure_that_turns_round_goes_both_ways()
    {
        Formula x = SensitivityCases.Plain("x", new Distribution.Uniform(0, 1));
        TornadoBar bar = Tornado.Of(SensitivityCases.Npv(SensitivityCases.Worth(x * (Formula.Number(1) - x)))).Bars[0];
        Assert.Equal(TornadoDirection.Both, bar.Direction);
        Assert.Equal(0.25 - 0.0475, bar.Swing, Digits);
    }

    // A cost of −£20 to £180: its 5th percentile is −£10, to which there is no ratio; at the base of 80 it is 1.25 and at 170 it is 100 ÷ 170.
    [Fact]
    public void A_ratio_to_what_is_not_above_zero_is_no_end()
    {
        SocialReturn social = UncertainCases.Product(new Distribution.Fixed(1), new Distribution.Fixed(100), new Distribution.Uniform(-20, 180));
        TornadoBar bar = Tornado.Of(TargetFigure.Ratio(social, 1)).Bars[0];
        Assert.Null(bar.FigureAtLow);
        Assert.Equal(1.25 - (100 / 170.0), bar.Swing, Digits);
        Assert.Equal((TornadoDirection.Both, true), (bar.Direction, bar.Flips));
    }

    // The first share x is a beta of 2 and 8 and brings 15 + 85x; the third, a beta of 5 and 5, 64 × (1 − x). 85 × (0.429 − 0.041) is more than
    // 64 × (0.749 − 0.251).
    [Fact]
    public void Shares_that_sum_to_one_are_one_bar()
    {
        TornadoBar bar = Assert.Single(Tornado.Of(SensitivityCases.Npv(CoachingCase.Shares)).Bars);
        Distribution beta = new Distribution.Beta(2, 8);
        Assert.Equal(
            ("case.mix.first", "case.mix", "share first", 0.2),
            (bar.Parameter.Id, bar.Parameter.ShareOf, bar.Parameter.Label, bar.Parameter.Base)
        );
        Assert.Equal([beta.Quantile(0.05), beta.Quantile(0.95)], [bar.Low, bar.High], Near);
        Assert.Equal([15 + (85 * bar.Low), 32, 15 + (85 * bar.High)], [bar.FigureAtLow!.Value, bar.Base, bar.FigureAtHigh!.Value], Near);
    }

    [Fact]
    public void One_way_goes_in_even_steps()
    {
        OneWay way = OneWay.Of(Coaching, "jobs", new(0, 40), points: 5);
        Assert.Equal([0, 10, 20, 30, 40], way.Points.Select(point => point.Value), Near);
        Assert.Equal([-100_000, -52_750, -5_500, 41_750, 89_000], way.Points.Select(point => point.Figure!.Value), Near);
        Assert.Equal(40 / 1.89, way.Switching.Value!.Value, Digits);
    }

    [Fact]
    public void One_way_without_a_range_goes_over_the_usual_percentiles()
    {
        OneWay way = OneWay.Of(Coaching, "jobs");
        Assert.Equal(11, way.Points.Length);
        Assert.Equal([13, 40, 67], [way.Points[0].Value, way.Points[5].Value, way.Points[10].Value], Near);
    }

    // Jobs × 0.4725 × price = cost of £100,000: at 20 jobs a price of £10,582, at 30 of £7,055.
    [Fact]
    public void The_break_even_line_of_two_inputs()
    {
        TwoWay grid = TwoWay.Of(Coaching, new("jobs", new(20, 30)), new("price", new(8_000, 12_000)), steps: 3);
        Assert.Equal([20, 25, 30], grid.AcrossValues, Near);
        Assert.Equal([8_000, 10_000, 12_000], grid.DownValues, Near);
        double[] prices = [100_000 / (20 * 0.4725), 100_000 / (25 * 0.4725), 100_000 / (30 * 0.4725)];
        Assert.Equal(prices, grid.BreakEven.Select(point => point.Down!.Value), Near);
        Assert.Equal([true, false, false], grid.BreakEven.Select(point => point.WithinSupport));
    }

    [Theory]
    [InlineData("croydon_sun", "people", "ae_rate_ratio")]
    [InlineData("marco_cavallo_centre", "hospitalisation_rate_ratio", "strength")]
    [InlineData("arizona_peer_employment", "admitted_without_peers", "hospitalisation_effect")]
    public void Every_cell_of_a_grid_is_the_figure_there_and_the_line_leads_to_its_threshold(string scenario, string across, string down)
    {
        TargetFigure figure = SensitivityCases.Npv(scenario);
        TwoWay grid = TwoWay.Of(figure, across, down);
        double size = Math.Abs(figure.SocialReturn.PresentValue.Value) + figure.SocialReturn.PresentValueOfInputs.Value;
        for (int row = 0; row < 7; row++)
        {
            for (int column = 0; column < 7; column++)
            {
                double exact = figure.At((grid.Across.Id, grid.AcrossValues[column]), (grid.Down.Id, grid.DownValues[row]));
                Assert.Equal(exact, grid.Cells[row][column]!.Value, size * 1e-12);
            }
        }

        BreakEvenPoint[] line = [.. grid.BreakEven.Where(point => point.Down is not null)];
        Assert.NotEmpty(line);
        Assert.All(line, point => Assert.Equal(0, figure.At((grid.Across.Id, point.Across), (grid.Down.Id, point.Down!.Value)), size * 1e-9));
    }

    private static TornadoBar Bar(Tornado tornado, string input) => tornado.Bars.Single(bar => bar.Parameter.Id == $"case.{input}");

    private static bool Near(double expected, double actual) => Math.Abs(expected - actual) <= 1e-9 * Math.Max(1, Math.Abs(expected));
}
