using Microsoft.Playwright;

namespace Sroi.EndToEnd.Tests;

/// <summary>The same pages on a telephone, a tablet and a screen: no two texts of a chart overlap, none is cut, and the page does not scroll sideways.</summary>
public sealed class PageWidthTests(OfflineBrowser browser) : IClassFixture<OfflineBrowser>
{
    private static readonly int[] Widths = [390, 768, 1200];

    public static TheoryData<string, int> Pages =>
        new(WrittenFiles.Pages.SelectMany(page => Widths.Select(width => new TheoryDataRow<string, int>(page, width))));

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task No_text_of_a_chart_overlaps_or_is_cut(string name, int width)
    {
        await using IBrowserContext context = await browser.ContextAsync(hasScripts: true, width);
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(WrittenFiles.PathOf(WrittenFiles.OurPages, name + ".html")).AbsoluteUri);
        await PageOpening.WaitAsync(page);
        await page.ScreenshotAsync(new() { Path = WrittenFiles.Picture($"{name}.{width}"), FullPage = true });
        OpenedCharts opened = await PageOpening.ChartsAsync(page);
        Assert.NotEmpty(opened.Charts);
        Findings.AreNone(
            opened
                .Charts.Concat(opened.Answers)
                .SelectMany(chart =>
                    chart.Collisions.Select(at => $"{chart.Name}: {at}").Concat(chart.StillCollisions.Select(at => $"{chart.Name}, still: {at}"))
                )
        );
        Assert.InRange(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"), 1, width);
    }
}
