using System.Runtime.InteropServices;
using NetMQ;
using Sroi.Notebooks.Cells;
using Sroi.Notebooks.Protocol;
using Sroi.Notebooks.Supervising;

namespace Sroi.Notebooks.Kernel;

/// <summary>The process that a front end starts for a notebook.</summary>
public static class KernelProcess
{
    /// <summary>
    /// Runs a kernel until its front end shuts it down or is gone. What cells have started may still run: the process has to be ended by whoever called.
    /// </summary>
    /// <param name="connectionFile">Where to listen, as the front end wrote it down.</param>
    /// <param name="open">Opens the session in which cells run.</param>
    /// <param name="log">What whoever runs the kernel should know and the notebook does not show.</param>
    /// <exception cref="NotebookException">The connection file is not what it should be, or a port is in use.</exception>
    public static void Run(string connectionFile, Func<IScriptSession> open, TextWriter log)
    {
        KernelLog lines = new(log);
        ConnectionFile file = ConnectionFile.Read(connectionFile);
        try
        {
            using JupyterKernel kernel = new(file, open, lines);
            using PosixSignalRegistration interrupt = On(PosixSignal.SIGINT, kernel.Interrupt);
            using PosixSignalRegistration end = On(PosixSignal.SIGTERM, kernel.Stop);
            using ParentWatch watch = new(() => EndWithout(kernel, lines));
            EventHandler exits = (_, _) => kernel.SayExit();
            AppDomain.CurrentDomain.ProcessExit += exits;
            kernel.Run();
            AppDomain.CurrentDomain.ProcessExit -= exits;
        }
        finally
        {
            NetMQConfig.Cleanup(block: false);
        }
    }

    private static PosixSignalRegistration On(PosixSignal signal, Action act) =>
        PosixSignalRegistration.Create(
            signal,
            context =>
            {
                context.Cancel = true;
                act();
            }
        );

    private static void EndWithout(JupyterKernel kernel, KernelLog log)
    {
        log.Write("The program that started this kernel is gone, so the kernel ends.");
        kernel.Stop();
    }
}
