using Sroi.Batch.Results;
using Sroi.Cli.Declarations;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi batch</c>: thousands of runs, what they cost beforehand, and what they say.</summary>
internal static class BatchCommand
{
    public static Declaration Declared =>
        new("batch", "Run a plan of many scenarios, overlays and numbers; go on where it was stopped; ask the results.")
        {
            Commands =
            [
                BatchRunCommand.Declared,
                BatchCheckCommand.Declared,
                BatchSummaryCommand.Declared,
                BatchQueryCommand.Declared,
                BatchMergeCommand.Declared,
                BatchReproduceCommand.Declared,
            ],
        };

    /// <summary>The argument that names the results of a batch.</summary>
    public static string ResultsOf(Given given) => given.Argument("DIR", "The folder of a batch's results.");

    /// <summary>The results of a batch.</summary>
    public static DataSet Results(Terminal terminal, string folder) => DataSet.Open(terminal.PathOf(folder));
}
