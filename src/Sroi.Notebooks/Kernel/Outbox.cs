using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Sroi.Notebooks.Protocol;

namespace Sroi.Notebooks.Kernel;

/// <summary>What the kernel sends, in the order in which it is given. For any thread.</summary>
/// <param name="sockets">The sockets.</param>
/// <param name="wire">The messages as frames.</param>
/// <param name="session">The name of this kernel's session.</param>
internal sealed class Outbox(KernelSockets sockets, WireFormat wire, string session)
{
    private long _count;

    /// <summary>Answers a request where it was asked.</summary>
    public void Reply(Request request, JsonObject content) =>
        Send(request.Channel, new(request.Message.Identities, Header(request.Type[..^"request".Length] + "reply"), request.Message.Header, content));

    /// <summary>Tells everybody who listens.</summary>
    /// <param name="cause">What brought it about; null where nothing did.</param>
    /// <param name="type">The type of the message.</param>
    /// <param name="content">What it says.</param>
    public void Publish(MessageHeader? cause, string type, JsonObject content) =>
        Send(Channel.Published, new([Encoding.UTF8.GetBytes($"kernel.{session}.{type}")], Header(type), cause, content));

    /// <summary>Whether the kernel is at work on something: "busy" before it, "idle" after it, "starting" once.</summary>
    public void Status(MessageHeader? cause, string state) => Publish(cause, "status", new() { ["execution_state"] = state });

    /// <summary>Asks the front end that sent a request for a line of text.</summary>
    public void AskForInput(Request request, string prompt, bool isPassword) =>
        Send(
            Channel.Stdin,
            new(request.Message.Identities, Header("input_request"), request.Message.Header, new() { ["prompt"] = prompt, ["password"] = isPassword })
        );

    /// <summary>Tells whoever begins to listen that from now on nothing is lost.</summary>
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
