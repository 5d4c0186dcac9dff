using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Sroi.Batch.Queue;

namespace Sroi.Hosts.Tests.Batch;

/// <summary>The dashboard answers to its own page under its own address, and to no page from elsewhere.</summary>
public sealed class DashboardRequestTests : IAsyncLifetime
{
    private readonly WebApplication _site;
    private readonly HttpClient _client = new();

    public DashboardRequestTests()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(server => server.Listen(IPAddress.Loopback, 0));
        _site = builder.Build();
        _site.Use(DashboardRequests.Guard);
        _site.Run(context => context.Response.WriteAsync("inside"));
    }

    public async ValueTask InitializeAsync() => await _site.StartAsync();

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _site.DisposeAsync();
    }

    [Theory]
    [InlineData("GET", null, null, null)]
    [InlineData("GET", "localhost", null, null)]
    [InlineData("GET", "[::1]:5050", null, null)]
    [InlineData("POST", null, "own", null)]
    [InlineData("POST", null, null, "same-origin")]
    public async Task Its_own_page_is_answered(string method, string? host, string? origin, string? site)
    {
        using HttpResponseMessage answer = await Send(method, host, origin, site);
        Assert.Equal(
            (HttpStatusCode.OK, "inside"),
            (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
        );
        Assert.Equal("DENY", answer.Headers.GetValues("X-Frame-Options").Single());
    }

    [Theory]
    [InlineData("GET", "evil.example", null, null)]
    [InlineData("GET", "127.0.0.1.evil.example:5050", null, null)]
    [InlineData("POST", "evil.example", "http://evil.example", "same-origin")]
    [InlineData("POST", null, "http://evil.example", null)]
    [InlineData("POST", null, "http://evil.example", "same-origin")]
    [InlineData("POST", null, "http://127.0.0.1:1", "same-site")]
    [InlineData("POST", null, "null", null)]
    [InlineData("POST", null, null, "cross-site")]
    [InlineData("POST", null, null, null)]
    [InlineData("DELETE", null, null, null)]
    public async Task A_page_from_elsewhere_is_not(string method, string? host, string? origin, string? site)
    {
        using HttpResponseMessage answer = await Send(method, host, origin, site);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.StartsWith("The dashboard ", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> Send(string method, string? host, string? origin, string? site)
    {
        using HttpRequestMessage request = new(new(method), _site.Urls.Single());
        request.Headers.Host = host;
        request.Headers.Add("X-Any", "1");
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin == "own" ? _site.Urls.Single() : origin);
        }

        if (site is not null)
        {
            request.Headers.Add("Sec-Fetch-Site", site);
        }

        return await _client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
