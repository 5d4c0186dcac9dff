using Microsoft.Playwright;

namespace Sroi.EndToEnd.Tests;

/// <summary>The same pages where scripts do not run, as in an e-mail.</summary>
public sealed class StillPageTests(OfflineBrowser browser) : IClassFixture<OfflineBrowser>
{
    public static TheoryData<string> Pages => [.. WrittenFiles.Pages];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_chart_has_a_still_picture_that_is_seen(string name)
    {
        await using IBrowserContext context = await browser.ContextAsync(hasScripts: false);
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(WrittenFiles.PathOf(WrittenFiles.OurPages, name + ".html")).AbsoluteUri);
        await page.ScreenshotAsync(new() { Path = WrittenFiles.Picture(name + ".still"), FullPage = true });
        IReadOnlyList<ILocator> figures = await page.Locator("figure[data-sroi-chart]").AllAsync();
        Assert.NotEmpty(figures);
        foreach (ILocator figure in figures)
        {
            Assert.False(await figure.Locator(".sroi-live").IsVisibleAsync());
            LocatorBoundingBoxResult? picture = await figure.Locator(".sroi-still > .sroi-full > svg").BoundingBoxAsync();
            Assert.NotNull(picture);

            // Drawn 760 wide, and at least a title, a plot of two rows and an axis high.
            Assert.Equal(760, picture.Width, 1.0);
            Assert.InRange(picture.Height, 150, 1500);
        }
    }
}
