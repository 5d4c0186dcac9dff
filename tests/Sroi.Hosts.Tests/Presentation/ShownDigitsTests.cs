using Sroi.Presentation.Charting.Pictures;
using Sroi.Presentation.Pages;
using Sroi.Sensitivity.Decisions;
using Sroi.Showing;

namespace Sroi.Hosts.Tests.Presentation;

/// <summary>A chart and the page of the same result say the same, in digits that the draws support.</summary>
public class ShownDigitsTests
{
    private static readonly Decision Choice = Decision.Between(
        [DecisionOption.Of(ShownCases.Case("marco_cavallo_centre"))],
        ShownCases.Draws,
        ShownCases.Seed
    );

    [Fact]
    public void The_chances_of_a_curve_are_told_alike()
    {
        AcceptabilityCurve curve = AcceptabilityCurve.Of(Choice);
        PageTable page = AcceptabilityPage.Of(curve).Blocks.OfType<PageBlock.Table>().First().Content;
        Assert.Equal(page.Rows.Select(row => row.Cells[1]), Charts.Acceptability(curve).Figures.Rows.Select(row => row.Cells[1]));
    }

    [Fact]
    public void The_ends_of_an_interval_are_told_alike()
    {
        OptionComparison comparison = OptionComparison.Of(Choice);
        PageTable page = OptionPage.Of(comparison).Blocks.OfType<PageBlock.Table>().First().Content;
        string Row(string what)
        {
            PageRow row = page.Rows.First(row => row.Cells[0] == what);
            return $"{row.Cells[3]} to {row.Cells[4]}";
        }

        Assert.Equal(Row("  ratio"), Charts.Ratios(comparison).Figures.Rows[0].Cells[3]);
        Assert.Equal(Row("  net"), Charts.NetPresentValues(comparison).Figures.Rows[0].Cells[3]);
    }

    [Fact]
    public void What_has_no_page_says_so_itself() =>
        Assert.Equal("There is no page for a Pageless.", Assert.Throws<InvalidOperationException>(() => new Pageless().ToHtml()).Message);

    private sealed record Pageless : Result;
}
