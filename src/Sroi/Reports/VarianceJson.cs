using System.Text.Json;
using Sroi.Sensitivity;
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
            json.WriteObjects(
                "indices",
                indices.Indices,
                row =>
                {
                    Group(json, row.Group);
                    json.WriteEstimate("first", row.First);
                    json.WriteEstimate("total", row.Total);
                }
            );
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
            json.WriteObjects(
                "effects",
                effects.Effects,
                row =>
                {
                    Group(json, row.Group);
                    json.WriteEstimate("effect", row.Effect);
                }
            );
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

    private static void Screened(Utf8JsonWriter json, Screening? screening)
    {
        json.WritePropertyName("screening");
        if (screening is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        Effects(json, screening);
        json.WriteEndObject();
    }

    private static void Effects(Utf8JsonWriter json, Screening screening)
    {
        json.WriteNumber("trajectories", screening.Trajectories);
        json.WriteNumber("seed", screening.Seed);
        json.WriteObjects(
            "elementary_effects",
            screening.Effects,
            row =>
            {
                Group(json, row.Group);
                json.WriteEstimate("mean_size", row.MeanSize);
                json.WriteNumber("mean", row.Mean);
                json.WriteNumber("sd", row.StandardDeviation);
            }
        );
    }

    internal static void Group(Utf8JsonWriter json, InputGroup group)
    {
        json.WriteString("name", group.Name);
        json.WriteStrings("inputs", group.Inputs);
    }
}
