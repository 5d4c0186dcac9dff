using System.CommandLine;
using Sroi.Batch.Results;
using Sroi.Batch.Running;
using Sroi.Parameters.Reading;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi batch reproduce</c>: a batch made again from its manifest, and held against what is there.</summary>
internal static class BatchReproduceCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string> results = BatchCommand.Results();
        Option<string?> folder = Common.Folder();
        Option<int?> threads = Common.Threads("How many threads; it changes no result.");
        Command command = new(
            "reproduce",
            "Make a batch again from its manifest, with every run computed anew, and say whether it is the same to the last bit."
        )
        {
            results,
            threads,
            folder,
        };
        command.SetAction(parsed =>
        {
            DataSet there = DataSet.Open(terminal.PathOf(parsed.GetRequiredValue(results)));
            ParameterLibrary library = Common.Library(terminal, parsed.GetValue(folder));
            using Interruption interruption = new();
            using ProgressLine progress = new(terminal.Progress, terminal.ShowsProgress);
            Reproduction again = Reproduction.Of(
                there,
                library,
                (Common.Threads(parsed.GetValue(threads)), progress, interruption.Token)
            );
            progress.Dispose();
            terminal.Out.WriteLine(again.Sentence);
            return again.IsStopped ? CommandLine.Stopped
                : again.IsSame ? CommandLine.Done
                : CommandLine.FilesHaveProblems;
        });
        return command;
    }
}
