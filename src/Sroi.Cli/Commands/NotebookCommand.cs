using Sroi.Cli.Declarations;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi notebook</c>: C# notebooks, with or without Jupyter.</summary>
internal static class NotebookCommand
{
    public static Declaration Declared =>
        new("notebook", "Run C# notebooks, or register the kernel that opens them in Jupyter.")
        {
            Commands =
            [
                NotebookRunCommand.Declared,
                NotebookInstallCommand.Declared,
                NotebookUninstallCommand.Declared,
                NotebookKernelCommand.Declared,
            ],
        };
}
