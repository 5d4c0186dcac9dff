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
            json.WriteRows("parties", ResultColumns.Parties, comparison.Parties);
            json.WriteRows("changes", ResultColumns.Changes, comparison.Changes);
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
