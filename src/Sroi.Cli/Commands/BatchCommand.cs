using Sroi.Batch.Results;
using Sroi.Cli.Declarations;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi batch</c>: runs a plan of thousands of runs, estimates its cost first, and queries the results.</summary>
internal static class BatchCommand
{
    public static Declaration Declared =>
        new("batch", "Run many scenarios, overlays and parameter values, resume after a stop, and query the results.")
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
    public static string ResultsOf(Given given) => given.Argument("DIR", "The folder with the results of a batch.");

    /// <summary>The results of a batch.</summary>
    public static DataSet Results(Terminal terminal, string folder) => DataSet.Open(terminal.PathOf(folder));
}
