using System.CommandLine;
using System.Diagnostics;
using Sroi.Notebooks.Execution;
using Sroi.Notebooks.Kernel;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi notebook kernel</c>: what Jupyter starts for a notebook; people have no use for it.</summary>
internal static class NotebookKernelCommand
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    public static Command Create(Terminal terminal)
    {
        Argument<string> file = new("CONNECTION_FILE") { Description = "Where to listen, as Jupyter wrote it down." };
        Command command = new("kernel", "Run the kernel of a notebook; Jupyter calls this.") { file };
        command.Hidden = true;
        command.SetAction(parsed =>
        {
            string path = terminal.PathOf(parsed.GetRequiredValue(file));
            KernelProcess.Run(path, () => ScriptSession.Create(terminal.Folder), terminal.Error);
            // Threads that cells have started would keep the process for ever, and what they want to be called at its end may block it.
            using Timer last = new(_ => Process.GetCurrentProcess().Kill(), state: null, Grace, Timeout.InfiniteTimeSpan);
            Environment.Exit(CommandLine.Done);
            return CommandLine.Done;
        });
        return command;
    }
}
