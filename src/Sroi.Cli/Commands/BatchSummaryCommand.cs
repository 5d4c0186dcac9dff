using System.CommandLine;
using Sroi.Batch.Results;
using Sroi.Batch.Summaries;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi batch summary</c>: what drives the differences between runs, which are best and worst, which turn the decision.</summary>
internal static class BatchSummaryCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string> folder = BatchCommand.Results();
        Option<bool> json = Common.Json();
        Command command = new("summary", "Say what drives the differences between the runs, which are best and worst, and which turn the decision.")
        {
            folder,
            json,
        };
        command.SetAction(parsed =>
        {
            BatchSummary summary = DataSet.Open(terminal.PathOf(parsed.GetRequiredValue(folder))).Summary();
            if (parsed.GetValue(json))
            {
                terminal.Out.Write(SummaryJson.Write(summary));
            }
            else
            {
                terminal.Write(SummaryPage.Of(summary, parsed.GetRequiredValue(folder)));
            }

            return CommandLine.Done;
        });
        return command;
    }
}
