using System.Collections.Immutable;
using System.Text.Json;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Sroi.EndToEnd.Tests;

/// <summary>Opens a page, waits for its charts, takes its pictures and writes down what happened.</summary>
internal static class PageOpening
{
    private static readonly string[] Local = ["file:", "data:", "blob:", "about:"];

    private static readonly PageWaitForFunctionOptions Patience = new() { Timeout = 30_000 };

    // A figure that is still not drawn after this is told by the test of it, with its name.
    private const string AllHaveDrawn = """
        () => [...document.querySelectorAll('figure[data-sroi-chart]')].every(figure =>
            figure.querySelector('.js-plotly-plot .main-svg') && (figure.querySelector('.sroi-still')?.hidden ?? true))
        """;

    public static async Task<OpenedPage> OpenAsync(IBrowserContext context, string folder, string name)
    {
        List<string> errors = [],
            requests = [];
        await context.RouteAsync(
            url => !Array.Exists(Local, url.StartsWith),
            async route =>
            {
                requests.Add(route.Request.Url);
                await route.AbortAsync();
            }
        );
        IPage page = await context.NewPageAsync();
        page.Console += (_, message) => errors.AddRange(message.Type == "error" ? [message.Text] : []);
        page.PageError += (_, error) => errors.Add(error);
        await page.GotoAsync(new Uri(WrittenFiles.PathOf(folder, name + ".html")).AbsoluteUri);
        await WaitAsync(page);
        ImmutableArray<OpenedChart> charts = (await ChartsAsync(page)).Charts;

        // How a page of Jupyter's looks and reads is Jupyter's; its charts are ours.
        bool isOurs = folder == WrittenFiles.OurPages;
        await PictureAsync(page, isOurs ? name : $"{name}.{folder}");
        await (isOurs ? PicturesAsync(page, name, charts) : Task.CompletedTask);
        return new(charts, [.. errors], [.. requests], isOurs ? await ViolationsAsync(page) : []);
    }

    public static async Task WaitAsync(IPage page)
    {
        try
        {
            await page.WaitForFunctionAsync(AllHaveDrawn, null, Patience);
        }
        catch (TimeoutException)
        {
            // What is not drawn is written down as that.
        }
    }

    public static async Task<OpenedCharts> ChartsAsync(IPage page) =>
        JsonSerializer.Deserialize<OpenedCharts>(
            await page.EvaluateAsync<string>(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "charts.js"))),
            JsonSerializerOptions.Web
        )!;

    private static Task PictureAsync(IPage page, string name) => page.ScreenshotAsync(new() { Path = WrittenFiles.Picture(name), FullPage = true });

    private static async Task PicturesAsync(IPage page, string name, ImmutableArray<OpenedChart> charts)
    {
        IReadOnlyList<ILocator> figures = await page.Locator("figure[data-sroi-chart]").AllAsync();
        foreach ((int i, ILocator figure) in figures.Index())
        {
            await figure.ScreenshotAsync(new() { Path = WrittenFiles.Picture($"{name}.{i + 1}_{charts[i].Name}") });
        }
    }

    private static async Task<ImmutableArray<string>> ViolationsAsync(IPage page)
    {
        // What is folded away is read too, once it is unfolded.
        await page.EvaluateAsync("() => document.querySelectorAll('details').forEach(part => part.open = true)");
        AxeResult found = await page.RunAxe();
        return
        [
            .. found
                .Violations.Where(violation => violation.Impact is "serious" or "critical")
                .SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id} ({violation.Impact}): {node.Html}")),
        ];
    }
}
