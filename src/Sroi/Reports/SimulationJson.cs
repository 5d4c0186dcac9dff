using System.Globalization;
using System.Text.Json;
using Sroi.Uncertainty.Running;
using Sroi.Uncertainty.Streams;
using Sroi.Uncertainty.Summaries;

namespace Sroi.Reports;

/// <summary>The <c>simulation</c> object of a result's JSON: a stable contract. No time and no thread count in it, so the same run gives the same bytes.</summary>
internal static class SimulationJson
{
    private static readonly Column<CorrelationReport>[] s_correlations =
    [
        new("first", "first", ColumnFormat.Text, pair => pair.First),
        new("second", "second", ColumnFormat.Text, pair => pair.Second),
        new("measure", "measure", ColumnFormat.Text, pair => pair.IsKendall ? "kendall" : "spearman"),
        new("target", "target", ColumnFormat.Number, pair => pair.Target),
        new("reached", "reached", ColumnFormat.Number, pair => pair.Reached),
        new("normal_asked", "of normal scores, asked for", ColumnFormat.Number, pair => pair.NormalAsked),
        new("normal_used", "of normal scores, used", ColumnFormat.Number, pair => pair.NormalUsed),
        new("repaired", "repaired", ColumnFormat.Truth, pair => pair.IsRepaired),
    ];

