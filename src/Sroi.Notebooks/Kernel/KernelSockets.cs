using NetMQ;
using NetMQ.Sockets;
using Sroi.Notebooks.Protocol;

namespace Sroi.Notebooks.Kernel;

/// <summary>The sockets of a kernel. The thread that runs them owns them; other threads post work to it, which is done in order.</summary>
internal sealed class KernelSockets : IDisposable
{
    // The most that is sent before incoming messages are read: endless output must not delay an interrupt.
    private const int AtOnce = 100;

    // The longest accepted frame, in bytes; a longer one closes the connection before it is stored. Signatures can only be checked afterwards.
    private const long LongestFrame = 64_000_000,
        LongestUnsignedFrame = 10_000;

    private static readonly TimeSpan Linger = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<Channel, NetMQSocket> _channels = [];
    private readonly List<NetMQSocket> _sockets = [];
    private readonly NetMQQueue<Action> _posted = new();
    private readonly NetMQPoller _poller = [];
    private bool _isOver;

    /// <exception cref="NotebookException">A port is in use, or the address does not belong to this machine.</exception>
    public KernelSockets(ConnectionFile file)
    {
        try
        {
            ChannelPorts ports = file.Ports;
            _channels[Channel.Shell] = Bound(new RouterSocket(), file.Address, ports.Shell, "shell_port");
            _channels[Channel.Control] = Bound(new RouterSocket(), file.Address, ports.Control, "control_port");
            _channels[Channel.Stdin] = Bound(new RouterSocket(), file.Address, ports.Stdin, "stdin_port");
            _channels[Channel.Published] = Bound(Publisher(), file.Address, ports.Published, "iopub_port");
            Echo(Bound(new RouterSocket(), file.Address, ports.Heartbeat, "hb_port"));
        }
        catch
        {
            Dispose();
            throw;
        }

        _posted.ReceiveReady += (_, _) => DoWhatIsPosted();
        _poller.Add(_posted);
    }

    /// <summary>Passes on incoming frames of a channel; called by the thread that runs the sockets.</summary>
    public void OnReceived(Channel channel, Action<IReadOnlyList<byte[]>> receive)
    {
        _channels[channel].ReceiveReady += (_, _) => Drain(channel, receive);
        _poller.Add(_channels[channel]);
    }

    /// <summary>Runs the sockets on this thread until <see cref="Stop"/>.</summary>
    public void Run() => _poller.Run();

    /// <summary>Posts work to the sockets' thread, in order. Work posted after the end is dropped.</summary>
    public void Post(Action work)
    {
        lock (_gate)
        {
            if (!_isOver)
            {
                _posted.Enqueue(work);
            }
        }
    }

    /// <summary>Passes on everything received on a channel so far; on the sockets' thread.</summary>
    public void Drain(Channel channel, Action<IReadOnlyList<byte[]>> receive)
    {
        List<byte[]> frames = [];
        while (_channels[channel].TryReceiveMultipartBytes(TimeSpan.Zero, ref frames))
        {
            receive([.. frames]);
        }
    }

    /// <summary>Sends frames; on the sockets' thread. A message to a client that has gone is dropped.</summary>
    public void Send(Channel channel, IEnumerable<byte[]> frames) => _channels[channel].SendMultipartBytes(frames);

    /// <summary>Ends <see cref="Run"/> after all posted work is done.</summary>
    public void Stop() => Post(_poller.Stop);

    // In this order and on the owning thread; otherwise it hangs or aborts.
    public void Dispose()
    {
        lock (_gate)
        {
            _isOver = true;
        }

        _poller.Dispose();
        _posted.Dispose();
        foreach (NetMQSocket socket in _sockets)
        {
            socket.Dispose();
        }
    }

    private NetMQSocket Bound(NetMQSocket socket, string address, int port, string field)
    {
        _sockets.Add(socket);
        // With a high-water mark, messages to a slow reader would be dropped, including the one that reports the end of a cell.
        socket.Options.SendHighWatermark = 0;
        socket.Options.ReceiveHighWatermark = 0;
        socket.Options.Linger = Linger;
        // Heartbeats and subscriptions are not signed, and are short.
        socket.Options.MaxMsgSize = field is "hb_port" or "iopub_port" ? LongestUnsignedFrame : LongestFrame;
        try
        {
            bool isVersion6 = address.Contains(':', StringComparison.Ordinal);
            socket.Options.IPv4Only = !isVersion6;
            socket.Bind(isVersion6 ? $"tcp://[{address}]:{port}" : $"tcp://{address}:{port}");
            return socket;
        }
        catch (AddressAlreadyInUseException)
        {
            throw new NotebookException(
                $"Port {port} of {address} ({field} of the connection file) is in use by another program. Start the kernel again with other ports."
            );
        }
        catch (NetMQException error)
        {
            throw new NotebookException(
                $"Port {port} of {address} ({field} of the connection file) cannot be listened on ({error.ErrorCode}). "
                    + "Use an address of this machine, such as 127.0.0.1."
            );
        }
    }

    // Verbose: every subscription is reported, not only the first.
    private static XPublisherSocket Publisher()
    {
        XPublisherSocket socket = new();
        socket.Options.XPubVerbose = true;
        return socket;
    }

    private void Echo(NetMQSocket heartbeat)
    {
        heartbeat.ReceiveReady += (_, _) =>
        {
            List<byte[]> frames = [];
            while (heartbeat.TryReceiveMultipartBytes(TimeSpan.Zero, ref frames))
            {
                heartbeat.SendMultipartBytes(frames);
            }
        };
        _poller.Add(heartbeat);
    }

    private void DoWhatIsPosted()
    {
        for (int i = 0; i < AtOnce && _posted.TryDequeue(out Action? work, TimeSpan.Zero); i++)
        {
            work!();
        }
    }
}
