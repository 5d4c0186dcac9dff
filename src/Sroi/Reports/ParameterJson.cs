using Sroi.Parameters;

namespace Sroi.Reports;

/// <summary>Parameters as JSON.</summary>
public static class ParameterJson
{
    /// <summary>The JSON text: a list of parameters.</summary>
    public static string Write(IReadOnlyList<Parameter> parameters) =>
        JsonText.Write(json =>
        {
            json.WriteStartObject();
            json.WriteObjects(
                "parameters",
                parameters,
                p =>
                {
                    json.WriteString("id", p.Id);
                    json.WriteString("label", p.Label);
                    json.WriteNumber("value", p.Value);
                    json.WriteString("unit", UnitNames.Of(p));
                    json.WriteNullable("price_year", p.PriceYear?.ToString());
                    json.WriteNullable("index", p.Index);
                    json.WriteString("distribution", p.Distribution.Describe());
                    json.WriteNumber("mean", p.Distribution.Mean);
                    json.WriteNumber("sd", p.Distribution.StandardDeviation);
                    json.WriteNullable("benefit", p.Benefit?.ToString().ToLowerInvariant());
                    json.WriteNullable("cashable", p.Cashable?.Value);
                    json.WriteBoolean("transfer", p.IsTransfer);
                    json.WriteStrings("saves", p.Saves.Select(s => s.Party.Id));
                    json.WriteNullable("confidence", p.Confidence == Confidence.Unstated ? null : p.Confidence.ToString().ToLowerInvariant());
                    json.WriteNullable("grade", (double?)p.Grade);
                    json.WriteNullable("source", p.Source?.ToString());
                    json.WriteNullable("edition", p.Edition);
                    json.WriteNullable("licence", p.Licence);
                    json.WriteNullable("varies_between", p.Variation?.Between.ToString().ToLowerInvariant());
                    json.WriteNullable("variation", p.Variation?.Distribution.Describe());
                    json.WriteStrings("also", p.Synonyms);
                    json.WriteNullable("weakness", p.Weakness);
                    json.WriteNullable("note", p.Note);
                    json.WriteNullable("written_in", p.At?.ToString());
                }
            );
            json.WriteEndObject();
        });
}
