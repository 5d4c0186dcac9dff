using Sroi.Assurance;
using Sroi.Evaluation;
using Sroi.Parameters.Distributions;
using Sroi.Tests.Uncertainty;
using Sroi.Uncertainty.Running;

namespace Sroi.Tests.Assurance;

/// <summary>What draws bring up fires where it should, and is gone once it is mended.</summary>
public class SimulationCheckTests
{
    private static readonly Distribution Jobs = new Distribution.Gamma(4, 10);
    private static readonly Distribution Price = new Distribution.LogNormal(9, 0.3);

    [Fact]
    public void Inputs_that_can_be_negative()
    {
        Assert.Contains("inputs_not_positive_in_draws", Codes(new Distribution.Normal(1000, 1000)));
        Assert.DoesNotContain("inputs_not_positive_in_draws", Codes(new Distribution.Gamma(25, 40)));
    }

    // A gamma of shape ½ comes down to almost nothing, and pulls the mean of ratios up.
    [Fact]
    public void Inputs_near_zero_and_means_that_differ()
    {
        string[] codes = Codes(new Distribution.Gamma(0.5, 2000));
        Assert.Contains("inputs_near_zero", codes);
        Assert.Contains("mean_of_ratios_differs", codes);
        string[] mended = Codes(new Distribution.Gamma(2500, 0.4));
        Assert.DoesNotContain("inputs_near_zero", mended);
        Assert.DoesNotContain("mean_of_ratios_differs", mended);
    }

    [Fact]
    public void Few_draws()
    {
        Assert.Contains("few_draws", Codes(new Distribution.Gamma(25, 40), draws: 399));
        Assert.DoesNotContain("few_draws", Codes(new Distribution.Gamma(25, 40), draws: 400));
    }

    [Fact]
    public void Nothing_that_varies()
    {
        SocialReturn known = UncertainCases.Shipped("wheels_to_meals");
        Assert.Contains("nothing_varies", Codes(known, 1000));
        Assert.DoesNotContain("nothing_varies", Codes(UncertainCases.Shipped("croydon_sun"), 1000));
    }

    [Fact]
    public void Errors_above_what_was_asked()
    {
        Simulation simulation = Simulation.Of(UncertainCases.Reference, 20_000, 1) with { Until = 0.001 };
        Assert.Contains("errors_above_tolerance", Codes(simulation));
        Assert.DoesNotContain("errors_above_tolerance", Codes(simulation with { Until = 0.05 }));
    }

    private static string[] Codes(Distribution cost, long draws = 20_000) => Codes(UncertainCases.Product(Jobs, Price, cost), draws);

    private static string[] Codes(SocialReturn social, long draws) => Codes(Simulation.Of(social, draws, UncertainCases.Seed));

    private static string[] Codes(Simulation simulation) =>
        [.. Assurer.Check(SroiResult.Of(simulation.SocialReturn), simulation.Run()).Select(warning => warning.Code)];
}
