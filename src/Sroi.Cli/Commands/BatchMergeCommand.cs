using System.CommandLine;
using Sroi.Batch.Results;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi batch merge</c>: the shards of a plan as one data set.</summary>
internal static class BatchMergeCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string[]> folders = new("DIR") { Description = "The folders of all shards.", Arity = ArgumentArity.OneOrMore };
        Option<string> output = new("--out")
        {
            Description = "The folder for the whole.",
            HelpName = "DIR",
            Required = true,
        };
        Command command = new("merge", "Join the shards of a plan into one data set, the same as if it had been run in one piece.")
        {
            folders,
            output,
        };
        command.SetAction(parsed =>
        {
            string target = parsed.GetRequiredValue(output);
            DataSet.Merge([.. parsed.GetRequiredValue(folders).Select(terminal.PathOf)], terminal.PathOf(target));
            terminal.Out.WriteLine($"Written to {target}.");
            return CommandLine.Done;
        });
        return command;
    }
}
