using System.Globalization;
using Sroi.Model;
using Sroi.Presentation.Charting;
using Sroi.Presentation.Charting.Pictures;

namespace Sroi.Hosts.Tests.Presentation;

/// <summary>Every chart of every shipped service says what it asks, in which units, from where, and what it shows in words.</summary>
public class ChartContentTests
{
    public static TheoryData<string, string?> All => ShownCases.All;

    [Fact]
    public void Every_kind_of_chart_is_looked_at()
    {
        string[] names = [.. All.SelectMany(row => Of(row.Data)).Select(one => one.Chart.Name).Distinct().Order(StringComparer.Ordinal)];
        Assert.Equal(
            [
                "acceptability",
                "cash_flow",
                "changes",
                "convergence",
                "information",
                "ledger",
                "net_present_values",
                "ratio_distribution",
                "ratios",
                "tornado",
                "two_way",
                "waterfall",
            ],
            names
        );
        Assert.Equal(typeof(Charts).GetMethods().Count(method => method.ReturnType == typeof(Chart)), names.Length);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_title_is_a_question(string service, string? variant) =>
        Assert.All(ServiceCharts.Of(service, variant), one => Assert.Matches(@"^[A-Z][^?\n]+\?$", one.Chart.Title));

    [Theory]
    [MemberData(nameof(All))]
    public void An_axis_of_money_says_in_which_years_prices(string service, string? variant)
    {
        string prices = ShownCases.Case(service, variant).Scenario.Appraisal.PriceYear.ToString();
        Assert.All(
            ServiceCharts.Of(service, variant).SelectMany(one => new[] { one.Chart.Positions, one.Chart.Values }),
            axis =>
            {
                Assert.NotEmpty(axis.Title);
                if (axis.Format == AxisFormat.Pounds)
                {
                    Assert.Contains("GBP", axis.Title, StringComparison.Ordinal);
                    Assert.Contains($"{prices} prices", axis.Title, StringComparison.Ordinal);
                }
            }
        );
    }

    [Theory]
    [MemberData(nameof(All))]
    public void What_it_shows_is_said_in_words_and_numbers(string service, string? variant) =>
        Assert.All(
            ServiceCharts.Of(service, variant),
            one =>
            {
                Assert.Matches(@"\d", one.Chart.Alternative);
                Assert.EndsWith(".", one.Chart.Alternative, StringComparison.Ordinal);
                Assert.All(Words(one.Chart), AssertReadable);
            }
        );

    [Theory]
    [MemberData(nameof(All))]
    public void The_source_names_the_service_and_what_was_drawn(string service, string? variant)
    {
        Scenario scenario = ShownCases.Case(service, variant).Scenario;
        Assert.All(
            ServiceCharts.Of(service, variant),
            one =>
            {
                Assert.Contains(one.Chart.Name == "changes" ? scenario.Id : scenario.Title, one.Chart.Source, StringComparison.Ordinal);
                Assert.Equal(one.IsDrawn, one.Chart.Source.Contains("seed 7", StringComparison.Ordinal));
                Assert.Equal(one.IsDrawn, one.Chart.Source.Contains("2,000 draws", StringComparison.Ordinal));
            }
        );
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_variant_is_named_in_the_source(string service, string? variant)
    {
        Scenario scenario = ShownCases.Case(service, variant).Scenario;
        Assert.All(
            ServiceCharts.Of(service, variant).Where(one => one.Chart.Name is not ("ratios" or "net_present_values")),
            one =>
                Assert.Equal(
                    variant is not null,
                    ShownCases.Variants(service).Any(id => one.Chart.Source.Contains(NameIn(one.Chart, scenario, id), StringComparison.Ordinal))
                )
        );
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_figures_stand_in_a_table_with_a_cell_for_each_column(string service, string? variant) =>
        Assert.All(
            ServiceCharts.Of(service, variant).Select(one => one.Chart.Figures),
            figures =>
            {
                Assert.NotEmpty(figures.Rows);
                Assert.All(figures.Rows, row => Assert.Equal(figures.Columns.Length, row.Cells.Length));
                Assert.Contains(figures.Rows.SelectMany(row => row.Cells), cell => cell.Any(char.IsDigit));
            }
        );

    // The words of a sentence with a gap in it: two spaces, a space before a mark, a mark after a mark.
    private static void AssertReadable(string words)
    {
        Assert.DoesNotMatch(@"NaN|∞|Infinity|  | [.,;:)]|[,;:]\.|\(\)|\.\.|−0\.00\b|--", words);
        Assert.DoesNotContain(CultureInfo.InvariantCulture.NumberFormat.NaNSymbol, words, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Words(Chart chart) =>
        [chart.Title, chart.Alternative, chart.Source, chart.Positions.Title, chart.Values.Title];

    private static string NameIn(Chart chart, Scenario scenario, string variant) =>
        chart.Name == "changes" ? variant : scenario.Variants.First(one => one.Id == variant).Title;

    private static IEnumerable<(Chart Chart, bool IsDrawn)> Of((string Service, string? Variant) row) => ServiceCharts.Of(row.Service, row.Variant);
}
