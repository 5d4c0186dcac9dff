using System.Text.Json.Nodes;
using Sroi.Notebooks.Protocol;

namespace Sroi.Notebooks.Kernel;

/// <summary>Handles a request: busy, the work, the reply, idle. An error is reported and ends only this request.</summary>
/// <param name="handlers">The handler of each type of request; returns the content of the reply, or null for no reply.</param>
/// <param name="outbox">Outgoing messages.</param>
/// <param name="log">Messages that the notebook does not show.</param>
internal sealed class RequestDesk(IReadOnlyDictionary<string, Func<Request, JsonObject?>> handlers, Outbox outbox, KernelLog log)
{
    public void Handle(Request request)
    {
        if (!handlers.TryGetValue(request.Type, out Func<Request, JsonObject?>? handler))
        {
            log.Write($"A message was dropped: '{request.Type}' is not a request that this kernel supports.");
            return;
        }

        outbox.Status(request.Message.Header, "busy");
        if (Answer(request, handler) is { } content)
        {
            outbox.Reply(request, content);
        }

        outbox.Status(request.Message.Header, "idle");
    }

    private JsonObject? Answer(Request request, Func<Request, JsonObject?> handler)
    {
        try
        {
            return handler(request);
        }
        catch (WireException error)
        {
            log.Write($"A message was refused: {request.Type}: {error.Message}.");
            return Failure(request, "MalformedRequest", $"This {request.Type} is malformed: {error.Message}.");
        }
        catch (Exception error)
        {
            log.Write($"A message failed: {request.Type}: {error.GetType().Name}: {error.Message}");
            return Failure(request, error.GetType().Name, error.Message);
        }
    }

    private static JsonObject? Failure(Request request, string name, string message) =>
        request.Type.EndsWith("_request", StringComparison.Ordinal) ? Replies.Error(name, message, []) : null;
}
