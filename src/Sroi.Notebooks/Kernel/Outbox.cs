using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Sroi.Notebooks.Protocol;

namespace Sroi.Notebooks.Kernel;

/// <summary>Outgoing messages, in order. Thread-safe.</summary>
/// <param name="sockets">The sockets.</param>
/// <param name="wire">The codec of messages and frames.</param>
/// <param name="session">The id of this kernel's session.</param>
internal sealed class Outbox(KernelSockets sockets, WireFormat wire, string session)
{
    private long _count;

    /// <summary>Replies to a request on its channel.</summary>
    public void Reply(Request request, JsonObject content) =>
        Send(request.Channel, new(request.Message.Identities, Header(request.Type[..^"request".Length] + "reply"), request.Message.Header, content));

    /// <summary>Publishes to all subscribers.</summary>
    /// <param name="cause">The header of the request that caused it; null if none did.</param>
    /// <param name="type">The type of the message.</param>
    /// <param name="content">Its content.</param>
    public void Publish(MessageHeader? cause, string type, JsonObject content) =>
        Send(Channel.Published, new([Encoding.UTF8.GetBytes($"kernel.{session}.{type}")], Header(type), cause, content));

    /// <summary>Publishes the state of the kernel: "busy" before a request, "idle" after it, "starting" once.</summary>
    public void Status(MessageHeader? cause, string state) => Publish(cause, "status", new() { ["execution_state"] = state });

    /// <summary>Asks the front end that sent a request for a line of text.</summary>
    public void AskForInput(Request request, string prompt, bool isPassword) =>
        Send(
            Channel.Stdin,
            new(request.Message.Identities, Header("input_request"), request.Message.Header, new() { ["prompt"] = prompt, ["password"] = isPassword })
        );

    /// <summary>Informs a new subscriber that nothing will be lost from now on.</summary>
    public void Welcome(byte[] topic) =>
        Send(Channel.Published, new([topic], Header("iopub_welcome"), null, new() { ["subscription"] = Encoding.UTF8.GetString(topic) }));

    private MessageHeader Header(string type) =>
        new(
            $"{session}_{Interlocked.Increment(ref _count)}",
            session,
            "kernel",
            TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
            type,
            MessageHeader.ProtocolVersion
        );

    private void Send(Channel channel, Message message)
    {
        IReadOnlyList<byte[]> frames = wire.Write(message);
        sockets.Post(() => sockets.Send(channel, frames));
    }
}
