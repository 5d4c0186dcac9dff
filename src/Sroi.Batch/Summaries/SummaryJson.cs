using System.Text.Json;
using Sroi.Batch.Results;
using Sroi.Evaluation;
using Sroi.Reports;

namespace Sroi.Batch.Summaries;

/// <summary>The summary of a batch as JSON: a stable contract; null is "none".</summary>
public static class SummaryJson
{
    /// <summary>The JSON text of a summary.</summary>
    public static string Write(BatchSummary summary) =>
        JsonText.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("plan", summary.Plan);
            json.WriteNumber("draws", summary.Draws);
            json.WriteNumber("runs", summary.Runs);
            json.WriteNumber("failed", summary.Failed.Length);
            json.WriteNumber("without_ratio", summary.WithoutRatio);
            json.WriteNumber("ratio_above_1", summary.AboveOne);
            json.WriteNumber("ratio_above_1_in_19_of_20_draws", summary.SurelyAboveOne);
            json.WriteNullable("share_ratio_above_1", summary.ShareAboveOne);
            Drivers(json, summary);
            json.WriteObjects("services", summary.Services, service => Service(json, service));
            json.WriteObjects("best", summary.Best, run => Run(json, run, summary));
            json.WriteObjects("worst", summary.Worst, run => Run(json, run, summary));
            json.WriteObjects("failures", summary.Failed, run => Run(json, run, summary));
            json.WriteEndObject();
        });

    private static void Drivers(Utf8JsonWriter json, BatchSummary summary) =>
        json.WriteObjects(
            "drivers",
            summary.Drivers,
            driver =>
            {
                json.WriteString("name", driver.Name);
                json.WriteNumber("share", driver.Share);
                json.WriteObjects(
                    "levels",
                    driver.Levels,
                    level =>
                    {
                        json.WriteString("level", level.Level);
                        json.WriteNumber("mean_ratio", level.MeanRatio);
                        json.WriteNumber("runs", level.Runs);
                    }
                );
            }
        );

    private static void Service(Utf8JsonWriter json, ServiceVerdict service)
    {
        json.WriteString("scenario", service.Scenario);
        json.WriteString("reference", service.Reference);
        json.WriteNullable("reference_ratio", service.ReferenceRatio);
        json.WriteNumber("runs", service.Runs);
        json.WriteNumber("ratio_above_1", service.AboveOne);
        json.WriteNullable("lowest_ratio", service.Range?.Low);
        json.WriteNullable("highest_ratio", service.Range?.High);
        json.WriteNumbers("turned", service.Flips.Select(run => (double)run.Number));
    }

    private static void Run(Utf8JsonWriter json, SummarizedRun run, BatchSummary summary)
    {
        json.WriteNumber("run", run.Number);
        json.WriteString("scenario", run.Scenario);
        json.WriteString("variant", run.Variant);
        json.WriteString("overlay", run.Overlay);
        json.WriteStartObject("inputs");
        foreach ((string name, double? value) in summary.Axes.Zip(run.Values))
        {
            json.WriteNullable(name, value);
        }

        json.WriteEndObject();
        json.WriteNullable(FigureCatalogue.SroiRatio.Id, run.Ratio);
        json.WriteNullable(RunColumns.ProbabilityRatioAboveOne, run.ProbabilityAboveOne);
        json.WriteNullable("error", run.Error);
    }
}
