using Sroi.Batch.Results;
using Sroi.Cli.Declarations;
using Sroi.Cli.Settings;
using Sroi.Evaluation;
using Sroi.Presentation.Pages;
using Sroi.Reports;

namespace Sroi.Cli.Commands;

/// <summary><c>sroi batch query</c>: queries the results of a batch in SQL.</summary>
internal sealed record BatchQueryCommand(string Folder, string Sql, OutputForm Form) : IRunnable
{
    public static Declaration Declared =>
        new(
            "query",
            "Query the results of a batch in SQL.",
            given => new BatchQueryCommand(
                BatchCommand.ResultsOf(given),
                given.Argument(
                    "SQL",
                    $"A SELECT over the tables runs, outcomes and ledger, such as \"select scenario, avg({FigureCatalogue.SroiRatio.Id}) from runs group by all\"."
                ),
                OutputForm.Of(given)
            )
        );

    public int Run(Terminal terminal)
    {
        DataSet results = BatchCommand.Results(terminal, Folder);
        if (Form.IsCsv)
        {
            results.WriteCsv(Sql, terminal.Csv);
            return CommandLine.Done;
        }

        ResultTable answer = results.Query(Sql);
        Form.Print(terminal, answer.ToJson, () => TablePage.OfAllColumns(answer));
        if (!Form.IsJson && answer.Rows.Length > TablePage.MostRows)
        {
            terminal.Error.WriteLine("Use --csv or --json to print all rows.");
        }

        return CommandLine.Done;
    }
}
