using System.Text.Json;
using Sroi.Assurance;
using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Parameters;
using Sroi.Sensitivity.OneAtATime;
using Sroi.Uncertainty.Running;

namespace Sroi.Reports;

/// <summary>
/// A result as JSON: a stable contract. Money is in GBP at the price year; <c>null</c> is "undefined" or "none". No clock and no thread count in it,
/// so the same run gives the same bytes.
/// </summary>
/// <remarks><c>benefits_by_year</c> and <c>outcomes[].by_year</c> run from year 1; <c>inputs_by_year</c> from year 0, the start.</remarks>
public static class ResultJson
{
    private static readonly IReadOnlyList<Column<Parameter>> s_quantities = ResultColumns.Parameters.Only(
        "id",
        "label",
        "value",
        "unit",
        "share",
        "price_year",
        "confidence",
        "source",
        "disclosure",
        "changed_by"
    );

    /// <summary>The JSON text of a result with its warnings.</summary>
    public static string Write(SroiResult result, IReadOnlyList<Warning> warnings) => Write(result, simulation: null, warnings);

    /// <summary>The JSON text of a manifest.</summary>
    public static string Write(RunManifest manifest) =>
        JsonText.Write(json =>
        {
            json.WriteStartObject();
            SimulationJson.Manifest(json, manifest);
            json.WriteEndObject();
        });

    /// <summary>The JSON text of a result with its simulation, where there is one, and its warnings.</summary>
    public static string Write(SroiResult result, SimulationResult? simulation, IReadOnlyList<Warning> warnings) =>
        JsonText.Write(json =>
        {
            json.WriteStartObject();
            Frame(json, result.Scenario);
            Figures(json, result);
            json.WriteRows("outcomes", ResultColumns.Outcomes(years: 0), result.Outcomes);
            json.WriteRows("inputs", ResultColumns.Inputs, result.Inputs);
            json.WriteRows("ledger", ResultColumns.Ledger, result.Ledger);
            json.WriteRows("not_valued", ResultColumns.NotValued, result.Scenario.Map.NotValued);
            json.WriteRows("break_even", ResultColumns.BreakEvens, BreakEvenAnswer.Of(result.Scenario));
            json.WriteRows("costs_per", ResultColumns.Costs, CostResult.Of(result.SocialReturn));
            json.WriteRows("quantities", s_quantities, result.Scenario.Parameters.Values);
            if (simulation is not null)
            {
                SimulationJson.Write(json, simulation);
            }

            json.WriteRows("warnings", ResultColumns.Warnings, warnings);
            json.WriteEndObject();
        });

    /// <summary>The discount schedule, with its column where that is not the standard one.</summary>
    internal static string DiscountingOf(Appraisal appraisal) =>
        appraisal.Discounting.Id + (appraisal.Rates == RateColumn.Standard ? "" : "." + DiscountSchedule.Name(appraisal.Rates));

    private static void Frame(Utf8JsonWriter json, Scenario scenario)
    {
        json.WriteString("scenario", scenario.Id);
        json.WriteString("title", scenario.Title);
        json.WriteNullable("question", scenario.Question);
        json.WriteNullable("description", scenario.Description);
        json.WriteNullable("note", scenario.Note);
        json.WriteNullable("variant", scenario.Variant?.Id);
        json.WriteStrings("overlays", scenario.Overlays.Select(o => o.Id));
        json.WriteString("delivery_model", DeliveryModels.Name(scenario.DeliveryModel));
        json.WriteStrings("power_shared_with", scenario.PowerSharedWith);
        json.WriteString("frame", ComparedFigures.FrameOf(scenario.Appraisal));
        json.WriteNumber("years", scenario.Appraisal.Years);
        json.WriteString("first_year", scenario.Appraisal.FirstYear.ToString());
        json.WriteString("price_year", scenario.Appraisal.PriceYear.ToString());
        json.WriteString("discounting", DiscountingOf(scenario.Appraisal));
        json.WriteString("timing", DiscountSchedule.Name(scenario.Appraisal.Timing));
        json.WriteString("optimism_bias", scenario.Appraisal.OptimismBias?.Id ?? "none");
    }

    private static void Figures(Utf8JsonWriter json, SroiResult result)
    {
        json.WriteFigures(result.SocialReturn.Catalogue.Figures, figure => result[figure]);
        json.WriteNumbers("benefits_by_year", result.BenefitsByYear.Skip(1));
        json.WriteNumbers("inputs_by_year", result.InputsByYear);
        Alternatives(json, result);
    }

    private static void Alternatives(Utf8JsonWriter json, SroiResult result)
    {
        if (result.Weighted is { } weighted)
        {
            json.WriteStartObject("weighted");
            json.WriteFigures(FigureCatalogue.Leading, figure => weighted[figure]);
            json.WriteStartObject("weights");
            foreach ((string party, double weight) in weighted.Weights.OrderBy(w => w.Key, StringComparer.Ordinal))
            {
                json.WriteNumber(party, weight);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        if (result.WithoutOptimismCorrection is { } plain)
        {
            json.WriteStartObject("without_optimism_correction");
            json.WriteFigures(FigureCatalogue.Leading, figure => plain[figure]);
            json.WriteEndObject();
        }
    }
}
