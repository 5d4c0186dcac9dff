using System.Diagnostics;
using Sroi.Cli.Declarations;
using Sroi.Notebooks.Execution;
using Sroi.Notebooks.Kernel;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi notebook kernel</c>: what Jupyter starts for a notebook; people have no use for it.</summary>
internal sealed record NotebookKernelCommand(string ConnectionFile) : IRunnable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    public static Declaration Declared =>
        new(
            "kernel",
            "Run the kernel of a notebook; Jupyter calls this.",
            given => new NotebookKernelCommand(given.Argument("CONNECTION_FILE", "Where to listen, as Jupyter wrote it down."))
        )
        {
            IsHidden = true,
        };

    public int Run(Terminal terminal)
    {
        KernelProcess.Run(terminal.PathOf(ConnectionFile), () => ScriptSession.Create(terminal.Folder), terminal.Error);
        // Threads that cells have started would keep the process for ever, and what they want to be called at its end may block it.
        using Timer last = new(_ => Process.GetCurrentProcess().Kill(), state: null, Grace, Timeout.InfiniteTimeSpan);
        Environment.Exit(CommandLine.Done);
        return CommandLine.Done;
    }
}
