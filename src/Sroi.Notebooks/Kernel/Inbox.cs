using Sroi.Notebooks.Protocol;

namespace Sroi.Notebooks.Kernel;

/// <summary>What comes in. What is no message, or not from whom it should be, is dropped and told in the log.</summary>
/// <param name="sockets">The sockets.</param>
/// <param name="wire">The frames as messages.</param>
/// <param name="log">What the notebook does not show.</param>
/// <param name="isOver">The kernel ends.</param>
internal sealed class Inbox(KernelSockets sockets, WireFormat wire, KernelLog log, CancellationToken isOver)
{
    private const byte Subscribed = 1;

    private readonly Dictionary<Channel, Action<IReadOnlyList<byte[]>>> _receivers = [];
    private long _arrivals;

    /// <summary>Hands on the requests of a channel.</summary>
    public void OnRequest(Channel channel, Action<Request> take)
    {
        _receivers[channel] = frames => Receive(channel, frames, take);
        sockets.OnReceived(channel, _receivers[channel]);
    }

    /// <summary>Hands on the topic when somebody begins to listen to what is published.</summary>
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

    /// <summary>The arrival of the last request, when all that has reached the socket of a channel so far is taken in.</summary>
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
            // The kernel ends: nothing more runs.
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
