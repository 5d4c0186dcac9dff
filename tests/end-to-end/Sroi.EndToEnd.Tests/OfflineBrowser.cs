using Microsoft.Playwright;

namespace Sroi.EndToEnd.Tests;

/// <summary>The machine's Chromium with its network off, one for all tests.</summary>
public sealed class OfflineBrowser : IAsyncLifetime
{
    private readonly Dictionary<string, OpenedPage> _opened = new(StringComparer.Ordinal);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    private IBrowser Browser => _browser ?? throw new InvalidOperationException("The browser has not started.");

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(
            new()
            {
                // Playwright's own browser is never fetched: readers have theirs.
                ExecutablePath = "/usr/bin/chromium",
                Headless = true,
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                ],
            }
        );
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>What happened when a page was opened. Each page is opened once, for all the tests of it.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="name">Its name.</param>
    internal async Task<OpenedPage> OpenedAsync(string folder, string name)
    {
        if (!_opened.TryGetValue($"{folder}/{name}", out OpenedPage? opened))
        {
            await using IBrowserContext context = await ContextAsync(hasScripts: true);
            opened = await PageOpening.OpenAsync(context, folder, name);
            _opened.Add($"{folder}/{name}", opened);
        }

        return opened;
    }

    /// <summary>A window of its own.</summary>
    /// <param name="hasScripts">Whether scripts run in it.</param>
    /// <param name="width">Its width in pixels.</param>
    internal async Task<IBrowserContext> ContextAsync(bool hasScripts, int width = 1280)
    {
        IBrowserContext context = await Browser.NewContextAsync(
            new()
            {
                JavaScriptEnabled = hasScripts,
                ViewportSize = new() { Width = width, Height = 900 },
            }
        );
        await context.SetOfflineAsync(true);
        return context;
    }
}
