using Sroi.Batch.Summaries;
using Sroi.Cli.Declarations;
using Sroi.Cli.Settings;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi batch summary</c>: what drives the differences between runs, which runs are best and worst, and which reverse the decision.</summary>
internal sealed record BatchSummaryCommand(string Folder, OutputForm Form) : IRunnable
{
    public static Declaration Declared =>
        new(
            "summary",
            "Summarise what drives the differences between runs, and which runs reverse the decision.",
            given => new BatchSummaryCommand(BatchCommand.ResultsOf(given), OutputForm.WithoutCsv(given))
        );

    public int Run(Terminal terminal)
    {
        BatchSummary summary = BatchCommand.Results(terminal, Folder).Summary();
        return Form.Print(terminal, () => SummaryJson.Write(summary), () => SummaryPage.Of(summary, Folder));
    }
}
