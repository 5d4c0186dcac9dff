using System.CommandLine;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi notebook</c>: notebooks of C# cells, without Jupyter and in it.</summary>
internal static class NotebookCommand
{
    public static Command Create(Terminal terminal) =>
        new("notebook", "Notebooks of C# cells: run one and write it with its results, or open them in Jupyter.")
        {
            NotebookRunCommand.Create(terminal),
            NotebookInstallCommand.Install(terminal),
            NotebookInstallCommand.Uninstall(terminal),
            NotebookKernelCommand.Create(terminal),
        };
}
