using Sroi.Assurance;
using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Model.Reading;
using Sroi.Presentation.Pages;

namespace Sroi.Hosts.Tests.Presentation;

/// <summary>What stands below the figures says how sure they are, for the case that they are figures of.</summary>
public class ResultCaveatTests
{
    private static readonly Warning Weak = new("weak", Severity.Serious, "Somebody guessed.", Where: null, "be transparent", "Measure.");

    [Fact]
    public void A_single_figure_says_how_to_see_its_uncertainty()
    {
        Scenario claimed = ShownCases.Library.Scenario("croydon_sun", "as_claimed", ShownCases.Library.Overlay("croydon_icb"));
        Assert.Equal(
            "This is a single figure, not a range. Add --draws 100000 to see its uncertainty.",
            ResultCaveat.Of(SroiResult.Of(claimed), simulation: null, [])
        );
    }

    [Theory]
    [InlineData("wheels_to_meals", "This is a single figure, not a range: no parameter of the case has a spread, so its uncertainty is not known.")]
    [InlineData("sleepwell", "The cost is a single figure, not a range. Add --draws 100000 to see its uncertainty.")]
    public void Draws_are_promised_only_where_they_tell_something(string service, string told) =>
        Assert.Equal(told, ResultCaveat.Of(SroiResult.Of(ShownCases.Case(service)), simulation: null, []));

    [Theory]
    [InlineData("wheels_to_meals", "This is a single figure, not a range: no parameter of the case has a spread, so its uncertainty is not known.")]
    [InlineData("sleepwell", "The uncertainty of the cost is shown below.")]
    public void After_the_draws_nobody_is_sent_to_draw(string service, string told) =>
        Assert.Equal(told, ResultCaveat.Of(SroiResult.Of(ShownCases.Case(service)), ShownCases.Drawn(ShownCases.Case(service)), []));

    [Fact]
    public void The_main_limitation_follows() =>
        Assert.EndsWith(
            " Main limitation: Somebody guessed.",
            ResultCaveat.Of(SroiResult.Of(ShownCases.Case("croydon_sun")), simulation: null, [Weak]),
            StringComparison.Ordinal
        );
}
