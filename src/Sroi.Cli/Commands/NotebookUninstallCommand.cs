using Sroi.Cli.Declarations;
using Sroi.Cli.Settings;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi notebook uninstall</c>: removes the kernel from Jupyter.</summary>
internal sealed record NotebookUninstallCommand(KernelSettings Kernel) : IRunnable
{
    public static Declaration Declared =>
        new(
            "uninstall",
            "Remove the C# kernel from Jupyter. Kernels that sroi did not install are kept.",
            given => new NotebookUninstallCommand(KernelSettings.Of(given))
        );

    public int Run(Terminal terminal)
    {
        foreach (string folder in Kernel.Installation(terminal).Uninstall(Kernel.Name))
        {
            terminal.Out.WriteLine($"Removed: {folder}");
        }

        return CommandLine.Done;
    }
}
