using System.Text.Json;
using Sroi.Sensitivity.Variance;

namespace Sroi.Reports;

/// <summary>Where the variance of a figure comes from, as JSON.</summary>
public static class VarianceJson
{
    /// <summary>The JSON text of Sobol indices.</summary>
    public static string Write(SobolIndices indices) =>
        JsonText.Write(json =>
        {
            json.WriteStartObject();
            json.WriteCase(indices.Figure);
            json.WriteString("method", "sobol");
            json.WriteNumber("points", indices.Points);
            json.WriteNumber("seed", indices.Seed);
            json.WriteEstimate("variance", indices.Variance);
            json.WriteNumber("sum_of_first", indices.SumOfFirst);
            json.WriteRows("indices", SensitivityColumns.Indices, indices.Indices);
            Screened(json, indices.Screened);
            json.WriteEndObject();
        });

    /// <summary>The JSON text of Shapley effects.</summary>
    public static string Write(ShapleyEffects effects) =>
        JsonText.Write(json =>
        {
            json.WriteStartObject();
            json.WriteCase(effects.Figure);
            json.WriteString("method", "shapley");
            json.WriteNumber("samples", effects.Samples);
            json.WriteNumber("seed", effects.Seed);
            json.WriteEstimate("variance", effects.Variance);
            json.WriteRows("effects", SensitivityColumns.Effects, effects.Effects);
            Screened(json, effects.Screened);
            json.WriteEndObject();
        });

    /// <summary>The JSON text of a screening.</summary>
    public static string Write(Screening screening) =>
        JsonText.Write(json =>
        {
            json.WriteStartObject();
            json.WriteCase(screening.Figure);
            json.WriteString("method", "morris");
            Effects(json, screening);
            json.WriteEndObject();
        });

    private static void Screened(Utf8JsonWriter json, Screening? screening) =>
        json.WriteAny("screening", screening is null ? null : new JsonPart(part => Effects(part, screening)));

    private static void Effects(Utf8JsonWriter json, Screening screening)
    {
        json.WriteNumber("trajectories", screening.Trajectories);
        json.WriteNumber("seed", screening.Seed);
        json.WriteRows("elementary_effects", SensitivityColumns.Elementary, screening.Effects);
    }
}
