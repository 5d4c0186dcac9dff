using System.Net;
using Hangfire;
using Hangfire.Dashboard;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Sroi.Batch.Results;

namespace Sroi.Batch.Queue;

/// <summary>Hangfire's dashboard of a queue as a web page: on this machine only, unless an address is named; then it can be looked at, and nothing changed.</summary>
public sealed class QueueDashboard : IDisposable
{
    private readonly WebApplication _site;

    private QueueDashboard(WebApplication site) => _site = site;

    /// <summary>Where it is, such as <c>http://127.0.0.1:5050</c>.</summary>
    public string Address => _site.Urls.First();

    /// <summary>Opens the dashboard.</summary>
    /// <param name="worker">The worker of the queue shown.</param>
    /// <param name="at">The address and port; port 0 for any that is free.</param>
    /// <exception cref="BatchException">The port is in use.</exception>
    public static QueueDashboard Open(QueueWorker worker, IPEndPoint at)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = [] });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(server => server.Listen(at));
        builder.Services.AddHangfire(_ => { });
        WebApplication site = builder.Build();
        bool isHere = IPAddress.IsLoopback(at.Address);
        DashboardOptions options = new()
        {
            Authorization = isHere ? [new LocalRequestsOnlyAuthorizationFilter()] : [new AnyoneMayRead()],
            IsReadOnlyFunc = _ => !isHere,
            AppPath = null,
            DashboardTitle = "sroi",
        };
        site.Use(DashboardRequests.Guard);
        site.UseHangfireDashboard("", options, worker.Storage);
        try
        {
            site.StartAsync().GetAwaiter().GetResult();
            return new(site);
        }
        catch (IOException error)
        {
            throw new BatchException($"The dashboard cannot be opened at {at}: {error.Message} Name another port.", error);
        }
    }

    /// <summary>An address and port as a user writes them: <c>5050</c>, <c>0.0.0.0:5050</c>.</summary>
    /// <returns>Null if the text is neither.</returns>
    public static IPEndPoint? Parse(string text) =>
        ushort.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out ushort port) ? new(IPAddress.Loopback, port)
        : text.Contains(':') && IPEndPoint.TryParse(text, out IPEndPoint? at) ? at
        : null;

    /// <summary>Closes it.</summary>
    public void Dispose()
    {
        _site.StopAsync().GetAwaiter().GetResult();
        ((IDisposable)_site).Dispose();
    }

    private sealed class AnyoneMayRead : IDashboardAuthorizationFilter
    {
        public bool Authorize(DashboardContext context) => true;
    }
}
