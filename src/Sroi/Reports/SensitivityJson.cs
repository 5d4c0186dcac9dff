using System.Collections.Immutable;
using System.Text.Json;
using Sroi.Evaluation;
using Sroi.Model;
using Sroi.Sensitivity;
using Sroi.Sensitivity.Decisions;
using Sroi.Sensitivity.OneAtATime;
using Sroi.Uncertainty.Summaries;

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
            json.WriteObjects("bars", tornado.Bars, bar => Bar(json, bar));
            json.WritePropertyName("conditional");
            if (means is null)
            {
                json.WriteNullValue();
            }
            else
            {
                Means(json, means);
            }

            json.WriteEndObject();
        });

    /// <summary>The JSON text of a figure over one input.</summary>
    public static string Write(OneWay oneWay) =>
        JsonText.Write(json =>
        {
            json.WriteStartObject();
            json.WriteCase(oneWay.Figure);
            json.WriteStartObject("input");
            Input(json, oneWay.Input);
            Switching(json, oneWay.Switching);
            json.WriteEndObject();
            json.WriteObjects(
                "points",
                oneWay.Points,
                point =>
                {
                    json.WriteNumber("value", point.Value);
                    json.WriteNullable("figure", point.Figure);
                }
            );
            json.WriteEndObject();
        });

    /// <summary>The JSON text of a grid of two inputs.</summary>
    public static string Write(TwoWay grid) =>
        JsonText.Write(json =>
        {
            json.WriteStartObject();
            json.WriteCase(grid.Figure);
            json.WriteStartObject("across");
            Input(json, grid.Across);
            json.WriteNumbers("values", grid.AcrossValues);
            json.WriteEndObject();
            json.WriteStartObject("down");
            Input(json, grid.Down);
            json.WriteNumbers("values", grid.DownValues);
            json.WriteEndObject();
            json.WriteStartArray("cells");
            foreach (ImmutableArray<double?> row in grid.Cells)
            {
                json.WriteStartArray();
                foreach (double? cell in row)
                {
                    if (cell is { } value)
                    {
                        json.WriteNumberValue(value);
                    }
                    else
                    {
                        json.WriteNullValue();
                    }
                }

                json.WriteEndArray();
            }

            json.WriteEndArray();
            json.WriteObjects(
                "break_even",
                grid.BreakEven,
                point =>
                {
                    json.WriteNumber("across", point.Across);
                    json.WriteNullable("down", point.Down);
                    json.WriteBoolean("within_support", point.WithinSupport);
                }
            );
            json.WriteEndObject();
        });

    /// <summary>The JSON text of switching values, of the inputs and of the cells of the value map.</summary>
    /// <param name="values">Those of the inputs.</param>
    /// <param name="map">Those of the value map; null where the figure is no SROI ratio or net present value.</param>
    public static string Write(SwitchingValues values, ValueMapSwitching? map) =>
        JsonText.Write(json =>
        {
            json.WriteStartObject();
            json.WriteCase(values.Figure);
            json.WriteObjects(
                "inputs",
                values.Values,
                row =>
                {
                    Input(json, row.Input);
                    Switching(json, row);
                }
            );
            json.WriteObjects(
                "value_map",
                map?.Cells ?? [],
                cell =>
                {
                    json.WriteString("outcome", cell.Outcome);
                    json.WriteString("column", Names.Of(cell.Column));
                    json.WriteString("unit", UnitNames.Of(cell.Switching.Input));
                    json.WriteNumber("base", cell.Switching.Input.Base);
                    Switching(json, cell.Switching);
                }
            );
            json.WriteEndObject();
        });

    private static void Bar(Utf8JsonWriter json, TornadoBar bar)
    {
        Input(json, bar.Input);
        json.WriteNumber("low", bar.Low);
        json.WriteNumber("high", bar.High);
        json.WriteNullable("figure_at_low", bar.FigureAtLow);
        json.WriteNullable("figure_at_high", bar.FigureAtHigh);
        json.WriteNumber("lowest", bar.Lowest);
        json.WriteNumber("highest", bar.Highest);
        json.WriteNumber("swing", bar.Swing);
        json.WriteString("direction", Names.Of(bar.Direction));
        json.WriteBoolean("flips", bar.Flips);
        Switching(json, bar.Switching);
    }

    private static void Means(Utf8JsonWriter json, ConditionalMeans means)
    {
        json.WriteStartObject();
        json.WriteNumber("draws", means.Draws);
        json.WriteNumber("seed", means.Seed);
        json.WriteEstimate("mean", means.Mean);
        json.WriteObjects(
            "inputs",
            means.Inputs,
            row =>
            {
                json.WriteString("id", row.Input.Id);
                json.WriteNumber("range", row.Range);
                json.WriteObjects(
                    "tenths",
                    row.Parts,
                    part =>
                    {
                        json.WriteNumber("tenth", part.Tenth);
                        json.WriteNumber("input_mean", part.InputMean);
                        json.WriteEstimate("figure", part.Figure);
                        json.WriteNumber("draws", part.Draws);
                    }
                );
            }
        );
        json.WriteEndObject();
    }

    private static void Input(Utf8JsonWriter json, VariedInput input)
    {
        json.WriteString("id", input.Id);
        json.WriteString("label", input.Label);
        json.WriteString("unit", UnitNames.Of(input));
        json.WriteNullable("price_year", input.PriceYear?.ToString());
        json.WriteBoolean("share", input.IsShare);
        json.WriteNullable("share_of", input.ShareOf);
        json.WriteNumber("base", input.Base);
    }

    private static void Switching(Utf8JsonWriter json, SwitchingValue switching)
    {
        json.WriteNullable("switching_value", switching.Value);
        json.WriteNumbers("all_switching_values", switching.All);
        json.WriteString("method", Names.Of(switching.Method));
        json.WriteBoolean("within_support", switching.WithinSupport);
        json.WriteNullable("change", switching.Change);
        json.WriteNullable("probability_below", switching.ProbabilityBelow);
        json.WriteNullable("probability_beyond", switching.ProbabilityBeyond);
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

        /// <summary>A figure with its standard error, or null.</summary>
        public void WriteEstimate(string name, Estimate? estimate)
        {
            json.WriteNullable(name, estimate?.Value);
            json.WriteNullable($"{name}_se", estimate?.StandardError);
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

    private static string Snake(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) ? (i == 0 ? "" : "_") + char.ToLowerInvariant(c) : c.ToString()));
}
