using Sroi.Assurance;
using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Parameters;
using Sroi.Parameters.Distributions;

namespace Sroi.Tests.Assurance;

/// <summary>A base value that its own distribution hardly allows is said first; one in the outer tenth is noted.</summary>
public class SpreadCheckTests
{
    private const string Outside = "value_outside_spread",
        OffCentre = "value_off_centre";

    // Gamma of mean 900 and sd 42: 5 % to 95 % is £832 to £970, 0.5 % to 99.5 % £795.50 to £1,012.
    [Theory]
    [InlineData(280, Outside, Severity.Serious)]
    [InlineData(1_100, Outside, Severity.Serious)]
    [InlineData(990, OffCentre, Severity.Notice)]
    [InlineData(815, OffCentre, Severity.Notice)]
    public void A_value_far_from_its_own_distribution(double value, string code, Severity severity)
    {
        Warning warning = Assert.Single(Spreads(value, DistributionFrom.GammaMoments(900, 42)));
        Assert.Equal((code, severity, "case.session"), (warning.Code, warning.Severity, warning.Where));
    }

    [Fact]
    public void It_is_the_first_of_all_and_names_the_value_and_the_range()
    {
        Scenario bare = Case(280, DistributionFrom.GammaMoments(900, 42)) with { Map = Cases.JobCoaching.Map with { Outcomes = [] } };
        IReadOnlyList<Warning> all = Assurer.Check(SroiResult.Of(bare));
        Assert.Contains(all, warning => warning.Code == "nothing_valued");
        Assert.Equal(Outside, all[0].Code);
        Assert.Contains("Cost of a session is £280.00, the range £795.50 to £1,012", all[0].Message, StringComparison.Ordinal);
    }

    public static TheoryData<double, Distribution> Allowed =>
        new()
        {
            { 900, DistributionFrom.GammaMoments(900, 42) },
            { 950, DistributionFrom.GammaMoments(900, 42) },
            { 900, new Distribution.Fixed(900) },
            // The mean of a long tail lies in the tail, and that of rare events between none and one.
            { Math.Exp(8), new Distribution.LogNormal(0, 4) },
            { 0.001, new Distribution.Poisson(0.001) },
            // Densest at an end, which is then the likeliest value.
            { 10, new Distribution.Triangular(10, 10, 20) },
            { 20, new Distribution.Triangular(10, 20, 20) },
            { 0, DistributionFrom.Proportion(0, 40) },
            { 0, DistributionFrom.Rate(0, 12) },
            { 1, new Distribution.Discrete([1, 2, 3], [0.5, 0.3, 0.2]) },
            { 3, new Distribution.Discrete([1, 2, 3], [0.5, 0.3, 0.2]) },
            // Moved with its value, as an overlay does.
            { 2_800, DistributionFrom.GammaMoments(900, 42).Moved(900, 2_800, isShare: false) },
            { 0.9, new Distribution.Beta(3, 7).Moved(0.3, 0.9, isShare: true) },
        };

    [Theory]
    [MemberData(nameof(Allowed))]
    public void A_value_that_its_distribution_allows(double value, Distribution distribution) => Assert.Empty(Spreads(value, distribution));

    public static TheoryData<double, Distribution> Contradicted =>
        new()
        {
            { 100, new Distribution.Uniform(100, 200) },
            { 200, new Distribution.Triangular(100, 150, 200) },
            { 2, new Distribution.Discrete([1, 2], [0.999, 0.001]) },
            { 5, new Distribution.Normal(50, 10) },
        };

    [Theory]
    [MemberData(nameof(Contradicted))]
    public void A_value_that_its_distribution_hardly_allows(double value, Distribution distribution) =>
        Assert.Equal(Outside, Assert.Single(Spreads(value, distribution)).Code);

    private static IEnumerable<Warning> Spreads(double value, Distribution distribution) =>
        Assurer.Check(SroiResult.Of(Case(value, distribution))).Where(warning => warning.Code is Outside or OffCentre);

    private static Scenario Case(double value, Distribution distribution)
    {
        Parameter session = Cases.Money("session", value, "GBP/job") with { Label = "Cost of a session", Distribution = distribution };
        return Cases.JobCoaching with { Parameters = Cases.JobCoaching.Parameters.Add(session.Id, session) };
    }
}
