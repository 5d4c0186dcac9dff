using System.CommandLine;
using Sroi.Batch.Results;
using Sroi.Cli.Declarations;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi batch merge</c>: joins the shards of a plan into one data set.</summary>
internal sealed record BatchMergeCommand(string[] Folders, string Out) : IRunnable
{
    public static Declaration Declared =>
        new(
            "merge",
            "Join the shards of a plan into one data set, identical to that of an unsharded run.",
            given => new BatchMergeCommand(
                given.Arguments("DIR", "The folders of the shards, all of them.", ArgumentArity.OneOrMore),
                given.Required("--out", "DIR", "The folder to write to.")
            )
        );

    public int Run(Terminal terminal)
    {
        DataSet.Merge([.. Folders.Select(terminal.PathOf)], terminal.PathOf(Out));
        terminal.Out.WriteLine($"Written to {Out}.");
        return CommandLine.Done;
    }
}
