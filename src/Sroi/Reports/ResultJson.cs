using System.Text.Json;
using Sroi.Assurance;
using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Parameters;
using Sroi.Uncertainty.Running;

namespace Sroi.Reports;

/// <summary>
/// A result as JSON: a stable contract. Money is in GBP at the price year; <c>null</c> is "undefined" or "none". No clock and no thread count in it,
/// so the same run gives the same bytes.
/// </summary>
/// <remarks><c>benefits_by_year</c> and <c>outcomes[].by_year</c> run from year 1; <c>inputs_by_year</c> from year 0, the start.</remarks>
public static class ResultJson
{
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
            Outcomes(json, result);
            Inputs(json, result);
            Ledger(json, result);
            NotValued(json, result.Scenario);
            Numbers(json, result.Scenario);
            if (simulation is not null)
            {
                SimulationJson.Write(json, simulation);
            }

            Warnings(json, warnings);
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

    private static void Outcomes(Utf8JsonWriter json, SroiResult result) =>
        json.WriteObjects(
            "outcomes",
            result.Outcomes,
            outcome =>
            {
                Outcome row = outcome.Value.Outcome;
                json.WriteString("id", row.Id);
                json.WriteString("stakeholder", row.Stakeholder.Id);
                json.WriteString("change", row.Change);
                json.WriteStrings("gains_to", row.Proxy.GainsTo.Select(g => g.Party.Id));
                json.WriteString("benefit", row.Proxy.Benefit.ToString().ToLowerInvariant());
                json.WriteBoolean("baseline", row.IsBaseline);
                json.WriteNumber("quantity", outcome.Quantity);
                json.WriteString("quantity_unit", row.Quantity.Unit.Text);
                json.WriteNumber("gross", outcome.Gross);
                json.WriteNumber("impact", outcome.Impact);
                json.WriteNumber("present_value", outcome.PresentValue);
                json.WriteNumbers("by_year", outcome.ByYear.Skip(1));
                json.WriteNumber("beyond_horizon", outcome.BeyondHorizon);
            }
        );

    private static void Inputs(Utf8JsonWriter json, SroiResult result) =>
        json.WriteObjects(
            "inputs",
            result.Inputs,
            input =>
            {
                json.WriteString("id", input.Value.Input.Id);
                json.WriteString("label", input.Value.Input.Label);
                json.WriteString("paid_by", input.Value.Input.PaidBy.Id);
                json.WriteString("kind", input.Value.Input.Kind == InputKind.Cash ? "cash" : "in-kind");
                json.WriteBoolean("baseline", input.Value.Input.IsBaseline);
                json.WriteNumber("present_value", input.PresentValue);
            }
        );

    private static void Ledger(Utf8JsonWriter json, SroiResult result) =>
        json.WriteObjects(
            "ledger",
            result.Ledger,
            line =>
            {
                json.WriteString("party", line.Party.Id);
                json.WriteBoolean("public", line.Party.IsPublic);
                json.WriteNumber("pays", line.Pays);
                json.WriteNumber("gains", line.Gains);
                json.WriteNumber("net", line.Nets);
                json.WriteNumber("fiscal", line.Fiscal);
                json.WriteNumber("economic", line.Economic);
                json.WriteNumber("social", line.Social);
                json.WriteNumber("cashable", line.Cashable);
                json.WriteNumber("transfers_paid", line.TransfersPaid);
                json.WriteNumber("transfers_received", line.TransfersReceived);
            }
        );

    private static void NotValued(Utf8JsonWriter json, Scenario scenario) =>
        json.WriteObjects(
            "not_valued",
            scenario.Map.NotValued,
            change =>
            {
                json.WriteString("change", change.Change);
                json.WriteNullable("stakeholder", change.Stakeholder?.Id);
                json.WriteString("why", change.Why);
            }
        );

    private static void Numbers(Utf8JsonWriter json, Scenario scenario) =>
        json.WriteObjects(
            "quantities",
            scenario.Parameters.Values,
            parameter =>
            {
                json.WriteString("id", parameter.Id);
                json.WriteString("label", parameter.Label);
                json.WriteNullable("value", parameter.Bank is { MayQuote: false } ? null : parameter.Value);
                json.WriteString("unit", UnitNames.Of(parameter));
                json.WriteBoolean("share", parameter.IsShare);
                json.WriteNullable("price_year", parameter.PriceYear?.ToString());
                json.WriteNullable(
                    "confidence",
                    parameter.Confidence == Confidence.Unstated ? null : parameter.Confidence.ToString().ToLowerInvariant()
                );
                json.WriteNullable("source", parameter.Source?.ToString());
                json.WriteStrings("changed_by", parameter.Changes.Select(c => c.By));
            }
        );

    private static void Warnings(Utf8JsonWriter json, IReadOnlyList<Warning> warnings) =>
        json.WriteObjects(
            "warnings",
            warnings,
            warning =>
            {
                json.WriteString("code", warning.Code);
                json.WriteString("severity", warning.Severity.ToString().ToLowerInvariant());
                json.WriteString("message", warning.Message);
                json.WriteNullable("where", warning.Where);
                json.WriteString("principle", warning.Principle);
                json.WriteString("what_to_do", warning.WhatToDo);
            }
        );
}
