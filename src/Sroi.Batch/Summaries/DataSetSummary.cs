using System.Collections.Immutable;
using Sroi.Batch.Results;
using Sroi.Evaluation;
using Sroi.Reports;

namespace Sroi.Batch.Summaries;

/// <summary>The summary of a data set.</summary>
public static class DataSetSummary
{
    extension(DataSet results)
    {
        /// <summary>What drives the differences between the runs, which runs are best and worst, and which reverse the decision.</summary>
        /// <exception cref="BatchException">The files of the results cannot be read.</exception>
        public BatchSummary Summary()
        {
            ImmutableArray<string> axes = [.. results.Manifest.Axes.Select(axis => axis.Name)];
            string columns = string.Join(
                ", ",
                new[]
                {
                    "run",
                    "scenario",
                    "variant",
                    "overlay",
                    FigureCatalogue.SroiRatio.Id,
                    RunColumns.ProbabilityRatioAboveOne,
                    RunTables.OfCase(FigureCatalogue.SroiRatio),
                    "error",
                }
                    .Concat(axes)
                    .Select(name => $"\"{name}\"")
            );
            ResultTable runs = results.Query($"select {columns} from runs order by run");
            return BatchSummary.Of(
                results.Manifest.Plan.Id,
                results.Manifest.Draws,
                axes,
                [
                    .. runs.Rows.Select(row => new SummarizedRun
                    {
                        Number = (long)row[0]!,
                        Scenario = (string)row[1]!,
                        Variant = (string)row[2]!,
                        Overlay = (string)row[3]!,
                        Ratio = (double?)row[4],
                        ProbabilityAboveOne = (double?)row[5],
                        CaseRatio = (double?)row[6],
                        Error = (string?)row[7],
                        Values = [.. row[8..].Cast<double?>()],
                    }),
                ]
            );
        }
    }
}
