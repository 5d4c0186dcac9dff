using System.Collections.Immutable;
using Sroi.Evaluation;
using Sroi.Parameters.Distributions;
using Sroi.Sensitivity;
using Sroi.Sensitivity.Decisions;
using Sroi.Tests.Uncertainty;

namespace Sroi.Tests.Sensitivity;

/// <summary>Choices and studies that cannot be looked at as asked.</summary>
public class DecisionBadInputTests
{
    private const ulong Seed = SensitivityCases.Seed;
    private static readonly SocialReturn Coaching = SocialReturn.Of(Cases.JobCoaching);
    private static readonly SocialReturn Uncertain = UncertainCases.Product(
        new Distribution.Uniform(10, 30),
        new Distribution.Uniform(50, 150),
        new Distribution.Fixed(1500)
    );
    private static readonly Decision Decision = SensitivityCases.Decide(Uncertain, 2_000);

    [Fact]
    public void Information_about_a_case_without_spreads()
    {
        const string Message =
            "No parameter of case has a spread, so nothing is uncertain and information has no value. Give parameters a spread in the file.";
        Decision decision = SensitivityCases.Decide(Coaching, 2_000);
        Refused(Message, () => Evpi.Of(decision));
        Refused(Message, () => Evppi.Of(decision));
    }

    [Fact]
    public void No_option() =>
        Refused("There is no choice to make: no option was given. Name two or more options.", () => Decision.Between([], 2_000, Seed));

    [Fact]
    public void One_option_that_must_be_taken() =>
        Refused(
            "There is no choice to make: coaching is the only one, and doing nothing is excluded. Name two or more options.",
            () => Decision.Between([new("coaching", Coaching)], 2_000, Seed, DoNothing.Excluded)
        );

    [Fact]
    public void One_option_twice() =>
        Refused(
            "coaching was given twice. Name each option once.",
            () => Decision.Between([new("coaching", Coaching), new("coaching", Uncertain)], 2_000, Seed)
        );

    [Fact]
    public void An_option_that_there_is_not_to_be_held_against() =>
        Refused("'cas' is not one of the options. Did you mean 'case'? The options are: case.", () => OptionComparison.Of(Decision, "cas"));

    [Fact]
    public void Ratios_that_do_not_rise()
    {
        Refused("Ratios must be ascending; found 2 before 1.5.", () => AcceptabilityCurve.Of(Decision, [1, 2, 1.5]));
        Refused("Ratios must be ascending; found 1 before 1.", () => AcceptabilityCurve.Of(Decision, [1, 1]));
        Refused("A ratio must be between −1,000,000 and 1,000,000; found NaN.", () => AcceptabilityCurve.Of(Decision, [double.NaN]));
        Refused("An acceptability curve takes 1 to 100,000 ratios; found 0.", () => AcceptabilityCurve.Of(Decision, []));
    }

    [Fact]
    public void A_group_of_what_the_decision_does_not_rest_on()
    {
        Refused("'case.pric' is not an uncertain parameter of case. Did you mean 'case.price'?", () => Evppi.Of(Decision, [new("p", ["case.pric"])]));
        Refused("The group nobody is empty.", () => Evppi.Of(Decision, [new("nobody", [])]));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_cost_of_a_study_that_cannot_be(double cost)
    {
        ImmutableArray<Evppi> values = Evppi.Of(Decision);
        string Message = string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"The cost of a study must be a finite amount of zero or more; found {cost}."
        );
        Refused(Message, () => ResearchPriority.Of(values, DecisionReach.One, cost, ImmutableDictionary<string, double>.Empty));
        Refused(Message, () => ResearchPriority.Of(values, DecisionReach.One, 1, ImmutableDictionary<string, double>.Empty.Add("case.price", cost)));
    }

    [Theory]
    [InlineData(0, 5, "0 cases a year over 5 years")]
    [InlineData(10, 0, "10 cases a year over 0 years")]
    [InlineData(10, 401, "10 cases a year over 401 years")]
    public void A_reach_that_cannot_be(double cases, int years, string found) =>
        Refused($"The cases per year must be above zero and the years from 1 to 400; found {found}.", () => DecisionReach.Of(Coaching, cases, years));

    private static void Refused(string message, Func<object?> asked) => Assert.Equal(message, Assert.Throws<SensitivityException>(asked).Message);
}
