using Sroi.Notebooks.Protocol;

namespace Sroi.Notebooks.Kernel;

/// <summary>Incoming messages. Invalid or wrongly signed messages are dropped and logged.</summary>
/// <param name="sockets">The sockets.</param>
/// <param name="wire">The codec of frames and messages.</param>
/// <param name="log">Messages that the notebook does not show.</param>
/// <param name="isOver">Whether the kernel is ending.</param>
internal sealed class Inbox(KernelSockets sockets, WireFormat wire, KernelLog log, CancellationToken isOver)
{
    private const byte Subscribed = 1;

    private readonly Dictionary<Channel, Action<IReadOnlyList<byte[]>>> _receivers = [];
    private long _arrivals;

    /// <summary>Passes on the requests of a channel.</summary>
    public void OnRequest(Channel channel, Action<Request> take)
    {
        _receivers[channel] = frames => Receive(channel, frames, take);
        sockets.OnReceived(channel, _receivers[channel]);
    }

    /// <summary>Passes on the topic when a client subscribes to the published output.</summary>
    public void OnListener(Action<byte[]> welcome) =>
        sockets.OnReceived(
            Channel.Published,
            frames =>
            {
                if (frames is [[Subscribed, .. var topic]])
                {
                    welcome(topic);
                }
            }
        );

    /// <summary>The arrival number of the last request, after reading all that has reached the socket of a channel.</summary>
    public long LastArrival(Channel channel)
    {
        TaskCompletionSource<long> last = new(TaskCreationOptions.RunContinuationsAsynchronously);
        sockets.Post(() =>
        {
            sockets.Drain(channel, _receivers[channel]);
            last.SetResult(_arrivals);
        });
        try
        {
            return last.Task.WaitAsync(isOver).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            // The kernel is ending; nothing more runs.
            return long.MaxValue;
        }
    }

    private void Receive(Channel channel, IReadOnlyList<byte[]> frames, Action<Request> take)
    {
        try
        {
            take(new(channel, wire.Read(frames), ++_arrivals));
        }
        catch (WireException error)
        {
            log.Write($"A message was dropped: {error.Message}.");
        }
    }
}
