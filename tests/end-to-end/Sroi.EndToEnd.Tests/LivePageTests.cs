namespace Sroi.EndToEnd.Tests;

/// <summary>The pages that <c>sroi</c> writes, as a reader with a browser and no network has them.</summary>
public sealed class LivePageTests(OfflineBrowser browser) : IClassFixture<OfflineBrowser>
{
    public static TheoryData<string> Pages => [.. WrittenFiles.Pages];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_chart_is_live_and_its_still_picture_gone(string page)
    {
        OpenedPage opened = await browser.OpenedAsync(WrittenFiles.OurPages, page);
        Assert.NotEmpty(opened.Charts);
        Findings.AreNone(opened.Charts.Where(chart => !chart.HasDrawn || !chart.StillIsHidden).Select(chart => chart.Name));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_console_has_no_error(string page) => Findings.AreNone((await browser.OpenedAsync(WrittenFiles.OurPages, page)).Errors);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Nothing_is_asked_of_the_network(string page) =>
        Findings.AreNone((await browser.OpenedAsync(WrittenFiles.OurPages, page)).Requests);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task There_is_no_serious_fault_of_accessibility(string page) =>
        Findings.AreNone((await browser.OpenedAsync(WrittenFiles.OurPages, page)).Violations);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task No_text_of_a_chart_lies_on_another(string page) =>
        Findings.AreNone(
            (await browser.OpenedAsync(WrittenFiles.OurPages, page)).Charts.SelectMany(chart => chart.Collisions.Select(at => $"{chart.Name}: {at}"))
        );

    // Nothing varies in Wheels-to-Meals, so that there is no distribution, curve, convergence or tornado, and nothing to learn; nothing is valued
    // in SleepWell, so that only its costs are drawn. The Marco Cavallo Centre pays in about one draw of eight: knowing more is worth something.
    [Theory]
    [InlineData("report_wheels_to_meals", "waterfall ledger cash_flow")]
    [InlineData("report_sleepwell", "ledger")]
    [InlineData("report_marco_cavallo_centre", "waterfall ledger cash_flow ratio_distribution acceptability convergence tornado information")]
    public async Task A_report_has_the_charts_that_its_case_allows(string report, string charts) =>
        Assert.Equal(charts, string.Join(' ', (await browser.OpenedAsync(WrittenFiles.OurPages, report)).Charts.Select(chart => chart.Name)));

    [Theory]
    [InlineData("report_croydon_sun", 0)]
    [InlineData("report_croydon_sun_with_croydon_icb", 1)]
    public async Task What_an_overlay_did_has_a_chart_of_its_own(string report, int charts) =>
        Assert.Equal(charts, (await browser.OpenedAsync(WrittenFiles.OurPages, report)).Charts.Count(chart => chart.Name == "changes"));
}
