using Sroi.Batch.Results;
using Sroi.Batch.Running;
using Sroi.Cli.Declarations;
using Sroi.Cli.Settings;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi batch reproduce</c>: computes a batch again from its manifest and compares the results.</summary>
internal sealed record BatchReproduceCommand(string Folder, int? Threads, LibrarySettings Source) : IRunnable
{
    public static Declaration Declared =>
        new(
            "reproduce",
            "Compute every run of a batch again and check that the results are identical, bit for bit.",
            given => new BatchReproduceCommand(
                BatchCommand.ResultsOf(given),
                DrawSettings.ThreadsOf(given, "The number of threads. It does not change the results."),
                LibrarySettings.Of(given)
            )
        );

    public int Run(Terminal terminal)
    {
        DataSet there = BatchCommand.Results(terminal, Folder);
        using Interruption interruption = new();
        using ProgressLine progress = new(terminal.Progress, terminal.ShowsProgress);
        Reproduction again = Reproduction.Of(there, Source.Open(terminal), (DrawSettings.ThreadsOrAll(Threads), progress, interruption.Token));
        progress.Dispose();
        terminal.Out.WriteLine(again.Sentence);
        return again.IsStopped ? CommandLine.Stopped
            : again.IsSame ? CommandLine.Done
            : CommandLine.FilesHaveProblems;
    }
}
