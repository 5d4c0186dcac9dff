using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Sroi.Batch.Queue;

/// <summary>
/// Which requests a dashboard answers: those that a browser makes for its own page. A page from elsewhere can neither change anything here (a POST across sites) nor
/// read it under a name of its own (DNS rebinding) nor frame it.
/// </summary>
internal static class DashboardRequests
{
    /// <summary>Passes on what is meant for it, and refuses the rest with a sentence.</summary>
    public static async Task Guard(HttpContext context, RequestDelegate next)
    {
        IHeaderDictionary headers = context.Response.Headers;
        headers.XFrameOptions = "DENY";
        headers.XContentTypeOptions = "nosniff";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Referrer-Policy"] = "no-referrer";
        if (Refusal(context.Request) is { } why)
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync(why, context.RequestAborted).ConfigureAwait(false);
            return;
        }

        await next(context).ConfigureAwait(false);
    }

    private static string? Refusal(HttpRequest request) =>
        !IsOwnName(request.Host.Host)
            ? "The dashboard answers to the address of its machine only, not to other names. Open it by the address that 'sroi worker' printed.\n"
        : !IsRead(request) && !IsOwnPage(request) ? "The dashboard takes changes from its own page only.\n"
        : null;

    // A page from elsewhere has a name; an address cannot be made to mean another machine.
    private static bool IsOwnName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.Equals(Dns.GetHostName(), StringComparison.OrdinalIgnoreCase)
        || IPAddress.TryParse(host.Trim('[', ']'), out _);

    private static bool IsRead(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    // Browsers state the origin of a POST.
    private static bool IsOwnPage(HttpRequest request) =>
        request.Headers.Origin is { Count: > 0 } origin
            ? origin == new StringValues($"{request.Scheme}://{request.Host}")
            : request.Headers["Sec-Fetch-Site"] == "same-origin";
}
