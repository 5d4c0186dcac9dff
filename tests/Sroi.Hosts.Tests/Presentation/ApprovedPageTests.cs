using Sroi.Assurance;
using Sroi.Evaluation;
using Sroi.Hosts.Tests.Approved;
using Sroi.Presentation.Charting;
using Sroi.Presentation.Charting.Pictures;
using Sroi.Sensitivity.Decisions;
using Sroi.Showing;

namespace Sroi.Hosts.Tests.Presentation;

/// <summary>Pages and charts as somebody has read and approved them. A difference is a change that a user will see.</summary>
public class ApprovedPageTests
{
    [Fact]
    public void Value_steps_as_text_and_as_html()
    {
        Presentable steps = ValueSteps.Of(ShownCases.Case("croydon_sun"));
        Check("page_value_steps_croydon_sun", steps.ToString()!);
        Check("page_value_steps_croydon_sun_html", steps.ToHtml());
    }

    [Fact]
    public void The_assumptions_of_a_case() => Check("page_assumptions_wheels_to_meals", ShownCases.Case("wheels_to_meals").Scenario.ToString());

    [Fact]
    public void Published_figures() => Check("page_published_checks", PublishedChecks.Of(ShownCases.Library).ToString());

    [Fact]
    public void For_whom_it_is() =>
        Check("page_subgroups_arizona", Subgroups.Of(ShownCases.Case("arizona_peer_employment"), ShownCases.Draws, ShownCases.Seed).ToString());

    [Fact]
    public void A_waterfall_as_picture_and_as_figure_of_plotly()
    {
        Chart chart = Charts.Waterfall(SroiResult.Of(ShownCases.Case("wheels_to_meals")));
        Check("chart_waterfall_wheels_to_meals_svg", chart.ToSvg());
        Check("chart_waterfall_wheels_to_meals_json", PlotlyJson.Of(chart).ToJsonString(new() { WriteIndented = true }) + "\n");
    }

    private static void Check(string name, string text) => ApprovedText.Check(name, name, text);
}
