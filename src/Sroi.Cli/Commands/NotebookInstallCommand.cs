using System.Collections.Immutable;
using Sroi.Cli.Declarations;
using Sroi.Cli.Settings;
using Sroi.Notebooks.Installing;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi notebook install</c>: registers the kernel with Jupyter.</summary>
internal sealed record NotebookInstallCommand(KernelSettings Kernel) : IRunnable
{
    public static Declaration Declared =>
        new(
            "install",
            "Register the C# kernel with Jupyter, for JupyterLab, VS Code and other editors.",
            given => new NotebookInstallCommand(KernelSettings.Of(given))
        );

    public int Run(Terminal terminal)
    {
        ImmutableArray<string> folders = Kernel.Installation(terminal).Install(Kernel.Name, ProgramCommand.OfProcess());
        foreach (string folder in folders)
        {
            terminal.Out.WriteLine($"Registered: {folder}");
        }

        if (Kernel.Name is null && folders.Length == 1)
        {
            terminal.Out.WriteLine($"Another kernel is called '{KernelName.DotnetInteractive}' and was not changed.");
        }

        terminal.Out.WriteLine("Next: run jupyter lab and choose C# (SROI).");
        return CommandLine.Done;
    }
}
