using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Parameters.Distributions;
using Sroi.Quantities;
using Sroi.Uncertainty.Running;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Tests.Uncertainty;

/// <summary>Where a figure does not exist, or does not vary, the result says so and tells nothing else of it.</summary>
public class UndefinedFigureTests
{
    private static readonly Distribution Jobs = new Distribution.Gamma(4, 10);
    private static readonly Distribution Price = new Distribution.LogNormal(9, 0.3);
    private static readonly Distribution Cost = new Distribution.Triangular(200_000, 250_000, 400_000);

    [Fact]
    public void Draws_without_a_value_are_told_and_never_averaged_away()
    {
        // A count that is zero in e^-2 = 13.5 % of the draws, by which is divided.
        Formula people = UncertainCases.Amount("people", new Distribution.Poisson(2), "person");
        SocialReturn social = UncertainCases.Product(Jobs, Price, Cost);
        Scenario scenario = social.Scenario with
        {
            Map = social.Scenario.Map with
            {
                Outcomes = [social.Scenario.Map.Outcomes[0] with { Quantity = Cases.Number("jobs", 10, "job*person/year") / people }],
            },
        };
        SimulationResult result = (Simulation.Of(SocialReturn.Of(scenario), 10_000, 3)).Run();
        Assert.InRange(result.UndefinedDraws!.Count, 1353 - 171, 1353 + 171);
        Assert.Equal(["present_value_benefits", "net_present_value", "sroi_ratio"], result.UndefinedDraws.Figures);
        Assert.Equal(0, result.UndefinedDraws.FirstParameters.Single(input => input.Id == "case.people").Value);
        Assert.Null(result.NetPresentValue!.Mean);
        Assert.Empty(result.NetPresentValue.Percentiles);
        Assert.Null(result.RatioOfMeans);
        Assert.Null(result.ProbabilityNpvPositive);
        Assert.NotNull(result.PresentValueInputs.Mean);
    }

    // Nobody public pays, so the public-value ratio has nothing to be divided by in any draw.
    [Fact]
    public void A_ratio_to_nothing_is_no_draw_without_a_value()
    {
        SimulationResult result = (Simulation.Of(UncertainCases.Reference, 2000, 3) with { Breakdown = Breakdown.Everything }).Run();
        Assert.Null(result.UndefinedDraws);
        FigureSummary ratio = result.Of(FigureGroup.Other).Single(figure => figure.Id == "public_value_ratio");
        Assert.Equal((2000, 0, 0), (ratio.Outside, ratio.Count, ratio.Undefined));
        Assert.Null(ratio.Mean);
    }

    [Fact]
    public void Where_inputs_can_be_negative_the_mean_of_ratios_does_not_exist()
    {
        // Inputs are below zero in Φ(−1) = 15.87 % of the draws.
        SocialReturn social = UncertainCases.Product(Jobs, Price, new Distribution.Normal(1000, 1000));
        SimulationResult result = (Simulation.Of(social, 40_000, 3) with { Keep = Kept.Outputs }).Run();
        Assert.InRange(result.ShareInputsNotPositive, 0.1587 - 0.0092, 0.1587 + 0.0092);
        Assert.Null(result.MeanOfRatios);
        Assert.Null(result.SroiRatio!.StandardDeviation);
        Assert.NotNull(result.RatioOfMeans);
        Assert.Equal(40_000 - result.SroiRatio.Outside, result.SroiRatio.Count);

        // P(ratio > 1) counts the draws with positive inputs; every one of them has far larger benefits.
        double[] positive = [.. result.PresentValueInputs.Draws.Where(inputs => inputs > 0)];
        Assert.Equal(positive.Length, result.SroiRatio.Count);
        Assert.InRange(result.ProbabilityRatioAboveOne!.Value, 0.99, 1);
        double[] ratios = [.. result.SroiRatio.Draws.Where((_, i) => result.PresentValueInputs.Draws[i] > 0).Order()];
        Assert.Equal(ratios[(int)(0.5 * (ratios.Length - 1))], result.SroiRatio.Percentile(0.5).Value, tolerance: ratios[^1] * 1e-6);
    }

    [Fact]
    public void Figures_that_do_not_vary_have_no_error()
    {
        SimulationResult result = Simulation.Of(UncertainCases.Shipped("wheels_to_meals"), 1000, 7).Run();
        Assert.Empty(result.Parameters);
        Assert.Equal(1.9290130375, result.RatioOfMeans!.Value, precision: 6);
        Assert.Equal(0, result.RatioOfMeans.StandardError);
        Assert.Equal(1, result.ProbabilityRatioAboveOne!.Value);
        Assert.All(result.SroiRatio!.Percentiles, percentile => Assert.Equal(result.SroiRatio.Base, percentile.Value));
        Assert.Empty(result.SroiRatio.Histogram(10));
    }

    [Fact]
    public void Where_nothing_is_valued_there_is_no_ratio_and_costs_are_told()
    {
        SimulationResult result = Simulation.Of(UncertainCases.Shipped("sleepwell"), 1000, 7).Run();
        Assert.Null(result.SroiRatio);
        Assert.Null(result.RatioOfMeans);
        Assert.Null(result.NetPresentValue);
        Assert.NotNull(result.PresentValueInputs.Mean);
    }
}
