namespace Sroi.EndToEnd.Tests;

/// <summary>The pages that <c>sroi</c> writes, as a reader with a browser and no network has them.</summary>
public sealed class LivePageTests(OfflineBrowser browser) : IClassFixture<OfflineBrowser>
{
    public static TheoryData<string> Pages => [.. WrittenFiles.Pages];

    public static TheoryData<string> Reports => [.. WrittenFiles.Reports];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_chart_is_live_and_its_still_picture_gone(string page)
    {
        OpenedPage opened = await browser.OpenedAsync("pages", page);
        Assert.NotEmpty(opened.Charts);
        Assert.Equal([], opened.Charts.Where(chart => !chart.HasDrawn || !chart.StillIsHidden).Select(chart => chart.Name));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_console_has_no_error(string page) => Assert.Equal([], (await browser.OpenedAsync("pages", page)).Errors);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Nothing_is_asked_of_the_network(string page) => Assert.Equal([], (await browser.OpenedAsync("pages", page)).Requests);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task There_is_no_serious_fault_of_accessibility(string page) =>
        Assert.Equal([], (await browser.OpenedAsync("pages", page)).Violations);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task No_text_of_a_chart_lies_on_another(string page) =>
        Assert.Equal([], (await browser.OpenedAsync("pages", page)).Charts.SelectMany(chart => chart.Collisions.Select(at => $"{chart.Name}: {at}")));
}
