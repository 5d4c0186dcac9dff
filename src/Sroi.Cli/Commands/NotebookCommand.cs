using System.CommandLine;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi notebook</c>: notebooks of C# cells, without Jupyter and in it.</summary>
internal static class NotebookCommand
{
    public static Command Create(Terminal terminal) =>
        new("notebook", "Run a notebook of C# cells, and write it with its results as a page or as a notebook.")
        {
            NotebookRunCommand.Create(terminal),
        };
}
