using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Sroi.Notebooks.Cells;
using Sroi.Notebooks.Protocol;

namespace Sroi.Notebooks.Kernel;

/// <summary>A Jupyter kernel. Cells run on one thread, requests that must not wait for them on another; a third owns the sockets.</summary>
internal sealed class JupyterKernel : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2),
        OnTheWay = TimeSpan.FromMilliseconds(300);

    private readonly CancellationTokenSource _isOver = new();
    private readonly KernelSockets _sockets;
    private readonly Outbox _outbox;
    private readonly Questions _questions;
    private readonly Task<IScriptSession> _session;
    private readonly CellHistory _history = new();
    private readonly CellQueue _cells;
    private readonly RequestQueue _shell,
        _control;
    private readonly KernelLog _log;
    private volatile bool _isShutDown;

    /// <param name="file">Where to listen.</param>
    /// <param name="open">Opens the session in which cells run, while the front end is informed of the kernel.</param>
    /// <param name="log">Messages that the notebook does not show.</param>
    /// <exception cref="NotebookException">A port is in use.</exception>
    public JupyterKernel(ConnectionFile file, Func<IScriptSession> open, KernelLog log)
    {
        WireFormat wire = new(new(file.Key));
        _log = log;
        _sockets = new(file);
        _outbox = new(_sockets, wire, RandomNumberGenerator.GetHexString(32, lowercase: true));
        _questions = new(_outbox);
        _session = Task.Run(() => WarmAsync(open()));
        Inbox inbox = new(_sockets, wire, log, _isOver.Token);
        _cells = new(_session, _outbox, _questions, _history) { LastArrival = () => inbox.LastArrival(Channel.Shell) };
        _shell = new("cells", Handling(new(ShellRequests(), _outbox, log)));
        _control = new("control", Handling(new(ControlRequests(), _outbox, log)));
        inbox.OnRequest(Channel.Shell, _shell.Add);
        inbox.OnRequest(Channel.Control, _control.Add);
        inbox.OnRequest(Channel.Stdin, TakeAnswer(log));
        inbox.OnListener(_outbox.Welcome);
    }

    /// <summary>Runs the kernel on this thread, which must be the one that created it, until it is shut down.</summary>
    public void Run()
    {
        _outbox.Status(null, "starting");
        _sockets.Run();
    }

    /// <summary>Interrupts the running cell. Never blocks.</summary>
    public void Interrupt()
    {
        _cells.Interrupt();
        _questions.Cancel();
    }

    /// <summary>Ends <see cref="Run"/> when everything queued has been sent.</summary>
    public void Stop() => _sockets.Stop();

    /// <summary>Informs the front end that a cell is ending the process.</summary>
    public void SayExit()
    {
        _log.Write("A cell ended the kernel with Environment.Exit; the front end will restart it.");
        _cells.SayExit();
        TaskCompletionSource sent = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _sockets.Post(sent.SetResult);
        if (sent.Task.Wait(Patience))
        {
            Thread.Sleep(OnTheWay);
        }
    }

    public void Dispose()
    {
        _isOver.Cancel();
        Interrupt();
        bool hasEnded = _shell.End(Patience) & _control.End(Patience);
        _sockets.Dispose();
        if (hasEnded)
        {
            _shell.Dispose();
            _control.Dispose();
            _isOver.Dispose();
            // Includes a session that is still being opened, which holds the console and restores it.
            Task.WaitAny([_session], Patience);
            if (_session.IsCompletedSuccessfully)
            {
                _session.Result.Dispose();
            }
        }
    }

    // The first compilation is slow; this cell warms the compiler up.
    private static async Task<IScriptSession> WarmAsync(IScriptSession session)
    {
        await session.EvaluateAsync("0").ConfigureAwait(false);
        return session;
    }

    // The kernel ends after it has replied.
    private Action<Request> Handling(RequestDesk desk) =>
        request =>
        {
            desk.Handle(request);
            if (_isShutDown)
            {
                Stop();
            }
        };

    private Dictionary<string, Func<Request, JsonObject?>> ShellRequests()
    {
        Introspection introspection = new(_session);
        return new()
        {
            ["execute_request"] = _cells.Execute,
            ["complete_request"] = introspection.Complete,
            ["inspect_request"] = introspection.Inspect,
            ["is_complete_request"] = introspection.IsComplete,
            ["history_request"] = _history.Reply,
            ["kernel_info_request"] = KernelInfo.Reply,
            ["comm_info_request"] = Comms.Info,
            ["comm_open"] = request => Comms.Refuse(request, _outbox),
            ["comm_msg"] = _ => null,
            ["comm_close"] = _ => null,
            ["interrupt_request"] = InterruptAndReply,
            ["shutdown_request"] = ShutDown,
        };
    }

    private Dictionary<string, Func<Request, JsonObject?>> ControlRequests() =>
        new()
        {
            ["interrupt_request"] = InterruptAndReply,
            ["shutdown_request"] = ShutDown,
            ["kernel_info_request"] = KernelInfo.Reply,
        };

    private JsonObject InterruptAndReply(Request request)
    {
        Interrupt();
        return Replies.Ok();
    }

    private JsonObject ShutDown(Request request)
    {
        bool restart = request.Content.IsTrue("restart", otherwise: false);
        JsonObject Reply() => new() { ["status"] = "ok", ["restart"] = restart };
        _outbox.Publish(request.Message.Header, "shutdown_reply", Reply());
        _isShutDown = true;
        return Reply();
    }

    private Action<Request> TakeAnswer(KernelLog log) =>
        message =>
        {
            if (message.Type != "input_reply" || !_questions.Answer(message.Content.TextOrNull("value") ?? ""))
            {
                log.Write($"A message was dropped: {message.Type} without a question.");
            }
        };
}
