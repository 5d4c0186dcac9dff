using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Model.Reading;
using Sroi.Parameters;
using Sroi.Parameters.Reading;
using Sroi.Sensitivity;
using Sroi.Sensitivity.OneAtATime;
using Sroi.Uncertainty.Running;

namespace Sroi.Tests.Evaluation;

/// <summary>The discount rate is a parameter of the formula like any other.</summary>
public class DiscountRateTests
{
    private const string GreenBook = "discounting.green_book_2026.standard_to_30";
    private static readonly ParameterLibrary Library = ParameterLibrary.Open(TestFolder.Parameters);

    // £100 at the start against £121 at the end of year 2: worth it up to 10 % a year.
    [Fact]
    public void The_switching_value_of_the_rate_is_the_internal_rate_of_return()
    {
        Outcome later = Cases.Outcome(quantity: 1, price: 121, deadweight: 0, displacement: 0, attribution: 0, dropOff: 0, years: 1) with
        {
            Starts = 2,
        };
        SocialReturn social = SocialReturn.Of(Cases.Of([later], [Cases.Input(100)], years: 2, timing: DiscountTiming.EndOfYear));
        SwitchingValue row = SwitchingValues.Of(TargetFigure.NetPresentValue(social), "discounting.flat.standard");
        Assert.Equal(0.10, row.Value!.Value, 1e-9);
        Assert.False(row.Raises);
    }

    [Fact]
    public void An_explanation_goes_down_to_the_rate_and_its_source()
    {
        string text = Explanation.Of(SocialReturn.Of(Library.Scenario("croydon_sun")).NetPresentValue).ToString();
        Assert.Contains("discount factor after 2 years, Green Book 2026, standard rates", text, StringComparison.Ordinal);
        Assert.Contains("Discount rate, Green Book 2026, years 1 to 30", text, StringComparison.Ordinal);
        Assert.Contains("The Green Book, HM Treasury", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_case_has_the_rates_that_it_reaches_and_no_others() =>
        Assert.Equal(
            [GreenBook],
            Library.Scenario("croydon_sun").Parameters.Keys.Where(id => id.StartsWith("discounting.", StringComparison.Ordinal))
        );

    // A rate of 0 % discounts nothing: present values are the sums of the years.
    [Fact]
    public void An_overlay_changes_the_rate()
    {
        SroiResult result = SroiResult.Of(With("value: 0%, why: no discounting"));
        Assert.Equal(result.BenefitsByYear.Sum(), result.PresentValueBenefits, 1e-6);
        Assert.Equal(0, result.Scenario.Parameters[GreenBook].Value);
    }

    [Fact]
    public void A_rate_with_a_spread_is_drawn()
    {
        Scenario scenario = With("value: 3.5%, distribution: {uniform: {low: 3%, high: 4%}}, why: two views");
        SimulationResult draws = Simulation.Of(SocialReturn.Of(scenario), draws: 1_024, seed: 1).Run();
        Assert.Contains(GreenBook, draws.Parameters);
        Assert.Contains(
            Tornado.Of(TargetFigure.NetPresentValue(SocialReturn.Of(scenario))).Bars,
            bar => bar.Parameter.Id == GreenBook && bar.Swing > 0 && bar.Direction == TornadoDirection.Up
        );
    }

    private static Scenario With(string change)
    {
        string file = Path.Combine(TestFolder.Fresh(), "rate.yaml");
        File.WriteAllText(file, $"title: Another rate\nauthor: A test\ndate: 2026-11-01\nset:\n  {GreenBook}: {{{change}}}\n");
        return Library.Scenario("croydon_sun", variant: null, Library.Overlay(file));
    }
}
