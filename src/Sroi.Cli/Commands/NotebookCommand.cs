using Sroi.Cli.Declarations;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi notebook</c>: notebooks of C# cells, without Jupyter and in it.</summary>
internal static class NotebookCommand
{
    public static Declaration Declared =>
        new("notebook", "Notebooks of C# cells: run one and write it with its results, or open them in Jupyter.")
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
