using System.Text;
using System.Text.Json.Nodes;
using NetMQ;
using NetMQ.Sockets;
using Sroi.Notebooks.Kernel;
using Sroi.Notebooks.Protocol;

namespace Sroi.Hosts.Tests.Notebooks;

/// <summary>A front end as Jupyter is one. For one thread.</summary>
internal sealed class FrontEnd : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Dictionary<Channel, NetMQSocket> _sockets;
    private readonly WireFormat _wire;
    private readonly RequestSocket _heartbeat = new();
    private int _count;

    /// <param name="file">Where the kernel is.</param>
    /// <param name="key">Its key; null for the right one.</param>
    /// <param name="mark">How many messages wait here to be read, while all others wait in the kernel; 0 for any number.</param>
    public FrontEnd(ConnectionFile file, string? key = null, int mark = 0)
    {
        _wire = new(new(key ?? file.Key));
        byte[] identity = Encoding.UTF8.GetBytes($"front end {Environment.TickCount64} {GetHashCode()}");
        _sockets = new()
        {
            [Channel.Shell] = Connected(new DealerSocket(), identity, file.Ports.Shell),
            [Channel.Control] = Connected(new DealerSocket(), identity, file.Ports.Control),
            [Channel.Stdin] = Connected(new DealerSocket(), identity, file.Ports.Stdin),
            [Channel.Published] = Connected(new SubscriberSocket(), identity, file.Ports.Published, mark),
        };
        _heartbeat.Connect($"tcp://127.0.0.1:{file.Ports.Heartbeat}");
        ((SubscriberSocket)_sockets[Channel.Published]).SubscribeToAnyTopic();
        if (key is null)
        {
            Welcome = Next(Channel.Published, message => message.Header.Type == "iopub_welcome");
        }
    }

    /// <summary>What the kernel said when this front end began to listen.</summary>
    public Message? Welcome { get; }

    /// <summary>Sends a message; its id.</summary>
    public string Send(Channel channel, string type, JsonObject content)
    {
        Message message = Message(type, content);
        _sockets[channel].SendMultipartBytes(_wire.Write(message));
        return message.Header.Id;
    }

    public string Send(string type, JsonObject content) => Send(Channel.Shell, type, content);

    public IReadOnlyList<byte[]> Frames(string type, JsonObject content) => _wire.Write(Message(type, content));

    public void SendFrames(Channel channel, params IEnumerable<byte[]> frames) => _sockets[channel].SendMultipartBytes(frames);

    /// <summary>Sends a request, and waits for its reply.</summary>
    public JsonObject Ask(string type, JsonObject content, Channel channel = Channel.Shell) => Reply(Send(channel, type, content), channel).Content;

    public Message Reply(string id, Channel channel = Channel.Shell) => Next(channel, message => message.Parent?.Id == id);

    /// <summary>What is published because of a message, from busy to idle.</summary>
    public IReadOnlyList<Message> Published(string id)
    {
        List<Message> messages = [];
        while (messages is [] || !IsStatus(messages[^1], "idle"))
        {
            messages.Add(Next(Channel.Published, message => message.Parent?.Id == id));
        }

        return messages;
    }

    /// <summary>Runs a cell.</summary>
    /// <param name="code">Its source.</param>
    /// <param name="options">Further fields of the request.</param>
    public Ran Execute(string code, JsonObject? options = null)
    {
        string id = SendCell(code, options);
        return Ended(id);
    }

    public string SendCell(string code, JsonObject? options = null)
    {
        JsonObject content = options ?? [];
        content["code"] = code;
        return Send("execute_request", content);
    }

    /// <summary>Waits for the end of a cell.</summary>
    public Ran Ended(string id) => new(Reply(id).Content, Published(id));

    /// <summary>Whether the heartbeat comes back.</summary>
    public bool IsAlive(TimeSpan patience)
    {
        _heartbeat.SendFrame("beat");
        return _heartbeat.TryReceiveFrameString(patience, out string? answer) && answer == "beat";
    }

    public Message Next(Channel channel, Func<Message, bool> isWanted)
    {
        while (true)
        {
            List<byte[]>? frames = [];
            Assert.True(_sockets[channel].TryReceiveMultipartBytes(Patience, ref frames), $"Nothing came on {channel}.");
            Message message = _wire.Read(frames!);
            if (isWanted(message))
            {
                return message;
            }
        }
    }

    /// <summary>Whether nothing comes on a channel for a moment.</summary>
    public bool IsSilent(Channel channel)
    {
        List<byte[]>? frames = [];
        return !_sockets[channel].TryReceiveMultipartBytes(TimeSpan.FromMilliseconds(300), ref frames);
    }

    public void Dispose()
    {
        foreach (NetMQSocket socket in _sockets.Values.Append(_heartbeat))
        {
            socket.Options.Linger = TimeSpan.Zero;
            socket.Dispose();
        }
    }

    private Message Message(string type, JsonObject content) =>
        new([], new($"m{++_count}", "tests", "tester", "2026-11-25T08:00:00Z", type, "5.4"), null, content);

    private static bool IsStatus(Message message, string state) =>
        message.Header.Type == "status" && message.Content.Text("execution_state") == state;

    private static NetMQSocket Connected(NetMQSocket socket, byte[] identity, int port, int mark = 0)
    {
        socket.Options.Identity = identity;
        socket.Options.ReceiveHighWatermark = mark;
        socket.Connect($"tcp://127.0.0.1:{port}");
        return socket;
    }
}

/// <summary>A cell that has run.</summary>
/// <param name="Reply">The content of its reply.</param>
/// <param name="Published">What was published because of it.</param>
internal sealed record Ran(JsonObject Reply, IReadOnlyList<Message> Published)
{
    public string Status => Reply.Text("status");

    /// <summary>The types of what was published, in order.</summary>
    public string Types => string.Join(' ', Published.Select(m => m.Header.Type));

    /// <summary>What was written to a stream.</summary>
    public string Written(string stream) => string.Concat(All("stream").Where(c => c.Text("name") == stream).Select(c => c.Text("text")));

    /// <summary>The contents of the messages of a type.</summary>
    public IEnumerable<JsonObject> All(string type) => Published.Where(m => m.Header.Type == type).Select(m => m.Content);

    public JsonObject One(string type) => Assert.Single(All(type));
}
