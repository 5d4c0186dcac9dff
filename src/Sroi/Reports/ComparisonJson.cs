using System.Text.Json;
using Sroi.Evaluation;

namespace Sroi.Reports;

/// <summary>A comparison as JSON.</summary>
public static class ComparisonJson
{
    /// <summary>The JSON text.</summary>
    public static string Write(Comparison comparison) =>
        JsonText.Write(json =>
        {
            json.WriteStartObject();
            Side(json, "before", comparison.Before);
            Side(json, "after", comparison.After);
            json.WriteNullable("not_attributed", comparison.NotAttributed);
            json.WriteBoolean("sampled", comparison.IsSampled);
            json.WriteObjects(
                "parties",
                comparison.Parties,
                party =>
                {
                    json.WriteString("id", party.Id);
                    json.WriteString("label", party.Label);
                    json.WriteNumber("net_before", party.Before);
                    json.WriteNumber("net_after", party.After);
                    json.WriteNumber("change", party.Change);
                }
            );
            json.WriteObjects(
                "changes",
                comparison.Changes,
                change =>
                {
                    json.WriteString("id", change.Id);
                    json.WriteString("label", change.Label);
                    json.WriteNullable("before", change.Before?.Value);
                    json.WriteNullable("after", change.After?.Value);
                    json.WriteString("unit", UnitNames.Of((change.After ?? change.Before)!));
                    json.WriteNullable("note", change.After?.Note);
                    json.WriteNullable("effect_on_net_present_value", change.EffectOnNetPresentValue);
                    json.WriteNullable("effect_on_net_present_value_error", change.NetPresentValueError);
                    json.WriteNullable("effect_on_sroi_ratio", change.EffectOnRatio);
                    json.WriteNullable("effect_on_sroi_ratio_error", change.RatioError);
                }
            );
            json.WriteEndObject();
        });

    private static void Side(Utf8JsonWriter json, string name, ComparedFigures figures)
    {
        json.WriteStartObject(name);
        json.WriteString("scenario", figures.Scenario);
        json.WriteString("name", figures.Name);
        json.WriteString("frame", figures.Frame);
        json.WriteFigures(FigureCatalogue.Leading, figure => figures[figure]);
        json.WriteEndObject();
    }
}
