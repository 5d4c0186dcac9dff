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
    /// Runs a kernel until its front end shuts it down or disappears. Work started by cells may still be running, so the caller must end the process.
    /// </summary>
    /// <param name="connectionFile">The connection file of the front end.</param>
    /// <param name="open">Opens the session in which cells run.</param>
    /// <param name="log">Messages that the notebook does not show.</param>
    /// <exception cref="NotebookException">The connection file is invalid, or a port is in use.</exception>
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
        log.Write("The program that started this kernel has gone, so the kernel ends.");
        kernel.Stop();
    }
}
