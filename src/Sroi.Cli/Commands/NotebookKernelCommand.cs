using System.Diagnostics;
using Sroi.Cli.Declarations;
using Sroi.Notebooks.Execution;
using Sroi.Notebooks.Kernel;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi notebook kernel</c>: the kernel process that Jupyter starts for a notebook.</summary>
internal sealed record NotebookKernelCommand(string ConnectionFile) : IRunnable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    public static Declaration Declared =>
        new(
            "kernel",
            "Run the kernel of a notebook (started by Jupyter).",
            given => new NotebookKernelCommand(given.Argument("CONNECTION_FILE", "The connection file that Jupyter wrote."))
        )
        {
            IsHidden = true,
        };

    public int Run(Terminal terminal)
    {
        KernelProcess.Run(terminal.PathOf(ConnectionFile), () => ScriptSession.Create(terminal.Folder), terminal.Error);
        // Threads started by cells would keep the process alive for ever, and their exit handlers may block.
        using Timer last = new(_ => Process.GetCurrentProcess().Kill(), state: null, Grace, Timeout.InfiniteTimeSpan);
        Environment.Exit(CommandLine.Done);
        return CommandLine.Done;
    }
}
