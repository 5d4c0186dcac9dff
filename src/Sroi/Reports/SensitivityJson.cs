using System.Collections.Immutable;
using System.Text.Json;
using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Sensitivity;
using Sroi.Sensitivity.Decisions;
using Sroi.Sensitivity.OneAtATime;

namespace Sroi.Reports;

/// <summary>Tornado, grid and switching values as JSON.</summary>
public static class SensitivityJson
{
    /// <summary>The JSON text of a tornado, and of the means by tenths where there are any.</summary>
    public static string Write(Tornado tornado, ConditionalMeans? means) =>
        JsonText.Write(json =>
        {
            json.WriteStartObject();
            json.WriteCase(tornado.Figure);
            json.WriteNumbers("percentiles", [tornado.Ends.Low, tornado.Ends.High]);
            json.WriteRows("bars", SensitivityColumns.Bars, tornado.Bars);
            json.WriteAny("conditional", means is null ? null : new JsonPart(part => Means(part, means)));
            json.WriteEndObject();
        });

    /// <summary>The JSON text of a figure over one input.</summary>
    public static string Write(OneWay oneWay) =>
        JsonText.Write(json =>
        {
            json.WriteStartObject();
            json.WriteCase(oneWay.Figure);
            json.WriteAny("input", SensitivityColumns.SwitchingOfParameter.Part(oneWay.Switching));
            json.WriteRows("points", SensitivityColumns.Points, oneWay.Points);
            json.WriteEndObject();
        });

    /// <summary>The JSON text of a grid of two inputs.</summary>
    public static string Write(TwoWay grid) =>
        JsonText.Write(json =>
        {
            json.WriteStartObject();
            json.WriteCase(grid.Figure);
            Axis(json, "across", grid.Across, grid.AcrossValues);
            Axis(json, "down", grid.Down, grid.DownValues);
            json.WriteAny("cells", grid.Cells);
            json.WriteRows("break_even", SensitivityColumns.BreakEven, grid.BreakEven);
            json.WriteEndObject();
        });

    /// <summary>The JSON text of switching values, of the inputs and of the cells of the value map.</summary>
    /// <param name="values">Those of the inputs.</param>
    /// <param name="map">Those of the value map; null if the figure is no SROI ratio or net present value.</param>
    public static string Write(SwitchingValues values, ValueMapSwitching? map) =>
        JsonText.Write(json =>
        {
            json.WriteStartObject();
            json.WriteCase(values.Figure);
            json.WriteRows("inputs", SensitivityColumns.SwitchingOfParameter, values.Values);
            json.WriteRows("value_map", SensitivityColumns.Cells, map?.Cells ?? []);
            json.WriteEndObject();
        });

    private static void Means(Utf8JsonWriter json, ConditionalMeans means)
    {
        json.WriteNumber("draws", means.Draws);
        json.WriteNumber("seed", means.Seed);
        json.WriteEstimate("mean", means.Mean);
        json.WriteObjects(
            "inputs",
            means.Parameters,
            row =>
            {
                json.WriteString("id", row.Parameter.Id);
                json.WriteNumber("range", row.Range);
                json.WriteRows("tenths", SensitivityColumns.Tenths, row.Parts);
            }
        );
    }

    private static void Axis(Utf8JsonWriter json, string name, VariedParameter input, ImmutableArray<double> values)
    {
        json.WriteStartObject(name);
        SensitivityColumns.Parameter.Write(json, input);
        json.WriteNumbers("values", values);
        json.WriteEndObject();
    }
}

/// <summary>What analyses write alike.</summary>
internal static class AnalysisJson
{
    extension(Utf8JsonWriter json)
    {
        /// <summary>Which case it is, in which frame, and which figure.</summary>
        public void WriteCase(TargetFigure figure)
        {
            json.WriteCase(figure.SocialReturn);
            json.WriteStartObject("figure");
            json.WriteString("id", figure.Id);
            json.WriteString("label", figure.Label);
            json.WriteString("unit", UnitNames.Of(figure));
            json.WriteNumber("base", figure.Base);
            json.WriteNumber("threshold", figure.Threshold);
            json.WriteEndObject();
        }

        /// <summary>Which case it is, and in which frame.</summary>
        public void WriteCase(SocialReturn social)
        {
            Scenario scenario = social.Scenario;
            json.WriteString("scenario", scenario.Id);
            json.WriteNullable("variant", scenario.Variant?.Id);
            json.WriteStrings("overlays", scenario.Overlays.Select(overlay => overlay.Id));
            json.WriteString("frame", ComparedFigures.FrameOf(scenario.Appraisal));
        }
    }
}

/// <summary>The words that files use for what analyses say.</summary>
internal static class Names
{
    public static string Of(ValueMapColumn column) => Snake(column.ToString());

    public static string Of(TornadoDirection direction) => Snake(direction.ToString());

    public static string Of(SwitchingMethod method) => Snake(method.ToString());

    public static string Of(ResearchVerdict verdict) => Snake(verdict.ToString());

    public static string Of(Dominance dominance) => Snake(dominance.ToString());

    public static string Of(FrontierStanding standing) => Snake(standing.ToString());

    public static string Of(SubgroupDimension dimension) => Snake(dimension.ToString());

    public static string Snake(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : "_") + char.ToLowerInvariant(c) : c.ToString()));
}
