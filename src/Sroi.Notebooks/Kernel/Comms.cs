using System.Text.Json.Nodes;
using Sroi.Notebooks.Protocol;

namespace Sroi.Notebooks.Kernel;

/// <summary>Widgets speak through comms. This kernel has none, and says so at once to whoever opens one.</summary>
internal static class Comms
{
    /// <summary>The content of the reply to a comm_info_request.</summary>
    public static JsonObject Info(Request request)
    {
        JsonObject reply = Replies.Ok();
        reply["comms"] = new JsonObject();
        return reply;
    }

    /// <summary>Closes what a comm_open has opened.</summary>
    public static JsonObject? Refuse(Request request, Outbox outbox)
    {
        string id = request.Content.Text("comm_id");
        outbox.Publish(request.Message.Header, "comm_close", new() { ["comm_id"] = id, ["data"] = new JsonObject() });
        return null;
    }
}
