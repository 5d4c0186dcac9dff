using System.CommandLine;
using Sroi.Batch.Results;
using Sroi.Presentation.Pages;
using Sroi.Reports;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi batch query</c>: a question in SQL over the results of a batch.</summary>
internal static class BatchQueryCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string> folder = BatchCommand.Results();
        Argument<string> sql = new("SQL")
        {
            Description =
                "A question over the tables runs, outcomes and ledger, such as \"select scenario, avg(sroi_ratio) from runs group by all\".",
        };
        Option<bool> json = Common.Json(),
            csv = Common.Csv();
        Command command = new("query", "Ask the results of a batch in SQL.") { folder, sql, json, csv };
        command.SetAction(parsed =>
        {
            Common.RefuseBoth(parsed.GetValue(json), parsed.GetValue(csv));
            DataSet results = DataSet.Open(terminal.PathOf(parsed.GetRequiredValue(folder)));
            string question = parsed.GetRequiredValue(sql);
            if (parsed.GetValue(csv))
            {
                results.WriteCsv(question, terminal.Csv);
            }
            else if (parsed.GetValue(json))
            {
                terminal.Out.Write(results.Query(question).ToJson());
            }
            else
            {
                Print(terminal, results.Query(question));
            }

            return CommandLine.Done;
        });
        return command;
    }

    private static void Print(Terminal terminal, ResultTable answer)
    {
        terminal.Write(TablePage.OfAllColumns(answer));
        if (answer.Rows.Length > TablePage.MostRows)
        {
            terminal.Error.WriteLine("--csv and --json print all rows.");
        }
    }
}
