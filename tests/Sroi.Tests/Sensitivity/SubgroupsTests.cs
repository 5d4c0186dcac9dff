using Sroi.Evaluation;
using Sroi.Model.Reading;
using Sroi.Parameters.Reading;
using Sroi.Sensitivity.Decisions;
using Sroi.Tests.Uncertainty;
using Sroi.Uncertainty.Running;

namespace Sroi.Tests.Sensitivity;

public class SubgroupsTests
{
    private const ulong Seed = SensitivityCases.Seed;
    private const int Draws = 2_000;
    private const double Relative = 1e-9;

    // Usual care, transfers, weights and three kinds of benefit.
    private static readonly SocialReturn Everything = SocialReturn.Of(
        ParameterLibrary.Open(TestFolder.Parameters).Scenario(Path.Combine(TestFolder.Root, "tests", "Sroi.Tests", "Evaluation", "everything.yaml"))
    );
    private static readonly Subgroups OfEverything = Subgroups.Of(Everything, Draws, Seed);

    [Fact]
    public void What_the_parties_net_is_the_net_present_value()
    {
        SubgroupResult[] parties = Rows(SubgroupDimension.Party);
        Same(Everything.NetPresentValue.Value, parties.Sum(row => row.Net.Base!.Value));
        Same(OfEverything.Unweighted.NetPresentValue.Mean!.Value, parties.Sum(row => row.Net.Mean!.Value));
        Assert.All(parties, row => Same(row.Benefits.Base!.Value - row.Inputs.Base!.Value, row.Net.Base!.Value));
    }

    [Theory]
    [InlineData(SubgroupDimension.Stakeholder)]
    [InlineData(SubgroupDimension.KindOfBenefit)]
    public void What_stakeholders_or_kinds_bring_is_all_benefits(SubgroupDimension dimension)
    {
        SubgroupResult[] rows = Rows(dimension);
        Same(Everything.PresentValue.Value, rows.Sum(row => row.Benefits.Base!.Value));
        Same(OfEverything.Unweighted.Benefits.Mean!.Value, rows.Sum(row => row.Benefits.Mean!.Value));
        Same(1, rows.Sum(row => row.ShareOfBenefits!.Value));
        Assert.All(rows, row => Assert.Equal((0, row.Benefits, null), (row.Inputs.Base!.Value, row.Net, row.WeightedNet)));
    }

    // Attendances, 54,526.27 less 27,539.21 of usual care, are fiscal, work 93,921.24 is economic, wellbeing 85,716.70 social.
    [Theory]
    [InlineData("fiscal", 54526.26987920675 - 27539.20857061169)]
    [InlineData("economic", 93921.2383506509)]
    [InlineData("social", 85716.6974976834)]
    public void Each_kind_of_benefit_is_what_its_outcomes_are_worth(string kind, double value) =>
        Same(value, Rows(SubgroupDimension.KindOfBenefit).Single(row => row.Id == kind).Benefits.Base!.Value);

    [Fact]
    public void The_weighted_whole_is_that_of_the_result_and_stands_beside_the_other()
    {
        SroiResult result = SroiResult.Of(Everything.Scenario);
        Same(result.Weighted![FigureCatalogue.PresentValueBenefits]!.Value, OfEverything.Weighted!.Benefits.Base!.Value);
        Same(result.Weighted[FigureCatalogue.PresentValueInputs]!.Value, OfEverything.Weighted.Inputs.Base!.Value);
        Same(result.Weighted[FigureCatalogue.SroiRatio]!.Value, OfEverything.Weighted.Ratio.Base!.Value);
        Same(result.PresentValueBenefits, OfEverything.Unweighted.Benefits.Base!.Value);
        Same(result.SroiRatio!.Value, OfEverything.Unweighted.Ratio.Base!.Value);
    }

    // A pound to participants, who have half of the median income, counts 2^1.3 = 2.4623 times, a pound to anybody else once.
    [Fact]
    public void A_party_is_weighted_by_its_own_income()
    {
        Assert.All(
            Rows(SubgroupDimension.Party),
            row => Same((row.Id == "participants" ? Math.Pow(2, 1.3) : 1) * row.Net.Base!.Value, row.WeightedNet!.Base!.Value)
        );
        Same(OfEverything.Weighted!.NetPresentValue.Base!.Value, Rows(SubgroupDimension.Party).Sum(row => row.WeightedNet!.Base!.Value));
    }

    // Members gain 189,000 and pay nothing; the NHS pays 80,000 to 120,000.
    [Fact]
    public void Who_pays_and_who_gains_in_job_coaching()
    {
        Subgroups found = Subgroups.Of(CoachingCase.Social, Draws, Seed);
        SubgroupResult members = found.Rows.Single(row => row is { Dimension: SubgroupDimension.Party, Id: "members" }),
            nhs = found.Rows.Single(row => row is { Dimension: SubgroupDimension.Party, Id: "nhs" });
        Assert.Equal([189_000, 189_000], [members.Benefits.Base!.Value, members.Net.Base!.Value], (a, b) => Math.Abs(a - b) < 1e-6);
        Assert.Equal(0, members.Inputs.Base!.Value);
        Assert.Equal([0, 100_000, -100_000], [nhs.Benefits.Base!.Value, nhs.Inputs.Base!.Value, nhs.Net.Base!.Value]);
        Assert.Equal((1, 0), (members.ProbabilityNetPositive.Value, nhs.ProbabilityNetPositive.Value));
        Assert.True(nhs.Net.Mean!.IsWithin(-100_000), $"{nhs.Net.Mean}");
        Assert.Null(found.Weighted);
        Assert.All(found.Rows, row => Assert.Null(row.WeightedNet));
    }

    [Fact]
    public void The_whole_is_that_of_the_simulation()
    {
        SimulationResult simulated = Simulation.Of(Everything, Draws, Seed).Run();
        Same(simulated.NetPresentValue!.Mean!.Value, OfEverything.Unweighted.NetPresentValue.Mean!.Value);
        Same(simulated.RatioOfMeans!.Value, OfEverything.Unweighted.Ratio.Mean!.Value);
        Same(simulated.RatioOfMeans.StandardError, OfEverything.Unweighted.Ratio.Mean.StandardError);
    }

    [Fact]
    public void Nothing_depends_on_how_many_threads_there_are()
    {
        SocialReturn croydon = UncertainCases.Shipped("croydon_sun");
        Assert.Equal(Subgroups.Of(croydon, Draws, Seed, threads: 1).Rows, Subgroups.Of(croydon, Draws, Seed, threads: 3).Rows);
    }

    private static SubgroupResult[] Rows(SubgroupDimension dimension) => [.. OfEverything.Rows.Where(row => row.Dimension == dimension)];

    private static void Same(double expected, double actual) => Assert.Equal(expected, actual, Math.Abs(expected) * Relative);
}
