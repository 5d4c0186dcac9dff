using Sroi.Batch.Results;
using Sroi.Batch.Running;
using Sroi.Cli.Declarations;
using Sroi.Cli.Settings;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi batch reproduce</c>: a batch made again from its manifest, and held against what is there.</summary>
internal sealed record BatchReproduceCommand(string Folder, int? Threads, LibrarySettings Source) : IRunnable
{
    public static Declaration Declared =>
        new(
            "reproduce",
            "Make a batch again from its manifest, with every run computed anew, and say whether it is the same to the last bit.",
            given => new BatchReproduceCommand(
                BatchCommand.ResultsOf(given),
                DrawSettings.ThreadsOf(given, "How many threads; it changes no result."),
                LibrarySettings.Of(given)
            )
        );

    public int Run(Terminal terminal)
    {
        DataSet there = BatchCommand.Results(terminal, Folder);
        using Interruption interruption = new();
        using ProgressLine progress = new(terminal.Progress, terminal.ShowsProgress);
        Reproduction again = Reproduction.Of(
            there,
            Source.Open(terminal),
            (DrawSettings.ThreadsOrAll(Threads), progress, interruption.Token)
        );
        progress.Dispose();
        terminal.Out.WriteLine(again.Sentence);
        return again.IsStopped ? CommandLine.Stopped
            : again.IsSame ? CommandLine.Done
            : CommandLine.FilesHaveProblems;
    }
}
