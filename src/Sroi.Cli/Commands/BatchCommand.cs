using System.CommandLine;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi batch</c>: thousands of runs, what they cost beforehand, and what they say.</summary>
internal static class BatchCommand
{
    public static Command Create(Terminal terminal) =>
        new("batch", "Run a plan of many scenarios, overlays and numbers; go on where it was stopped; ask the results.")
        {
            BatchRunCommand.Create(terminal),
            BatchCheckCommand.Create(terminal),
            BatchSummaryCommand.Create(terminal),
            BatchQueryCommand.Create(terminal),
            BatchMergeCommand.Create(terminal),
            BatchReproduceCommand.Create(terminal),
        };

    public static Argument<string> Plan() => new("PLAN") { Description = "The name of a file under parameters/batches, or a path." };

    public static Argument<string> Results() => new("DIR") { Description = "The folder of a batch's results." };
}
