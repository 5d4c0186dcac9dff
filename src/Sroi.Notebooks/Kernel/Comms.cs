using System.Text.Json.Nodes;
using Sroi.Notebooks.Protocol;

namespace Sroi.Notebooks.Kernel;

/// <summary>Widgets use comms. This kernel has none and closes any that is opened.</summary>
internal static class Comms
{
    /// <summary>The content of the reply to a comm_info_request.</summary>
    public static JsonObject Info(Request request)
    {
        JsonObject reply = Replies.Ok();
        reply["comms"] = new JsonObject();
        return reply;
    }

    /// <summary>Closes the comm of a comm_open.</summary>
    public static JsonObject? Refuse(Request request, Outbox outbox)
    {
        string id = request.Content.Text("comm_id");
        outbox.Publish(request.Message.Header, "comm_close", new() { ["comm_id"] = id, ["data"] = new JsonObject() });
        return null;
    }
}