    public static void Write(Utf8JsonWriter json, SimulationResult result)
    {
        json.WriteStartObject("simulation");
        json.WriteNumber("draws", result.Draws);
        json.WriteNumber("seed", result.Simulation.Seed);
        json.WriteString("sampling", result.Simulation.Sampling.Name);
        json.WriteNumber("replicates", result.Simulation.Sampling.Replicates);
        json.WriteBoolean("stopped", result.IsStopped);
        Headlines(json, result);
        json.WriteStartObject("figures");
        foreach (FigureSummary figure in Named(result))
        {
            json.WriteStartObject(figure.Id);
            Summary(json, figure);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteObjects("outcomes", result.Of(FigureGroup.Outcome), outcome => Named(json, outcome));
        Years(json, result);
        Parties(json, result);
        Correlations(json, result);
        Undefined(json, result.UndefinedDraws);
        Convergence(json, result.Convergence);
        json.WriteStrings("inputs", result.Parameters);
        json.WriteStartObject("manifest");
        Manifest(json, RunManifest.Of(result));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>The fields of a manifest.</summary>
    public static void Manifest(Utf8JsonWriter json, RunManifest manifest)
    {
        json.WriteString("version", manifest.Version);
        json.WriteString("scenario", manifest.Scenario);
        json.WriteNullable("variant", manifest.Variant);
        json.WriteStrings("overlays", manifest.Overlays);
        json.WriteNumber("seed", manifest.Seed);
        json.WriteNumber("draws", manifest.Draws);
        json.WriteString("sampling", manifest.Sampling.Name);
        json.WriteObjects(
            "files",
            manifest.Files,
            file =>
            {
                json.WriteString("name", file.Key);
                json.WriteString("sha256", file.Value);
            }
        );
    }

    private static IEnumerable<FigureSummary> Named(SimulationResult result)
    {
        FigureSummary?[] headlines = [result.SroiRatio, result.NetPresentValue, result.PresentValueBenefits, result.PresentValueInputs];
        return headlines.OfType<FigureSummary>().Concat(result.Of(FigureGroup.Other));
    }

    private static void Headlines(Utf8JsonWriter json, SimulationResult result)
    {
        (string Name, Estimate? Estimate)[] headlines =
        [
            ("ratio_of_means", result.RatioOfMeans),
            ("mean_of_ratios", result.MeanOfRatios),
            ("probability_ratio_above_1", result.ProbabilityRatioAboveOne),
            ("probability_npv_positive", result.ProbabilityNpvPositive),
        ];
        foreach ((string name, Estimate? estimate) in headlines)
        {
            json.WriteNullable(name, estimate?.Value);
        }

        json.WriteNumber("share_inputs_not_positive", result.ShareInputsNotPositive);
        json.WriteStartObject("standard_errors");
        foreach ((string name, Estimate? estimate) in headlines)
        {
            json.WriteNullable(name, estimate?.StandardError);
        }

        json.WriteEndObject();
    }

    private static void Named(Utf8JsonWriter json, FigureSummary figure)
    {
        json.WriteString("id", figure.Id);
        Summary(json, figure);
    }

    private static void Summary(Utf8JsonWriter json, FigureSummary figure)
    {
        json.WriteNullable("base", figure.Base);
        json.WriteNullable("mean", figure.Mean?.Value);
        json.WriteNullable("sd", figure.StandardDeviation?.Value);
        json.WriteNullable("minimum", figure.Smallest);
        json.WriteNullable("maximum", figure.Largest);
        json.WriteNullable(figure.IsRatio ? "probability_above_1" : "probability_above_0", figure.ProbabilityAboveThreshold?.Value);
        json.WriteNumber("draws_without_value", figure.Undefined);
        if (figure.IsRatio)
        {
            json.WriteNumber("draws_denominator_not_positive", figure.Outside);
        }

        json.WriteStartObject("percentiles");
        Percentiles(json, figure, percentile => percentile?.Value);
        json.WriteEndObject();
        json.WriteStartObject("standard_errors");
        json.WriteNullable("mean", figure.Mean?.StandardError);
        json.WriteNullable("sd", figure.StandardDeviation?.StandardError);
        Percentiles(json, figure, percentile => percentile?.StandardError);
        json.WriteNullable(figure.IsRatio ? "probability_above_1" : "probability_above_0", figure.ProbabilityAboveThreshold?.StandardError);
        json.WriteEndObject();
    }

    private static void Percentiles(Utf8JsonWriter json, FigureSummary figure, Func<PercentileEstimate?, double?> of)
    {
        foreach (double p in FigureSummary.ReportedPercentiles)
        {
            json.WriteNullable(FigureColumns.Name(p), of(figure.Percentiles.FirstOrDefault(shown => shown.P.Equals(p))));
        }
    }

    private static void Years(Utf8JsonWriter json, SimulationResult result)
    {
        FigureSummary[] inputs = [.. result.Of(FigureGroup.InputsOfYear)];
        json.WriteObjects(
            "years",
            result.Of(FigureGroup.BenefitsOfYear).Zip(inputs),
            year =>
            {
                json.WriteNumber("year", int.Parse(year.First.Id, CultureInfo.InvariantCulture));
                Part(json, "benefits", year.First);
                Part(json, "inputs", year.Second);
            }
        );
    }

    private static void Parties(Utf8JsonWriter json, SimulationResult result)
    {
        FigureSummary[] gains = [.. result.Of(FigureGroup.GainsOfParty)],
            nets = [.. result.Of(FigureGroup.NetOfParty)];
        json.WriteObjects(
            "ledger",
            result.Of(FigureGroup.PaysOfParty).Zip(gains, nets),
            party =>
            {
                json.WriteString("party", party.First.Id);
                Part(json, "pays", party.First);
                Part(json, "gains", party.Second);
                Part(json, "net", party.Third);
            }
        );
    }

    private static void Part(Utf8JsonWriter json, string name, FigureSummary figure)
    {
        json.WriteStartObject(name);
        Summary(json, figure);
        json.WriteEndObject();
    }

    private static void Correlations(Utf8JsonWriter json, SimulationResult result) =>
        json.WriteRows("correlations", s_correlations, result.Correlations);

    private static void Undefined(Utf8JsonWriter json, UndefinedDraws? draws) =>
        json.WriteAny(
            "undefined_draws",
            draws is null
                ? null
                : new JsonPart(part =>
                {
                    part.WriteNumber("count", draws.Count);
                    part.WriteStrings("figures", draws.Figures);
                    part.WriteNumber("first_draw", draws.FirstDraw);
                    part.WriteStartObject("first_inputs");
                    foreach (DrawnParameter input in draws.FirstParameters)
                    {
                        part.WriteNumber(input.Id, input.Value);
                    }

                    part.WriteEndObject();
                })
        );

    private static void Convergence(Utf8JsonWriter json, ConvergenceReport? report) =>
        json.WriteAny(
            "convergence",
            report is null
                ? null
                : new JsonPart(part =>
                {
                    part.WriteNumber("until", report.Tolerance);
                    part.WriteNumber("largest_error", report.Worst);
                    part.WriteBoolean("reached", report.IsReached);
                    part.WriteNumber("draws_needed", report.DrawsNeeded);
                })
        );
}
