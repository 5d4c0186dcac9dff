using Microsoft.Playwright;

namespace Sroi.EndToEnd.Tests;

/// <summary>Pages of a case in which an attacker has written every text: nothing of it runs, also when charts are drawn and everything is unfolded.</summary>
public sealed class HostilePageTests(OfflineBrowser browser) : IClassFixture<OfflineBrowser>
{
    public static TheoryData<string> Pages => [.. WrittenFiles.HostilePages];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task No_script_of_a_text_runs(string name)
    {
        await using IBrowserContext context = await browser.ContextAsync(hasScripts: true);
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(WrittenFiles.PathOf(WrittenFiles.Hostile, name + ".html")).AbsoluteUri);
        await page.WaitForFunctionAsync(
            "() => [...document.querySelectorAll('figure[data-sroi-chart]')].every(figure => figure.querySelector('.main-svg'))"
        );
        await page.EvaluateAsync("() => document.querySelectorAll('details').forEach(part => part.open = true)");
        foreach (ILocator bar in (await page.Locator(".js-plotly-plot .nsewdrag").AllAsync()).Take(5))
        {
            await bar.HoverAsync(new() { Force = true });
        }

        Assert.True(await page.EvaluateAsync<bool>("() => window.__x === undefined"));
        Assert.Equal(0, await page.Locator("img[src='x']").CountAsync());
        Assert.Equal(0, await page.Locator("a[href*='javascript']").CountAsync());
        // It is there, as the text that it is.
        Assert.Contains("<img src=x onerror=window.__x=1>", await page.Locator("body").InnerTextAsync(), StringComparison.Ordinal);
    }
}
