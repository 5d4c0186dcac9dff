using Sroi.Cli.Declarations;
using Sroi.Cli.Settings;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi notebook uninstall</c>: takes the kernel away from Jupyter.</summary>
internal sealed record NotebookUninstallCommand(KernelSettings Kernel) : IRunnable
{
    public static Declaration Declared =>
        new(
            "uninstall",
            "Take the C# kernel away from Jupyter; kernels that sroi did not install are left as they are.",
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
