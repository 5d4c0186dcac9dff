using System.Net;
using System.Net.Sockets;
using Sroi.Notebooks.Execution;
using Sroi.Notebooks.Kernel;
using Sroi.Notebooks.Protocol;

namespace Sroi.Hosts.Tests.Notebooks;

/// <summary>A kernel in this process, on free ports of this machine, with a front end that talks to it.</summary>
internal sealed class RunningKernel : IDisposable
{
    public const string Key = "a key for the tests";

    private readonly Thread _thread;
    private readonly StringWriter _log = new();
    private readonly TaskCompletionSource<JupyterKernel> _started = new();

    public RunningKernel(string key = Key)
    {
        File = FreePorts(key);
        _thread = new(Run) { IsBackground = true };
        _thread.Start();
        _started.Task.GetAwaiter().GetResult();
        Client = new(File);
    }

    public ConnectionFile File { get; }

    public FrontEnd Client { get; }

    /// <summary>What the kernel wrote on its own standard error.</summary>
    public string Log => _log.ToString();

    /// <summary>Whether it has ended by itself within 20 seconds.</summary>
    public bool HasEnded => _thread.Join(TimeSpan.FromSeconds(20));

    public void Dispose()
    {
        Client.Dispose();
        _started.Task.Result.Stop();
        Assert.True(HasEnded);
    }

    public static ConnectionFile FreePorts(string key)
    {
        TcpListener[] listeners = [.. Enumerable.Range(0, 5).Select(_ => new TcpListener(IPAddress.Loopback, 0))];
        foreach (TcpListener listener in listeners)
        {
            listener.Start();
        }

        int[] ports = [.. listeners.Select(l => ((IPEndPoint)l.LocalEndpoint).Port)];
        foreach (TcpListener listener in listeners)
        {
            listener.Dispose();
        }

        return new("127.0.0.1", new(ports[0], ports[1], ports[2], ports[3], ports[4]), key);
    }

    private void Run()
    {
        try
        {
            using JupyterKernel kernel = new(File, () => ScriptSession.Create(Path.GetTempPath()), new(TextWriter.Synchronized(_log)));
            _started.SetResult(kernel);
            kernel.Run();
        }
        catch (Exception error)
        {
            _started.TrySetException(error);
            throw;
        }
    }
}
