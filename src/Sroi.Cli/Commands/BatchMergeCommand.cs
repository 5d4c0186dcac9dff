using System.CommandLine;
using Sroi.Batch.Results;
using Sroi.Cli.Declarations;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi batch merge</c>: the shards of a plan as one data set.</summary>
internal sealed record BatchMergeCommand(string[] Folders, string Out) : IRunnable
{
    public static Declaration Declared =>
        new(
            "merge",
            "Join the shards of a plan into one data set, the same as if it had been run in one piece.",
            given => new BatchMergeCommand(
                given.Arguments("DIR", "The folders of all shards.", ArgumentArity.OneOrMore),
                given.Required("--out", "DIR", "The folder for the whole.")
            )
        );

    public int Run(Terminal terminal)
    {
        DataSet.Merge([.. Folders.Select(terminal.PathOf)], terminal.PathOf(Out));
        terminal.Out.WriteLine($"Written to {Out}.");
        return CommandLine.Done;
    }
}
